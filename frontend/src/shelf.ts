/** What a picture has no place for, as a shelf below it: the first at once, all of it at a press. */

import { html } from "./dom";

/** Shown at once. */
const FIRST = 40;

export interface Shelved { id: string; title: string }

export function shelf(label: string, events: readonly Shelved[]): HTMLElement | null {
  if (events.length === 0) return null;
  const item = (one: Shelved): HTMLElement => html("li", {}, html("a", { href: `/events/${one.id}` }, one.title));
  const list = html("ul", {}, ...events.slice(0, FIRST).map(item));
  const made = html("section", { class: "shelf", "aria-label": label }, html("h2", { class: "label" }, `${label} · ${events.length}`), list);
  if (events.length <= FIRST) return made;
  const more = html("button", { type: "button", class: "plain small" }, `${events.length - FIRST} more`);
  more.addEventListener("click", () => {
    list.append(...events.slice(FIRST).map(item));
    list.querySelectorAll("a")[FIRST]?.focus();
    more.remove();
  });
  made.append(more);
  return made;
}
