import { describe, expect, it } from "vitest";
import { asked, pointOf, trimmed, unitOf, whole } from "../src/reader/places";

const TEXT = "He said 🕊️ “peace” 𝒙 came.";

describe("characters", () => {
  it("are code points, not halves of them", () => {
    const points = [...TEXT];
    for (const place of points.keys()) {
      const unit = unitOf(TEXT, place);
      expect(String.fromCodePoint(TEXT.codePointAt(unit) ?? 0)).toBe(points[place]);
      expect(pointOf(TEXT, unit)).toBe(place);
    }
  });

  it("are asked for in the address, and nothing else is", () => {
    expect(asked("#s120-140")).toEqual([120, 140]);
    for (const hash of ["", "#s140-120", "#s1-1", "#s-1-4", "#x", "#s1-2<", "#s12345678901-2"]) expect(asked(hash)).toBeNull();
  });

  it("keep their places over line ends that the page leaves out", () => {
    const text = "🕊️ came.\n\nIt went.";
    expect(whole([[0, "🕊️ "], [3, "came."], [10, "It went."]])).toBe(text);
  });

  it("lose the blanks around what was chosen", () => {
    expect(trimmed("a  big  b", 1, 8)).toEqual([3, 6]);
    expect(trimmed("a    b", 1, 5)).toEqual([1, 1]);
  });
});
