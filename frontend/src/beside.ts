/** Citations open their words in the panel beside; htmx brings them, this marks which one is open. */

export function citations(): void {
  const beside = document.querySelector<HTMLElement>("#beside");
  if (beside === null) return;
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target !== beside) return;
    beside.classList.remove("idle");
    beside.scrollTop = 0;
  });
  document.addEventListener("click", (event) => {
    const target = event.target as Element | null;
    const link = target?.closest("a[data-cite]");
    if (link !== null && link !== undefined) {
      for (const one of document.querySelectorAll("a[data-cite][aria-current]")) one.removeAttribute("aria-current");
      link.setAttribute("aria-current", "true");
    }
    if (target?.closest("[data-shuts]") !== null && target !== null) {
      beside.classList.add("idle");
      document.querySelector<HTMLElement>("a[data-cite][aria-current]")?.focus();
    }
  });
}
