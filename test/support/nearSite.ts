import { type Answer, type Request, type SiteFile, urlOf } from "../../server/src/deployment/exchange";
import type { Phone, Start } from "../../server/src/deployment/phone";
import { resolveReport } from "../../server/src/deployment/report";
import { drive, settle } from "../../server/src/deployment/settle";
import type { Device } from "../../server/src/devices/device";

/** A text is a file, a number a status; what is not there is missing. */
export type Server = Readonly<Record<string, string | number | Answer>>;

/** What a device ends up with, in short; parts have their names, so that one more or less moves no other. */
export function resolvedAt(phone: Phone, server: Server, device: Device, how: Start = {}): unknown {
  const asked: string[] = [];
  const files = new Map<string, SiteFile>();
  const answer = ({ target, purpose }: Request): Answer => {
    const url = urlOf(target);
    asked.push(purpose === "load" ? `load ${url}` : url);
    const found = Object.hasOwn(server, url) ? server[url] : 404;
    if (typeof found === "number") return { kind: "status", status: found };
    if (typeof found !== "string") return found as Answer;
    const file = files.get(url) ?? { name: url.replace(/^.*\//, ""), text: found, layers: [] };
    files.set(url, file);
    return { kind: "file", file };
  };
  const settled = drive(settle(phone, phone.start(device, how), { keepsHistory: true }), answer);
  const { format: _, version: __, ...report } = resolveReport(phone, settled, [], { show: "set", why: [] });
  const byName = report.settings.map(({ name, ...setting }) => [name, short(setting)]);
  const rounds = report.rounds.map(({ steps, ...round }) => ({ ...round, steps: steps.map(short) }));
  return { asked: asked.join(" "), ...report, rounds, settings: Object.fromEntries(byName) };
}

/** Without the names of its parts, and without what is none or empty. */
function short(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return Object.values(value)
    .filter((each) => each !== undefined && each !== "" && each !== 0)
    .map((each) => (Array.isArray(each) ? each.map(short).join(" < ") : short(each)))
    .filter((each) => each !== "")
    .join(" ");
}

/** What a server may answer. */
export const everyAnswer: readonly (number | Answer)[] = [
  200,
  404,
  403,
  500,
  { kind: "failed", class: "C", reason: "time-out" } as never,
  { kind: "unknown", reason: "not mapped" } as never,
  { kind: "corrupt", file: "a" } as never,
];
