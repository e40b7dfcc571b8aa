/** What is drawn as a point, what as an area, and what only told in words. Pure. */

import type { Place } from "../types";

/** Precisions whose coordinates are a spot; a province's middle is not where anything happened. */
const SPOTS = new Set(["settlement", "feature"]);

export interface Area { iso: string; name: string; count: number; events: string[]; within: Place[] }
export interface Sorted { spots: Place[]; areas: Area[]; lost: Place[] }

/** Keeps the events that are in `shown` (all where null), and drops places that have none left. */
export function narrowed(places: readonly Place[], shown: ReadonlySet<string> | null): Place[] {
  if (shown === null) return [...places];
  return places
    .map((one) => ({ ...one, events: one.events.filter((id) => shown.has(id)) }))
    .map((one) => ({ ...one, count: one.events.length }))
    .filter((one) => one.count > 0);
}

/**
 * Settlements as spots; countries, provinces and districts as counts of their country's area; the rest has no place on
 * the map. Areas are the fullest first.
 */
export function sorted(places: readonly Place[]): Sorted {
  const spots: Place[] = [];
  const lost: Place[] = [];
  const areas = new Map<string, Area>();
  for (const one of places) {
    if (SPOTS.has(one.precision) && one.lat !== null && one.lon !== null) spots.push(one);
    else if (one.iso !== null) {
      const area = areas.get(one.iso) ?? { iso: one.iso, name: one.country ?? "", count: 0, events: [], within: [] };
      area.count += one.count;
      area.events.push(...one.events);
      area.within.push(one);
      areas.set(one.iso, area);
    } else lost.push(one);
  }
  spots.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  return { spots, areas: [...areas.values()].sort((a, b) => b.count - a.count || (a.iso < b.iso ? -1 : 1)), lost };
}

/** Radius of a spot: its area grows with the count. Unit: pixels. */
export function radius(count: number, most: number): number {
  return 4 + 13 * Math.sqrt(count / Math.max(1, most));
}

/** Days with how many events, for the brush: `bins` equal parts between first and last. */
export function histogram(days: readonly number[], first: number, last: number, bins: number): number[] {
  const made = new Array<number>(bins).fill(0);
  for (const day of days) {
    const at = Math.min(bins - 1, Math.max(0, Math.floor(((day - first) / Math.max(1, last - first)) * bins)));
    made[at] = (made[at] ?? 0) + 1;
  }
  return made;
}
