/** The network: who meets, accuses, supports, quotes, fights whom. Choosing a tie lists the sentences behind it. */

import { select } from "d3-selection";
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from "d3-zoom";
import { ask } from "../api";
import { framed, html, onTheme, palette, sharpen, tip } from "../dom";
import type { NetworkData, Relation } from "../types";
import { labelled, type Stand } from "./labels";
import { choose, control, nearestTie, place, type Remembered, type Spot, type Tie } from "./layout";
import { sentences } from "./sentences";

/** Dashes of each relation: color is never the only sign. */
const DASHES: Record<Relation, number[]> = { meets: [], accuses: [7, 4], supports: [], quotes: [2, 4], fights: [10, 3, 2, 3], other: [1, 3] };
const RELATIONS = Object.keys(DASHES) as Relation[];
/** Letters of a name that are shown, and ties that are listed at first. */
const LETTERS = 26;
/** Below it, fewer names are shown at first. Unit: pixels. */
const NARROW = 480;
const LISTED = 12;
const COLORS = [...RELATIONS, "ink", "soft", "sheet", "edge", "hit", "go", "chip"] as const;

export async function network(host: HTMLElement): Promise<void> {
  const data = await ask<NetworkData>(host.dataset["source"] ?? "/api/v1/network");
  host.replaceChildren();
  if (data.edges.length === 0) {
    host.append(html("p", { class: "empty" }, "Nobody here is told to do anything to anybody."));
    return;
  }
  new Drawing(host, data).start();
}

class Drawing {
  private spots: Spot[] = [];
  private ties: Tie[] = [];
  private transform: ZoomTransform = zoomIdentity;
  private chosen: Tie | null = null;
  private over: Spot | null = null;
  private stood: { k: number; over: Spot | null; spots: Spot[]; stands: (Stand | null)[] } | null = null;
  private listed = LISTED;
  private fitted: { k: number; frame: [number, number] } | null = null;
  private most: number;
  private readonly relations: Set<Relation>;
  private readonly canvas = html("canvas", { tabindex: 0, role: "application", "aria-roledescription": "network", "aria-describedby": "network-keys" });
  private readonly box = html("div", { class: "island network" });
  private readonly strongest = html("ul", { class: "list columns" });
  private readonly beside: HTMLElement;
  private readonly redraw = framed(() => { this.draw(); });
  private readonly zooming = zoom<HTMLCanvasElement, unknown>().scaleExtent([0.2, 5]);
  private readonly note: ReturnType<typeof tip>;
  private readonly key: string;
  private colors: Record<(typeof COLORS)[number], string>;

  constructor(private readonly host: HTMLElement, private readonly data: NetworkData) {
    const counts = (one: Relation): boolean => data.edges.some((edge) => edge.relation === one);
    this.most = host.clientWidth < NARROW ? 20 : 40;
    this.relations = new Set(RELATIONS.filter((one) => one !== "other" && counts(one)));
    if (this.relations.size === 0) this.relations.add("other");
    this.key = `network ${host.dataset["story"] ?? ""}`;
    this.note = tip(this.box);
    this.colors = palette(host, COLORS);
    this.beside = document.querySelector<HTMLElement>("#beside") ?? html("aside");
  }

  start(): void {
    this.box.append(this.canvas);
    this.host.append(this.bar(), this.box,
      html("p", { class: "soft small under", id: "network-keys" }, "Drag to move, pinch or Ctrl and wheel to zoom; with the keyboard the arrows move, + and − zoom, 0 shows all. People are circles, organizations squares, all else diamonds."),
      html("section", { class: "section" }, html("h2", {}, "Strongest ties"), this.strongest));
    this.listen();
    new ResizeObserver(() => { this.redraw(); }).observe(this.box);
    onTheme(() => {
      this.colors = palette(this.host, COLORS);
      this.redraw();
    });
    this.lay();
  }

  private bar(): HTMLElement {
    const legend = html("div", { class: "legend", role: "group", "aria-label": "Relations" });
    for (const relation of RELATIONS) {
      const count = this.data.edges.filter((one) => one.relation === relation).length;
      if (count === 0) continue;
      const line = html("canvas", { "aria-hidden": "true" });
      const box = html("input", { type: "checkbox", checked: this.relations.has(relation) });
      box.addEventListener("change", () => {
        if (box.checked) this.relations.add(relation);
        else this.relations.delete(relation);
        this.lay();
      });
      const draw = (): void => {
        const pen = sharpen(line, 30, 10);
        line.style.width = "30px";
        pen.clearRect(0, 0, 30, 10);
        pen.strokeStyle = this.colors[relation];
        pen.lineWidth = 2.5;
        pen.setLineDash(DASHES[relation]);
        pen.beginPath();
        pen.moveTo(0, 5);
        pen.lineTo(30, 5);
        pen.stroke();
      };
      draw();
      onTheme(() => { requestAnimationFrame(draw); });
      const label = html("label", { class: "chip" }, box, line, `${relation} ${count}`);
      legend.append(label);
    }
    const many = html("input", { type: "range", min: 10, max: Math.min(400, Math.max(11, this.data.nodes.length)), value: Math.min(this.most, this.data.nodes.length), "aria-label": "How many names are shown" });
    const told = html("span", { class: "soft small number" }, `${many.value} of ${this.data.nodes.length} names`);
    many.addEventListener("input", () => {
      this.most = Number(many.value);
      told.textContent = `${many.value} of ${this.data.nodes.length} names`;
      this.lay();
    });
    return html("div", { class: "bar" }, legend, html("span", { class: "spring" }), many, told);
  }

  private remembered(): Remembered {
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? "{}") as Remembered;
    } catch {
      return {};
    }
  }

  private remember(): void {
    const all = { ...this.remembered() };
    for (const one of this.spots) all[one.node.id] = [Math.round(one.x * 10) / 10, Math.round(one.y * 10) / 10];
    try {
      localStorage.setItem(this.key, JSON.stringify(all));
    } catch {
      // A full or closed storage only costs the memory of positions.
    }
  }

  private lay(): void {
    const chosen = choose(this.data, this.most, this.relations);
    ({ spots: this.spots, ties: this.ties } = place(chosen, this.remembered()));
    this.remember();
    this.chosen = null;
    this.fit();
    this.list();
  }

  private fit(): void {
    const [wide, high] = [this.box.clientWidth, this.canvas.clientHeight];
    if (wide === 0 || this.spots.length === 0) return;
    const xs = this.spots.map((one) => one.x);
    const ys = this.spots.map((one) => one.y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const [beside, below] = [Math.min(190, wide / 3), 90];
    const k = Math.min(1.6, (wide - beside) / Math.max(1, right - left), (high - below) / Math.max(1, bottom - top));
    const to = zoomIdentity.translate(wide / 2 - (k * (left + right)) / 2, high / 2 - (k * (top + bottom)) / 2).scale(k);
    this.fitted = { k: to.k, frame: [4 - to.x, wide - 4 - to.x] };
    select(this.canvas).call(this.zooming.transform.bind(this.zooming), to);
  }

  private list(): void {
    const first = this.ties.toSorted((a, b) => b.edge.count - a.edge.count || (a.edge.id < b.edge.id ? -1 : 1)).slice(0, this.listed);
    const more = html("button", { type: "button", class: "plain small" }, `${this.ties.length - first.length} more`);
    more.addEventListener("click", () => {
      this.listed = this.ties.length;
      this.list();
      this.strongest.querySelectorAll("button")[first.length]?.focus();
    });
    this.strongest.replaceChildren(
      ...first.map((tie) => {
        const button = html("button", { type: "button", class: "plain" }, `${tie.source.node.name} ${word(tie.edge.relation)} ${tie.target.node.name}`);
        button.addEventListener("click", () => { this.open(tie); });
        return html("li", {}, button, html("span", { class: "soft small number" }, String(tie.edge.count)));
      }),
      ...(this.ties.length > first.length ? [html("li", {}, more)] : []),
    );
    this.canvas.setAttribute("aria-label", `Network of ${this.spots.length} names and ${this.ties.length} ties; the strongest are listed below`);
  }

  private listen(): void {
    this.zooming
      .filter((event: Event) => !(event instanceof WheelEvent) || event.ctrlKey || event.metaKey)
      .on("zoom", (event: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
        this.transform = event.transform;
        this.redraw();
      });
    select(this.canvas).call(this.zooming).on("dblclick.zoom", null);
    this.canvas.addEventListener("keydown", (event) => { this.pressed(event); });
    this.canvas.addEventListener("pointermove", (event) => {
      const [x, y] = this.transform.invert([event.offsetX, event.offsetY]);
      const spot = this.spots.find((one) => Math.hypot(one.x - x, one.y - y) <= one.radius + 3) ?? null;
      const tie = spot === null ? nearestTie(this.ties, x, y, 7 / this.transform.k) : null;
      if (spot !== this.over) {
        this.over = spot;
        this.redraw();
      }
      this.canvas.style.cursor = spot !== null || tie !== null ? "pointer" : "grab";
      if (spot !== null) this.note.show(event.offsetX, event.offsetY, html("strong", {}, spot.node.name), `${spot.node.kind} · in ${spot.node.weight} claims`);
      else if (tie !== null) this.note.show(event.offsetX, event.offsetY, html("strong", {}, `${tie.source.node.name} ${word(tie.edge.relation)} ${tie.target.node.name}`), `${tie.edge.count} sentences`);
      else this.note.hide();
    });
    this.canvas.addEventListener("pointerleave", () => {
      this.over = null;
      this.note.hide();
      this.redraw();
    });
    this.canvas.addEventListener("click", (event) => {
      const [x, y] = this.transform.invert([event.offsetX, event.offsetY]);
      const spot = this.spots.find((one) => Math.hypot(one.x - x, one.y - y) <= one.radius + 3);
      if (spot !== undefined) {
        location.assign(`/people/${spot.node.id}`);
        return;
      }
      const tie = nearestTie(this.ties, x, y, 9 / this.transform.k);
      if (tie !== null) this.open(tie);
    });
  }

  private pressed(event: KeyboardEvent): void {
    const by = (x: number, y: number) => (): void => { select(this.canvas).call(this.zooming.translateBy.bind(this.zooming), x / this.transform.k, y / this.transform.k); };
    const grow = (factor: number) => (): void => { select(this.canvas).call(this.zooming.scaleBy.bind(this.zooming), factor); };
    const steps: Record<string, () => void> = {
      ArrowLeft: by(60, 0), ArrowRight: by(-60, 0), ArrowUp: by(0, 60), ArrowDown: by(0, -60),
      "+": grow(1.4), "=": grow(1.4), "-": grow(1 / 1.4), "0": () => { this.fit(); },
    };
    const step = event.ctrlKey || event.metaKey || event.altKey ? undefined : steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    step();
  }

  private open(tie: Tie): void {
    this.chosen = tie;
    this.redraw();
    void sentences(this.beside, `${tie.source.node.name} ${word(tie.edge.relation)} ${tie.target.node.name}`, tie.edge.claims, tie.edge.count);
  }

  private draw(): void {
    const [wide, high] = [this.box.clientWidth, this.canvas.clientHeight || 480];
    if (wide === 0) return;
    const pen = sharpen(this.canvas, wide, high);
    const { colors, transform } = this;
    pen.clearRect(0, 0, wide, high);
    pen.translate(transform.x, transform.y);
    pen.scale(transform.k, transform.k);
    const near = new Set<Spot>();
    if (this.over !== null) {
      near.add(this.over);
      for (const tie of this.ties) {
        if (tie.source === this.over) near.add(tie.target);
        if (tie.target === this.over) near.add(tie.source);
      }
    }
    const dim = (lit: boolean): number => (near.size > 0 && !lit ? 0.13 : 1);
    for (const tie of this.ties) {
      const chosen = tie === this.chosen;
      pen.globalAlpha = chosen ? 1 : 0.75 * dim(tie.source === this.over || tie.target === this.over);
      pen.strokeStyle = chosen ? colors.ink : colors[tie.edge.relation];
      pen.lineWidth = Math.min(6, 1 + Math.log2(tie.edge.count + 1) * 0.7) + (chosen ? 1.5 : 0);
      pen.setLineDash(DASHES[tie.edge.relation]);
      const [cx, cy] = control(tie);
      pen.beginPath();
      pen.moveTo(tie.source.x, tie.source.y);
      pen.quadraticCurveTo(cx, cy, tie.target.x, tie.target.y);
      pen.stroke();
      pen.setLineDash([]);
      if (tie.edge.relation !== "meets") arrow(pen, tie, cx, cy);
    }
    for (const spot of this.spots) {
      pen.globalAlpha = dim(near.has(spot));
      pen.fillStyle = spot === this.over ? colors.hit : colors.sheet;
      pen.strokeStyle = colors.ink;
      pen.lineWidth = 1.5;
      shape(pen, spot);
      pen.fill();
      pen.stroke();
    }
    this.names(pen, near, dim);
    pen.globalAlpha = 1;
  }

  /** Writes the names, in letters as large at every scale. */
  private names(pen: CanvasRenderingContext2D, near: ReadonlySet<Spot>, dim: (lit: boolean) => number): void {
    const { k } = this.transform;
    const stands = this.stands(pen, near);
    pen.textAlign = "center";
    pen.textBaseline = "top";
    pen.lineJoin = "round";
    pen.strokeStyle = this.colors.sheet;
    pen.fillStyle = this.colors.ink;
    for (const [index, spot] of this.spots.entries()) {
      const stand = stands[index] ?? null;
      if (stand === null) continue;
      pen.font = fontOf(spot, k);
      pen.globalAlpha = dim(near.has(spot));
      pen.lineWidth = 3.5 / k;
      pen.strokeText(called(spot), stand[0] / k, stand[1] / k);
      pen.fillText(called(spot), stand[0] / k, stand[1] / k);
    }
  }

  /** Where the names stand; worked out anew only when the scale or what is pointed at has changed, not while panning. */
  private stands(pen: CanvasRenderingContext2D, near: ReadonlySet<Spot>): (Stand | null)[] {
    const { k } = this.transform;
    if (this.stood?.k === k && this.stood.over === this.over && this.stood.spots === this.spots) return this.stood.stands;
    const signs = this.spots.map((spot) => {
      pen.font = fontOf(spot, 1);
      return { x: spot.x * k, y: spot.y * k, radius: spot.radius * k, wide: pen.measureText(called(spot)).width };
    });
    const must = new Set(this.spots.flatMap((spot, index) => (near.has(spot) ? [index] : [])));
    const frame = this.fitted?.k === k ? this.fitted.frame : undefined;
    this.stood = { k, over: this.over, spots: this.spots, stands: labelled(signs, must, frame) };
    return this.stood.stands;
  }
}

function called(spot: Spot): string {
  const { name } = spot.node;
  return name.length > LETTERS ? `${name.slice(0, LETTERS - 1).trimEnd()}…` : name;
}

function fontOf(spot: Spot, k: number): string {
  return spot.radius > 11 ? `600 ${13 / k}px system-ui, sans-serif` : `400 ${11.5 / k}px system-ui, sans-serif`;
}

function word(relation: Relation): string {
  return relation === "other" ? "and" : relation;
}

function arrow(pen: CanvasRenderingContext2D, tie: Tie, cx: number, cy: number): void {
  const angle = Math.atan2(tie.target.y - cy, tie.target.x - cx);
  const [x, y] = [tie.target.x - Math.cos(angle) * (tie.target.radius + 2), tie.target.y - Math.sin(angle) * (tie.target.radius + 2)];
  pen.fillStyle = pen.strokeStyle;
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(x - 8 * Math.cos(angle - 0.4), y - 8 * Math.sin(angle - 0.4));
  pen.lineTo(x - 8 * Math.cos(angle + 0.4), y - 8 * Math.sin(angle + 0.4));
  pen.closePath();
  pen.fill();
}

/** People are circles, organizations squares, everything else diamonds. */
function shape(pen: CanvasRenderingContext2D, spot: Spot): void {
  const { x, y, radius } = spot;
  pen.beginPath();
  if (spot.node.kind === "person") pen.arc(x, y, radius, 0, 7);
  else if (spot.node.kind === "organization" || spot.node.kind === "group") pen.roundRect(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8, 3);
  else {
    pen.moveTo(x, y - radius);
    pen.lineTo(x + radius, y);
    pen.lineTo(x, y + radius);
    pen.lineTo(x - radius, y);
    pen.closePath();
  }
}
