/** What is drawn as a point, what as an area, and what only told in words. Pure. */

import { geoContains } from "d3-geo";
import type { Feature, Geometry } from "geojson";
import type { Place } from "../types";

/** Precisions whose coordinates are a spot; a province's middle is not where anything happened. */
const SPOTS = new Set(["settlement", "feature"]);

/** A country's or province's shape. */
export type Shape = Feature<Geometry, { name: string }>;

/** Shapes by ISO 3166-1 codes: countries by the number, their provinces by the three letters. */
export interface Shapes { countries: ReadonlyMap<string, Shape>; provinces: ReadonlyMap<string, readonly Shape[]> }

/** `whole` is a country; else it is a province. `within` are the places that were counted to it. */
export interface Area { key: string; name: string; shape: Shape; whole: boolean; count: number; events: string[]; within: Place[] }
export interface Sorted { spots: Place[]; areas: Area[]; lost: Place[] }

/** Keeps the events that are in `shown` (all where null), and drops places that have none left. */
export function narrowed(places: readonly Place[], shown: ReadonlySet<string> | null): Place[] {
  if (shown === null) return [...places];
  return places
    .map((one) => ({ ...one, events: one.events.filter((id) => shown.has(id)) }))
    .map((one) => ({ ...one, count: one.events.length }))
    .filter((one) => one.count > 0);
}

/** Countries whose provinces must be asked for: something is told of a part of them that is no spot. */
export function parted(places: readonly Place[]): string[] {
  const codes = places.filter((one) => !SPOTS.has(one.precision) || one.lat === null).filter((one) => one.precision !== "country");
  return [...new Set(codes.flatMap((one) => one.country ?? []))].sort();
}

/**
 * Settlements as spots; what is told of a province, or of something in it that has no spot, in the province's area; the
 * rest in the country's; what has neither has no place on the map. Areas are the fullest first, countries before provinces.
 */
export function sorted(places: readonly Place[], shapes: Shapes): Sorted {
  const spots: Place[] = [];
  const lost: Place[] = [];
  const areas = new Map<string, Area>();
  for (const one of places) {
    if (SPOTS.has(one.precision) && one.lat !== null && one.lon !== null) {
      spots.push(one);
      continue;
    }
    const at = province(one, shapes.provinces.get(one.country ?? "") ?? []);
    const shape = at?.shape ?? shapes.countries.get(one.iso ?? "");
    if (shape === undefined) {
      lost.push(one);
      continue;
    }
    const key = at === null ? (one.iso ?? "") : `${one.country ?? ""} ${at.place}`;
    const area = areas.get(key) ?? { key, name: at === null ? shape.properties.name : (one.admin1 ?? one.name), shape, whole: at === null, count: 0, events: [], within: [] };
    if (at !== null && one.precision === "division") area.name = one.name;
    area.count += one.count;
    area.events.push(...one.events);
    area.within.push(one);
    areas.set(key, area);
  }
  spots.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  const rank = (one: Area): number => (one.whole ? 0 : 1);
  return { spots, areas: [...areas.values()].sort((a, b) => rank(a) - rank(b) || b.count - a.count || (a.key < b.key ? -1 : 1)), lost };
}

/**
 * The province that a place is, or lies in: the one that its coordinates lie in, else the only one of its name. The
 * data's names can't be trusted where coordinates speak: some countries' younger provinces bear their elders' names.
 */
function province(one: Place, among: readonly Shape[]): { place: number; shape: Shape } | null {
  if (one.precision === "country" || among.length === 0) return null;
  let found: Shape[] = [];
  if (one.precision === "division" && one.lat !== null && one.lon !== null) {
    const at: [number, number] = [one.lon, one.lat];
    found = among.filter((shape) => geoContains(shape, at));
  }
  if (found.length === 0 && one.admin1 !== null) {
    const wanted = bare(one.admin1);
    found = among.filter((shape) => bare(shape.properties.name) === wanted);
  }
  const shape = found[0];
  return shape === undefined || found.length > 1 ? null : { place: among.indexOf(shape), shape };
}

const KINDS = /\b(province|region|oblast|governorate|state|prefecture|department|wilayat|krai)\b/g;

/** A province's name without accents, case and what kind of province it is. */
export function bare(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(KINDS, " ");
  return plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
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
