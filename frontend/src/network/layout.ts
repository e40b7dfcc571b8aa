/** Where the nodes of the network stand: the same data give the same picture, and what was there stays. Pure. */

import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3-force";
import type { NetEdge, NetNode, NetworkData, Relation } from "../types";

export interface Spot extends SimulationNodeDatum { node: NetNode; radius: number; x: number; y: number; kept: boolean }
export interface Tie { edge: NetEdge; source: Spot; target: Spot; bend: number }
export type Remembered = Record<string, [number, number]>;

/** The `most` weightiest nodes that have a tie of these relations, and the ties among them. */
export function choose(data: NetworkData, most: number, relations: ReadonlySet<Relation>): NetworkData {
  const edges = data.edges.filter((one) => relations.has(one.relation));
  const degree = new Map<string, number>();
  for (const edge of edges) for (const end of [edge.source, edge.target]) degree.set(end, (degree.get(end) ?? 0) + edge.count);
  const nodes = data.nodes
    .filter((one) => degree.has(one.id))
    .sort((a, b) => (degree.get(b.id) ?? 0) - (degree.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1))
    .slice(0, most);
  const kept = new Set(nodes.map((one) => one.id));
  const among = edges.filter((one) => kept.has(one.source) && kept.has(one.target));
  const tied = new Set(among.flatMap((one) => [one.source, one.target]));
  return { nodes: nodes.filter((one) => tied.has(one.id)), edges: among };
}

/** A number in [0, 1) that depends on the text alone (FNV-1a), so that a node starts where it started before. */
export function hashed(text: string): number {
  let hash = 2166136261;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
  return (hash >>> 0) / 2 ** 32;
}

/** Steps until the layout rests; d3-force's own default, after which alpha is under 0.001. */
const STEPS = 300;

export function place(data: NetworkData, remembered: Remembered): { spots: Spot[]; ties: Tie[] } {
  const spots: Spot[] = data.nodes.map((node) => {
    const before = remembered[node.id];
    const angle = hashed(node.id) * 2 * Math.PI;
    const far = 60 + 240 * hashed(`${node.id}/`);
    const [x, y] = before ?? [Math.cos(angle) * far, Math.sin(angle) * far];
    return { node, radius: 5 + Math.sqrt(node.weight) * 1.9, x, y, kept: before !== undefined };
  });
  const byId = new Map(spots.map((one) => [one.node.id, one]));
  const pairs = new Map<string, number>();
  const ties: Tie[] = [];
  for (const edge of data.edges) {
    const [source, target] = [byId.get(edge.source), byId.get(edge.target)];
    if (source === undefined || target === undefined) continue;
    const pair = [edge.source, edge.target].sort().join("\n");
    const place = pairs.get(pair) ?? 0;
    pairs.set(pair, place + 1);
    const side = edge.source < edge.target ? 1 : -1;
    ties.push({ edge, source, target, bend: side * (place % 2 === 0 ? 1 : -1) * Math.ceil(place / 2) * 0.22 });
  }
  const fresh = spots.some((one) => !one.kept);
  if (!fresh) return { spots, ties };
  for (const one of spots) if (one.kept) [one.fx, one.fy] = [one.x, one.y];
  const links = ties.map((tie) => ({ source: tie.source, target: tie.target, count: tie.edge.count }));
  forceSimulation(spots)
    .randomSource(seeded(1))
    .force("link", forceLink(links).distance(110).strength((link) => Math.min(0.7, 0.12 * Math.sqrt(link.count))))
    .force("charge", forceManyBody().strength(-420).distanceMax(600))
    .force("room", forceCollide<Spot>((one) => one.radius + 22))
    .force("x", forceX(0).strength(0.05))
    .force("y", forceY(0).strength(0.08))
    .stop()
    .tick(STEPS);
  return { spots, ties };
}

/** A small generator with a fixed start (mulberry32), instead of chance. */
export function seeded(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The control point of a tie's curve. */
export function control(tie: Tie): [number, number] {
  const [dx, dy] = [tie.target.x - tie.source.x, tie.target.y - tie.source.y];
  return [(tie.source.x + tie.target.x) / 2 - dy * tie.bend, (tie.source.y + tie.target.y) / 2 + dx * tie.bend];
}

/** The tie nearest to a point, if one is within `reach`. */
export function nearestTie(ties: readonly Tie[], x: number, y: number, reach: number): Tie | null {
  let [best, least] = [null as Tie | null, reach];
  for (const tie of ties) {
    const [cx, cy] = control(tie);
    let [px, py] = [tie.source.x, tie.source.y];
    for (let step = 1; step <= 8; step += 1) {
      const t = step / 8;
      const qx = (1 - t) ** 2 * tie.source.x + 2 * (1 - t) * t * cx + t ** 2 * tie.target.x;
      const qy = (1 - t) ** 2 * tie.source.y + 2 * (1 - t) * t * cy + t ** 2 * tie.target.y;
      const far = fromSegment(x, y, px, py, qx, qy);
      if (far < least) [best, least] = [tie, far];
      [px, py] = [qx, qy];
    }
  }
  return best;
}

function fromSegment(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
