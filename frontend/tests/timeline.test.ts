import { describe, expect, it } from "vitest";
import { dayOf, isoOf, ticks } from "../src/days";
import { seeded } from "../src/network/layout";
import { core, extent, lanes, LANES, pack, REST, ROWS, type Bar } from "../src/timeline/layout";
import { began, called } from "../src/timeline/painting";
import type { Moment } from "../src/types";

function moment(id: string, earliest: string | null, latest: string | null, more: Partial<Moment> = {}): Moment {
  return { id, title: `What ${id} tells`, status: "reported", type: "CONSULT", planned: false, earliest, latest, actors: [], place: null, outlets: [], ...more };
}

function many(count: number): Moment[] {
  const chance = seeded(7);
  return Array.from({ length: count }, (_, place) => {
    const day = dayOf("2031-01-01") + Math.floor(chance() * 365);
    return moment(`e${place}`, isoOf(day), isoOf(day + Math.floor(chance() * 5)), { actors: [{ id: null, name: `Actor ${Math.floor(chance() * 30)}` }] });
  });
}

function overlapping(bars: readonly Bar[], scale: number): number {
  let found = 0;
  for (const [place, one] of bars.entries())
    for (const other of bars.slice(place + 1))
      if (one.row === other.row && other.from * scale < Math.max(one.to * scale, one.from * scale + 14) && one.from <= other.from) found += 1;
  return found;
}

describe("the timeline's layout", () => {
  it("keeps intervals as wide as they are told, the last day included", () => {
    const [lane] = lanes([moment("a", "2031-05-01", "2031-05-31")], "actor", [0, 1e5]);
    const bar = lane?.bars[0];
    expect(bar === undefined ? 0 : bar.to - bar.from).toBe(31);
  });

  it("draws open ends to the axis' own end and says so", () => {
    const [lane] = lanes([moment("a", "2031-05-01", null)], "actor", [0, 99_999]);
    expect(lane?.bars[0]).toMatchObject({ to: 99_999, openEnd: true, openStart: false });
  });

  it("puts those of no place behind those of one, however many they are", () => {
    const at = (id: string, place: string | null) => moment(id, "2031-05-01", "2031-05-01", { place });
    const made = lanes([at("a", null), at("b", null), at("c", "Tesk")], "place", [0, 1e5]);
    expect(made.map((one) => one.label)).toEqual(["Tesk", "no place"]);
  });

  it("keeps what is planned apart from what was held", () => {
    const made = lanes([moment("a", "2031-05-01", "2031-05-01"), moment("b", "2031-06-01", "2031-06-01", { planned: true })], "outlet", [0, 1e5]);
    expect(made.map((one) => [one.planned, one.bars.length])).toEqual([[false, 1], [true, 1]]);
  });

  it("puts no bar over another", () => {
    for (const lane of lanes(many(80), "actor", [0, 1e5])) {
      pack(lane, 6, true, 100);
      expect(overlapping(lane.bars, 6)).toBe(0);
    }
  });

  it("stays readable with 5,000: few lanes, few rows, bins that lose nobody", () => {
    const events = many(5000);
    const made = lanes(events, "actor", extent(events) ?? [0, 1]);
    expect(made.length).toBeLessThanOrEqual(LANES);
    expect(made.at(-1)?.label).toBe(REST);
    const started = performance.now();
    for (const lane of made) pack(lane, 3, false);
    expect(performance.now() - started).toBeLessThan(250);
    for (const lane of made) {
      expect(lane.rows).toBeLessThanOrEqual(ROWS);
      if (lane.bins !== null) expect(lane.bins.reduce((sum, one) => sum + one.count, 0)).toBe(lane.bars.length);
    }
    expect(made.reduce((sum, one) => sum + one.bars.length, 0)).toBe(5000);
  });

  it("is the same for the same events in another order", () => {
    const events = many(200);
    const shape = (of: Moment[]): unknown => lanes(of, "actor", [0, 1e5]).map((lane) => {
      pack(lane, 4, true);
      return [lane.key, lane.bars.map((bar) => [bar.moment.id, bar.row])];
    });
    expect(shape(events.toReversed())).toEqual(shape(events));
  });

  it("starts where the story is, not where its farthest memory is", () => {
    const events = [...many(40), moment("old", "1931-01-01", "1931-12-31")];
    expect(core(events)?.[0]).toBeGreaterThan(dayOf("2030-01-01"));
    expect(extent(events)?.[0]).toBeLessThan(dayOf("1931-01-02"));
    expect(extent([])).toBeNull();
  });
});

describe("the timeline's axis", () => {
  it.each([
    [60, "May 2031"],
    [2, "2031"],
    [0.05, ""],
  ])("says at %s pixels a day where a view that begins on 14 May begins: %s", (scale, words) => {
    const first = dayOf("2031-05-14");
    expect(began(first, ticks(first, first + 1000 / scale, scale))).toBe(words);
  });

  it("is called by what it shows", () => {
    expect(called(1, dayOf("2031-05-14"), dayOf("2031-05-17"))).toBe("Timeline of 1 event, 14–17 May 2031 in view");
  });
});
