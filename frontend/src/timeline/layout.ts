/** Where everything on a timeline stands. Pure: moments and a scale in, rows and bins out. */

import { dayOf } from "../days";
import type { Moment, Status } from "../types";

export type Grouping = "actor" | "place" | "outlet";

/** A moment on the axis; `from` and `to` are days, `to` after the last; open ends carry the axis' own end. */
export interface Bar {
  moment: Moment;
  from: number;
  to: number;
  openStart: boolean;
  openEnd: boolean;
  row: number;
  /** Pixels to the next bar of its row, at the scale that was packed for. */
  room: number;
}

export interface Bin { from: number; to: number; count: number; byStatus: Map<Status, number> }

export interface Lane {
  key: string;
  label: string;
  planned: boolean;
  bars: Bar[];
  rows: number;
  /** Bins instead of bars where the lane is too full at this scale. */
  bins: Bin[] | null;
  highest: number;
}

/** Lanes beyond this many are gathered into one: more than a screen of them cannot be compared. */
export const LANES = 14;
/** With more lanes than this, lanes of one event are gathered too. */
export const ALONE = 6;
/** Rows of one lane before it is told as bins. */
export const ROWS = 14;
export const REST = "everybody and everything else";

/** The first and last day of all moments, with a margin; null where there is none with a day. */
export function extent(moments: readonly Moment[]): [number, number] | null {
  const days = moments.flatMap((one) => [one.earliest, one.latest].filter((day) => day !== null).map(dayOf));
  if (days.length === 0) return null;
  const first = days.reduce((a, b) => Math.min(a, b));
  const last = days.reduce((a, b) => Math.max(a, b)) + 1;
  const margin = Math.max(2, (last - first) * 0.03);
  return [first - margin, last + margin];
}

/**
 * The days of the story itself, without far memories: what lies within one and a half interquartile ranges of the middle
 * half (Tukey, Exploratory Data Analysis, 1977, section 2D). Where the view starts.
 */
export function core(moments: readonly Moment[]): [number, number] | null {
  const mids = moments
    .filter((one) => one.earliest !== null && one.latest !== null)
    .map((one) => (dayOf(one.earliest ?? "") + dayOf(one.latest ?? "")) / 2)
    .sort((a, b) => a - b);
  const [low, high] = [mids[Math.floor(mids.length * 0.25)], mids[Math.floor(mids.length * 0.75)]];
  if (low === undefined || high === undefined) return extent(moments);
  const reach = Math.max(7, (high - low) * 1.5);
  const inside = mids.filter((one) => one >= low - reach && one <= high + reach);
  const [first, last] = [inside[0] ?? low, inside.at(-1) ?? high];
  const margin = Math.max(2, (last - first) * 0.06);
  return [first - margin, last + 3 * margin];
}

function keyOf(moment: Moment, by: Grouping): string {
  if (by === "actor") return moment.actors[0]?.name ?? "nobody named";
  if (by === "place") return moment.place ?? "no place";
  return moment.outlets[0] ?? "no outlet";
}

/** Moments in lanes: the fullest first, the small ones gathered, what is planned in a lane of its own at the end. */
export function lanes(moments: readonly Moment[], by: Grouping, span: [number, number]): Lane[] {
  const groups = new Map<string, Moment[]>();
  const planned: Moment[] = [];
  for (const moment of moments) {
    if (moment.planned) planned.push(moment);
    else {
      const key = keyOf(moment, by);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [moment]);
      else group.push(moment);
    }
  }
  const sorted = [...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  const worth = sorted.length > ALONE ? sorted.filter(([, group]) => group.length > 1) : sorted;
  const shown = worth.slice(0, worth.length > LANES ? LANES - 1 : LANES);
  const rest = sorted.filter((one) => !shown.includes(one)).flatMap(([, group]) => group);
  const made = shown.map(([key, group]) => lane(key, key, false, group, span));
  if (rest.length > 0) made.push(lane("rest", REST, false, rest, span));
  if (planned.length > 0) made.push(lane("planned", "planned", true, planned, span));
  return made;
}

function lane(key: string, label: string, planned: boolean, moments: readonly Moment[], span: [number, number]): Lane {
  const bars = moments.map((moment) => ({
    moment,
    from: moment.earliest === null ? span[0] : dayOf(moment.earliest),
    to: moment.latest === null ? span[1] : dayOf(moment.latest) + 1,
    openStart: moment.earliest === null,
    openEnd: moment.latest === null,
    row: 0,
    room: 0,
  }));
  bars.sort((a, b) => a.from - b.from || a.to - b.to || (a.moment.id < b.moment.id ? -1 : 1));
  return { key, label, planned, bars, rows: 1, bins: null, highest: 0 };
}

/**
 * Gives every bar a row so that none covers another, at `scale` pixels a day; `labels` leaves room for titles.
 * A lane that needs more than `most` rows is told as bins of equal width.
 */
export function pack(lane: Lane, scale: number, labels: boolean, most = ROWS): void {
  const ends: number[] = [];
  lane.bins = null;
  for (const bar of lane.bars) {
    const left = bar.from * scale;
    const bare = Math.max(bar.to * scale, left + 14);
    const right = labels ? Math.max(bare, left + 22 + Math.min(bar.moment.title.length, 46) * 6.4) : bare;
    let row = ends.findIndex((end) => end <= left);
    if (row < 0) {
      row = ends.length;
      ends.push(0);
    }
    ends[row] = right + 8;
    bar.row = row;
    if (ends.length > most) {
      if (labels) pack(lane, scale, false, most);
      else binned(lane, scale);
      return;
    }
  }
  lane.rows = Math.max(1, ends.length);
  const next: number[] = new Array<number>(ends.length).fill(Infinity);
  for (const bar of [...lane.bars].reverse()) {
    bar.room = (next[bar.row] ?? Infinity) - bar.from * scale;
    next[bar.row] = bar.from * scale;
  }
}

/** Widths that bins may have. Unit: days; a week, a month and a year at the round places. */
const WIDTHS = [1, 2, 7, 14, 30, 91, 182, 365, 1826, 3652];

function binned(lane: Lane, scale: number): void {
  const width = WIDTHS.find((one) => one * scale >= 7) ?? 3652;
  const bins = new Map<number, Bin>();
  for (const bar of lane.bars) {
    const at = Math.floor((bar.from + bar.to) / 2 / width);
    let bin = bins.get(at);
    if (bin === undefined) {
      bin = { from: at * width, to: (at + 1) * width, count: 0, byStatus: new Map() };
      bins.set(at, bin);
    }
    bin.count += 1;
    bin.byStatus.set(bar.moment.status, (bin.byStatus.get(bar.moment.status) ?? 0) + 1);
  }
  lane.bins = [...bins.values()].sort((a, b) => a.from - b.from);
  lane.highest = lane.bins.reduce((most, one) => Math.max(most, one.count), 1);
  lane.rows = 4;
}

/** Index of the first bar of a lane that may reach `day`, by binary search over starts minus the longest bar. */
export function firstFrom(bars: readonly Bar[], day: number, longest: number): number {
  let [low, high] = [0, bars.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bars[middle]?.from ?? 0) < day - longest) low = middle + 1;
    else high = middle;
  }
  return low;
}
