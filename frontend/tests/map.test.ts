import { describe, expect, it } from "vitest";
import { histogram, narrowed, parted, radius, sorted, type Shape, type Shapes } from "../src/map/places";
import { meets, outline, split } from "../src/map/view";
import type { Place } from "../src/types";

const box = (name: string, west: number): Shape => ({
  type: "Feature", properties: { name },
  geometry: { type: "Polygon", coordinates: [[[west, 0], [west, 10], [west + 10, 10], [west + 10, 0], [west, 0]]] },
});

const SHAPES: Shapes = {
  countries: new Map([["900", { ...box("Landia", 0) }]]),
  provinces: new Map([["XXA", [box("Upper", 0), box("Lower", 10), box("Twin", 20), box("Twin", 30)]]]),
};

const place = (name: string, precision: Place["precision"], more: Partial<Place> = {}): Place => ({
  id: name, name, precision, lat: 5, lon: 5, country: "XXA", admin1: null, iso: "900", count: 2, events: [`${name}1`, `${name}2`], ...more,
});

const told = (...places: Place[]): [string, boolean, number][] => sorted(places, SHAPES).areas.map((one) => [one.name, one.whole, one.count]);

describe("places", () => {
  it("makes no point of a province, though it has coordinates", () => {
    const { spots, areas } = sorted([place("Town", "settlement"), place("Upper province", "division"), place("Landia", "country")], SHAPES);
    expect(spots.map((one) => one.name)).toEqual(["Town"]);
    expect(areas.map((one) => [one.name, one.whole])).toEqual([["Landia", true], ["Upper province", false]]);
  });

  it("trusts a province's coordinates before the name of a shape", () => {
    expect(told(place("Lower", "division", { lon: 25 }))).toEqual([["Lower", false, 2]]);
    expect(sorted([place("Lower", "division", { lon: 25 })], SHAPES).areas[0]?.shape.properties.name).toBe("Twin");
  });

  it("finds a province without coordinates by its only name, whatever its kind and accents", () => {
    const bare = { lat: null, lon: null };
    expect(told(place("Úpper Oblast", "division", { ...bare, admin1: "Úpper Oblast" }))).toEqual([["Úpper Oblast", false, 2]]);
    expect(told(place("Twin", "division", { ...bare, admin1: "Twin" }))).toEqual([["Landia", true, 2]]);
  });

  it("counts what lies in a province and has no spot to the province, else to the country", () => {
    const vale = place("Vale", "district", { lat: null, lon: null, admin1: "Lower" });
    const ridge = place("Ridge", "feature", { lat: null, lon: null, admin1: "Nowhere" });
    expect(told(vale, place("Lower", "division", { lon: 15, admin1: "Lower" }), ridge)).toEqual([["Landia", true, 2], ["Lower", false, 4]]);
  });

  it("asks only for the provinces of countries of which a part is told", () => {
    const abroad = place("Landia", "country", { country: "XXB" });
    expect(parted([place("Town", "settlement"), abroad, place("Upper", "division"), place("Lower", "division")])).toEqual(["XXA"]);
  });

  it("loses what has neither coordinates nor country from the map, not from the list", () => {
    const { spots, areas, lost } = sorted([place("Nowhere", "unknown", { lat: null, lon: null, iso: null, country: null })], SHAPES);
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

describe("view", () => {
  const flat = ([lon, lat]: [number, number]): [number, number] => [lon * 2, 100 - lat];

  it("outlines a shape as it is projected", () => {
    expect(outline(box("Landia", 10).geometry, flat)).toEqual([20, 100, 20, 100]);
    const many = { type: "Polygon" as const, coordinates: [Array.from({ length: 33 }, (_, at) => [at, at])] };
    expect(outline(many, flat)).toEqual([0, 68, 64, 100]);
  });

  it("meets what shares a point with it, and nothing beside", () => {
    expect(meets([0, 0, 10, 10], [10, 10, 20, 20])).toBe(true);
    expect(meets([0, 0, 10, 10], [11, 0, 20, 10])).toBe(false);
    expect(meets([Infinity, Infinity, -Infinity, -Infinity], [0, 0, 10, 10])).toBe(false);
  });

  it("splits and keeps the order", () => {
    expect(split([1, 2, 3, 4], (one) => one % 2 === 0)).toEqual([[2, 4], [1, 3]]);
  });
});
