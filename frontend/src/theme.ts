/** Light, dark, or as the system has it; remembered in this browser. */

import { html } from "./dom";

const NEXT: Readonly<Record<string, string>> = { auto: "light", light: "dark", dark: "auto" };
const SIGNS: Readonly<Record<string, readonly [string, string]>> = { auto: ["◐", "Auto"], light: ["○", "Light"], dark: ["●", "Dark"] };

export function theme(): void {
  const button = document.querySelector<HTMLButtonElement>("#theme");
  let now = stored();
  const turn = (): void => {
    if (now === "auto") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = now;
    if (button !== null) {
      const [sign, word] = SIGNS[now] ?? ["", ""];
      button.replaceChildren(html("span", { "aria-hidden": "true" }, sign), html("span", { class: "word" }, word));
      button.setAttribute("aria-label", `Colors: ${word}`);
      button.title = `Colors: ${now}. Press for ${NEXT[now] ?? "auto"}.`;
      button.hidden = false;
    }
    document.dispatchEvent(new Event("theme"));
  };
  turn();
  button?.addEventListener("click", () => {
    now = NEXT[now] ?? "auto";
    try {
      localStorage.setItem("theme", now);
    } catch {
      // Without storage the choice holds for this page.
    }
    turn();
  });
}

function stored(): string {
  try {
    const found = localStorage.getItem("theme") ?? "auto";
    return found in NEXT ? found : "auto";
  } catch {
    return "auto";
  }
}
