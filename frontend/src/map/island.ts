/** The map: spots where a settlement is told, areas where only a province or country is; nothing from the network. */

import { geoGraticule10, geoNaturalEarth1, geoPath, type GeoPath } from "d3-geo";
import { select } from "d3-selection";
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from "d3-zoom";
import type { Feature, FeatureCollection, Geometry } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import known from "virtual:provinces";
import atlas from "world-atlas/countries-50m.json?url";
import { ask } from "../api";
import { dayOf, inWords, isoOf } from "../days";
import { html, onTheme, palette, sharpen, svg, tip } from "../dom";
import { opening, shelf } from "../shelf";
import type { MapData, Moment, Place, TimelineData } from "../types";
import { core } from "../timeline/layout";
import { histogram, narrowed, parted, radius, sorted, type Area, type Shape, type Shapes } from "./places";
import { meets, outline, split, type Box } from "./view";

type Named = GeometryCollection<{ name: string }>;
type World = Topology<{ countries: Named }>;
type Parts = Topology<{ units: Named }>;

/** Between what is told and the edge. Unit: pixels. */
const MARGIN = 44;

/** The closest that the map starts, in widths of the picture: about 20 degrees. One small place alone shows nothing known around it. */
const CLOSEST = 2.5;

/** Of what is told of countries: one with less of it is drawn, but the picture is not widened to show all of it. */
const SHARE = 0.2;

/** Of all that is told of places: the picture starts with the fullest that hold this much; "All" shows the rest. */
const HEART = 2 / 3;

/** What a place is, in words; a settlement and a country say it by their names. */
const KINDS: Readonly<Record<Place["precision"], string>> = { country: "", division: "province", district: "district", settlement: "", feature: "", unknown: "not found on the map" };

/** How long the countries around the first picture wait for it. Unit: milliseconds. */
const SOON = 150;

/** Moments on the shelf and in the panel; the rest is counted. */
const MOST = 30;

export async function map(host: HTMLElement): Promise<void> {
  const [data, times, world] = await Promise.all([
    ask<MapData>(host.dataset["source"] ?? "/api/v1/map"),
    ask<TimelineData>(host.dataset["times"] ?? "/api/v1/timeline"),
    ask<World>(atlas),
  ]);
  const codes = parted(data.places).filter((one) => known.has(one));
  const parts = await Promise.all(codes.map((one) => ask<Parts>(`${import.meta.env.BASE_URL}provinces/${one}.json`)));
  host.replaceChildren();
  const countries = shapes(world, world.objects.countries);
  new Drawing(host, data, times, {
    countries: new Map(countries.map((one) => [String(one.id).padStart(3, "0"), one])),
    provinces: new Map(codes.flatMap((code, place) => (parts[place] === undefined ? [] : [[code, shapes(parts[place], parts[place].objects.units)]]))),
  }, parts.map((one) => mesh(one, one.objects.units, (a, b) => a !== b))).start();
}

function shapes(from: Topology, of: Named): Shape[] {
  return (feature(from, of) as FeatureCollection<Geometry, { name: string }>).features;
}

class Drawing {
  private readonly box = html("div", { class: "island map" });
  private readonly picture = svg("svg", { role: "group", "aria-label": "Map" });
  private readonly land = svg("g");
  private readonly lines = svg("g");
  private readonly ground = svg("g", {}, this.land, this.lines);
  private readonly signs = svg("g");
  private readonly moments: Map<string, Moment>;
  private readonly projection = geoNaturalEarth1();
  private readonly path: GeoPath = geoPath(this.projection);
  private readonly note: ReturnType<typeof tip>;
  private readonly table = html("ul", { class: "list columns" });
  private readonly beside: HTMLElement;
  private readonly zooming = zoom<SVGSVGElement, unknown>();
  private k = 1;
  private size: [number, number] = [0, 0];
  private shown: ReadonlySet<string> | null = null;
  private later = 0;

  constructor(private readonly host: HTMLElement, private readonly data: MapData, times: TimelineData, private readonly shapes: Shapes, private readonly borders: Geometry[]) {
    this.moments = new Map([...times.items, ...times.undated].map((one) => [one.id, one]));
    this.note = tip(this.box);
    this.beside = document.querySelector<HTMLElement>("#beside") ?? html("aside");
  }

  start(): void {
    this.box.append(this.picture);
    this.picture.append(this.ground, this.signs);
    const { zooming } = this;
    zooming
      .scaleExtent([1, 60])
      .filter((event: Event) => !(event instanceof WheelEvent) || event.ctrlKey || event.metaKey)
      .on("zoom", (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
        const { x, y, k } = event.transform;
        for (const group of [this.ground, this.signs]) group.setAttribute("transform", `translate(${x},${y}) scale(${k})`);
        if (k !== this.k) {
          this.k = k;
          this.mark();
        }
      });
    select(this.picture).call(zooming).on("dblclick.zoom", null);
    const button = (label: string, title: string, act: () => void): HTMLElement => {
      const made = html("button", { type: "button", title, "aria-label": title }, label);
      made.addEventListener("click", act);
      return made;
    };
    this.host.append(
      html("div", { class: "bar" },
        html("p", { class: "soft small" }, this.told()),
        html("span", { class: "spring" }),
        button("−", "Zoom out", () => { select(this.picture).call(zooming.scaleBy.bind(zooming), 1 / 1.6); }),
        button("+", "Zoom in", () => { select(this.picture).call(zooming.scaleBy.bind(zooming), 1.6); }),
        button("All", "Show all", () => { select(this.picture).call(zooming.transform.bind(zooming), zoomIdentity); })),
      this.box,
      ...this.brush(),
      ...(this.data.places.length > 0 ? [html("section", { class: "section" }, html("h2", {}, "Places"), this.table)] : []),
    );
    this.shelf();
    this.list();
    this.resize();
    new ResizeObserver(() => { this.resize(); }).observe(this.picture);
  }

  /** Draws for the size that the page gives; what was dragged or zoomed starts anew with another size. */
  private resize(): void {
    const { width, height } = this.picture.getBoundingClientRect();
    const [wide, high] = [Math.round(width), Math.round(height)];
    if (wide === 0 || high === 0 || (wide === this.size[0] && high === this.size[1])) return;
    this.size = [wide, high];
    this.picture.setAttribute("viewBox", `0 0 ${wide} ${high}`);
    this.zooming.extent([[0, 0], [wide, high]]).translateExtent([[-wide, -high], [2 * wide, 2 * high]]);
    this.aim();
    const start = this.heart();
    this.paint(start);
    select(this.picture).call(this.zooming.transform.bind(this.zooming), start);
    this.mark();
  }

  private told(): string {
    const { spots, areas } = sorted(this.data.places, this.shapes);
    if (this.data.places.length === 0) return "No place is told here.";
    if (spots.length + areas.length === 0) return "The gazetteer knows none of these places; the list below has them.";
    return "A spot is a settlement, a tinted area a province; a broken edge is a whole country, of which no more is told.";
  }

  /** Turns the projection to what the story tells of: the spots and areas, with a margin. */
  private aim(): void {
    const { spots, areas } = sorted(this.data.places, this.shapes);
    const told: Feature[] = spots.map(point);
    const total = areas.reduce((sum, one) => sum + one.count, 0);
    for (const area of areas) if (area.count >= total * SHARE) told.push(area.shape);
    const [wide, high] = this.size;
    const collection: FeatureCollection = { type: "FeatureCollection", features: told };
    if (told.length === 0) this.projection.fitSize([wide, high], { type: "Sphere" });
    else this.projection.fitExtent([[MARGIN, MARGIN], [wide - MARGIN, high - MARGIN]], collection);
    if (this.projection.scale() > CLOSEST * wide) {
      const middle = this.projection.invert?.([wide / 2, high / 2]) ?? [0, 0];
      this.projection.scale(CLOSEST * wide).center([0, 0]).translate([wide / 2, high / 2]);
      const [x, y] = this.projection(middle) ?? [wide / 2, high / 2];
      this.projection.translate([wide - x, high - y]);
    }
  }

  /** Draws the ground: the countries in the first picture at once, the others while nothing else is to be done. */
  private paint(start: ZoomTransform): void {
    const [wide, high] = this.size;
    const view: Box = [...start.invert([0, 0]), ...start.invert([wide, high])];
    const [near, far] = split(this.shapes.countries.values(), (one) => meets(outline(one.geometry, this.projection), view));
    const draw = (one: Shape): void => { this.land.append(svg("path", { class: "land", d: this.path(one) })); };
    this.land.replaceChildren(svg("path", { d: this.path(geoGraticule10()), fill: "none", stroke: "var(--rule)", "stroke-width": 0.4, "vector-effect": "non-scaling-stroke" }));
    this.lines.replaceChildren(...this.borders.map((one) => svg("path", { class: "border", d: this.path(one) })));
    near.forEach(draw);
    clearTimeout(this.later);
    const step = (): void => {
      const one = far.shift();
      if (one === undefined) return;
      draw(one);
      this.later = window.setTimeout(step);
    };
    this.later = window.setTimeout(step, SOON);
  }

  /** The view on the fullest places. */
  private heart(): ZoomTransform {
    const { spots, areas } = sorted(this.data.places, this.shapes);
    const fullest = [...spots.map((one) => ({ count: one.count, shape: point(one) })), ...areas].sort((a, b) => b.count - a.count);
    const enough = fullest.reduce((sum, one) => sum + one.count, 0) * HEART;
    let held = 0;
    const features = fullest.filter((one) => {
      const wanted = held < enough;
      held += one.count;
      return wanted;
    }).map((one) => one.shape);
    if (features.length === 0 || features.length === fullest.length) return zoomIdentity;
    const [[left, top], [right, bottom]] = this.path.bounds({ type: "FeatureCollection", features });
    const [wide, high] = this.size;
    const k = Math.min((CLOSEST * wide) / this.projection.scale(), (wide - 2 * MARGIN) / (right - left), (high - 2 * MARGIN) / (bottom - top));
    if (k < 1.1) return zoomIdentity;
    return zoomIdentity.translate(wide / 2 - (k * (left + right)) / 2, high / 2 - (k * (top + bottom)) / 2).scale(k);
  }

  private mark(): void {
    const { spots, areas } = sorted(narrowed(this.data.places, this.shown), this.shapes);
    const most = Math.max(1, ...spots.map((one) => one.count), ...areas.map((one) => one.count));
    const drawn: SVGElement[] = [];
    const words: SVGElement[] = [];
    const taken: [number, number, number, number][] = [];
    const put = (text: string, x: number, y: number, lesser: boolean): void => {
      const size = 12 / this.k;
      const half = (text.length * size * 0.56) / 2;
      const box: [number, number, number, number] = [x - half, y - size, x + half, y + size * 0.4];
      if (taken.some(([a, b, c, d]) => box[0] < c && box[2] > a && box[1] < d && box[3] > b)) return;
      taken.push(box);
      const made = svg("text", { class: lesser ? "lesser" : null, x, y, "text-anchor": "middle" }, text);
      made.style.fontSize = `${size}px`;
      made.style.strokeWidth = `${3.5 / this.k}px`;
      words.push(made);
    };
    for (const one of spots) {
      const at = this.projection([one.lon ?? 0, one.lat ?? 0]);
      if (at === null) continue;
      const r = radius(one.count, most) / this.k;
      const label = `${one.name}: ${one.count} ${one.count === 1 ? "event" : "events"}`;
      const made = svg("circle", { class: "spot", cx: at[0], cy: at[1], r, tabindex: 0, role: "button", "aria-label": label });
      made.style.strokeWidth = `${1.5 / this.k}px`;
      this.act(made, label, one.precision, one.events);
      drawn.push(made);
      put(`${one.name} ${one.count}`, at[0], at[1] + r + 13 / this.k, one.count * 5 < most);
    }
    const under: SVGElement[] = [];
    for (const area of areas) {
      const label = `${area.name}: ${area.count} ${area.count === 1 ? "event" : "events"}`;
      const path = svg("path", { class: area.whole ? "area country" : "area", d: this.path(area.shape), tabindex: 0, role: "button", "aria-label": label });
      this.act(path, label, told(area), area.events);
      under.push(path);
      const [x, y] = this.path.centroid(largest(area.shape));
      if (Number.isFinite(x)) put(`${area.name} · ${area.count}`, x, y, true);
    }
    this.signs.replaceChildren(...under, ...drawn, ...words);
  }

  private act(made: SVGElement, label: string, more: string, events: readonly string[]): void {
    made.addEventListener("pointermove", (event) => {
      const frame = this.box.getBoundingClientRect();
      this.note.show(event.clientX - frame.left, event.clientY - frame.top, html("strong", {}, label), more);
    });
    made.addEventListener("pointerleave", () => { this.note.hide(); });
    const open = (): void => {
      for (const one of this.signs.querySelectorAll(".chosen")) one.classList.remove("chosen");
      made.classList.add("chosen");
      this.open(label, events);
    };
    made.addEventListener("click", open);
    made.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      open();
    });
  }

  private open(label: string, events: readonly string[]): void {
    const close = html("button", { type: "button", class: "plain" }, "Close");
    close.addEventListener("click", () => {
      this.beside.classList.add("idle");
      this.beside.replaceChildren();
    });
    const item = (id: string): HTMLElement => {
      const one = this.moments.get(id);
      const when = one === undefined || (one.earliest === null && one.latest === null) ? "no day" : inWords(one.earliest, one.latest);
      return html("li", {}, html("a", { href: `/events/${id}` }, one?.title ?? id), html("div", { class: "soft small" }, `${when}${one === undefined ? "" : ` · ${one.status}`}`));
    };
    this.beside.classList.remove("idle");
    this.beside.replaceChildren(html("div", { class: "row between" }, html("h2", {}, label), close), ...opening(events, item, MOST, html("ul", { class: "list" })));
  }

  private list(): void {
    const places = narrowed(this.data.places, this.shown).sort((a, b) => b.count - a.count).slice(0, MOST);
    this.table.replaceChildren(
      ...places.map((one) => {
        const button = html("button", { type: "button", class: "plain" }, one.name);
        button.addEventListener("click", () => { this.open(`${one.name}: ${one.count}`, one.events); });
        return html("li", {}, button, html("span", { class: "soft small number" }, this.where(one)));
      }),
    );
  }

  /** How much is told of a place, what it is, and in what it lies. */
  private where(one: Place): string {
    const country = this.shapes.countries.get(one.iso ?? "")?.properties.name ?? one.country;
    const within = [KINDS[one.precision], one.admin1, country].filter((word): word is string => Boolean(word) && word !== one.name);
    return [String(one.count), within.join(", ")].filter(Boolean).join(" · ");
  }

  private shelf(): void {
    const made = shelf("Without a place", this.data.placeless.map((id) => ({ id, title: this.moments.get(id)?.title ?? id })));
    if (made !== null) this.host.append(made);
  }

  /** Two ends that can be moved by pointer and by arrow keys, over a picture of how many events a time holds. */
  private brush(): HTMLElement[] {
    const dated = [...this.moments.values()].filter((one) => one.earliest !== null && one.latest !== null);
    if (dated.length < 2) return [];
    const reach = core(dated);
    if (reach === null) return [];
    const [first, last] = [Math.floor(reach[0]), Math.ceil(reach[1])];
    const days = dated.map((one) => (dayOf(one.earliest ?? "") + dayOf(one.latest ?? "")) / 2).filter((day) => day >= first && day <= last);
    const canvas = html("canvas", { "aria-hidden": "true" });
    const low = html("input", { type: "range", min: first, max: last, value: first, "aria-label": "From" });
    const high = html("input", { type: "range", min: first, max: last, value: last, "aria-label": "To" });
    const words = html("p", { class: "soft small", "aria-live": "polite" });
    const draw = (): void => {
      const wide = canvas.clientWidth;
      if (wide === 0) return;
      const pen = sharpen(canvas, wide, 41);
      const colors = palette(this.host, ["go", "rule"]);
      const bins = histogram(days, first, last, Math.max(10, Math.floor(wide / 8)));
      const most = Math.max(1, ...bins);
      pen.clearRect(0, 0, wide, 41);
      for (const [index, count] of bins.entries()) {
        const day = first + ((index + 0.5) / bins.length) * (last - first);
        pen.fillStyle = day >= Number(low.value) && day <= Number(high.value) ? colors.go : colors.rule;
        const tall = (count / most) * 38;
        pen.fillRect((index / bins.length) * wide, 41 - tall, wide / bins.length - 1, tall);
      }
    };
    const turn = (): void => {
      if (Number(low.value) > Number(high.value)) [low.value, high.value] = [high.value, low.value];
      const [from, to] = [Number(low.value), Number(high.value)];
      const all = from <= first && to >= last;
      words.textContent = all ? "All times" : `${inWords(isoOf(from), isoOf(to))}: events whose time reaches into it`;
      this.shown = all ? null : new Set(dated.filter((one) => dayOf(one.earliest ?? "") <= to && dayOf(one.latest ?? "") >= from).map((one) => one.id));
      draw();
      this.mark();
      this.list();
    };
    for (const one of [low, high]) one.addEventListener("input", turn);
    new ResizeObserver(draw).observe(canvas);
    onTheme(draw);
    words.textContent = "All times";
    return [html("div", { class: "brush", role: "group", "aria-label": "Time" }, canvas, html("div", { class: "ends" }, low, high), words)];
  }
}

function told(area: Area): string {
  return area.within.slice(0, 6).map((one: Place) => `${one.name} ${one.count}`).join(", ");
}

function point(one: Place): Feature {
  return { type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [one.lon ?? 0, one.lat ?? 0] } };
}

/** The biggest polygon, so that a label stands on the mainland. */
function largest({ geometry }: Shape): Geometry {
  if (geometry.type !== "MultiPolygon") return geometry;
  const best = geometry.coordinates.toSorted((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0))[0];
  return best === undefined ? geometry : { type: "Polygon", coordinates: best };
}
