/** Where names stand: below their sign where nothing is in the way, else above or beside it, else nowhere. Pure. */

/** A sign on the screen with the width of its name. Unit: pixels. */
export interface Sign { x: number; y: number; radius: number; wide: number }

/** The middle of a name's upper edge. Unit: pixels. */
export type Stand = [x: number, y: number];

type Box = [left: number, top: number, right: number, bottom: number];

/** Height of a line of a name. Unit: pixels. */
const HIGH = 14;

/** Between a sign and its name. Unit: pixels. */
const GAP = 3;

const apart = (a: Box, b: Box): boolean => a[0] >= b[2] || a[2] <= b[0] || a[1] >= b[3] || a[3] <= b[1];

/**
 * Where each name stands; null where it would cover another name or sign, or leave the frame between `left` and `right`.
 * The first have the first choice; `must` stand whatever they cover.
 */
export function labelled(
  signs: readonly Sign[], must: ReadonlySet<number> = new Set(), [left, right]: readonly [number, number] = [-Infinity, Infinity],
): (Stand | null)[] {
  const taken = signs.map(({ x, y, radius }): Box => [x - radius, y - radius, x + radius, y + radius]);
  const made: (Stand | null)[] = signs.map(() => null);
  for (const [index, sign] of signs.entries()) {
    const stands = around(sign);
    const free = stands.find((one) => {
      const box = boxOf(one, sign.wide);
      return box[0] >= left && box[2] <= right && taken.every((other, place) => place === index || apart(box, other));
    });
    const stand = free ?? (must.has(index) ? stands[0] : undefined);
    if (stand === undefined) continue;
    made[index] = stand;
    taken.push(boxOf(stand, sign.wide));
  }
  return made;
}

function around({ x, y, radius, wide }: Sign): Stand[] {
  const side = radius + GAP + 1 + wide / 2;
  return [[x, y + radius + GAP], [x, y - radius - GAP - HIGH], [x + side, y - HIGH / 2], [x - side, y - HIGH / 2]];
}

function boxOf([x, y]: Stand, wide: number): Box {
  return [x - wide / 2 - 2, y, x + wide / 2 + 2, y + HIGH];
}
