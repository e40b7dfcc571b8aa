/** Lists too long to be read at once: the first of them, all at a press; and what a picture has no place for, so listed. */

import { html } from "./dom";

/** Shown of a shelf at once. */
const FIRST = 40;

export interface Shelved { id: string; title: string }

/** A list and, where something is held back, the button that brings the rest and goes to its first. */
export function opening<Kind>(many: readonly Kind[], item: (one: Kind) => HTMLElement, first: number, list = html("ul", {})): HTMLElement[] {
  list.append(...many.slice(0, first).map(item));
  if (many.length <= first) return [list];
  const more = html("button", { type: "button", class: "plain small" }, `${many.length - first} more`);
  more.addEventListener("click", () => {
    const rest = many.slice(first).map(item);
    list.append(...rest);
    rest[0]?.querySelector("a")?.focus();
    more.remove();
  });
  return [list, more];
}

export function shelf(label: string, events: readonly Shelved[]): HTMLElement | null {
  if (events.length === 0) return null;
  const item = (one: Shelved): HTMLElement => html("li", {}, html("a", { href: `/events/${one.id}` }, one.title));
  return html("section", { class: "shelf", "aria-label": label }, html("h2", { class: "label" }, `${label} · ${events.length}`), ...opening(events, item, FIRST));
}
