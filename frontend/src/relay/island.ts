/** Who has it from whom: the relay graph of one event, loops in red and dashed. */

import { ask } from "../api";
import { html, svg } from "../dom";
import type { RelayData } from "../types";
import { BOX, layered, type Drawn } from "./layers";

/** Letters that a box has room for: its width less the margins, at 7.8 pixels a letter, what a wide face takes. */
const LETTERS = Math.floor((BOX.wide - 20) / 7.8);

export async function relay(host: HTMLElement): Promise<void> {
  const data = await ask<RelayData>(host.dataset["source"] ?? "");
  host.replaceChildren();
  if (data.nodes.length === 0) {
    host.append(html("p", { class: "empty" }, "No report says where this comes from."));
    return;
  }
  const picture = layered(data);
  const root = svg("svg", { viewBox: `0 0 ${picture.width} ${picture.height}`, width: picture.width, height: picture.height, role: "group",
    "aria-label": `Relay graph: ${data.nodes.length} outlets and sources, ${data.edges.length} relays, ${data.loops.length} loops. The same in words below.` });
  root.append(svg("defs", {},
    svg("marker", { id: "tip", viewBox: "0 0 8 8", refX: 6, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" }, svg("path", { d: "M0,0L8,4L0,8z", fill: "var(--edge)" })),
    svg("marker", { id: "tip-loop", viewBox: "0 0 8 8", refX: 6, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" }, svg("path", { d: "M0,0L8,4L0,8z", fill: "var(--denied)" }))));
  const mids = new Map<string, number>();
  for (const one of picture.edges) {
    root.append(svg("path", { class: one.loop ? "edge loop" : "edge", d: one.path, "marker-end": one.loop ? "url(#tip-loop)" : "url(#tip)" }));
    const words = one.loop ? `loop: ${one.edge.cue || "relays"}` : one.edge.cue;
    const key = `${Math.round(one.mid[0])},${Math.round(one.mid[1] / 14)}`;
    const seen = mids.get(key) ?? 0;
    mids.set(key, seen + 1);
    if (words === "" || seen > 0) continue;
    const text = svg("text", { class: "cue", x: one.mid[0], y: one.mid[1] - 4, "text-anchor": "middle" }, short(words, 22));
    const address = where(one);
    root.append(address === null ? text : svg("a", { href: address }, text));
  }
  for (const box of picture.boxes) {
    const group = svg("g", { class: [box.node.named ? "" : "unnamed", box.root ? "root" : ""].join(" ").trim(), transform: `translate(${box.x},${box.y})` });
    group.append(svg("title", {}, `${box.node.label} (${box.node.kind})`), svg("rect", { width: BOX.wide, height: BOX.high, rx: 6 }), svg("text", { x: 10, y: 17 }, short(box.node.label, LETTERS)),
      svg("text", { class: "cue", x: 10, y: 32 }, [box.node.kind, box.node.named ? "" : "not named", box.root ? "origin" : ""].filter(Boolean).join(" · ")));
    root.append(group);
  }
  const list = html("ul", { class: "small" }, ...picture.edges.map((one) => {
    const words = `${one.from.node.label} ← ${one.to.node.label}${one.edge.cue === "" ? "" : ` (“${one.edge.cue}”)`}${one.loop ? ", a loop" : ""}`;
    const address = where(one);
    return html("li", {}, address === null ? words : html("a", { href: address }, words));
  }));
  const frame = html("div", { class: "island relay", tabindex: 0, role: "region", "aria-label": "Relay graph" });
  frame.append(root);
  host.append(frame, html("details", { class: "soft small" }, html("summary", {}, "The same in words"), list));
}

function where(one: Drawn): string | null {
  const { report, start, end } = one.edge;
  if (report === "") return null;
  return start >= end ? `/reports/${report}` : `/reports/${report}#s${start}-${end}`;
}

function short(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
