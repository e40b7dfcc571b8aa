/** Draws the network: ties, names' signs and the names. */

import type { ZoomTransform } from "d3-zoom";
import { onTheme, palette, sharpen } from "../dom";
import { RELATIONS, type Relation } from "../types";
import { labelled, type Stand } from "./labels";
import { control, type Spot, type Tie } from "./layout";

/** Dashes of each relation: color is never the only sign. */
export const DASHES: Readonly<Record<Relation, number[]>> = { meets: [], accuses: [7, 4], supports: [], quotes: [2, 4], fights: [10, 3, 2, 3], other: [1, 3] };
/** Letters of a name that are shown. */
const LETTERS = 26;
const COLORS = [...RELATIONS, "ink", "soft", "sheet", "edge", "hit", "go", "chip"] as const;

export interface Picture {
  spots: readonly Spot[];
  ties: readonly Tie[];
  chosen: Tie | null;
  over: Spot | null;
  /** Where names must stay at the scale at which everything was fitted into the frame; unit: pixels. */
  fitted: { k: number; frame: [number, number] } | null;
}

interface Stood { k: number; over: Spot | null; spots: readonly Spot[]; stands: (Stand | null)[] }

export class Painter {
  private colors: Record<(typeof COLORS)[number], string>;
  private stood: Stood | null = null;

  constructor(private readonly canvas: HTMLCanvasElement, host: HTMLElement, redraw: () => void) {
    this.colors = palette(host, COLORS);
    onTheme(() => {
      this.colors = palette(host, COLORS);
      redraw();
    });
  }

  draw(wide: number, high: number, transform: ZoomTransform, picture: Picture): void {
    const pen = sharpen(this.canvas, wide, high);
    pen.clearRect(0, 0, wide, high);
    pen.translate(transform.x, transform.y);
    pen.scale(transform.k, transform.k);
    const near = around(picture);
    const dim = (lit: boolean): number => (near.size > 0 && !lit ? 0.13 : 1);
    for (const tie of picture.ties) this.tie(pen, tie, picture, dim(tie.source === picture.over || tie.target === picture.over));
    for (const spot of picture.spots) {
      pen.globalAlpha = dim(near.has(spot));
      pen.fillStyle = spot === picture.over ? this.colors.hit : this.colors.sheet;
      pen.strokeStyle = this.colors.ink;
      pen.lineWidth = 1.5;
      shape(pen, spot);
      pen.fill();
      pen.stroke();
    }
    this.names(pen, transform.k, picture, near, dim);
    pen.globalAlpha = 1;
  }

  private tie(pen: CanvasRenderingContext2D, tie: Tie, picture: Picture, light: number): void {
    const chosen = tie === picture.chosen;
    pen.globalAlpha = chosen ? 1 : 0.75 * light;
    pen.strokeStyle = chosen ? this.colors.ink : this.colors[tie.edge.relation];
    pen.lineWidth = Math.min(6, 1 + Math.log2(tie.edge.count + 1) * 0.7) + (chosen ? 1.5 : 0);
    pen.setLineDash(DASHES[tie.edge.relation]);
    const [cx, cy] = control(tie);
    pen.beginPath();
    pen.moveTo(tie.source.x, tie.source.y);
    pen.quadraticCurveTo(cx, cy, tie.target.x, tie.target.y);
    pen.stroke();
    pen.setLineDash([]);
    if (tie.edge.relation !== "meets") arrow(pen, tie, cx, cy);
  }

  /** Writes the names, in letters as large at every scale. */
  private names(pen: CanvasRenderingContext2D, k: number, picture: Picture, near: ReadonlySet<Spot>, dim: (lit: boolean) => number): void {
    const stands = this.stands(pen, k, picture, near);
    pen.textAlign = "center";
    pen.textBaseline = "top";
    pen.lineJoin = "round";
    pen.strokeStyle = this.colors.sheet;
    pen.fillStyle = this.colors.ink;
    for (const [index, spot] of picture.spots.entries()) {
      const stand = stands[index] ?? null;
      if (stand === null) continue;
      pen.font = fontOf(spot, k);
      pen.globalAlpha = dim(near.has(spot));
      pen.lineWidth = 3.5 / k;
      pen.strokeText(called(spot), stand[0] / k, stand[1] / k);
      pen.fillText(called(spot), stand[0] / k, stand[1] / k);
    }
  }

  /** Where the names stand; worked out anew only when the scale or what is pointed at has changed, not while panning. */
  private stands(pen: CanvasRenderingContext2D, k: number, picture: Picture, near: ReadonlySet<Spot>): (Stand | null)[] {
    const { over, spots } = picture;
    if (this.stood?.k === k && this.stood.over === over && this.stood.spots === spots) return this.stood.stands;
    const signs = spots.map((spot) => {
      pen.font = fontOf(spot, 1);
      return { x: spot.x * k, y: spot.y * k, radius: spot.radius * k, wide: pen.measureText(called(spot)).width };
    });
    const must = new Set(spots.flatMap((spot, index) => (near.has(spot) ? [index] : [])));
    const frame = picture.fitted?.k === k ? picture.fitted.frame : undefined;
    this.stood = { k, over, spots, stands: labelled(signs, must, frame) };
    return this.stood.stands;
  }
}

/** What is pointed at and whom it is tied to; empty where nothing is. */
function around({ over, ties }: Picture): Set<Spot> {
  if (over === null) return new Set();
  return new Set([over, ...ties.flatMap((tie) => (tie.source === over ? [tie.target] : tie.target === over ? [tie.source] : []))]);
}

function called(spot: Spot): string {
  const { name } = spot.node;
  return name.length > LETTERS ? `${name.slice(0, LETTERS - 1).trimEnd()}…` : name;
}

function fontOf(spot: Spot, k: number): string {
  return spot.radius > 11 ? `600 ${13 / k}px system-ui, sans-serif` : `400 ${11.5 / k}px system-ui, sans-serif`;
}

function arrow(pen: CanvasRenderingContext2D, tie: Tie, cx: number, cy: number): void {
  const angle = Math.atan2(tie.target.y - cy, tie.target.x - cx);
  const [x, y] = [tie.target.x - Math.cos(angle) * (tie.target.radius + 2), tie.target.y - Math.sin(angle) * (tie.target.radius + 2)];
  pen.fillStyle = pen.strokeStyle;
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(x - 8 * Math.cos(angle - 0.4), y - 8 * Math.sin(angle - 0.4));
  pen.lineTo(x - 8 * Math.cos(angle + 0.4), y - 8 * Math.sin(angle + 0.4));
  pen.closePath();
  pen.fill();
}

/** People are circles, organizations squares, everything else diamonds. */
function shape(pen: CanvasRenderingContext2D, spot: Spot): void {
  const { x, y, radius } = spot;
  pen.beginPath();
  if (spot.node.kind === "person") pen.arc(x, y, radius, 0, 7);
  else if (spot.node.kind === "organization" || spot.node.kind === "group") pen.roundRect(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8, 3);
  else {
    pen.moveTo(x, y - radius);
    pen.lineTo(x + radius, y);
    pen.lineTo(x, y + radius);
    pen.lineTo(x - radius, y);
    pen.closePath();
  }
}
