/** The relay graph in layers, outlets at the left, origins at the right. Pure. */

import type { RelayData, RelayEdge, RelayNode } from "../types";

export const BOX = { wide: 216, high: 40, across: 330, down: 64, margin: 16 };

export interface Put { node: RelayNode; x: number; y: number; root: boolean }
export interface Drawn { edge: RelayEdge; from: Put; to: Put; loop: boolean; path: string; mid: [number, number] }
export interface Picture { boxes: Put[]; edges: Drawn[]; width: number; height: number }

/** Gives each node a column and a row near those it is tied to; edges that close a loop are marked. */
export function layered(data: RelayData): Picture {
  const looping = new Set(data.loops.flatMap((loop) => loop.map((id, place) => `${id}\n${loop[(place + 1) % loop.length] ?? ""}`)));
  const levelOf = levelled(data, looping);
  const columns = new Map<number, RelayNode[]>();
  for (const node of data.nodes) {
    const level = levelOf.get(node.id) ?? 0;
    const column = columns.get(level);
    if (column === undefined) columns.set(level, [node]);
    else column.push(node);
  }
  const levels = [...columns.keys()].sort((a, b) => a - b);
  const rows = new Map<string, number>();
  const leaves = new Set(data.nodes.map((one) => one.id));
  for (const edge of data.edges) if (edge.source !== edge.target) leaves.delete(edge.source);
  for (const level of levels) {
    const column = columns.get(level) ?? [];
    const wish = (node: RelayNode, place: number): number => {
      const before = data.edges.filter((one) => one.target === node.id).flatMap((one) => rows.get(one.source) ?? []);
      return before.length === 0 ? place : before.reduce((a, b) => a + b, 0) / before.length;
    };
    const wished = column.map((node, place) => ({ node, at: wish(node, place) }));
    wished.sort((a, b) => a.at - b.at || (a.node.label < b.node.label ? -1 : 1));
    for (const [place, { node }] of wished.entries()) rows.set(node.id, place);
  }
  const most = Math.max(1, ...[...columns.values()].map((one) => one.length));
  const boxes = new Map<string, Put>();
  for (const [place, level] of levels.entries()) {
    const column = columns.get(level) ?? [];
    const shift = ((most - column.length) * BOX.down) / 2;
    for (const node of column) {
      const y = BOX.margin + shift + (rows.get(node.id) ?? 0) * BOX.down;
      boxes.set(node.id, { node, x: BOX.margin + place * BOX.across, y, root: leaves.has(node.id) });
    }
  }
  const edges: Drawn[] = [];
  for (const edge of data.edges) {
    const [from, to] = [boxes.get(edge.source), boxes.get(edge.target)];
    if (from === undefined || to === undefined) continue;
    const loop = looping.has(`${edge.source}\n${edge.target}`) || from.x >= to.x;
    edges.push({ edge, from, to, loop, ...curve(from, to, most) });
  }
  return {
    boxes: [...boxes.values()],
    edges,
    width: BOX.margin * 2 + Math.max(0, levels.length - 1) * BOX.across + BOX.wide,
    height: BOX.margin * 2 + most * BOX.down - (BOX.down - BOX.high) + (edges.some((one) => one.loop) ? 46 : 0),
  };
}

/** A level for each node, right of all that pass it on: an outlet that another one quotes is not beside it. Loops don't count. */
function levelled(data: RelayData, looping: ReadonlySet<string>): Map<string, number> {
  const levels = new Map(data.nodes.map((one) => [one.id, one.level]));
  const forward = data.edges.filter((one) => one.source !== one.target && !looping.has(`${one.source}\n${one.target}`));
  let [moved, rounds] = [true, data.nodes.length];
  while (moved && rounds > 0) {
    rounds -= 1;
    moved = false;
    for (const { source, target } of forward) {
      const [from, to] = [levels.get(source), levels.get(target)];
      if (from === undefined || to === undefined || to > from) continue;
      levels.set(target, from + 1);
      moved = true;
    }
  }
  return moved ? new Map(data.nodes.map((one) => [one.id, one.level])) : levels;
}

function curve(from: Put, to: Put, most: number): { path: string; mid: [number, number] } {
  const [y1, y2] = [from.y + BOX.high / 2, to.y + BOX.high / 2];
  if (from.x < to.x) {
    const [x1, x2] = [from.x + BOX.wide, to.x - 6];
    const bend = (x1 + x2) / 2;
    return { path: `M${x1},${y1}C${bend},${y1} ${bend},${y2} ${x2},${y2}`, mid: [bend, (y1 + y2) / 2] };
  }
  const low = BOX.margin + most * BOX.down + 14;
  const [x1, x2] = [from.x + BOX.wide / 2, to.x + BOX.wide / 2 - (from === to ? 40 : 0)];
  const [b1, b2] = [from.y + BOX.high, to.y + BOX.high + 6];
  return { path: `M${x1},${b1}C${x1},${low} ${x2},${low} ${x2},${b2}`, mid: [(x1 + x2) / 2, low - 12] };
}
