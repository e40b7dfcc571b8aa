/** The line that tells how far decisions are worked in: kept fresh while it is shown, and what changed told at its end. */

import { ask } from "./api";
import { html } from "./dom";
import { tell } from "./review/decisions";

export interface Working { waiting: number; stretch: string; number: number; of: number; changed: string[]; fault: string }

/** How often is asked. Unit: milliseconds. */
const EVERY = 2000;

/** What the line says; empty where everything is worked in. Pure. */
export function told(now: Working): string {
  const count = `${now.waiting} ${now.waiting === 1 ? "decision is" : "decisions are"} kept`;
  const step = now.stretch === "" ? "soon" : `${now.stretch}, step ${now.number} of ${now.of}`;
  if (now.waiting > 0) return now.fault !== "" && now.stretch === "" ? `${count}, but could not be worked in: ${now.fault}` : `${count} and worked in: ${step}.`;
  return now.stretch === "" ? "" : `The pages are brought up to date: ${step}.`;
}

export function settling(): void {
  const line = document.querySelector<HTMLElement>("#settling");
  if (line === null) return;
  const turn = async (): Promise<void> => {
    const now = await ask<Working>("/api/v1/work").catch(() => null);
    const words = now === null ? "The desk does not answer." : told(now);
    if (words !== "") {
      if (line.textContent !== words) line.textContent = words;
      if (now === null || now.fault === "" || now.stretch !== "") window.setTimeout(() => void turn(), EVERY);
      return;
    }
    const show = html("button", { type: "button" }, "Show");
    show.addEventListener("click", () => { location.reload(); });
    line.replaceChildren("The pages can be shown with it now. ", show);
    if (now !== null && now.changed.length > 0) tell(now.changed, null);
  };
  window.setTimeout(() => void turn(), EVERY);
}
