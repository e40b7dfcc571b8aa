declare module "topojson-simplify" {
  import type { Objects, Topology } from "topojson-specification";

  export function presimplify<T extends Objects>(given: Topology<T>): Topology<T>;
  export function simplify<T extends Objects>(given: Topology<T>, least: number): Topology<T>;
}

/** ISO 3166-1 alpha-3 codes of the countries that `provinces/` has shapes for. */
declare module "virtual:provinces" {
  const codes: ReadonlySet<string>;
  export default codes;
}
