/** What stands above the timeline: by what its lanes are, and how close it is seen. */

import { html } from "../dom";
import type { Grouping } from "./layout";

const LANES: readonly (readonly [Grouping, string])[] = [["actor", "By actor"], ["place", "By place"], ["outlet", "By outlet"]];

export interface Acts { group(by: Grouping): void; zoom(factor: number): void; all(): void }

/** How much a press zooms. */
export const STEP = 1.6;

export function controls(now: Grouping, acts: Acts): HTMLElement {
  const lanes = LANES.map(([value, label]) => {
    const input = html("input", { type: "radio", name: "lanes", value, checked: value === now });
    input.addEventListener("change", () => { acts.group(value); });
    return html("label", {}, input, label);
  });
  const button = (label: string, title: string, act: () => void): HTMLElement => {
    const made = html("button", { type: "button", title, "aria-label": title }, label);
    made.addEventListener("click", act);
    return made;
  };
  return html(
    "div", { class: "bar" },
    html("div", { class: "segments", role: "radiogroup", "aria-label": "Lanes by" }, ...lanes),
    html("span", { class: "spring" }),
    html("span", { class: "zooms" },
      button("−", "Zoom out", () => { acts.zoom(1 / STEP); }),
      button("+", "Zoom in", () => { acts.zoom(STEP); }),
      button("All", "Show all", () => { acts.all(); })),
  );
}
