import { describe, expect, it } from "vitest";
import { told, type Working } from "../src/settling";

const at = (more: Partial<Working>): Working => ({ waiting: 0, stretch: "", number: 0, of: 5, changed: [], fault: "", ...more });

describe("what is worked out behind", () => {
  it("is told with its step while it goes on", () => {
    expect(told(at({ waiting: 1, stretch: "linking", number: 2 }))).toBe("1 decision is kept and worked in: linking, step 2 of 5.");
    expect(told(at({ waiting: 2 }))).toBe("2 decisions are kept and worked in: soon.");
    expect(told(at({ stretch: "judging", number: 3 }))).toBe("The pages are brought up to date: judging, step 3 of 5.");
  });

  it("is told where it failed, and no more once it is done", () => {
    expect(told(at({ waiting: 1, fault: "no room" }))).toBe("1 decision is kept, but could not be worked in: no room");
    expect(told(at({}))).toBe("");
  });
});
