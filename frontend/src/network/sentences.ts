/** The sentences behind a tie, beside the picture. */

import { ask } from "../api";
import { html } from "../dom";
import type { ClaimCard } from "../types";

/** Asked for at once; more would be a list nobody reads. */
const MOST = 20;

interface Answer { claim: ClaimCard; body: { evidence: { report: string; start: number; end: number; text: string }[] } }

export async function sentences(beside: HTMLElement, title: string, claims: readonly string[], count: number): Promise<void> {
  beside.classList.remove("idle");
  beside.replaceChildren(html("h2", {}, title), html("p", { class: "soft" }, "…"));
  const found = await Promise.allSettled(claims.slice(0, MOST).map((id) => ask<Answer>(`/api/v1/claims/${id}`)));
  const items = found.map((one) => {
    if (one.status === "rejected") return html("li", { class: "soft" }, "This sentence could not be read.");
    const { claim, body } = one.value;
    const words = body.evidence[0];
    const address = words === undefined ? `/reports/${claim.report}` : `/reports/${words.report}#s${words.start}-${words.end}`;
    return html("li", {}, html("blockquote", {}, words?.text ?? claim.what, html("footer", {}, html("a", { href: address }, claim.outlet || "report"), ` · ${claim.day} · `, html("a", { href: `/events/${claim.event}` }, "event"))));
  });
  const more = count > found.length ? html("p", { class: "soft small" }, `… and ${count - found.length} more`) : null;
  const close = html("button", { type: "button", class: "plain" }, "Close");
  close.addEventListener("click", () => {
    beside.classList.add("idle");
    beside.replaceChildren();
  });
  beside.replaceChildren(html("div", { class: "row between" }, html("h2", {}, title), close), html("ul", { class: "list" }, ...items), ...(more === null ? [] : [more]));
}
