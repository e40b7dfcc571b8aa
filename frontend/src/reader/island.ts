/** The reader: the words asked for in the address, chains under the pointer, and claims made from chosen words. */

import { html } from "../dom";
import { asked, pointOf, trimmed, unitOf, whole } from "./places";

/** A piece of the report's text in the page; `start` is its first code point in the whole text. */
interface Piece { node: Text; start: number; length: number }

export function reader(host: HTMLElement): void {
  const pieces = gathered(host);
  const text = whole(pieces.map((one) => [one.start, one.node.data]));
  const show = (): void => {
    const found = asked(location.hash);
    if (found === null) return;
    const range = rangeOf(pieces, ...found);
    if (range === null) return;
    highlight("asked", range);
    const box = range.getBoundingClientRect();
    if (box.top < 80 || box.bottom > window.innerHeight - 40) window.scrollBy({ top: box.top - window.innerHeight / 3 });
  };
  addEventListener("hashchange", show);
  show();
  toggles(host);
  hovering(host, pieces);
  making(host, pieces, text);
}

function gathered(host: HTMLElement): Piece[] {
  const pieces: Piece[] = [];
  const walker = document.createTreeWalker(host, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const holder = node.parentElement?.closest<HTMLElement>("[data-start]");
    if (!(node instanceof Text) || holder === null || holder === undefined) continue;
    pieces.push({ node, start: Number(holder.dataset["start"]), length: [...node.data].length });
  }
  return pieces;
}

function rangeOf(pieces: readonly Piece[], start: number, end: number): Range | null {
  const first = pieces.find((one) => start < one.start + one.length);
  const last = pieces.findLast((one) => end > one.start);
  if (first === undefined || last === undefined) return null;
  const range = document.createRange();
  range.setStart(first.node, unitOf(first.node.data, Math.max(0, start - first.start)));
  range.setEnd(last.node, unitOf(last.node.data, Math.min(last.length, end - last.start)));
  return range;
}

function highlight(name: string, ...ranges: Range[]): void {
  if (typeof Highlight === "undefined") return;
  CSS.highlights.set(name, new Highlight(...ranges));
}

function toggles(host: HTMLElement): void {
  for (const box of document.querySelectorAll<HTMLInputElement>("input[data-marks]")) {
    const turn = (): void => { host.classList.toggle(`no-${box.dataset["marks"] ?? ""}`, !box.checked); };
    box.addEventListener("change", turn);
    turn();
  }
}

/** Pointing at a line of "who says what" lights its words, and pointing at words lights the line. */
function hovering(host: HTMLElement, pieces: readonly Piece[]): void {
  for (const line of document.querySelectorAll<HTMLElement>("[data-spans]")) {
    const light = (): void => {
      const ranges = (line.dataset["spans"] ?? "").split(" ").map((one) => asked(`#s${one}`)).filter((one) => one !== null);
      highlight("chosen", ...ranges.map((one) => rangeOf(pieces, ...one)).filter((one) => one !== null));
    };
    line.addEventListener("pointerenter", light);
    line.addEventListener("focusin", light);
    line.addEventListener("pointerleave", () => { highlight("chosen"); });
  }
  host.addEventListener("pointerleave", () => { highlight("chosen"); });
}

/** Choosing words offers to make a claim of them; the form is in the page already, so that it works by keyboard too. */
function making(host: HTMLElement, pieces: readonly Piece[], text: string): void {
  const dialog = document.querySelector<HTMLDialogElement>("dialog#maker");
  if (dialog === null) return;
  const offer = html("button", { type: "button", class: "go maker", hidden: true }, "Make a claim");
  document.body.append(offer);
  let chosen: [number, number] | null = null;
  const look = (): void => {
    const selection = getSelection();
    const range = selection === null || selection.isCollapsed || selection.rangeCount === 0 ? null : selection.getRangeAt(0);
    chosen = range !== null && host.contains(range.commonAncestorContainer) ? stretch(pieces, text, range) : null;
    offer.hidden = chosen === null;
    if (range === null || chosen === null) return;
    const box = range.getBoundingClientRect();
    offer.style.left = `${Math.max(8, Math.min(box.left + window.scrollX, document.documentElement.clientWidth - 150))}px`;
    offer.style.top = `${box.bottom + window.scrollY + 8}px`;
  };
  document.addEventListener("selectionchange", look);
  offer.addEventListener("click", () => {
    if (chosen === null) return;
    const [start, end] = chosen;
    const words = [...text].slice(start, end).join("");
    const quoted = dialog.querySelector("[data-words]");
    if (quoted !== null) quoted.textContent = words;
    for (const [name, value] of [["start", start], ["end", end]] as const) {
      const field = dialog.querySelector<HTMLInputElement>(`input[name="${name}"]`);
      if (field !== null) field.value = String(value);
    }
    offer.hidden = true;
    dialog.showModal();
  });
}

function stretch(pieces: readonly Piece[], text: string, range: Range): [number, number] | null {
  let start: number | null = null;
  let end: number | null = null;
  for (const piece of pieces) {
    if (!range.intersectsNode(piece.node)) continue;
    const from = piece.node === range.startContainer ? pointOf(piece.node.data, range.startOffset) : 0;
    const to = piece.node === range.endContainer ? pointOf(piece.node.data, range.endOffset) : piece.length;
    if (to <= from) continue;
    start ??= piece.start + from;
    end = piece.start + to;
  }
  if (start === null || end === null) return null;
  const [first, last] = trimmed(text, start, end);
  return first < last ? [first, last] : null;
}
