/** Single keys of the review queue. Pure. */

export type Act = "accept" | "correct" | "reject" | "merge" | "split" | "different" | "note" | "undo" | "down" | "up" | "help" | "open";

export const KEYS: Readonly<Record<string, Act>> = {
  a: "accept", c: "correct", r: "reject", m: "merge", s: "split", d: "different", n: "note", u: "undo", j: "down", k: "up", "?": "help", Enter: "open",
};

interface Pressed { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; target: EventTarget | null }

/** What a key press asks for; null while somebody types, or with a modifier. */
export function actOf(event: Pressed): Act | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const target = event.target as { tagName?: string; isContentEditable?: boolean } | null;
  if (target?.isContentEditable === true || ["INPUT", "TEXTAREA", "SELECT"].includes(target?.tagName ?? "")) return null;
  if (event.key === "Enter" && ["A", "BUTTON", "SUMMARY"].includes(target?.tagName ?? "")) return null;
  return KEYS[event.key] ?? null;
}

/** Where somebody stood: on which page, at which row, the how manieth that was. */
export interface Stood { page: string; target: string; at: number }

/** Where to stand on a page with these rows: where somebody stood, or, if that row is gone, where it was; else at the head. */
export function resumed(stood: Stood | null, page: string, targets: readonly string[]): number {
  if (stood?.page !== page) return 0;
  const found = targets.indexOf(stood.target);
  return found >= 0 ? found : moved(stood.at, 0, targets.length);
}

/** The next place in a queue; stays at the ends. */
export function moved(at: number, by: number, length: number): number {
  return Math.max(0, Math.min(length - 1, at + by));
}
