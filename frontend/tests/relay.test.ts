import { describe, expect, it } from "vitest";
import { BOX, layered } from "../src/relay/layers";
import type { RelayData } from "../src/types";

const node = (id: string, level: number) => ({ id, label: id, kind: "outlet", named: true, level });
const edge = (source: string, target: string) => ({ source, target, cue: "said", report: "r", start: 0, end: 4 });

describe("the relay graph", () => {
  const data: RelayData = {
    nodes: [node("herald", 0), node("post", 0), node("wire", 1), node("minister", 2)],
    edges: [edge("herald", "wire"), edge("post", "wire"), edge("wire", "minister")],
    loops: [],
  };

  it("runs from outlets down to origins, left to right", () => {
    const { boxes, edges } = layered(data);
    expect(edges.every((one) => one.from.x < one.to.x && !one.loop)).toBe(true);
    expect(boxes.filter((one) => one.root).map((one) => one.node.id)).toEqual(["minister"]);
  });

  it("puts no box on another and all inside the picture", () => {
    const { boxes, width, height } = layered(data);
    for (const [place, one] of boxes.entries()) {
      expect(one.x + BOX.wide).toBeLessThanOrEqual(width);
      expect(one.y + BOX.high).toBeLessThanOrEqual(height);
      for (const other of boxes.slice(place + 1)) expect(one.x === other.x && Math.abs(one.y - other.y) < BOX.high).toBe(false);
    }
  });

  it("puts an outlet that another one quotes right of it, which is no loop", () => {
    const chain = layered({ nodes: [node("post", 0), node("herald", 0), node("source", 1)], edges: [edge("post", "herald"), edge("herald", "source")], loops: [] });
    expect(chain.edges.map((one) => one.loop)).toEqual([false, false]);
    expect(chain.boxes.map((one) => one.node.id)).toEqual(["post", "herald", "source"]);
    expect(chain.boxes.map((one) => one.x)).toEqual([0, 1, 2].map((place) => BOX.margin + place * BOX.across));
  });

  it("shows a loop as a loop, and a relay to oneself too", () => {
    const ring = layered({ nodes: [node("a", 0), node("b", 1)], edges: [edge("a", "b"), edge("b", "a"), edge("a", "a")], loops: [["a", "b"]] });
    expect(ring.edges.map((one) => one.loop)).toEqual([true, true, true]);
  });
});
