/** The review queue by single keys. Without script the same forms are there to press. */

import { decide, decisionOf, tell, undo, type Decision } from "./decisions";
import { actOf, moved, resumed, type Act, type Stood } from "./keys";

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
  let at = resumed(remembered(), location.pathname + location.search, items.map((one) => one.dataset["target"] ?? ""));
  let busy = false;

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
    remember(item, at);
    if (focus) {
      item.focus({ preventScroll: true });
      item.scrollIntoView({ block: "nearest" });
    }
  };

  /** Shows what is left, at the row behind; a key pressed meanwhile decides nothing. */
  const done = (ok: boolean): void => {
    busy = ok;
    if (!ok) return;
    const next = items[at + 1] ?? items[at - 1];
    if (next !== undefined) remember(next, at);
    location.reload();
  };

  /** Opens or shuts a form; open, its first field is where typing goes. */
  const turn = (summary: HTMLElement): void => {
    summary.click();
    const form = summary.closest("details");
    if (form?.open === true) form.querySelector<HTMLElement>("select, textarea, input:not([type=hidden])")?.focus();
  };

  const act = (asked: Act): void => {
    const item = items[at];
    if (busy) return;
    if (asked === "down" || asked === "up") choose(moved(at, asked === "down" ? 1 : -1, items.length), true);
    else if (asked === "undo") {
      busy = true;
      void undo().then((ok) => {
        busy = ok;
        if (ok) location.reload();
      });
    } else if (asked === "open") item?.querySelector<HTMLAnchorElement>("a[data-open]")?.click();
    else if (item !== undefined && asked !== "help") {
      const button = item.querySelector<HTMLElement>(`[data-act="${asked}"]`);
      if (button === null) tell([`Nothing to ${WORDS[asked]} here: this row is a ${item.dataset["kind"] ?? "row"}.`], null);
      else if (button.dataset["opens"] !== undefined || button.tagName === "SUMMARY") turn(button);
      else {
        busy = true;
        void decide(asks(button) ?? { kind: asked, target: item.dataset["target"] ?? "" }).then(done);
      }
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
    const open = event.key === "Escape" ? items[at]?.querySelector("details[open]") : null;
    if (open !== null && open !== undefined) {
      open.removeAttribute("open");
      choose(at, true);
      return;
    }
    const asked = actOf(event);
    if (asked === null || asked === "help") return;
    event.preventDefault();
    act(asked);
  });
  choose(at, false);
  if (at > 0) items[at]?.scrollIntoView({ block: "nearest" });
}

function remember(item: HTMLElement, at: number): void {
  const stood: Stood = { page: location.pathname + location.search, target: item.dataset["target"] ?? "", at };
  try {
    sessionStorage.setItem("review at", JSON.stringify(stood));
  } catch {
    // Then the queue starts at its head.
  }
}

function remembered(): Stood | null {
  try {
    return JSON.parse(sessionStorage.getItem("review at") ?? "null") as Stood | null;
  } catch {
    return null;
  }
}
