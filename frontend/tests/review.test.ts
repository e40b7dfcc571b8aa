import { describe, expect, it } from "vitest";
import { decisionOf } from "../src/review/decisions";
import { actOf, KEYS, moved, resumed } from "../src/review/keys";

const press = (key: string, more: Partial<Parameters<typeof actOf>[0]> = {}) => actOf({ key, ctrlKey: false, metaKey: false, altKey: false, target: null, ...more });

describe("review keys", () => {
  it("do what they say, once each", () => {
    expect(press("a")).toBe("accept");
    expect(press("?")).toBe("help");
    expect(new Set(Object.values(KEYS)).size).toBe(Object.keys(KEYS).length);
  });

  it("leave typing and the browser's own keys alone", () => {
    expect(press("a", { ctrlKey: true })).toBeNull();
    expect(press("r", { target: { tagName: "INPUT" } as unknown as EventTarget })).toBeNull();
    expect(press("Enter", { target: { tagName: "BUTTON" } as unknown as EventTarget })).toBeNull();
    expect(press("z")).toBeNull();
  });

  it("go on where somebody stood: at the row, or where it was when it is gone, on that page only", () => {
    const stood = { page: "/review?page=2", target: "b", at: 1 };
    expect(resumed(stood, "/review?page=2", ["a", "c", "b"])).toBe(2);
    expect(resumed(stood, "/review?page=2", ["a", "c", "d"])).toBe(1);
    expect(resumed(stood, "/review?page=2", ["a"])).toBe(0);
    expect(resumed(stood, "/review", ["a", "b"])).toBe(0);
    expect(resumed(null, "/review", ["a", "b"])).toBe(0);
  });

  it("stop at both ends of the queue", () => {
    expect([moved(0, -1, 3), moved(2, 1, 3), moved(0, 1, 3), moved(0, 1, 0)]).toEqual([0, 2, 1, 0]);
  });
});

describe("a form as a decision", () => {
  it("keeps kind and target apart from the value, and the token out", () => {
    expect(decisionOf([["csrf", "x"], ["kind", "correct"], ["target", "claim-1"], ["field", "type"], ["value", "AID"], ["why", " seen "]])).toEqual({
      kind: "correct", target: "claim-1", why: "seen", value: { field: "type", value: "AID" },
    });
  });

  it("makes one time of two days, open where one is empty", () => {
    expect(decisionOf([["kind", "correct"], ["target", "c"], ["field", "time"], ["earliest", "2031-05-04"], ["latest", ""]]).value).toEqual({
      field: "time", value: { earliest: "2031-05-04", latest: null },
    });
  });

  it("takes the other of a merge from its id or its address", () => {
    expect(decisionOf([["kind", "merge"], ["target", "entity-1"], ["with", "http://127.0.0.1/people/entity-2"]]).target).toBe("entity-1 entity-2");
  });

  it("makes a list of rows of words, without those that are no part", () => {
    expect(decisionOf([
      ["kind", "correct"], ["target", "c"], ["field", "participants"],
      ["was", "0"], ["role", ""], ["words", "the mayor"],
      ["was", "1"], ["role", "actor"], ["words", "the guard"],
      ["was", ""], ["role", "participant"], ["words", ""],
    ]).value).toEqual({ field: "participants", value: [{ was: 1, role: "actor", words: "the guard" }] });
    expect(decisionOf([
      ["kind", "correct"], ["target", "c"], ["field", "chain"],
      ["was", "0"], ["link", "outlet"], ["words", ""], ["named", "named"],
      ["was", ""], ["link", "official"], ["words", "a guard"], ["named", "not named"],
    ]).value).toEqual({
      field: "chain",
      value: [{ was: 0, kind: "outlet", words: "", anonymous: false }, { kind: "official", words: "a guard", anonymous: true }],
    });
  });

  it("takes a place in words, and none where there are none", () => {
    const place = (words: string) => decisionOf([["kind", "correct"], ["target", "c"], ["field", "place"], ["words", words]]).value;
    expect(place("Tesk ")).toEqual({ field: "place", value: { words: "Tesk" } });
    expect(place("")).toEqual({ field: "place", value: null });
  });

  it("counts characters as numbers", () => {
    expect(decisionOf([["kind", "claim"], ["target", "r"], ["start", "4"], ["end", "9"]]).value).toEqual({ start: 4, end: 9 });
  });
});
