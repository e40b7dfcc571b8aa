/** The review queue by single keys. Without script the same forms are there to press. */

import { decide, decisionOf, tell, undo, type Decision } from "./decisions";
import { actOf, moved, type Act } from "./keys";

/** What cannot be done to a row, in words. */
const WORDS: Readonly<Record<Exclude<Act, "down" | "up" | "undo" | "open" | "help">, string>> = {
  accept: "accept", correct: "correct", reject: "reject", merge: "merge", split: "split off", different: "tell apart", note: "note",
};

/** The decision of the form that a button sends. */
function asks(button: HTMLElement): Decision | null {
  const form = button.closest("form");
  if (form === null) return null;
  return decisionOf([...new FormData(form)].map(([name, value]): [string, string] => [name, typeof value === "string" ? value : ""]));
}

export function review(host: HTMLElement): void {
  const items = [...host.querySelectorAll<HTMLElement>(".queue > li")];
  let at = Math.max(0, items.findIndex((one) => one.dataset["target"] === remembered()));

  const choose = (to: number, focus: boolean): void => {
    at = moved(to, 0, items.length);
    for (const [place, item] of items.entries()) {
      if (place === at) item.setAttribute("aria-current", "true");
      else item.removeAttribute("aria-current");
      const detail = item.querySelector<HTMLElement>(".detail");
      if (detail !== null) detail.hidden = place !== at;
    }
    const item = items[at];
    if (item === undefined) return;
    if (focus) {
      item.focus({ preventScroll: true });
      item.scrollIntoView({ block: "nearest" });
    }
  };

  const done = (ok: boolean): void => {
    if (!ok) return;
    try {
      sessionStorage.setItem("review at", (items[at + 1] ?? items[at - 1])?.dataset["target"] ?? "");
    } catch {
      // Then the queue starts at its head.
    }
    location.reload();
  };

  const act = (asked: Act): void => {
    const item = items[at];
    if (asked === "down" || asked === "up") choose(moved(at, asked === "down" ? 1 : -1, items.length), true);
    else if (asked === "undo") void undo().then((ok) => { if (ok) location.reload(); });
    else if (asked === "open") item?.querySelector<HTMLAnchorElement>("a[data-open]")?.click();
    else if (item !== undefined && asked !== "help") {
      const button = item.querySelector<HTMLElement>(`[data-act="${asked}"]`);
      if (button === null) tell([`Nothing to ${WORDS[asked]} here: this row is a ${item.dataset["kind"] ?? "row"}.`], null);
      else if (button.dataset["opens"] !== undefined || button.tagName === "SUMMARY") button.click();
      else void decide(asks(button) ?? { kind: asked, target: item.dataset["target"] ?? "" }).then(done);
    }
  };

  for (const [place, item] of items.entries()) {
    item.tabIndex = -1;
    item.addEventListener("click", (event) => {
      if (place !== at && (event.target as Element).closest("a, button, summary, input, select, textarea") === null) choose(place, false);
    });
    item.addEventListener("focusin", () => { if (place !== at) choose(place, false); });
    for (const button of item.querySelectorAll<HTMLElement>("button[data-act]:not([data-opens])")) {
      button.addEventListener("click", (event) => {
        event.preventDefault();
        at = place;
        act(button.dataset["act"] as Act);
      });
    }
  }
  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]") !== null || event.defaultPrevented) return;
    const asked = actOf(event);
    if (asked === null || asked === "help") return;
    event.preventDefault();
    act(asked);
  });
  choose(at, false);
}

function remembered(): string | null {
  try {
    const found = sessionStorage.getItem("review at");
    sessionStorage.removeItem("review at");
    return found;
  } catch {
    return null;
  }
}
