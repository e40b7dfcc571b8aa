/** Filters go along into what a list shows, so that the way back to the views keeps them. */

/** Pages of one thing; what stands beside them (words, exports) has addresses of its own. */
const THING = /^\/(?:events|reports|people|sources)\/[^/]+$/;

/** Conditions that are the list's own. */
const OWN = ["page", "size"];

/** The conditions of an address that go along; empty where there are none. Pure. */
export function along(search: string): string {
  const given = new URLSearchParams(search);
  for (const name of OWN) given.delete(name);
  for (const [name, value] of [...given]) if (value === "") given.delete(name, value);
  const kept = given.toString();
  return kept === "" ? "" : `?${kept}`;
}

/** Tells whether a link leads to a page of one thing and has no conditions yet. Pure. */
export function takes(path: string, search: string): boolean {
  return search === "" && THING.test(path);
}

export function carried(): void {
  const give = (event: Event): void => {
    const link = (event.target as Element | null)?.closest<HTMLAnchorElement>("a[href]");
    if (link?.origin !== location.origin) return;
    const kept = along(location.search);
    if (kept !== "" && takes(link.pathname, link.search)) link.search = kept;
  };
  for (const name of ["pointerdown", "focusin"]) document.addEventListener(name, give, { capture: true });
}
