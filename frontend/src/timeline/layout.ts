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
  /** Pixels that it takes itself, with its title where there is room for titles. */
  taken: number;
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
 * The days of the story itself, without far memories: the shortest stretch that holds half of the moments (the shorth:
 * Andrews et al., Robust Estimates of Location, 1972), and what lies within one and a half such stretches around it.
 * Where the view starts.
 */
export function core(moments: readonly Moment[]): [number, number] | null {
  const mids = moments
    .filter((one) => one.earliest !== null && one.latest !== null)
    .map((one) => (dayOf(one.earliest ?? "") + dayOf(one.latest ?? "")) / 2)
    .sort((a, b) => a - b);
  const half = Math.ceil(mids.length / 2);
  let [low, high] = [NaN, NaN];
  for (let at = 0; at + half < mids.length + 1 && half > 0; at += 1) {
    const [first, last] = [mids[at] ?? 0, mids[at + half - 1] ?? 0];
    if (!(last - first >= high - low)) [low, high] = [first, last];
  }
  if (Number.isNaN(low)) return extent(moments);
  const reach = Math.max(7, (high - low) * 1.5);
  const inside = mids.filter((one) => one >= low - reach && one <= high + reach);
  const [first, last] = [inside[0] ?? low, inside.at(-1) ?? high];
  const margin = Math.max(2, (last - first) * 0.06);
  return [first - margin, last + margin];
}

/** What a lane is called that has none of what the others are by. */
const WITHOUT: Readonly<Record<Grouping, string>> = { actor: "nobody named", place: "no place", outlet: "no outlet" };

function keyOf(moment: Moment, by: Grouping): string | null {
  if (by === "actor") return moment.actors[0]?.name ?? null;
  return by === "place" ? moment.place : (moment.outlets[0] ?? null);
}

/** Moments in lanes: the fullest first, the small ones gathered, those that belong to none, what is planned at the end. */
export function lanes(moments: readonly Moment[], by: Grouping, span: [number, number]): Lane[] {
  const groups = new Map<string, Moment[]>();
  const planned: Moment[] = [];
  const without: Moment[] = [];
  for (const moment of moments) {
    const key = keyOf(moment, by);
    if (moment.planned) planned.push(moment);
    else if (key === null) without.push(moment);
    else {
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
  if (without.length > 0) made.push(lane("without", WITHOUT[by], false, without, span));
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
    taken: 0,
  }));
  bars.sort((a, b) => a.from - b.from || a.to - b.to || (a.moment.id < b.moment.id ? -1 : 1));
  return { key, label, planned, bars, rows: 1, bins: null, highest: 0 };
}

/** How wide a letter of a title is taken to be, and a title at most. Unit: pixels. */
export const LETTER = 7;
export const TITLE = 300;

/**
 * Gives every bar a row so that none covers another, at `scale` pixels a day; `labels` leaves room for titles: in the
 * bar where it is wide enough, else behind it.
 * A lane that needs more than `most` rows is told as bins of equal width.
 */
export function pack(lane: Lane, scale: number, labels: boolean, most = ROWS): void {
  const ends: number[] = [];
  lane.bins = null;
  for (const bar of lane.bars) {
    const left = bar.from * scale;
    const bare = Math.max(bar.to * scale, left + 14);
    const title = Math.min(TITLE, bar.moment.title.length * LETTER);
    const right = labels && bare - left < title + 24 ? bare + 8 + title : bare;
    bar.taken = right - left;
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
