/** Draws the timeline: axis, lanes, bars with their titles, bins. */

import { inWords, isoOf, MONTHS, ticks, type Tick } from "../days";
import { onTheme, palette, sharpen } from "../dom";
import { sign, STATUSES } from "../marks";
import type { Moment } from "../types";
import { firstFrom, TITLE, type Bar, type Lane } from "./layout";

export const ROW = 22;
export const HEAD = 24;
export const AXIS = 30;
const FONT = "12.5px system-ui, sans-serif";
const COLORS = [...STATUSES, "ink", "soft", "rule", "sheet", "sunk", "edge", "hit", "chip"] as const;

/** Less of a title than this is not worth drawing. Unit: pixels. */
const LEAST = 40;

/** What is in view: the canvas' size, how far the lanes are scrolled, and where a day stands. Unit: pixels, days. */
export interface View {
  width: number;
  height: number;
  top: number;
  scale: number;
  x(day: number): number;
  day(x: number): number;
}

export interface Picture {
  lanes: readonly Lane[];
  /** Where each lane begins, and where the last one ends. */
  tops: readonly number[];
  /** The longest bar, in days. */
  longest: number;
  chosen: Moment | null;
}

export class Painter {
  private colors: Record<(typeof COLORS)[number], string>;
  private readonly widths = new Map<string, number>();

  constructor(private readonly canvas: HTMLCanvasElement, host: HTMLElement, redraw: () => void) {
    this.colors = palette(host, COLORS);
    onTheme(() => {
      this.colors = palette(host, COLORS);
      redraw();
    });
  }

  draw(view: View, picture: Picture): void {
    const pen = sharpen(this.canvas, view.width, view.height);
    pen.fillStyle = this.colors.sheet;
    pen.fillRect(0, 0, view.width, view.height);
    const marks = ticks(view.day(0), view.day(view.width), view.scale);
    pen.strokeStyle = this.colors.rule;
    for (const tick of marks) {
      pen.lineWidth = tick.strong ? 1.5 : 0.7;
      pen.beginPath();
      pen.moveTo(Math.round(view.x(tick.day)) + 0.5, AXIS);
      pen.lineTo(Math.round(view.x(tick.day)) + 0.5, view.height);
      pen.stroke();
    }
    for (const [index, lane] of picture.lanes.entries()) {
      const [y, end] = [(picture.tops[index] ?? 0) - view.top, (picture.tops[index + 1] ?? 0) - view.top];
      if (end >= AXIS && y <= view.height) this.lane(pen, view, picture, lane, y, end);
    }
    this.axis(pen, view, marks);
  }

  /** The days above; where the view begins inside a month or year, that stands at the left, so that a day is never without. */
  private axis(pen: CanvasRenderingContext2D, view: View, marks: readonly Tick[]): void {
    pen.fillStyle = this.colors.sunk;
    pen.fillRect(0, 0, view.width, AXIS);
    pen.textBaseline = "middle";
    const label = began(view.day(0), marks);
    pen.font = "600 12px system-ui, sans-serif";
    const room = label === "" ? 0 : 9 + pen.measureText(label).width + 8;
    const strong = marks.find((one) => one.strong);
    if (strong === undefined || view.x(strong.day) > room) {
      pen.fillStyle = this.colors.ink;
      pen.fillText(label, 9, AXIS / 2);
    }
    for (const tick of marks) {
      const x = view.x(tick.day) + 4;
      if (x < room && !tick.strong) continue;
      pen.font = `${tick.strong ? 600 : 400} 12px system-ui, sans-serif`;
      pen.fillStyle = tick.strong ? this.colors.ink : this.colors.soft;
      pen.fillText(tick.label, x, AXIS / 2);
    }
  }

  private lane(pen: CanvasRenderingContext2D, view: View, picture: Picture, lane: Lane, y: number, end: number): void {
    const { colors } = this;
    if (lane.planned) {
      pen.fillStyle = colors.sunk;
      pen.fillRect(0, y, view.width, end - y);
    }
    pen.strokeStyle = lane.planned ? colors.edge : colors.rule;
    pen.lineWidth = 1;
    pen.beginPath();
    pen.moveTo(0, Math.round(y) + 0.5);
    pen.lineTo(view.width, Math.round(y) + 0.5);
    pen.stroke();
    if (lane.bins !== null) this.bins(pen, view, lane, y + HEAD, end - 8);
    else this.bars(pen, view, picture, lane, y + HEAD);
    pen.font = "600 12px system-ui, sans-serif";
    pen.textBaseline = "middle";
    const label = `${lane.label} · ${lane.bars.length}`;
    const wide = pen.measureText(label).width;
    pen.fillStyle = lane.planned ? colors.sunk : colors.sheet;
    pen.fillRect(4, y + 3, wide + 10, HEAD - 6);
    pen.fillStyle = colors.ink;
    pen.fillText(label, 9, y + HEAD / 2);
  }

  private bins(pen: CanvasRenderingContext2D, view: View, lane: Lane, top: number, bottom: number): void {
    for (const bin of lane.bins ?? []) {
      const left = view.x(bin.from);
      const wide = Math.max(1, (bin.to - bin.from) * view.scale - 1);
      if (left + wide < 0 || left > view.width) continue;
      let y = bottom;
      for (const status of STATUSES) {
        const high = ((bin.byStatus.get(status) ?? 0) / lane.highest) * (bottom - top);
        pen.fillStyle = this.colors[status];
        pen.fillRect(left, y - high, wide, high);
        y -= high;
      }
    }
  }

  private bars(pen: CanvasRenderingContext2D, view: View, picture: Picture, lane: Lane, top: number): void {
    const { colors } = this;
    const last = view.day(view.width);
    pen.textBaseline = "middle";
    for (let index = firstFrom(lane.bars, view.day(-TITLE), picture.longest); index < lane.bars.length; index += 1) {
      const bar = lane.bars[index];
      if (bar === undefined || bar.from > last) break;
      const y = top + bar.row * ROW + ROW / 2;
      if (y < AXIS - ROW || y > view.height + ROW) continue;
      const left = view.x(bar.from);
      const wide = (bar.to - bar.from) * view.scale;
      const color = colors[bar.moment.status];
      if (left + Math.max(wide, 12) < 0) continue;
      if (wide > 16) {
        pen.globalAlpha = 0.22;
        pen.fillStyle = color;
        pen.beginPath();
        pen.roundRect(left, y - 8, wide, 16, 4);
        pen.fill();
        pen.globalAlpha = 1;
        pen.strokeStyle = color;
        pen.lineWidth = 1;
        pen.setLineDash(lane.planned || bar.openStart || bar.openEnd ? [4, 3] : []);
        pen.stroke();
        pen.setLineDash([]);
        sign(pen, bar.moment.status, Math.min(Math.max(left, 0) + 9, left + wide - 6), y, 4, color);
      } else {
        sign(pen, bar.moment.status, left + Math.min(wide / 2, 7), y, 4.5, color);
      }
      if (bar.moment === picture.chosen) {
        pen.strokeStyle = colors.ink;
        pen.lineWidth = 2;
        pen.strokeRect(left - 4, y - 10, Math.max(wide, 14) + 8, 20);
      }
      this.title(pen, view, bar, left, wide, y);
    }
  }

  /** Writes a title into its bar where all of it fits there, else behind it. */
  private title(pen: CanvasRenderingContext2D, view: View, bar: Bar, left: number, wide: number, y: number): void {
    const start = Math.max(left, 0) + 18;
    const whole = this.widthOf(pen, bar.moment.title);
    const behind = left + Math.max(wide, 12) + 6;
    const within = Math.min(left + wide, view.width) - 6 - start;
    const beyond = Math.min(TITLE, Math.min(left + bar.room - 8, view.width - 4) - behind);
    const inside = within >= whole || within > beyond;
    const [at, room] = inside ? [start, within] : [behind, beyond];
    if (room < Math.min(whole, LEAST)) return;
    pen.font = FONT;
    pen.fillStyle = this.colors.ink;
    pen.fillText(cut(bar.moment.title, whole, room), at, y + 0.5);
  }

  /** Measured once a title: panning draws the same ones again and again. */
  private widthOf(pen: CanvasRenderingContext2D, title: string): number {
    const known = this.widths.get(title);
    if (known !== undefined) return known;
    pen.font = FONT;
    const made = pen.measureText(title).width;
    this.widths.set(title, made);
    return made;
  }
}

/** The month, or for an axis of months the year, that a view begins in; empty where its marks are years. Pure. */
export function began(day: number, marks: readonly Tick[]): string {
  const [year = "", month = ""] = isoOf(Math.floor(day)).split("-");
  if (marks.length > 0 && marks.every((one) => one.strong)) return "";
  return marks.some((one) => /^\d{1,2}$/.test(one.label)) ? `${MONTHS[Number(month) - 1] ?? ""} ${year}` : year;
}

/** What a view is called: the days that it shows. Pure. */
export function called(count: number, first: number, last: number): string {
  return `Timeline of ${count} ${count === 1 ? "event" : "events"}, ${inWords(isoOf(first), isoOf(last))} in view`;
}

/** The title cut to about `room` pixels of the `whole` that it takes. */
function cut(title: string, whole: number, room: number): string {
  const most = Math.floor((room / whole) * title.length);
  return whole <= room ? title : `${title.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
}
