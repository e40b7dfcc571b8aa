import { describe, expect, it } from "vitest";
import { histogram, narrowed, radius, sorted } from "../src/map/places";
import type { Place } from "../src/types";

const place = (name: string, precision: Place["precision"], more: Partial<Place> = {}): Place => ({
  id: name, name, precision, lat: 10, lon: 20, country: "XXA", admin1: null, iso: "900", count: 2, events: [`${name}1`, `${name}2`], ...more,
});

describe("places", () => {
  it("makes no point of a province, though it has coordinates", () => {
    const { spots, areas } = sorted([place("Town", "settlement"), place("Upper", "division"), place("Land", "country"), place("Vale", "district")]);
    expect(spots.map((one) => one.name)).toEqual(["Town"]);
    expect(areas).toHaveLength(1);
    expect(areas[0]?.count).toBe(6);
    expect(areas[0]?.within.map((one) => one.name)).toEqual(["Upper", "Land", "Vale"]);
  });

  it("loses what has neither coordinates nor country from the map, not from the list", () => {
    const { spots, areas, lost } = sorted([place("Nowhere", "unknown", { lat: null, lon: null, iso: null })]);
    expect([spots, areas]).toEqual([[], []]);
    expect(lost).toHaveLength(1);
  });

  it("keeps to the events of the brushed time", () => {
    const made = narrowed([place("Town", "settlement"), place("Other", "settlement")], new Set(["Town2"]));
    expect(made.map((one) => [one.name, one.count])).toEqual([["Town", 1]]);
    expect(narrowed([place("Town", "settlement")], null)).toHaveLength(1);
  });

  it("grows areas, not radii, with the count", () => {
    expect(radius(100, 100) - 4).toBeCloseTo(2 * (radius(25, 100) - 4));
  });

  it("counts every day once", () => {
    const bins = histogram([0, 1, 5, 9, 10], 0, 10, 5);
    expect(bins).toEqual([2, 0, 1, 0, 2]);
  });
});
