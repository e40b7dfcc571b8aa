import { describe, expect, it } from "vitest";
import { dayOf, inWords, isoOf, ticks } from "../src/days";

describe("days", () => {
  it("go there and back, before 1970 and in leap years too", () => {
    for (const day of ["1969-12-31", "1970-01-01", "2000-02-29", "2031-04-14"]) expect(isoOf(dayOf(day))).toBe(day);
  });

  it.each([
    ["2031-05-14", "2031-05-14", "14 May 2031"],
    ["2031-05-01", "2031-05-31", "May 2031"],
    ["2031-01-01", "2031-12-31", "2031"],
    ["2031-05-14", "2031-05-17", "14–17 May 2031"],
    ["2031-05-30", "2031-06-02", "30 May – 2 June 2031"],
    ["2030-12-01", "2031-02-28", "December 2030 – February 2031"],
    ["2031-04-01", "2031-06-30", "April–June 2031"],
    ["2029-01-01", "2031-12-31", "2029–2031"],
    [null, "2031-05-14", "until 14 May 2031"],
    ["2031-05-14", null, "from 14 May 2031"],
    [null, null, "no day"],
  ])("%s to %s is %s", (first, last, words) => {
    expect(inWords(first, last)).toBe(words);
  });

  it.each([0.02, 0.3, 2, 14, 90])("ticks stand in order, apart, within the ends, at %s pixels a day", (scale) => {
    const [first, last] = [dayOf("2030-01-01"), dayOf("2030-01-01") + 1200 / scale];
    const made = ticks(first, last, scale);
    expect(made.length).toBeGreaterThan(1);
    for (const [place, one] of made.entries()) {
      expect(one.day).toBeGreaterThanOrEqual(first);
      expect(one.day).toBeLessThanOrEqual(last);
      const before = made[place - 1];
      if (before !== undefined) expect((one.day - before.day) * scale).toBeGreaterThan(35);
    }
  });
});
