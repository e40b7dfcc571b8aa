/** Starts the page: htmx, the theme button, keys, and whichever islands the page holds. */

import htmx from "htmx.org";
import "./style/tokens.css";
import "./style/base.css";
import "./style/components.css";
import "./style/islands.css";
import { html } from "./dom";
import { shortcuts } from "./shortcuts";
import { theme } from "./theme";
import { citations } from "./beside";
import { carried } from "./carried";
import { tidy } from "./filters";
import { decisions } from "./review/decisions";
import { settling } from "./settling";

type Island = (host: HTMLElement) => void | Promise<void>;

/** Each island is a file of its own, asked for by the pages that hold it. */
const ISLANDS: Readonly<Record<string, () => Promise<Island>>> = {
  timeline: async () => (await import("./timeline/island")).timeline,
  map: async () => (await import("./map/island")).map,
  network: async () => (await import("./network/island")).network,
  relay: async () => (await import("./relay/island")).relay,
  reader: async () => (await import("./reader/island")).reader,
  review: async () => (await import("./review/island")).review,
};

async function start(host: HTMLElement): Promise<void> {
  if (host.dataset["started"] !== undefined) return;
  host.dataset["started"] = "";
  try {
    const load = ISLANDS[host.dataset["island"] ?? ""];
    if (load === undefined) return;
    await (await load())(host);
    host.dataset["ready"] = "";
  } catch (fault) {
    host.prepend(html("p", { class: "notice", role: "alert" }, `This part of the page could not be drawn: ${fault instanceof Error ? fault.message : "unknown fault"}`));
  }
}

function islands(within: ParentNode): void {
  for (const host of within.querySelectorAll<HTMLElement>("[data-island]")) void start(host);
}

htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.selfRequestsOnly = true;
htmx.config.allowScriptTags = false;
htmx.config.scrollBehavior = "auto";
htmx.config.historyCacheSize = 0;
theme();
tidy();
shortcuts();
citations();
carried();
decisions();
settling();
islands(document);
document.addEventListener("htmx:afterSettle", () => { islands(document); });
