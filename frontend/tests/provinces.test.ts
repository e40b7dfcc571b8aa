import type { FeatureCollection } from "geojson";
import { feature } from "topojson-client";
import { describe, expect, it } from "vitest";
import { slimmed } from "../provinces";

/** A square with a bump of no size to speak of on its northern edge. */
const GIVEN = {
  type: "Topology" as const,
  arcs: [[[0, 0], [0, 10], [5, 10.00001], [10, 10], [10, 0], [0, 0]]],
  objects: { units: { type: "GeometryCollection" as const, geometries: [{ type: "Polygon" as const, id: "x", properties: { name: "Upper", fips: "XX01" }, arcs: [[0]] }] } },
};

describe("provinces", () => {
  it("keep their names and corners, and nothing else", () => {
    const made = slimmed(GIVEN);
    const found = (feature(made, made.objects.units) as FeatureCollection).features[0];
    expect(found?.properties).toEqual({ name: "Upper" });
    expect(found?.id).toBeUndefined();
    expect(found?.geometry).toMatchObject({ coordinates: [[[0, 0], [0, 10], [10, 10], [10, 0], [0, 0]]] });
  });
});
