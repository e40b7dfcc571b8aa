/** Sending decisions: forms marked data-decide become one JSON each; what changed is told in a line with an undo. */

import { Refused, send } from "../api";
import { html } from "../dom";
import { opening } from "../shelf";

export interface Decision { kind: string; target: string; value?: unknown; why?: string }
interface Answer { judgement?: { id: string }; changed?: string[]; waiting?: boolean }

/** Lines of what a decision changed that are told at once. */
const LINES = 6;

const NUMBERS = new Set(["start", "end"]);

/** Fields of a claim that a form gives in rows of words. */
const ROWED = new Set(["place", "participants", "chain"]);

/** A place, or the participants or steps that rows of a form hold; a row without its kind is left out. Pure. */
export function rowed(field: string, fields: readonly (readonly [string, string])[]): unknown {
  const all = (wanted: string): string[] => fields.filter(([name]) => name === wanted).map(([, given]) => given);
  const words = all("words");
  if (field === "place") return words[0] === undefined || words[0] === "" ? null : { words: words[0] };
  const parts = field === "participants";
  const [kinds, before, named] = [all(parts ? "role" : "link"), all("was"), all("named")];
  return words.flatMap((said, place) => {
    const [kind, was] = [kinds[place] ?? "", before[place] ?? ""];
    if (kind === "" || (was === "" && said === "")) return [];
    return [{
      [parts ? "role" : "kind"]: kind, words: said, ...(was === "" ? {} : { was: Number(was) }),
      ...(parts ? {} : { anonymous: named[place] === "not named" }),
    }];
  });
}

/** The form's fields as a decision, as the server reads them from a form without script. Pure. */
export function decisionOf(fields: Iterable<[string, string]>): Decision {
  let value: Record<string, unknown> = {};
  let [kind, target, why, other] = ["", "", "", ""];
  const all = [...fields].map(([name, written]): [string, string] => [name, written.trim()]);
  for (const [name, given] of all) {
    if (name === "kind") kind = given;
    else if (name === "target") target = given;
    else if (name === "why") why = given;
    else if (name === "with") other = given.slice(given.lastIndexOf("/") + 1);
    else if (given !== "" && name !== "csrf") value[name] = NUMBERS.has(name) ? Number(given) : given;
  }
  const field = value["field"];
  if (typeof field === "string" && ROWED.has(field)) value = { field, value: rowed(field, all) };
  else if (field === "time") value = { field: "time", value: { earliest: value["earliest"] ?? null, latest: value["latest"] ?? null } };
  return { kind, target: `${target} ${other}`.trim(), why, ...(Object.keys(value).length > 0 ? { value } : {}) };
}

export async function decide(decision: Decision): Promise<boolean> {
  try {
    const answer = await send<Answer>("POST", "/api/v1/decisions", { why: "", value: {}, ...decision });
    keep(answer.judgement?.id ?? null, lines(answer));
    return true;
  } catch (fault) {
    tell([fault instanceof Refused ? fault.message : "The desk did not answer; nothing was decided."], null);
    return false;
  }
}

export async function undo(id: string | null = made().at(-1) ?? null): Promise<boolean> {
  if (id === null) {
    tell(["There is nothing to undo."], null);
    return false;
  }
  try {
    const answer = await send<Answer>("DELETE", `/api/v1/decisions/${id}`);
    forget(id);
    keep(null, ["Undone.", ...lines(answer)]);
    return true;
  } catch (fault) {
    if (fault instanceof Refused && fault.status === 404) forget(id);
    tell([fault instanceof Refused ? fault.message : "The desk did not answer."], null);
    return false;
  }
}

function lines({ changed = [], waiting = false }: Answer): string[] {
  return waiting ? ["Kept. What follows from it is being worked out; the desk tells when it is."] : changed;
}

/** What was told is kept over the reload that shows the record as it now stands. */
function keep(id: string | null, changed: string[]): void {
  try {
    sessionStorage.setItem("changed", JSON.stringify({ id, changed }));
    if (id !== null) sessionStorage.setItem("decided", JSON.stringify([...made(), id]));
  } catch {
    tell(changed, id);
  }
}

/** What was decided in this tab and not taken back, the latest last. */
function made(): string[] {
  try {
    return JSON.parse(sessionStorage.getItem("decided") ?? "[]") as string[];
  } catch {
    return [];
  }
}

function forget(id: string): void {
  try {
    sessionStorage.setItem("decided", JSON.stringify(made().filter((one) => one !== id)));
  } catch {
    // Then there is nothing that could be forgotten.
  }
}

export function tell(lines: readonly string[], id: string | null): void {
  const place = document.querySelector<HTMLElement>("#changed");
  if (place === null) return;
  const told = lines.length > 0 ? lines : ["Kept. Nothing else changed."];
  const list = opening(told, (one) => html("li", {}, one), LINES);
  const buttons: HTMLElement[] = [];
  if (id !== null) {
    const back = html("button", { type: "button" }, "Undo");
    back.addEventListener("click", () => void undo(id).then((done) => { if (done) location.reload(); }));
    buttons.push(back);
  }
  const close = html("button", { type: "button", "aria-label": "Dismiss" }, "✕");
  close.addEventListener("click", () => { place.replaceChildren(); });
  place.replaceChildren(html("div", {}, ...list), ...buttons, close);
}

export function decisions(): void {
  try {
    const kept = sessionStorage.getItem("changed");
    if (kept !== null) {
      sessionStorage.removeItem("changed");
      const { id, changed } = JSON.parse(kept) as { id: string | null; changed: string[] };
      tell(changed, id);
    }
  } catch {
    // Without storage the line is told at once, before the reload.
  }
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (!(form instanceof HTMLFormElement) || form.dataset["decide"] === undefined) return;
    event.preventDefault();
    const fields = [...new FormData(form, event.submitter)].map(([name, value]): [string, string] => [name, typeof value === "string" ? value : ""]);
    void decide(decisionOf(fields)).then((done) => { if (done) location.reload(); });
  });
  document.addEventListener("click", (event) => {
    const button = (event.target as Element | null)?.closest<HTMLElement>("[data-undo]");
    if (button !== null && button !== undefined) void undo(button.dataset["undo"] ?? null).then((done) => { if (done) location.reload(); });
  });
}
