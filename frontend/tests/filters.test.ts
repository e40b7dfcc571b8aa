import { expect, it } from "vitest";
import { meant } from "../src/filters";

it("keeps what is asked, once, in its order", () => {
  expect(meant([["q", " "], ["status", "denied"], ["status", ""], ["status", "denied"], ["status", "reported"], ["to", "2031-05-04 "]])).toEqual([
    ["status", "denied"], ["status", "reported"], ["to", "2031-05-04"],
  ]);
});
