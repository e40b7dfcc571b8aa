/** Keys that work on every page: / to search, g and a letter to go, ? for help. */

import { actOf } from "./review/keys";

const PLACES: Readonly<Record<string, string>> = {
  b: "/", e: "/events", t: "/timeline", m: "/map", n: "/network", s: "/sources", r: "/reports", p: "/people", c: "/conflicts", v: "/review", a: "/ask", x: "/export",
};

/** Where the rail leads for a letter: its links know which filters a view shares. */
function address(key: string): string {
  const path = PLACES[key] ?? "/";
  const link = [...document.querySelectorAll<HTMLAnchorElement>("#views a")].find((one) => one.pathname === path);
  return link?.href ?? path;
}

export function shortcuts(): void {
  const here = document.querySelector<HTMLElement>("#views [aria-current]");
  const rail = here?.closest("nav");
  if (here !== null && rail !== null && rail !== undefined) rail.scrollLeft = here.offsetLeft - rail.offsetLeft - (rail.clientWidth - here.offsetWidth) / 2;
  let going = 0;
  document.addEventListener("keydown", (event) => {
    const target = event.target as HTMLElement | null;
    const typing = target !== null && (["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName) || target.isContentEditable);
    if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]") !== null) return;
    if (Date.now() - going < 1500 && event.key in PLACES) {
      event.preventDefault();
      event.stopImmediatePropagation();
      going = 0;
      location.assign(address(event.key));
      return;
    }
    going = event.key === "g" ? Date.now() : 0;
    if (event.key === "/") {
      const field = document.querySelector<HTMLInputElement>("main input[type=search]");
      if (field !== null) {
        event.preventDefault();
        field.focus();
        field.select();
      }
    }
    if (actOf(event) === "help") document.querySelector<HTMLDialogElement>("dialog#help")?.showModal();
  });
  for (const button of document.querySelectorAll<HTMLElement>("[data-opens]")) {
    button.addEventListener("click", () => { document.querySelector<HTMLDialogElement>(`dialog#${button.dataset["opens"] ?? ""}`)?.showModal(); });
  }
  document.addEventListener("click", (event) => {
    const closer = (event.target as Element | null)?.closest("[data-closes]");
    closer?.closest("dialog")?.close();
  });
}
