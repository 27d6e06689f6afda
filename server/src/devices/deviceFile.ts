import * as l10n from "@vscode/l10n";
import type { Catalogue } from "../schema/catalogue";
import { type JsonMember, type JsonNode, readJson } from "../text/json";
import { nearest } from "../text/nearest";
import type { Problem, Span } from "../text/span";
import { type Device, macDigits } from "./device";

// The workspace's devices: { "devices": [ { "id": "desk", "model": "8841", "mac": "…", … } ] }
// A secret is a text, or { "stored": "name" } for one that the editor keeps. JSON Schema: schemas/devices.schema.json.

export const deviceFileName = ".vscode/flat-profile.devices.json";

interface DeviceEntry {
  readonly device: Device;
  /** Names in the editor's secret storage: of secret parameters by their short names, of other secrets by `passwordField`. */
  readonly stored: Readonly<Record<string, string>>;
  readonly span: Span;
}

interface DeviceFile {
  readonly entries: readonly DeviceEntry[];
  /** Spans are offsets into the file. */
  readonly problems: readonly Problem[];
}

type Kind = "text" | "flag" | "integer" | "texts" | "integers" | "secrets" | "secret" | Fields;
interface Fields {
  readonly [name: string]: Kind;
}

/** The member of a device that is a secret: where it is, as in lists of columns. */
export const passwordField = "mobility.password";

/** What an entry may contain; the members of `Device`. */
export const deviceFields: Fields = {
  id: "text",
  label: "text",
  dialect: "text",
  family: "text",
  model: "text",
  pn: "text",
  psn: "text",
  mac: "text",
  serial: "text",
  firmware: "text",
  release: "text",
  hardware: "text",
  hardwareLevel: "integer",
  partNumber: "text",
  minFirmware: "text",
  ip: "text",
  externalIp: "text",
  certificate: "flag",
  customised: "flag",
  users: "texts",
  registration: "integers",
  settings: "texts",
  secrets: "secrets",
  provisioning: { state: "integer", seconds: "integer" },
  upgrade: { state: "integer", error: "text", seconds: "integer" },
  mobility: { state: "text", user: "text", password: "secret", domain: "text" },
  origin: "text",
  authorization: "text",
  multicast: "text",
  dhcp: "texts",
} satisfies Record<keyof Device, Kind>;

/** Whether a client's `raw` has the form of a device. */
export function isDevice(raw: unknown): raw is Device {
  return isRecord(raw) && typeof raw.id === "string" && hasFields(raw, deviceFields);
}

const hasFields = (raw: Readonly<Record<string, unknown>>, fields: Fields): boolean =>
  Object.entries(fields).every(([name, kind]) => raw[name] === undefined || isOfKind(raw[name], kind));

function isOfKind(raw: unknown, kind: Kind): boolean {
  if (kind === "text" || kind === "secret") return typeof raw === "string";
  if (kind === "flag") return typeof raw === "boolean";
  if (kind === "integer") return typeof raw === "number";
  if (!isRecord(raw)) return false;
  if (typeof kind === "object") return hasFields(raw, kind);
  return Object.values(raw).every((each) => isOfKind(each, kind === "integers" ? "integer" : "text"));
}

const isRecord = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw);

/** Short names of the secrets that devices of a catalogue have. */
export function secretNamesOf({ names }: Pick<Catalogue, "names">): readonly string[] {
  return Object.keys(names.inventory?.secrets ?? {});
}

/**
 * Reads the file; whatever is wrong with it, the good entries and fields are used. `secretNames` is asked when a device
 * has secrets: by their short names.
 */
export function readDeviceFile(text: string, secretNames: () => readonly string[]): DeviceFile {
  const { root, problems: syntax } = readJson(text);
  const problems: Problem[] = [...syntax];
  const list = root?.kind === "object" ? root.members.find(({ key }) => key === "devices")?.value : root;
  if (root && list?.kind !== "array")
    problems.push(
      problem(
        "form",
        l10n.t('The file must contain a list of devices: { "devices": [ … ] }.'),
        list?.span ?? root.span,
      ),
    );
  const entries: DeviceEntry[] = [];
  for (const node of list?.kind === "array" ? list.items : []) {
    const entry = readEntry(node, { stored: {}, problems, secretNames });
    if (!entry) continue;
    if (entries.some(({ device }) => device.id === entry.device.id))
      problems.push(
        problem(
          "twice",
          l10n.t("Two devices have the id `{0}`. Give each device its own id.", entry.device.id),
          node.span,
        ),
      );
    entries.push(entry);
  }
  return { entries, problems };
}

/** What the parts of one entry share. */
interface Reading {
  readonly stored: Record<string, string>;
  readonly problems: Problem[];
  readonly secretNames: () => readonly string[];
}

function readEntry(node: JsonNode, reading: Reading): DeviceEntry | undefined {
  const { stored, problems } = reading;
  if (node.kind !== "object") {
    problems.push(problem("form", l10n.t("A device must be an object in braces: { … }."), node.span));
    return undefined;
  }
  const read = readFields(node.members, deviceFields, reading);
  const mac = node.members.find(({ key }) => key === "mac")?.value;
  if (mac?.kind === "string" && macDigits(mac.value) === undefined)
    problems.push(problem("mac", l10n.t("A MAC address must have 12 hexadecimal digits."), mac.span));
  const id = typeof read.id === "string" && read.id !== "" ? read.id : undefined;
  const name = id ?? [read.mac, read.label, read.model].find((text) => typeof text === "string" && text !== "");
  if (typeof name !== "string") {
    problems.push(
      problem("id", l10n.t("The device has no id. Add an `id`."), { start: node.span.start, end: node.span.start + 1 }),
    );
    return undefined;
  }
  return { device: { ...read, id: name }, stored, span: node.span };
}

function readFields(
  members: readonly JsonMember[],
  fields: Fields,
  reading: Reading,
): Readonly<Record<string, unknown>> {
  const read: Record<string, unknown> = {};
  for (const { key, keySpan, value } of members) {
    const kind = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (kind === undefined) {
      const near = nearest(key, Object.keys(fields));
      reading.problems.push({
        ...problem(
          "unknown-field",
          near
            ? l10n.t("Unknown key `{0}`. Did you mean `{1}`?", key, near)
            : l10n.t("Unknown key `{0}`. It is ignored.", key),
          keySpan,
        ),
        ...(near && {
          fixes: [{ title: l10n.t("Replace with `{0}`", near), edits: [{ span: keySpan, text: `"${near}"` }] }],
        }),
      });
      continue;
    }
    const result = readValue(key, value, kind, reading);
    if (result !== undefined) read[key] = result;
  }
  return read;
}

function readValue(key: string, node: JsonNode, kind: Kind, reading: Reading): unknown {
  const { stored, problems } = reading;
  const complain = (message: string): undefined => {
    problems.push(problem("type", message, node.span));
    return undefined;
  };
  if (kind === "flag")
    return node.kind === "boolean" ? node.value : complain(l10n.t("`{0}` must be true or false.", key));
  if (kind === "integer") {
    if (node.kind === "number" && Number.isSafeInteger(node.value)) return node.value;
    return complain(l10n.t("`{0}` must be a whole number.", key));
  }
  if (kind === "secret" && node.kind === "object") return keep(passwordField, node, stored, complain);
  if (kind === "text" || kind === "secret") {
    if (node.kind === "string") return node.value;
    // 8841 is as good as "8841".
    return node.kind === "number" ? String(node.value) : complain(l10n.t("`{0}` must be text in double quotes.", key));
  }
  if (node.kind !== "object") return complain(l10n.t("`{0}` must be an object in braces: { … }.", key));
  if (typeof kind === "object") return readFields(node.members, kind, reading);
  const entries = node.members.flatMap(({ key: name, keySpan, value }): [string, unknown][] => {
    if (kind === "secrets" && !reading.secretNames().includes(name)) {
      const known = reading.secretNames().map((each) => `\`${each}\``);
      problems.push(
        problem("unknown-field", l10n.t("Unknown secret `{0}`. Use one of: {1}.", name, known.join(", ")), keySpan),
      );
      return [];
    }
    if (kind === "secrets" && value.kind === "object") {
      keep(name, value, stored, (message) => {
        problems.push(problem("type", message, value.span));
      });
      return [];
    }
    const one = readValue(name, value, kind === "integers" ? "integer" : "text", reading);
    return one === undefined ? [] : [[name, one]];
  });
  return Object.fromEntries(entries);
}

/** Notes the name under which the editor keeps a secret. */
function keep(
  name: string,
  node: Extract<JsonNode, { readonly kind: "object" }>,
  stored: Record<string, string>,
  complain: (message: string) => void,
): undefined {
  const key = node.members.find((member) => member.key === "stored")?.value;
  if (key?.kind === "string" && key.value !== "") stored[name] = key.value;
  else complain(l10n.t('A secret must be text or { "stored": "name" }.'));
  return undefined;
}

function problem(code: string, message: string, span: Span): Problem {
  return { code: `devices/${code}`, severity: "warning", message, span };
}
