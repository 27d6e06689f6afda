import { type Device, macDigits } from "../devices/device";
import { asList, asObject, asTexts, type Fail, refuseOthers } from "../text/jsonShape";
import { percentDecoded } from "../text/percent";
import { type Target, unnamedServer, usualPort } from "./exchange";
import type { Start } from "./phone";

// Which files of a workspace answer for which URLs: the member `site` of flat-profile.config.json.

/** The file that has the site map, in the folder that its names are relative to. */
export const configFile = "flat-profile.config.json";

export interface Site {
  readonly entries: readonly SiteEntry[];
  /** A list of devices, relative to the configuration. */
  readonly inventory?: string;
  /** Options of DHCP by number. */
  readonly dhcp?: Readonly<Record<string, string>>;
  /** Settings of devices that the server fills in: no file replaces them. */
  readonly pin?: readonly string[];
}

export interface SiteEntry {
  readonly prefix: string;
  readonly where: UrlPrefix;
  readonly gives: Gives;
  /** `aes128gcm` where the server sends this header. */
  readonly contentEncoding?: string;
  /** A person named the folder: it may be anywhere. */
  readonly isNamed?: boolean;
}

export type Gives =
  | { readonly kind: "folder"; readonly folder: string }
  | { readonly kind: "file"; readonly pattern: string }
  | { readonly kind: "status"; readonly status: number; readonly location?: string }
  | { readonly kind: "timeout" }
  | { readonly kind: "skip" }
  | { readonly kind: "render"; readonly command: readonly string[] };

interface UrlPrefix {
  readonly scheme: string;
  readonly host: string;
  readonly port: number | undefined;
  readonly path: string;
}

export const emptySite: Site = { entries: [] };

/** What the site sets for every device. */
export function startIn({ dhcp, pin }: Site): Start {
  return { ...(dhcp && { dhcp }), ...(pin && { pinned: pin }) };
}

/** A site from a configuration; `fail` is called for the first fault. */
export function readSite(value: unknown, fail: Fail): Site {
  const root = asObject(value, "site", fail);
  refuseOthers(root, ["urls", "inventory", "dhcp", "pin"], "site", fail);
  const { urls = [], inventory, dhcp, pin } = root;
  if (!Array.isArray(urls)) return fail("urls in site must be a list.");
  if (inventory !== undefined && typeof inventory !== "string") return fail("inventory in site must be a string.");
  return {
    entries: urls.map((entry) => readEntry(entry, fail)),
    ...(inventory !== undefined && { inventory }),
    ...(dhcp !== undefined && { dhcp: asTexts(dhcp, "dhcp in site", fail) }),
    ...(pin !== undefined && { pin: asList(pin, "pin in site", fail) }),
  };
}

const kinds = ["folder", "file", "answer", "render"] as const;

function readEntry(value: unknown, fail: Fail): SiteEntry {
  const entry = asObject(value, "An entry of urls", fail);
  refuseOthers(entry, ["prefix", ...kinds, "location", "contentEncoding"], "An entry of urls", fail);
  const { prefix, contentEncoding } = entry;
  if (typeof prefix !== "string") return fail("prefix in an entry of urls must be a string.");
  const where = readPrefix(prefix);
  if (!where) return fail(`The prefix ${JSON.stringify(prefix)} must be a URL, such as https://prov.example.com/.`);
  if (contentEncoding !== undefined && typeof contentEncoding !== "string")
    return fail("contentEncoding in an entry of urls must be a string.");
  if (kinds.filter((kind) => entry[kind] !== undefined).length !== 1)
    return fail(`The entry for ${prefix} must have one of ${kinds.join(", ")}.`);
  return {
    prefix,
    where,
    gives: readGives(entry, prefix, fail),
    ...(contentEncoding !== undefined && { contentEncoding }),
  };
}

function readGives(
  { folder, file, answer, location, render }: Readonly<Record<string, unknown>>,
  prefix: string,
  fail: Fail,
): Gives {
  if (folder !== undefined)
    return typeof folder === "string" ? { kind: "folder", folder } : fail(`The folder for ${prefix} must be a string.`);
  if (file !== undefined) {
    if (typeof file !== "string") return fail(`The file for ${prefix} must be a string.`);
    for (const [, name = ""] of file.matchAll(/\{([^{}]*)\}/g))
      if (!/^(?:ma|mau|serial|path|query\..+)$/.test(name))
        return fail(`Unknown placeholder {${name}}. Use {ma}, {mau}, {serial}, {path} or {query.NAME}.`);
    return { kind: "file", pattern: file };
  }
  if (render !== undefined) {
    const command = asList(render, `The renderer for ${prefix}`, fail);
    return command.length > 0 ? { kind: "render", command } : fail(`The renderer for ${prefix} is empty.`);
  }
  if (answer === "timeout" || answer === "skip") return { kind: answer };
  if (typeof answer !== "number" || !Number.isInteger(answer) || answer < 100 || answer > 599)
    return fail(`The answer for ${prefix} must be an HTTP status, "timeout" or "skip".`);
  if (location !== undefined && typeof location !== "string")
    return fail(`The location for ${prefix} must be a string.`);
  return { kind: "status", status: answer, ...(location !== undefined && { location }) };
}

/** Scheme and host without case; a usual port is none. */
export function readPrefix(text: string): UrlPrefix | undefined {
  const match = /^([a-z][\w+.-]*):\/\/(\[[^\]/?]*\]|[^/?:]+)(?::(\d{1,5}))?((?:[/?].*)?)$/is.exec(text.trim());
  if (!match) return undefined;
  const [, scheme = "", host = "", port, path = ""] = match;
  const folded = scheme.toLowerCase();
  return {
    scheme: folded,
    host: host.toLowerCase(),
    port: port === undefined ? usualPort(folded) : Number(port),
    path,
  };
}

/** The entry with the longest prefix; of equal ones the first. */
export function entryFor(site: Site, target: Target): SiteEntry | undefined {
  const host = (target.server ?? unnamedServer).toLowerCase();
  let best: SiteEntry | undefined;
  for (const entry of site.entries) {
    const { where } = entry;
    if (where.scheme !== target.scheme || where.host !== host || where.port !== target.port) continue;
    if (isPrefix(where.path, target.path) && !(best && best.where.path.length >= where.path.length)) best = entry;
  }
  return best;
}

/** A prefix ends where a part of the path ends. */
function isPrefix(prefix: string, path: string): boolean {
  if (!path.startsWith(prefix)) return false;
  const next = path[prefix.length];
  return /[/?]$/.test(prefix) || prefix === "" || next === undefined || next === "/" || next === "?";
}

/** A file that answers, below the folder of the site or of the entry. */
type SitePlace =
  | { readonly kind: "file"; readonly folder: string; readonly path: string }
  | { readonly kind: "missing" }
  /** It would lead out of its folder. */
  | { readonly kind: "escapes" };

/** Where the file for a path of a URL lies; what is fetched never leads out of `folder`. */
export function placeOf(folder: string, urlPath: string): SitePlace {
  const path = percentDecoded(urlPath.replace(/[?#].*$/s, "").replace(/^\/+/, ""));
  if (path === "" || path.endsWith("/")) return { kind: "missing" };
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (/[\\\0]/.test(part)) return { kind: "escapes" };
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return { kind: "escapes" };
  }
  if (parts.length === 0) return { kind: "missing" };
  return { kind: "file", folder, path: parts.join("/") };
}

/** The file that an entry names for a request of a device. */
export function fileFor(entry: SiteEntry, target: Target, device: Device): SitePlace {
  const { gives, where } = entry;
  const rest = target.path.slice(where.path.length);
  if (gives.kind === "folder") return placeOf(gives.folder, rest);
  if (gives.kind !== "file") return { kind: "missing" };
  let fate: SitePlace | undefined;
  const path = gives.pattern.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const value = placeholder(name, target.path, rest, device);
    if (value === undefined || value === "") fate ??= { kind: "missing" };
    else if (/[/\\\0]/.test(value) || value === "." || value === "..") fate = { kind: "escapes" };
    return value ?? "";
  });
  return fate ?? { kind: "file", folder: "", path };
}

function placeholder(name: string, path: string, rest: string, { mac, serial }: Device): string | undefined {
  switch (name) {
    case "ma":
      return macDigits(mac);
    case "mau":
      return macDigits(mac)?.toUpperCase();
    case "serial":
      return serial;
    case "path":
      return percentDecoded(rest.replace(/[?#].*$/s, "").replace(/^\/+/, ""));
    default:
      return queryValue(path, name.slice("query.".length));
  }
}

function queryValue(path: string, name: string): string | undefined {
  const query = /\?(.*)$/s.exec(path)?.[1] ?? "";
  for (const pair of query.split("&")) {
    const at = pair.indexOf("=");
    if (percentDecoded(at < 0 ? pair : pair.slice(0, at)) === name)
      return at < 0 ? "" : percentDecoded(pair.slice(at + 1));
  }
  return undefined;
}
