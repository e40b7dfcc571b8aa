/** Characters of a report, as the record counts them (code points), against JavaScript's UTF-16 units. Pure. */

/** UTF-16 index of a code point's index. */
export function unitOf(text: string, point: number): number {
  let unit = 0;
  for (let seen = 0; seen < point && unit < text.length; seen += 1) unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
  return unit;
}

/** Code point index of a UTF-16 index; in the middle of a pair it counts the whole of it. */
export function pointOf(text: string, unit: number): number {
  let seen = 0;
  for (let at = 0; at < unit && at < text.length; seen += 1) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return seen;
}

/** "#s120-140" to [120, 140]; null for anything else. */
export function asked(hash: string): [number, number] | null {
  const found = /^#s(\d{1,9})-(\d{1,9})$/.exec(hash);
  if (found === null) return null;
  const [start, end] = [Number(found[1]), Number(found[2])];
  return start < end ? [start, end] : null;
}

/** Takes the blanks off both ends of a stretch. */
export function trimmed(text: string, start: number, end: number): [number, number] {
  const points = [...text].slice(start, end);
  const lead = points.findIndex((one) => one.trim() !== "");
  if (lead < 0) return [start, start];
  const tail = points.toReversed().findIndex((one) => one.trim() !== "");
  return [start + lead, end - tail];
}

/** The report's text again from its pieces and where each starts; what the page leaves out, line ends, becomes line ends. */
export function whole(pieces: Iterable<readonly [number, string]>): string {
  let [made, length] = ["", 0];
  for (const [start, words] of pieces) {
    made += "\n".repeat(Math.max(0, start - length)) + words;
    length = Math.max(start, length) + [...words].length;
  }
  return made;
}
