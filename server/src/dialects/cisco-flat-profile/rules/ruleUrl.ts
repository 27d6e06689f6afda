// URL = [ scheme "://" ] [ host [ ":" port ] ] filepath : specification section 5.1. IPv6 addresses
// are in brackets, as RFC 3986 writes them.

export interface RuleUrl {
  readonly scheme: string;
  readonly server: string | undefined;
  readonly port: number;
  readonly path: string;
}

type UrlRule = "profile" | "upgrade" | "report";

export const schemes: readonly string[] = ["tftp", "http", "https"];
const ports: Readonly<Record<string, number>> = { tftp: 69, http: 80, https: 443 };

/** Where the parts of a URL are. */
interface UrlParts {
  readonly scheme: string | undefined;
  /** From the start of the host to the path, with the port. */
  readonly authorityAt: number;
  readonly host: string;
  /** Undefined without a colon. */
  readonly port: string | undefined;
  readonly pathAt: number;
  /** Undefined when no `/` follows the host. */
  readonly path: string | undefined;
}

const form = /^(?:([A-Za-z\uE000][A-Za-z0-9+.\uE000-]*):\/\/)?((\[[^\]/?]*\]|[^/?:]*)(?::([^/?]*))?)((?:\/.*)?)/s;

/** Takes any text apart; whether a phone can use the parts is another question. */
export function urlParts(text: string): UrlParts {
  const [, scheme, authority = "", host = "", port, path = ""] = form.exec(text) ?? [];
  const authorityAt = scheme === undefined ? 0 : scheme.length + 3;
  const pathAt = authorityAt + authority.length;
  return { scheme, authorityAt, host, port, pathAt, path: path === "" ? undefined : path };
}

/** `http:/h`, `http//h`, `https;//h`, `http:\\\\h`, `http://http://h`: a scheme whose `://` is typed wrongly. */
export function brokenScheme(text: string): { readonly scheme: string; readonly length: number } | undefined {
  const begin = /^(https?|tftp|gds)([:;.,]{0,3})([/\\]*)/i.exec(text);
  if (!begin) return undefined;
  const [typed, scheme = "", sign = "", slashes = ""] = begin;
  const again = sign === "" ? undefined : /^(?:(https?|tftp):\/\/)+/i.exec(text.slice(typed.length));
  if (again) return { scheme: again[1] ?? scheme, length: typed.length + again[0].length };
  if (sign === ":" && (slashes === "//" || slashes === "///")) return undefined;
  const isBroken =
    sign === ":" && slashes === ""
      ? // Digits are a port.
        /^[^\d/][^/]*\//.test(text.slice(typed.length))
      : /^[.,]?$/.test(sign)
        ? slashes.length > 1
        : true;
  return isBroken ? { scheme, length: typed.length } : undefined;
}

/** Signs that no host has; with them a slip of the hand or a user before the host. */
export const notInHost = /[\\;,@]/;

/** Reads a URL in which all macros are expanded; undefined when a phone cannot use it. */
export function readRuleUrl(text: string, rule: UrlRule): RuleUrl | undefined {
  if (/\s/.test(text) || brokenScheme(text)) return undefined;
  const { scheme: typed = "tftp", host, port, path } = urlParts(text);
  const scheme = typed.toLowerCase();
  if (!schemes.includes(scheme) || path === undefined) return undefined;
  if (!isHost(host) || (port !== undefined && !isPort(port))) return undefined;
  if (host === "" && (rule === "upgrade" || port !== undefined)) return undefined;
  return {
    scheme,
    server: host === "" ? undefined : host,
    port: port === undefined ? (ports[scheme] ?? 69) : Number(port),
    path,
  };
}

export function isHost(host: string): boolean {
  return host.startsWith("[") ? /^\[[\dA-Fa-f:.]+\]$/.test(host) : !notInHost.test(host);
}

export function isPort(port: string): boolean {
  return /^\d{1,5}$/.test(port) && Number(port) <= 65535;
}
