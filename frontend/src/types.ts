/** Shapes of the JSON API that islands read (see /api/v1/openapi.json). Days are ISO 8601, characters are code points. */

export type Status =
  | "confirmed" | "reported" | "unconfirmed" | "denied" | "disputed" | "planned" | "conditional" | "did-not-happen";

export interface Named { id: string | null; name: string }

export interface Moment {
  id: string;
  title: string;
  status: Status;
  type: string;
  planned: boolean;
  earliest: string | null;
  latest: string | null;
  actors: Named[];
  place: string | null;
  outlets: string[];
}

export interface TimelineData { items: Moment[]; undated: Moment[] }

export interface Place {
  id: string | null;
  name: string;
  precision: "country" | "division" | "district" | "settlement" | "feature" | "unknown";
  lat: number | null;
  lon: number | null;
  country: string | null;
  admin1: string | null;
  /** ISO 3166-1 numeric, three digits, as world-atlas names its countries. */
  iso: string | null;
  count: number;
  events: string[];
}

export interface MapData { places: Place[]; placeless: string[] }

export const RELATIONS = ["meets", "accuses", "supports", "quotes", "fights", "other"] as const;
export type Relation = (typeof RELATIONS)[number];

export interface NetNode { id: string; name: string; kind: string; weight: number }
export interface NetEdge { id: string; source: string; target: string; relation: Relation; count: number; claims: string[] }
export interface NetworkData { nodes: NetNode[]; edges: NetEdge[] }

export interface RelayNode { id: string; label: string; kind: string; named: boolean; level: number }
/** `start` and `end` are 0 where the report has no words for the relay. */
export interface RelayEdge { source: string; target: string; cue: string; report: string; start: number; end: number }
export interface RelayData { nodes: RelayNode[]; edges: RelayEdge[]; loops: string[][] }

export interface ClaimCard {
  id: string;
  report: string;
  outlet: string;
  day: string;
  title: string;
  who: string;
  what: string;
  status: Status;
  event: string;
}
