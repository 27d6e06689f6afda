import type { Catalogue } from "../schema/catalogue";
import type { Device } from "./device";
import { deviceFields } from "./deviceFile";

// Lists of phones as spreadsheets write them; the first row names columns, in many spellings.

/** Puts the text of one cell where it belongs. */
type Column = (draft: Draft, text: string) => void;

interface Draft {
  readonly device: Record<string, unknown>;
  settings?: Record<string, string>;
  secrets?: Record<string, string>;
}

export interface InventoryColumns {
  /** The device of one row; `otherwise` is its id when no column names it. */
  deviceOf(row: readonly string[], otherwise: number | string): Device;
  /** Names of columns that mean nothing here. */
  readonly unknown: readonly string[];
}

/** Members of a device with the names that columns have for them, without spaces and case. `{n}` is a number. */
const fieldColumns: Readonly<Partial<Record<keyof Device, readonly string[]>>> = {
  id: ["id", "device", "deviceid"],
  label: ["label", "name", "devicename", "description"],
  dialect: ["dialect"],
  family: ["family", "series"],
  model: ["model", "phonemodel", "devicemodel"],
  pn: ["pn", "product", "productname"],
  psn: ["psn", "seriesnumber"],
  mac: ["mac", "macaddress"],
  serial: ["serial", "serialnumber"],
  firmware: ["firmware", "firmwareversion", "softwareversion", "version"],
  hardware: ["hardware", "hardwareversion", "hwversion"],
  hardwareLevel: ["hardwarelevel", "hwlevel"],
  partNumber: ["partnumber", "part"],
  minFirmware: ["minfirmware", "minversion", "minimumversion", "minsw"],
  ip: ["ip", "ipaddress", "address", "currentip"],
  externalIp: ["externalip", "publicip"],
  certificate: ["certificate", "clientcertificate"],
  customised: ["customised", "customized"],
  origin: ["origin"],
  authorization: ["authorization"],
  multicast: ["multicast"],
  users: ["user{n}", "userid{n}", "line{n}", "extension{n}"],
  dhcp: ["dhcp{n}", "option{n}", "dhcpoption{n}"],
};

const whole = (text: string) => (/^-?\d{1,15}$/.test(text) ? Number(text) : undefined);
const isTrue = (text: string) => /^(?:1|y|yes|true|installed)$/i.test(text);

/** Puts a text where `field` says: `mac`, `upgrade.state`, or one of several by its number. */
function columnOf(field: string, number: string | undefined): Column | undefined {
  const [name = "", part] = field.split(".");
  const kind = deviceFields[name];
  const inner = part === undefined ? kind : typeof kind === "object" ? kind[part] : undefined;
  const read = inner === undefined ? undefined : reader(inner);
  if (!read || (number !== undefined) !== (inner === "texts" || inner === "integers")) return undefined;
  return ({ device }, text) => {
    const value = read(text);
    if (value === undefined) return;
    const key = part ?? number;
    device[name] = key === undefined ? value : { ...(device[name] as object | undefined), [key]: value };
  };
}

/** How a cell is read as a value of this kind. */
function reader(kind: (typeof deviceFields)[string]): ((text: string) => unknown) | undefined {
  if (kind === "text" || kind === "secret" || kind === "texts") return (text) => text;
  if (kind === "integer" || kind === "integers") return whole;
  return kind === "flag" ? isTrue : undefined;
}

/** Columns of devices of these catalogues. */
export function readColumns(header: readonly string[], catalogues: readonly Catalogue[]): InventoryColumns {
  const found = header.map((name) => columnFor(name, catalogues));
  const unknown = header.filter((name, i) => name !== "" && found[i] === undefined);
  return {
    unknown,
    deviceOf(row, otherwise) {
      const draft: Draft = { device: {} };
      for (let i = 0; i < row.length; i++) {
        const text = row[i] as string;
        // An empty cell says nothing.
        if (text !== "") found[i]?.(draft, text);
      }
      const { device, settings, secrets } = draft;
      device.id ??= device.mac ?? String(otherwise);
      if (settings) device.settings = settings;
      if (secrets) device.secrets = secrets;
      return device as unknown as Device;
    },
  };
}

function put<T>(record: Record<string, T> = {}, key: string, value: T): Record<string, T> {
  record[key] = value;
  return record;
}

const plainOf = (name: string, kept = "") =>
  name.toLowerCase().replace(/[^a-z0-9]/g, (sign) => (kept.includes(sign) ? sign : ""));

function columnFor(name: string, catalogues: readonly Catalogue[]): Column | undefined {
  const plain = plainOf(name);
  const inventories = catalogues.map(({ names: { inventory } }) => inventory);
  for (const [field, names] of fieldsIn(inventories))
    for (const each of names) {
      const number = numberIn(plain, each);
      if (number !== "none") return columnOf(field, number);
    }
  const secrets = inventories.flatMap((inventory) => Object.entries(inventory?.secrets ?? {}));
  const [secret] = secrets.find((pair) => pair.some((each) => plainOf(each) === plain)) ?? [];
  if (secret !== undefined)
    return (draft, text) => {
      draft.secrets = put(draft.secrets, secret, text);
    };
  const compared = inventories.flatMap((inventory) => inventory?.parameters ?? []);
  const parameter = compared.find((each) => plainOf(each) === plain) ?? name;
  if (!isParameterColumn(parameter, catalogues)) return undefined;
  return (draft, text) => {
    draft.settings = put(draft.settings, parameter, text);
  };
}

/** Members of a device with the names of their columns: those of every system, then what vendors call them. */
function* fieldsIn(
  inventories: readonly Catalogue["names"]["inventory"][],
): Generator<readonly [field: string, names: readonly string[]]> {
  yield* Object.entries(fieldColumns);
  for (const inventory of inventories)
    for (const [name, field] of Object.entries(inventory?.fields ?? {})) yield [field, [plainOf(name, "{}")]];
}

/** The number in a column's name where `pattern` has one, undefined where it has none; "none" for another column. */
function numberIn(plain: string, pattern: string): string | undefined {
  if (!pattern.endsWith("{n}")) return plain === pattern ? undefined : "none";
  const [, head, number] = /^(.*\D)(\d{1,3})$/.exec(plain) ?? [];
  return head === pattern.slice(0, -"{n}".length) ? number : "none";
}

/** The column has values of a parameter, known or new. */
export function isParameterColumn(name: string, catalogues: readonly Catalogue[]): boolean {
  return catalogues.some((catalogue) => {
    const { newParameters } = catalogue.names.inventory ?? {};
    const isNew = newParameters !== undefined && new RegExp(newParameters).test(name);
    return isNew || catalogue.find(name) !== undefined;
  });
}
