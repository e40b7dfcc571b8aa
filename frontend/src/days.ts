/** Days as numbers: whole days since 1970-01-01, UTC, so that no time zone moves an event. */

export function dayOf(iso: string): number {
  const [year = 1970, month = 1, day = 1] = iso.split("-").map(Number);
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, day);
  return Math.round(moment.getTime() / 86_400_000);
}

export function isoOf(day: number): string {
  return new Date(Math.round(day) * 86_400_000).toISOString().slice(0, 10);
}

/** As an axis has room for. */
export const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const NAMES = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** An interval as sourcebook.tell.dates writes it: "14 May 2031", "May 2031", "2031", "14–17 May 2031", "from …", "until …". */
export function inWords(earliest: string | null, latest: string | null): string {
  if (earliest === null && latest === null) return "no day";
  if (earliest === null) return `until ${one(latest ?? "")}`;
  if (latest === null) return `from ${one(earliest)}`;
  if (earliest === latest) return one(earliest);
  const [a, b] = [split(earliest), split(latest)];
  if (a.day === 1 && dayOf(latest) + 1 === dayOf(next(b))) return months(a, b);
  if (a.year !== b.year) return `${one(earliest)} – ${one(latest)}`;
  if (a.month !== b.month) return `${a.day} ${name(a)} – ${one(latest)}`;
  return `${a.day}–${one(latest)}`;
}

function months(a: Day, b: Day): string {
  if (a.month === 1 && b.month === 12) return a.year === b.year ? String(a.year) : `${a.year}–${b.year}`;
  if (a.year !== b.year) return `${name(a)} ${a.year} – ${name(b)} ${b.year}`;
  return a.month === b.month ? `${name(a)} ${a.year}` : `${name(a)}–${name(b)} ${b.year}`;
}

interface Day { year: number; month: number; day: number }

function split(iso: string): Day {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  return { year, month, day };
}

/** The first day of the month after. */
function next(of: Day): string {
  const [year, month] = of.month === 12 ? [of.year + 1, 1] : [of.year, of.month + 1];
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`;
}

function name(of: Day): string {
  return NAMES[of.month - 1] ?? "?";
}

function one(iso: string): string {
  const day = split(iso);
  return `${day.day} ${name(day)} ${day.year}`;
}

export interface Tick { day: number; label: string; strong: boolean }

/** Marks of an axis between two days, about `space` pixels apart at `scale` pixels a day; steps of days, months, years. */
export function ticks(first: number, last: number, scale: number, space = 90): Tick[] {
  const apart = space / scale;
  if (apart <= 20) return byDays(first, last, [1, 2, 5, 10].find((one) => one >= apart) ?? 10);
  if (apart <= 200) return byMonths(first, last, [1, 2, 3, 6].find((one) => one * 30 >= apart) ?? 6);
  const years = apart / 365;
  const power = 10 ** Math.max(0, Math.floor(Math.log10(years)));
  return byMonths(first, last, 12 * Math.ceil(([1, 2, 5, 10].find((one) => one * power >= years) ?? 10) * power));
}

function byDays(first: number, last: number, step: number): Tick[] {
  const made: Tick[] = [];
  const start = new Date(Math.floor(first) * 86_400_000);
  let [year, month] = [start.getUTCFullYear(), start.getUTCMonth()];
  for (;;) {
    const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    for (let day = 1; day <= length; day += step) {
      if (step > 1 && length - day < step / 2) break;
      const at = dayOf(`${year}-${month + 1}-${day}`);
      if (at > last) return made;
      if (at >= first) {
        const strong = day === 1;
        const label = strong ? `${MONTHS[month] ?? ""} ${year}` : String(day);
        made.push({ day: at, label, strong });
      }
      if (step === 5 && day === 1) day -= 1;
      if (step === 10 && day === 1) day -= 1;
    }
    [year, month] = month === 11 ? [year + 1, 0] : [year, month + 1];
  }
}

function byMonths(first: number, last: number, step: number): Tick[] {
  const made: Tick[] = [];
  const start = new Date(Math.floor(first) * 86_400_000);
  let count = start.getUTCFullYear() * 12 + start.getUTCMonth();
  count -= ((count % step) + step) % step;
  for (; ; count += step) {
    const [year, month] = [Math.floor(count / 12), ((count % 12) + 12) % 12];
    const at = dayOf(`${year}-${month + 1}-1`);
    if (at > last) return made;
    const strong = month === 0;
    if (at >= first) made.push({ day: at, label: strong || step >= 12 ? String(year) : (MONTHS[month] ?? ""), strong });
  }
}
