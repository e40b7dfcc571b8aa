/** Asking the desk. Answers are checked by ETag, so what has not changed is not sent again. */

export class Refused extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

export async function ask<T>(address: string, signal?: AbortSignal): Promise<T> {
  const answer = await fetch(address, { headers: { Accept: "application/json" }, signal: signal ?? null });
  if (!answer.ok) throw new Refused(answer.status, `The desk answered ${answer.status} to ${address}`);
  return (await answer.json()) as T;
}

/** The token that unsafe requests carry; the page holds it in a meta element. */
export function token(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? "";
}

export async function send<T>(method: "POST" | "DELETE", address: string, body?: unknown): Promise<T> {
  const answer = await fetch(address, {
    method,
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRF-Token": token() },
    body: body === undefined ? null : JSON.stringify(body),
  });
  if (!answer.ok) {
    const said = (await answer.json().catch(() => null)) as { detail?: unknown; error?: unknown } | null;
    const why = said?.error ?? said?.detail;
    throw new Refused(answer.status, typeof why === "string" ? why : `The desk answered ${answer.status}`);
  }
  return (await answer.json()) as T;
}
