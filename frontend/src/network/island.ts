/** The network: who meets, accuses, supports, quotes, fights whom. Choosing a tie lists the sentences behind it. */

import { select } from "d3-selection";
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from "d3-zoom";
import { ask } from "../api";
import { counted, framed, html, tip } from "../dom";
import { RELATIONS, type NetworkData, type Relation } from "../types";
import { controls } from "./controls";
import { choose, nearestTie, place, type Remembered, type Spot, type Tie } from "./layout";
import { Painter, type Picture } from "./painting";
import { sentences } from "./sentences";

/** Below it, fewer names are shown at first. Unit: pixels. */
const NARROW = 480;
/** Ties that are listed at first. */
const LISTED = 12;

export async function network(host: HTMLElement): Promise<void> {
  const data = await ask<NetworkData>(host.dataset["source"] ?? "/api/v1/network");
  host.replaceChildren();
  if (data.edges.length === 0) {
    host.append(html("p", { class: "empty" }, "Nobody here is told to do anything to anybody."));
    document.querySelector("#beside")?.remove();
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
  private listed = LISTED;
  private fitted: Picture["fitted"] = null;
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
  private readonly painter: Painter;

  constructor(private readonly host: HTMLElement, private readonly data: NetworkData) {
    const counts = (one: Relation): boolean => data.edges.some((edge) => edge.relation === one);
    this.most = host.clientWidth < NARROW ? 20 : 40;
    this.relations = new Set(RELATIONS.filter((one) => one !== "other" && counts(one)));
    if (this.relations.size === 0) this.relations.add("other");
    this.key = `network ${host.dataset["story"] ?? ""}`;
    this.note = tip(this.box);
    this.painter = new Painter(this.canvas, host, this.redraw);
    this.beside = document.querySelector<HTMLElement>("#beside") ?? html("aside");
  }

  start(): void {
    this.box.append(this.canvas);
    const above = controls(this.data, this.relations, this.most, {
      turn: (relation, on) => {
        if (on) this.relations.add(relation);
        else this.relations.delete(relation);
        this.lay();
      },
      show: (most) => {
        this.most = most;
        this.lay();
      },
    });
    this.host.append(above, this.box,
      html("p", { class: "soft small under", id: "network-keys" }, "Drag to move, pinch or Ctrl and wheel to zoom; with the keyboard the arrows move, + and − zoom, 0 shows all. People are circles, organizations squares, all else diamonds."),
      html("section", { class: "section" }, html("h2", {}, "Strongest ties"), this.strongest));
    this.listen();
    new ResizeObserver(() => { this.redraw(); }).observe(this.box);
    this.lay();
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
        const button = html("button", { type: "button", class: "plain" }, told(tie));
        button.addEventListener("click", () => { this.open(tie); });
        return html("li", {}, button, html("span", { class: "soft small number" }, String(tie.edge.count)));
      }),
      ...(this.ties.length > first.length ? [html("li", {}, more)] : []),
    );
    this.canvas.setAttribute("aria-label", `Network of ${counted(this.spots.length, "name")} and ${counted(this.ties.length, "tie")}; the strongest are listed below`);
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
      if (spot !== null) this.note.show(event.offsetX, event.offsetY, html("strong", {}, spot.node.name), `${spot.node.kind} · in ${counted(spot.node.weight, "claim")}`);
      else if (tie !== null) this.note.show(event.offsetX, event.offsetY, html("strong", {}, told(tie)), counted(tie.edge.count, "sentence"));
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
    void sentences(this.beside, told(tie), tie.edge.claims, tie.edge.count);
  }

  private draw(): void {
    const [wide, high] = [this.box.clientWidth, this.canvas.clientHeight || 480];
    if (wide === 0) return;
    this.painter.draw(wide, high, this.transform, { spots: this.spots, ties: this.ties, chosen: this.chosen, over: this.over, fitted: this.fitted });
  }
}

/** A tie as a sentence. */
function told(tie: Tie): string {
  return `${tie.source.node.name} ${tie.edge.relation === "other" ? "and" : tie.edge.relation} ${tie.target.node.name}`;
}
