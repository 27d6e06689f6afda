import type { Catalogue } from "../schema/catalogue";
import type { Device } from "./device";

// Lists of phones as spreadsheets write them; the first row names columns, in many spellings.

/** Puts the text of one cell where it belongs. */
type Column = (draft: Draft, text: string) => void;

interface Draft {
  readonly device: { -readonly [key in keyof Device]?: Device[key] };
  settings?: Record<string, string>;
  secrets?: Record<string, string>;
  users?: Record<string, string>;
  registration?: Record<string, number>;
  dhcp?: Record<string, string>;
}

export interface InventoryColumns {
  /** The device of one row; `otherwise` is its id when no column names it. */
  deviceOf(row: readonly string[], otherwise: number | string): Device;
  /** Names of columns that mean nothing here. */
  readonly unknown: readonly string[];
}

type TextField =
  | "id"
  | "label"
  | "family"
  | "model"
  | "pn"
  | "psn"
  | "mac"
  | "serial"
  | "firmware"
  | "hardware"
  | "ip"
  | "externalIp"
  | "origin"
  | "authorization"
  | "multicast";

const textColumns: Readonly<Record<TextField, readonly string[]>> = {
  id: ["id", "device", "deviceid"],
  label: ["label", "name", "devicename", "description"],
  family: ["family", "series"],
  model: ["model", "phonemodel", "devicemodel"],
  pn: ["pn", "product", "productname"],
  psn: ["psn", "seriesnumber"],
  mac: ["mac", "macaddress", "ma", "mau"],
  serial: ["serial", "serialnumber", "sn"],
  firmware: ["firmware", "firmwareversion", "softwareversion", "swver", "version"],
  hardware: ["hardware", "hardwareversion", "hwver"],
  ip: ["ip", "ipaddress", "address", "currentip"],
  externalIp: ["externalip", "extip", "publicip"],
  origin: ["origtype", "origin"],
  authorization: ["authstatus", "authorization"],
  multicast: ["mcastaddr", "multicast"],
};

const whole = (text: string) => (/^-?\d{1,15}$/.test(text) ? Number(text) : undefined);
const isTrue = (text: string) => /^(?:1|y|yes|true|installed)$/i.test(text);

const otherColumns: Readonly<Record<string, Column>> = {
  certificate: ({ device }, text) => {
    device.certificate = isTrue(text);
  },
  customised: ({ device }, text) => {
    device.customised = isTrue(text);
  },
  prvst: ({ device }, text) => {
    const state = whole(text);
    if (state !== undefined) device.provisioning = { ...device.provisioning, state };
  },
  prvtmr: ({ device }, text) => {
    const seconds = whole(text);
    if (seconds !== undefined) device.provisioning = { ...device.provisioning, seconds };
  },
  upgst: ({ device }, text) => {
    const state = whole(text);
    if (state !== undefined) device.upgrade = { ...device.upgrade, state };
  },
  upgtmr: ({ device }, text) => {
    const seconds = whole(text);
    if (seconds !== undefined) device.upgrade = { ...device.upgrade, seconds };
  },
  upgerr: ({ device }, error) => {
    device.upgrade = { ...device.upgrade, error };
  },
  ems: ({ device }, state) => {
    device.mobility = { ...device.mobility, state };
  },
  muid: ({ device }, user) => {
    device.mobility = { ...device.mobility, user };
  },
  mpwd: ({ device }, password) => {
    device.mobility = { ...device.mobility, password };
  },
  pdom: ({ device }, domain) => {
    device.mobility = { ...device.mobility, domain };
  },
};

const synonyms: Readonly<Record<string, string>> = {
  ccert: "certificate",
  clientcertificate: "certificate",
  iscust: "customised",
  customized: "customised",
};

const columns: ReadonlyMap<string, Column> = new Map([
  ...Object.entries(textColumns).flatMap(([field, names]) =>
    names.map((name): [string, Column] => [
      name,
      ({ device }, text) => {
        device[field as TextField] = text;
      },
    ]),
  ),
  ...Object.entries(otherColumns),
  ...Object.entries(synonyms).flatMap(([name, same]): [string, Column][] => {
    const column = otherColumns[same];
    return column ? [[name, column]] : [];
  }),
]);

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
      const { device, settings, secrets, users, registration, dhcp } = draft;
      device.id ??= device.mac ?? String(otherwise);
      if (settings) device.settings = settings;
      if (secrets) device.secrets = secrets;
      if (users) device.users = users;
      if (registration) device.registration = registration;
      if (dhcp) device.dhcp = dhcp;
      return device as Device;
    },
  };
}

function put<T>(record: Record<string, T> = {}, key: string, value: T): Record<string, T> {
  record[key] = value;
  return record;
}

const plainOf = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, "");

function columnFor(name: string, catalogues: readonly Catalogue[]): Column | undefined {
  const plain = plainOf(name);
  const known = columns.get(plain);
  if (known) return known;
  const numbered = /^(?:uid|userid|user|line|extension)(\d{1,2})$/.exec(plain)?.[1];
  if (numbered)
    return (draft, text) => {
      draft.users = put(draft.users, numbered, text);
    };
  const timer = /^regtmr(\d{1,2})$/.exec(plain)?.[1];
  if (timer)
    return (draft, text) => {
      const seconds = whole(text);
      if (seconds !== undefined) draft.registration = put(draft.registration, timer, seconds);
    };
  const option = /^(?:dhcp|option|dhcpoption)(\d{1,3})$/.exec(plain)?.[1];
  if (option)
    return (draft, text) => {
      draft.dhcp = put(draft.dhcp, option, text);
    };
  const inventories = catalogues.map(({ names: { inventory } }) => inventory);
  const secrets = inventories.flatMap((inventory) => Object.entries(inventory?.secrets ?? {}));
  const [secret] = secrets.find((pair) => pair.some((each) => plainOf(each) === plain)) ?? [];
  if (secret !== undefined)
    return (draft, text) => {
      draft.secrets = put(draft.secrets, secret, text);
    };
  const compared = inventories.flatMap((inventory) => inventory?.parameters ?? []);
  const parameter = compared.find((each) => plainOf(each) === plain) ?? name;
  // Names of elements; words of other programs have no underscore.
  if (!/^[A-Za-z]\w*_\w*$/.test(parameter)) return undefined;
  return (draft, text) => {
    draft.settings = put(draft.settings, parameter, text);
  };
}
