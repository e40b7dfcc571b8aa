import { describe, expect, it } from "vitest";
import { choose, control, hashed, nearestTie, place } from "../src/network/layout";
import type { NetEdge, NetworkData } from "../src/types";

const names = Array.from({ length: 20 }, (_, one) => `n${one}`);
const edge = (source: string, target: string, relation: NetEdge["relation"], count = 1): NetEdge => ({ id: `${relation} ${source} ${target}`, source, target, relation, count, claims: [] });
const data: NetworkData = {
  nodes: names.map((id) => ({ id, name: id, kind: "person", weight: 3 })),
  edges: [...names.slice(1).map((one, at) => edge(names[at] ?? "", one, "meets", at + 1)), edge("n0", "n1", "accuses"), edge("n1", "n0", "quotes")],
};

describe("the network's layout", () => {
  it("is the same twice, to the last digit", () => {
    const spots = () => place(data, {}).spots.map((one) => [one.x, one.y]);
    expect(spots()).toEqual(spots());
  });

  it("leaves what it remembers where it was and finds room for the new", () => {
    const before = Object.fromEntries(place(data, {}).spots.map((one) => [one.node.id, [one.x, one.y] as [number, number]]));
    const more: NetworkData = { nodes: [...data.nodes, { id: "new", name: "new", kind: "person", weight: 1 }], edges: [...data.edges, edge("new", "n3", "supports")] };
    for (const one of place(more, before).spots) {
      expect(Number.isFinite(one.x) && Number.isFinite(one.y)).toBe(true);
      if (one.node.id !== "new") expect([one.x, one.y]).toEqual(before[one.node.id]);
    }
  });

  it("bends ties between the same two apart", () => {
    const { ties } = place(data, {});
    const pair = ties.filter((one) => [one.edge.source, one.edge.target].sort().join() === "n0,n1");
    expect(new Set(pair.map((one) => control(one).join())).size).toBe(3);
  });

  it("chooses the most tied, by the relations asked for, and nobody alone", () => {
    const chosen = choose(data, 5, new Set(["meets"]));
    expect(chosen.nodes.map((one) => one.id)).toContain("n18");
    expect(chosen.edges.every((one) => one.relation === "meets")).toBe(true);
    const tied = new Set(chosen.edges.flatMap((one) => [one.source, one.target]));
    expect(chosen.nodes.every((one) => tied.has(one.id))).toBe(true);
  });

  it("finds the tie under the pointer and none far off", () => {
    const { ties } = place(data, {});
    const tie = ties[4];
    expect(tie).toBeDefined();
    if (tie === undefined) return;
    const [x, y] = [(tie.source.x + tie.target.x) / 2, (tie.source.y + tie.target.y) / 2];
    expect(nearestTie([tie], x, y, 3)).toBe(tie);
    expect(nearestTie(ties, 1e6, 1e6, 9)).toBeNull();
  });

  it("hashes evenly enough to start from", () => {
    const halves = names.filter((one) => hashed(one) < 0.5).length;
    expect(halves).toBeGreaterThan(3);
    expect(halves).toBeLessThan(17);
  });
});
