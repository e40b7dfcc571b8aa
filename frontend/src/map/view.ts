/** Which shapes lie in the picture. Pure. */

import type { Geometry, Position } from "geojson";

/** Left, top, right, bottom. Unit: pixels. */
export type Box = [number, number, number, number];

/** Of the corners of a ring, every so manieth is looked at: an outline needs no more. */
const STEP = 8;

/** The box around a shape as it is projected, about: what of it lies between the corners looked at may stand out. */
export function outline(geometry: Geometry, projected: (at: [number, number]) => [number, number] | null): Box {
  const found: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings(geometry)) {
    for (let place = 0; place < ring.length; place += STEP) {
      const [lon = 0, lat = 0] = ring[place] ?? [];
      const at = projected([lon, lat]);
      if (at === null) continue;
      found[0] = Math.min(found[0], at[0]);
      found[1] = Math.min(found[1], at[1]);
      found[2] = Math.max(found[2], at[0]);
      found[3] = Math.max(found[3], at[1]);
    }
  }
  return found;
}

/** Tells whether two boxes share a point. */
export function meets(one: Box, other: Box): boolean {
  return one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3];
}

/** Those that `first` holds of, and the others; both in the order given. */
export function split<Value>(among: Iterable<Value>, first: (one: Value) => boolean): [Value[], Value[]] {
  const found: [Value[], Value[]] = [[], []];
  for (const one of among) found[first(one) ? 0 : 1].push(one);
  return found;
}

function rings(geometry: Geometry): Position[][] {
  if (geometry.type === "Polygon") return geometry.coordinates;
  return geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : [];
}
