/** Making elements without HTML strings: report text is hostile, so it only ever becomes text nodes. */

type Attributes = Record<string, string | number | boolean | null | undefined>;
type Child = Node | string | null | undefined;

function fill<E extends Element>(made: E, attributes: Attributes, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) if (child !== null && child !== undefined) made.append(child);
  return made;
}

export function html<K extends keyof HTMLElementTagNameMap>(
  name: K, attributes: Attributes = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(name), attributes, children);
}

export function svg<K extends keyof SVGElementTagNameMap>(
  name: K, attributes: Attributes = {}, ...children: Child[]
): SVGElementTagNameMap[K] {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

/** The resolved value of a color token in the theme that is on, as the canvas understands it. */
export function palette<K extends string>(host: Element, names: readonly K[]): Record<K, string> {
  const probe = html("span", { hidden: true });
  host.append(probe);
  const found = {} as Record<K, string>;
  for (const name of names) {
    probe.style.color = `var(--${name})`;
    found[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  return found;
}

/** Calls `redraw` whenever the theme changes, by the system or by the button. */
export function onTheme(redraw: () => void): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  document.addEventListener("theme", redraw);
}

/** A canvas as sharp as the screen. Returns its context, scaled to CSS pixels. */
export function sharpen(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D {
  const ratio = Math.min(window.devicePixelRatio || 1, 2);
  const wide = Math.round(width * ratio);
  const high = Math.round(height * ratio);
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
    canvas.style.height = `${height}px`;
  }
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("this browser draws no canvas");
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  return pen;
}

/** Runs a drawing at most once a frame. */
export function framed(draw: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      draw();
    });
  };
}

/** A floating note beside the pointer, kept inside its host. */
export function tip(host: HTMLElement): { show(x: number, y: number, ...lines: Child[]): void; hide(): void } {
  const box = html("div", { class: "tip", hidden: true });
  host.append(box);
  return {
    show(x, y, ...lines) {
      box.replaceChildren(...lines.filter((one) => one !== null && one !== undefined));
      box.hidden = false;
      const left = x + 14 + box.offsetWidth > host.clientWidth ? x - box.offsetWidth - 10 : x + 14;
      box.style.left = `${Math.max(4, left)}px`;
      box.style.top = `${Math.max(4, Math.min(y + 12, host.clientHeight - box.offsetHeight - 4))}px`;
    },
    hide() {
      box.hidden = true;
    },
  };
}

/** "1 event", "2 events". Pure. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
