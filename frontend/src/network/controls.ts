/** What stands above the network: which relations are drawn, and how many names. */

import { html, onTheme, palette, sharpen } from "../dom";
import { RELATIONS, type NetworkData, type Relation } from "../types";
import { DASHES } from "./painting";

export interface Acts { turn(relation: Relation, on: boolean): void; show(most: number): void }

export function controls(data: NetworkData, on: ReadonlySet<Relation>, most: number, acts: Acts): HTMLElement {
  const legend = html("div", { class: "legend", role: "group", "aria-label": "Relations" });
  for (const relation of RELATIONS) {
    const count = data.edges.filter((one) => one.relation === relation).length;
    if (count === 0) continue;
    const box = html("input", { type: "checkbox", checked: on.has(relation) });
    box.addEventListener("change", () => { acts.turn(relation, box.checked); });
    legend.append(html("label", { class: "chip" }, box, dash(legend, relation), `${relation} ${count}`));
  }
  const names = data.nodes.length;
  const many = html("input", { type: "range", min: 10, max: Math.min(400, Math.max(11, names)), value: Math.min(most, names), "aria-label": "How many names are shown" });
  const told = html("span", { class: "soft small number" }, `${many.value} of ${names} names`);
  many.addEventListener("input", () => {
    told.textContent = `${many.value} of ${names} names`;
    acts.show(Number(many.value));
  });
  return html("div", { class: "bar" }, legend, html("span", { class: "spring" }), html("span", { class: "many" }, many, told));
}

/** The line of a relation, as the picture draws it. */
function dash(host: HTMLElement, relation: Relation): HTMLCanvasElement {
  const line = html("canvas", { "aria-hidden": "true" });
  line.style.width = "30px";
  const draw = (): void => {
    const pen = sharpen(line, 30, 10);
    pen.clearRect(0, 0, 30, 10);
    pen.strokeStyle = palette(host, [relation])[relation];
    pen.lineWidth = 2.5;
    pen.setLineDash(DASHES[relation]);
    pen.beginPath();
    pen.moveTo(0, 5);
    pen.lineTo(30, 5);
    pen.stroke();
  };
  requestAnimationFrame(draw);
  onTheme(() => { requestAnimationFrame(draw); });
  return line;
}
