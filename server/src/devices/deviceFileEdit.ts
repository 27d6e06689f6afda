import { readJson } from "../text/json";
import { type Device, macDigits } from "./device";
import { readDeviceFile } from "./deviceFile";

// Adds devices to the text of a device file. Its text stays unchanged, with its comments and its order.

const fresh = '{\n  "devices": []\n}\n';

/** A device as the file writes it; its secrets may be names in the editor's secret storage. */
export type WrittenDevice = Omit<Device, "secrets" | "mobility"> & {
  readonly secrets?: Readonly<Record<string, unknown>>;
  readonly mobility?: object;
};

/** The identities a file contains already. */
export interface KnownIdentities {
  readonly ids: ReadonlySet<string>;
  /** Twelve digits each. */
  readonly macs: ReadonlySet<string>;
}

export function knownIdentities(text: string | undefined): KnownIdentities {
  const devices = text?.trim() ? readDeviceFile(text, () => []).entries.map(({ device }) => device) : [];
  return {
    ids: new Set(devices.map(({ id }) => id)),
    macs: new Set(devices.flatMap(({ mac }) => macDigits(mac) ?? [])),
  };
}

/** Undefined when the file so far cannot be read. */
export function withDevices(existing: string | undefined, devices: readonly WrittenDevice[]): string | undefined {
  const text = existing?.trim() ? existing : fresh;
  const { root, problems } = readJson(text);
  const list = root?.kind === "object" ? root.members.find(({ key }) => key === "devices")?.value : root;
  if (problems.length > 0 || list?.kind !== "array") return undefined;
  if (devices.length === 0) return text;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const outer = blanksBefore(text, list.span.end - 1) ?? indentOfLine(text, list.span.start);
  const last = list.items.at(-1);
  const step = outer.includes("\t") ? "\t" : "  ";
  const inner = (last && blanksBefore(text, last.span.start)) ?? outer + step;
  const entries = devices.map((device) =>
    JSON.stringify(device, undefined, step).replace(/^/gm, inner).replace(/\n/g, newline),
  );
  const from = last?.span.end ?? list.span.start + 1;
  // Comments may follow the last device.
  const between = text.slice(from, list.span.end - 1).trimEnd();
  const comma = last && !hasComma(between) ? "," : "";
  return `${text.slice(0, from)}${comma}${between}${newline}${entries.join(`,${newline}`)}${newline}${outer}${text.slice(list.span.end - 1)}`;
}

/** Whether a comma follows the last item; commas in comments do not count. */
function hasComma(between: string): boolean {
  return between.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, "").includes(",");
}

/** The spaces before a place, if nothing else precedes it on its line. */
function blanksBefore(text: string, at: number): string | undefined {
  const before = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  return /^[ \t]*$/.test(before) ? before : undefined;
}

function indentOfLine(text: string, at: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", at - 1) + 1, at))?.[0] ?? "";
}
