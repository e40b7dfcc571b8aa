/** Addresses that say only what is asked: fields left empty and conditions named twice are no part of a link. */

/** Names and values as a form has them, without the empty and the repeated, in their order. Pure. */
export function meant(fields: Iterable<readonly [string, string]>): [string, string][] {
  const seen = new Set<string>();
  const made: [string, string][] = [];
  for (const [name, value] of fields) {
    const key = JSON.stringify([name, value.trim()]);
    if (value.trim() === "" || seen.has(key)) continue;
    seen.add(key);
    made.push([name, value.trim()]);
  }
  return made;
}

export function tidy(): void {
  document.addEventListener("htmx:configRequest", (event) => {
    const { verb, formData } = (event as CustomEvent<{ verb: string; formData: FormData }>).detail;
    if (verb !== "get") return;
    const kept = meant([...formData].filter((one): one is [string, string] => typeof one[1] === "string"));
    for (const name of new Set(formData.keys())) formData.delete(name);
    for (const [name, value] of kept) formData.append(name, value);
  });
}
