/** The timeline: intervals as intervals, lanes, zoom and drag; drawn on a canvas that holds thousands. */

import { scaleLinear } from "d3-scale";
import { select } from "d3-selection";
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from "d3-zoom";
import { ask } from "../api";
import { inWords, isoOf, ticks } from "../days";
import { framed, html, onTheme, palette, sharpen, tip } from "../dom";
import { sign, STATUSES } from "../marks";
import type { Moment, TimelineData } from "../types";
import { core, extent, firstFrom, lanes, pack, TITLE, type Bar, type Bin, type Grouping, type Lane } from "./layout";

const ROW = 22;
const HEAD = 24;
const AXIS = 30;
const FONT = "12.5px system-ui, sans-serif";
const COLORS = [...STATUSES, "ink", "soft", "rule", "sheet", "sunk", "edge", "hit", "chip"] as const;

type Hit = { bar: Bar; lane: Lane } | { bin: Bin; lane: Lane } | null;

export async function timeline(host: HTMLElement): Promise<void> {
  const data = await ask<TimelineData>(host.dataset["source"] ?? "/api/v1/timeline");
  const span = extent(data.items);
  host.replaceChildren();
  if (span === null) {
    host.append(html("p", { class: "empty" }, "No event here has a day."));
    shelf(host, data.undated);
    return;
  }
  new Drawing(host, data, span).start();
}

function shelf(host: HTMLElement, undated: readonly Moment[]): void {
  if (undated.length === 0) return;
  const first = undated.slice(0, 40);
  const list = html("ul", {}, ...first.map((one) => html("li", {}, html("a", { href: `/events/${one.id}` }, one.title))));
  const more = undated.length > first.length ? html("p", { class: "soft small" }, `… and ${undated.length - first.length} more`) : null;
  host.append(html("section", { class: "shelf", "aria-label": "Undated" }, html("h2", { class: "label" }, `Without a day · ${undated.length}`), list, more));
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
  private readonly widths = new Map<string, number>();
  private readonly order: Moment[];
  private readonly canvas = html("canvas", { tabindex: 0, role: "application", "aria-roledescription": "timeline", "aria-describedby": "timeline-keys" });
  private readonly scroller = html("div", { class: "scroll", tabindex: -1 });
  private readonly space = html("div");
  private readonly box = html("div", { class: "island timeline" });
  private readonly said = html("p", { class: "away", "aria-live": "polite" });
  private readonly redraw = framed(() => { this.draw(); });
  private readonly zooming = zoom<HTMLCanvasElement, unknown>();
  private readonly note: ReturnType<typeof tip>;
  private colors: Record<(typeof COLORS)[number], string>;

  constructor(private readonly host: HTMLElement, private readonly data: TimelineData, private readonly span: [number, number]) {
    this.order = data.items.toSorted((a, b) => ((a.earliest ?? a.latest ?? "") < (b.earliest ?? b.latest ?? "") ? -1 : 1));
    this.note = tip(this.box);
    this.colors = palette(host, COLORS);
  }

  start(): void {
    this.host.append(this.bar(), this.box, this.said);
    this.box.append(this.scroller);
    this.scroller.append(this.canvas, this.space);
    this.canvas.style.position = "sticky";
    this.canvas.style.top = "0";
    this.host.append(
      html("p", { class: "soft small under", id: "timeline-keys" }, "Drag to move, pinch or Ctrl and wheel to zoom; with the keyboard ← → go from event to event, Enter opens, + and − zoom, 0 shows all."),
    );
    shelf(this.host, this.data.undated);
    this.regroup();
    new ResizeObserver(() => { this.resize(); }).observe(this.box);
    onTheme(() => {
      this.colors = palette(this.host, COLORS);
      this.redraw();
    });
    this.listen();
    this.resize();
    this.show(core(this.data.items) ?? this.span);
  }

  private bar(): HTMLElement {
    const choice = (value: Grouping, label: string): HTMLElement => {
      const input = html("input", { type: "radio", name: "lanes", value, checked: value === this.by });
      input.addEventListener("change", () => {
        this.by = value;
        this.regroup();
        this.resize();
      });
      return html("label", {}, input, label);
    };
    const button = (label: string, title: string, act: () => void): HTMLElement => {
      const made = html("button", { type: "button", title, "aria-label": title }, label);
      made.addEventListener("click", act);
      return made;
    };
    return html(
      "div", { class: "bar" },
      html("div", { class: "segments", role: "radiogroup", "aria-label": "Lanes by" }, choice("actor", "By actor"), choice("place", "By place"), choice("outlet", "By outlet")),
      html("span", { class: "spring" }),
      button("−", "Zoom out", () => { this.by_factor(1 / 1.6); }),
      button("+", "Zoom in", () => { this.by_factor(1.6); }),
      button("All", "Show all", () => { this.show(this.span); }),
    );
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
      const parts = STATUSES.filter((one) => hit.bin.byStatus.has(one)).map((one) => `${hit.bin.byStatus.get(one) ?? 0} ${one}`);
      this.note.show(event.offsetX, y, html("strong", {}, `${hit.bin.count} events`), inWords(isoOf(hit.bin.from), isoOf(hit.bin.to - 1)), html("div", { class: "soft" }, parts.join(", ")));
      return;
    }
    const { moment } = hit.bar;
    this.note.show(event.offsetX, y, html("strong", {}, moment.title), `${inWords(moment.earliest, moment.latest)} · ${moment.status}`, html("div", { class: "soft" }, [moment.place, ...moment.outlets.slice(0, 3)].filter(Boolean).join(" · ")));
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
      "+": () => { this.by_factor(1.6); },
      "=": () => { this.by_factor(1.6); },
      "-": () => { this.by_factor(1 / 1.6); },
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
    this.said.textContent = `${this.chosen.title}, ${inWords(this.chosen.earliest, this.chosen.latest)}, ${this.chosen.status}`;
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
    const pen = sharpen(this.canvas, this.width, this.height);
    const colors = this.colors;
    pen.fillStyle = colors.sheet;
    pen.fillRect(0, 0, this.width, this.height);
    const marks = ticks(this.day(0), this.day(this.width), this.scale);
    pen.strokeStyle = colors.rule;
    for (const tick of marks) {
      pen.lineWidth = tick.strong ? 1.5 : 0.7;
      pen.beginPath();
      pen.moveTo(Math.round(this.x(tick.day)) + 0.5, AXIS);
      pen.lineTo(Math.round(this.x(tick.day)) + 0.5, this.height);
      pen.stroke();
    }
    const top = this.scroller.scrollTop;
    for (const [index, lane] of this.lanes.entries()) {
      const y = (this.tops[index] ?? 0) - top;
      if ((this.tops[index + 1] ?? 0) - top >= AXIS && y <= this.height) this.lane(pen, lane, y, (this.tops[index + 1] ?? 0) - top);
    }
    this.axis(pen, marks);
    this.canvas.setAttribute("aria-label", `Timeline of ${this.data.items.length} events, ${inWords(isoOf(this.day(0)), isoOf(this.day(this.width) - 1))} in view`);
  }

  private axis(pen: CanvasRenderingContext2D, marks: ReturnType<typeof ticks>): void {
    pen.fillStyle = this.colors.sunk;
    pen.fillRect(0, 0, this.width, AXIS);
    pen.textBaseline = "middle";
    const scale = scaleLinear([this.day(0), this.day(this.width)], [0, this.width]);
    for (const tick of marks) {
      pen.font = `${tick.strong ? 600 : 400} 12px system-ui, sans-serif`;
      pen.fillStyle = tick.strong ? this.colors.ink : this.colors.soft;
      pen.fillText(tick.label, scale(tick.day) + 4, AXIS / 2);
    }
  }

  private lane(pen: CanvasRenderingContext2D, lane: Lane, y: number, end: number): void {
    const colors = this.colors;
    if (lane.planned) {
      pen.fillStyle = colors.sunk;
      pen.fillRect(0, y, this.width, end - y);
    }
    pen.strokeStyle = lane.planned ? colors.edge : colors.rule;
    pen.lineWidth = 1;
    pen.beginPath();
    pen.moveTo(0, Math.round(y) + 0.5);
    pen.lineTo(this.width, Math.round(y) + 0.5);
    pen.stroke();
    if (lane.bins !== null) this.bins(pen, lane, y + HEAD, end - 8);
    else this.bars(pen, lane, y + HEAD);
    pen.font = "600 12px system-ui, sans-serif";
    pen.textBaseline = "middle";
    const label = `${lane.label} · ${lane.bars.length}`;
    const wide = pen.measureText(label).width;
    pen.fillStyle = lane.planned ? colors.sunk : colors.sheet;
    pen.fillRect(4, y + 3, wide + 10, HEAD - 6);
    pen.fillStyle = colors.ink;
    pen.fillText(label, 9, y + HEAD / 2);
  }

  private bins(pen: CanvasRenderingContext2D, lane: Lane, top: number, bottom: number): void {
    for (const bin of lane.bins ?? []) {
      const left = this.x(bin.from);
      const wide = Math.max(1, (bin.to - bin.from) * this.scale - 1);
      if (left + wide < 0 || left > this.width) continue;
      let y = bottom;
      for (const status of STATUSES) {
        const high = ((bin.byStatus.get(status) ?? 0) / lane.highest) * (bottom - top);
        pen.fillStyle = this.colors[status];
        pen.fillRect(left, y - high, wide, high);
        y -= high;
      }
    }
  }

  private bars(pen: CanvasRenderingContext2D, lane: Lane, top: number): void {
    const colors = this.colors;
    const last = this.day(this.width);
    pen.textBaseline = "middle";
    for (let index = firstFrom(lane.bars, this.day(-TITLE), this.longest); index < lane.bars.length; index += 1) {
      const bar = lane.bars[index];
      if (bar === undefined || bar.from > last) break;
      const y = top + bar.row * ROW + ROW / 2;
      if (y < AXIS - ROW || y > this.height + ROW) continue;
      const left = this.x(bar.from);
      const wide = (bar.to - bar.from) * this.scale;
      const color = colors[bar.moment.status];
      if (left + Math.max(wide, bar.taken, TITLE) < 0) continue;
      if (wide > 16) {
        pen.globalAlpha = 0.22;
        pen.fillStyle = color;
        pen.beginPath();
        pen.roundRect(left, y - 8, wide, 16, 4);
        pen.fill();
        pen.globalAlpha = 1;
        pen.strokeStyle = color;
        pen.lineWidth = 1;
        pen.setLineDash(lane.planned || bar.openStart || bar.openEnd ? [4, 3] : []);
        pen.stroke();
        pen.setLineDash([]);
        sign(pen, bar.moment.status, Math.min(Math.max(left, 0) + 9, left + wide - 6), y, 4, color);
      } else {
        sign(pen, bar.moment.status, left + Math.min(wide / 2, 7), y, 4.5, color);
      }
      if (bar.moment === this.chosen) {
        pen.strokeStyle = colors.ink;
        pen.lineWidth = 2;
        pen.strokeRect(left - 4, y - 10, Math.max(wide, 14) + 8, 20);
      }
      this.title(pen, bar, left, wide, y);
    }
  }

  /** Writes a title into its bar where all of it fits there, else behind it. */
  private title(pen: CanvasRenderingContext2D, bar: Bar, left: number, wide: number, y: number): void {
    const start = Math.max(left, 0) + 18;
    const whole = this.widthOf(pen, bar.moment.title);
    const behind = left + Math.max(wide, 12) + 6;
    const within = Math.min(left + wide, this.width) - 6 - start;
    const beyond = Math.min(TITLE, Math.min(left + bar.room - 8, this.width - 4) - behind);
    const inside = within >= whole || within > beyond;
    const [at, room] = inside ? [start, within] : [behind, beyond];
    if (room < Math.min(whole, 40) || at + room < 0) return;
    pen.font = FONT;
    pen.fillStyle = this.colors.ink;
    pen.fillText(cut(bar.moment.title, whole, room), at, y + 0.5);
  }

  /** Measured once a title: panning draws the same ones again and again. */
  private widthOf(pen: CanvasRenderingContext2D, title: string): number {
    const known = this.widths.get(title);
    if (known !== undefined) return known;
    pen.font = FONT;
    const made = pen.measureText(title).width;
    this.widths.set(title, made);
    return made;
  }
}

/** The title cut to about `room` pixels of the `whole` that it takes. */
function cut(title: string, whole: number, room: number): string {
  const most = Math.floor((room / whole) * title.length);
  return whole <= room ? title : `${title.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
}
