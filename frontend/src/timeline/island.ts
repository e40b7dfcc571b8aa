/** The timeline: intervals as intervals, lanes, zoom and drag; drawn on a canvas that holds thousands. */

import { select } from "d3-selection";
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from "d3-zoom";
import { ask } from "../api";
import { inWords, isoOf } from "../days";
import { counted, framed, html, tip } from "../dom";
import { said, STATUSES } from "../marks";
import { shelf } from "../shelf";
import type { Moment, TimelineData } from "../types";
import { controls, STEP } from "./controls";
import { core, extent, lanes, pack, type Bar, type Bin, type Grouping, type Lane } from "./layout";
import { AXIS, called, HEAD, Painter, ROW, type View } from "./painting";

type Hit = { bar: Bar; lane: Lane } | { bin: Bin; lane: Lane } | null;

export async function timeline(host: HTMLElement): Promise<void> {
  const data = await ask<TimelineData>(host.dataset["source"] ?? "/api/v1/timeline");
  const span = extent(data.items);
  host.replaceChildren();
  if (span === null) {
    const filtered = (host.dataset["source"] ?? "").includes("?");
    host.append(html("p", { class: "empty" }, data.undated.length > 0 ? "No event here has a day." : filtered ? "No event fits these filters." : "The record holds no event."));
    shelve(host, data.undated);
    return;
  }
  new Drawing(host, data, span).start();
}

/** Puts those without a day below what says what the signs mean, where the page says it. */
function shelve(host: HTMLElement, undated: readonly Moment[]): void {
  const made = shelf("Without a day", undated);
  if (made !== null) (host.parentElement?.querySelector("[data-signs]") ?? host).after(made);
}

class Drawing {
  private by: Grouping = "actor";
  private lanes: Lane[] = [];
  private tops: number[] = [];
  private longest = 0;
  private height = 0;
  private width = 0;
  private packedAt = 0;
  private transform: ZoomTransform = zoomIdentity;
  private chosen: Moment | null = null;
  private readonly order: Moment[];
  private readonly canvas = html("canvas", { tabindex: 0, role: "application", "aria-roledescription": "timeline", "aria-describedby": "timeline-keys" });
  private readonly scroller = html("div", { class: "scroll", tabindex: -1 });
  private readonly space = html("div");
  private readonly box = html("div", { class: "island timeline" });
  private readonly said = html("p", { class: "away", "aria-live": "polite" });
  private readonly redraw = framed(() => { this.draw(); });
  private readonly zooming = zoom<HTMLCanvasElement, unknown>();
  private readonly note: ReturnType<typeof tip>;
  private readonly painter: Painter;

  constructor(private readonly host: HTMLElement, private readonly data: TimelineData, private readonly span: [number, number]) {
    this.order = data.items.toSorted((a, b) => ((a.earliest ?? a.latest ?? "") < (b.earliest ?? b.latest ?? "") ? -1 : 1));
    this.note = tip(this.box);
    this.painter = new Painter(this.canvas, host, this.redraw);
  }

  start(): void {
    const above = controls(this.by, {
      group: (by) => {
        this.by = by;
        this.regroup();
        this.resize();
      },
      zoom: (factor) => { this.by_factor(factor); },
      all: () => { this.show(this.span); },
    });
    this.host.append(above, this.box, this.said);
    this.box.append(this.scroller);
    this.scroller.append(this.canvas, this.space);
    this.canvas.style.position = "sticky";
    this.canvas.style.top = "0";
    this.host.append(
      html("p", { class: "soft small under", id: "timeline-keys" }, "Drag to move, pinch or Ctrl and wheel to zoom; with the keyboard ← → go from event to event, Enter opens, + and − zoom, 0 shows all."),
    );
    shelve(this.host, this.data.undated);
    this.regroup();
    new ResizeObserver(() => { this.resize(); }).observe(this.box);
    this.listen();
    this.resize();
    this.show(core(this.data.items) ?? this.span);
  }

  private regroup(): void {
    this.lanes = lanes(this.data.items, this.by, this.span);
    this.longest = this.lanes.flatMap((lane) => lane.bars).reduce((most, bar) => Math.max(most, bar.to - bar.from), 0);
    this.packedAt = 0;
  }

  private get base(): number {
    return this.width / (this.span[1] - this.span[0]);
  }

  private get scale(): number {
    return this.base * this.transform.k;
  }

  private x(day: number): number {
    return this.transform.x + (day - this.span[0]) * this.scale;
  }

  private day(x: number): number {
    return this.span[0] + (x - this.transform.x) / this.scale;
  }

  private repack(): void {
    if (Math.abs(this.packedAt - this.scale) < 1e-9) return;
    this.packedAt = this.scale;
    let top = AXIS;
    this.tops = [];
    for (const lane of this.lanes) {
      pack(lane, this.scale, lane.bars.length <= 400);
      this.tops.push(top);
      top += HEAD + lane.rows * ROW + 6;
    }
    this.tops.push(top);
    this.height = Math.max(160, Math.min(top + 4, Math.round(Math.min(window.innerHeight * 0.7, 736))));
    this.space.style.height = `${Math.max(0, top - this.height)}px`;
  }

  private resize(): void {
    const width = this.box.clientWidth;
    if (width === 0) return;
    const seen = this.width > 0 ? ([this.day(0), this.day(this.width)] as [number, number]) : null;
    this.width = width;
    const most = Math.max(1, 220 / this.base);
    this.zooming.scaleExtent([this.least, most]).extent([[0, 0], [width, 1]]).translateExtent([[0, 0], [width + this.behind, 1]]);
    if (seen !== null) this.show([seen[0], seen[1] - this.behind / this.scale]);
    this.redraw();
  }

  /** Room behind the last day, for titles. Unit: pixels. */
  private get behind(): number {
    return Math.min(240, this.width * 0.4);
  }

  /** The scale at which everything is seen. */
  private get least(): number {
    return this.width / (this.width + this.behind);
  }

  /** Shows these days, with room for titles behind them. */
  private show([first, last]: [number, number]): void {
    const k = Math.max(this.least, (this.width - this.behind) / ((last - first) * this.base));
    const to = zoomIdentity.translate(-(first - this.span[0]) * this.base * k, 0).scale(k);
    select(this.canvas).call(this.zooming.transform.bind(this.zooming), to);
  }

  private by_factor(factor: number): void {
    select(this.canvas).call(this.zooming.scaleBy.bind(this.zooming), factor);
  }

  private listen(): void {
    this.zooming
      .filter((event: Event) => {
        if (event.type === "dblclick") return false;
        if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
        return !(event instanceof MouseEvent) || event.button === 0;
      })
      .on("zoom", (event: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
        this.transform = event.transform;
        this.redraw();
      });
    select(this.canvas).call(this.zooming).style("touch-action", "pan-y");
    this.canvas.addEventListener("wheel", (event) => {
      if (event.ctrlKey || event.metaKey || Math.abs(event.deltaX) <= Math.abs(event.deltaY)) return;
      event.preventDefault();
      select(this.canvas).call(this.zooming.translateBy.bind(this.zooming), -event.deltaX / this.transform.k, 0);
    }, { passive: false });
    this.scroller.addEventListener("scroll", this.redraw);
    this.canvas.addEventListener("pointermove", (event) => { this.point(event); });
    this.canvas.addEventListener("pointerleave", () => { this.note.hide(); });
    this.canvas.addEventListener("click", (event) => {
      const hit = this.hit(event.offsetX, event.offsetY);
      if (hit === null) return;
      if ("bar" in hit) location.assign(`/events/${hit.bar.moment.id}`);
      else this.show([hit.bin.from - (hit.bin.to - hit.bin.from), hit.bin.to + (hit.bin.to - hit.bin.from)]);
    });
    this.canvas.addEventListener("keydown", (event) => { this.key(event); });
  }

  private point(event: PointerEvent): void {
    const hit = event.buttons === 0 ? this.hit(event.offsetX, event.offsetY) : null;
    this.canvas.style.cursor = hit === null ? "grab" : "pointer";
    if (hit === null) {
      this.note.hide();
      return;
    }
    const y = event.offsetY;
    if ("bin" in hit) {
      const parts = STATUSES.filter((one) => hit.bin.byStatus.has(one)).map((one) => `${hit.bin.byStatus.get(one) ?? 0} ${said(one)}`);
      this.note.show(event.offsetX, y, html("strong", {}, counted(hit.bin.count, "event")), inWords(isoOf(hit.bin.from), isoOf(hit.bin.to - 1)), html("div", { class: "soft" }, parts.join(", ")));
      return;
    }
    const { moment } = hit.bar;
    this.note.show(event.offsetX, y, html("strong", {}, moment.title), `${inWords(moment.earliest, moment.latest)} · ${said(moment.status)}`, html("div", { class: "soft" }, [moment.place, ...moment.outlets.slice(0, 3)].filter(Boolean).join(" · ")));
  }

  private hit(x: number, y: number): Hit {
    const inside = y + this.scroller.scrollTop;
    if (y < AXIS) return null;
    const index = this.tops.findIndex((top, place) => inside >= top && inside < (this.tops[place + 1] ?? -1));
    const lane = this.lanes[index];
    if (lane === undefined) return null;
    const day = this.day(x);
    if (lane.bins !== null) {
      const bin = lane.bins.find((one) => day >= one.from && day < one.to);
      return bin === undefined ? null : { bin, lane };
    }
    const row = Math.floor((inside - (this.tops[index] ?? 0) - HEAD) / ROW);
    for (const bar of lane.bars) {
      if (bar.row !== row) continue;
      const left = this.x(bar.from);
      if (x >= left - 3 && x <= left + Math.max(bar.taken, 14)) return { bar, lane };
    }
    return null;
  }

  private key(event: KeyboardEvent): void {
    const steps: Record<string, () => void> = {
      ArrowRight: () => { this.step(1); },
      ArrowLeft: () => { this.step(-1); },
      "+": () => { this.by_factor(STEP); },
      "=": () => { this.by_factor(STEP); },
      "-": () => { this.by_factor(1 / STEP); },
      "0": () => { this.show(this.span); },
      Enter: () => { if (this.chosen !== null) location.assign(`/events/${this.chosen.id}`); },
    };
    const step = event.ctrlKey || event.metaKey || event.altKey ? undefined : steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    step();
  }

  private step(by: number): void {
    const at = this.chosen === null ? (by > 0 ? -1 : 0) : this.order.indexOf(this.chosen);
    this.chosen = this.order[(at + by + this.order.length) % this.order.length] ?? null;
    if (this.chosen === null) return;
    this.said.textContent = `${this.chosen.title}, ${inWords(this.chosen.earliest, this.chosen.latest)}, ${said(this.chosen.status)}`;
    for (const [index, lane] of this.lanes.entries()) {
      const bar = lane.bars.find((one) => one.moment === this.chosen);
      if (bar === undefined) continue;
      const y = (this.tops[index] ?? 0) + HEAD + bar.row * ROW;
      if (y < this.scroller.scrollTop + AXIS || y > this.scroller.scrollTop + this.height - ROW) this.scroller.scrollTop = y - this.height / 2;
      const x = this.x(bar.from);
      if (x < 0 || x > this.width - 40) select(this.canvas).call(this.zooming.translateTo.bind(this.zooming), (bar.from - this.span[0]) * this.base, 0);
    }
    this.redraw();
  }

  private draw(): void {
    if (this.width === 0) return;
    this.repack();
    const view: View = {
      width: this.width, height: this.height, top: this.scroller.scrollTop, scale: this.scale,
      x: (day) => this.x(day), day: (x) => this.day(x),
    };
    this.painter.draw(view, { lanes: this.lanes, tops: this.tops, longest: this.longest, chosen: this.chosen });
    this.canvas.setAttribute("aria-label", called(this.data.items.length, this.day(0), this.day(this.width) - 1));
  }
}
