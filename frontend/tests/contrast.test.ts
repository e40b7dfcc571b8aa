import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Tokens of both themes, from the style sheet itself. */
const sheet = readFileSync(new URL("../src/style/tokens.css", import.meta.url), "utf8");
const tokens = new Map([...sheet.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [name ?? "", [light ?? "", dark ?? ""] as const]));

/** Relative luminance (WCAG 2.2). */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const TEXTS = ["ink", "soft", "link", "confirmed", "reported", "unconfirmed", "denied", "disputed", "planned", "conditional", "did-not-happen", "source", "cue", "event"];
const GROUNDS = ["paper", "sheet", "sunk", "chip", "mark"];

describe.each([["light", 0], ["dark", 1]] as const)("in %s", (_, theme) => {
  it.each(TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)))("%s can be read on %s (WCAG AA)", (text, ground) => {
    expect(contrast(tokens.get(text)?.[theme] ?? "", tokens.get(ground)?.[theme] ?? "")).toBeGreaterThanOrEqual(4.5);
  });

  it("buttons, edges of fields and focus can be made out", () => {
    expect(contrast(tokens.get("go")?.[theme] ?? "", tokens.get("on-go")?.[theme] ?? "")).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens.get("ink")?.[theme] ?? "", tokens.get("hit")?.[theme] ?? "")).toBeGreaterThanOrEqual(4.5);
    for (const ground of ["paper", "sheet"]) for (const edge of ["edge", "focus"]) expect(contrast(tokens.get(edge)?.[theme] ?? "", tokens.get(ground)?.[theme] ?? "")).toBeGreaterThanOrEqual(3);
  });
});
