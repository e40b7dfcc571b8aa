import { describe, expect, it } from "vitest";
import { labelled, type Sign } from "../src/network/labels";

const sign = (x: number, y: number, wide = 40): Sign => ({ x, y, radius: 5, wide });

describe("names in the network", () => {
  it("stand below where there is room", () => {
    expect(labelled([sign(0, 0), sign(200, 0)])).toEqual([[0, 8], [200, 8]]);
  });

  it("cover neither another's sign nor another's name", () => {
    const [first, second] = labelled([sign(0, 0), sign(0, 14)]);
    expect(first).toEqual([0, -22]);
    expect(second).toEqual([0, 22]);
  });

  it("stay in the frame", () => {
    expect(labelled([sign(0, 0), sign(0, 14), sign(0, -14)], new Set(), [-30, 90])).toEqual([[29, -7], [0, 22], [0, -36]]);
  });

  it("are left out where everything around is taken, unless they must stand", () => {
    const ring = [sign(0, 12), sign(0, -12), sign(12, 0), sign(-12, 0), sign(0, 0, 60)];
    expect(labelled(ring)[4]).toBeNull();
    expect(labelled(ring, new Set([4]))[4]).toEqual([0, 8]);
  });
});
