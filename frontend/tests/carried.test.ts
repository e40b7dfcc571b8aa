import { describe, expect, it } from "vitest";
import { along, takes } from "../src/carried";

describe("filters that go along", () => {
  it("leave behind the page of the list and what is empty", () => {
    expect(along("?status=denied&page=3&q=&who=entity-1")).toBe("?status=denied&who=entity-1");
    expect(along("?page=2")).toBe("");
    expect(along("")).toBe("");
  });

  it("go to pages of one thing only", () => {
    expect(takes("/events/event-1", "")).toBe(true);
    expect(takes("/people/entity-1", "?status=denied")).toBe(false);
    expect(takes("/events", "")).toBe(false);
    expect(takes("/reports/r1/words", "")).toBe(false);
  });
});
