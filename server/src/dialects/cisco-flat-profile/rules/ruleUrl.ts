// URL = [ scheme "://" ] [ host [ ":" port ] ] filepath : specification section 5.1. IPv6 addresses
// stand in brackets, as RFC 3986 writes them.

export interface RuleUrl {
  readonly scheme: string;
  readonly server: string | undefined;
  readonly port: number;
  readonly path: string;
}

const ports: Readonly<Record<string, number>> = { tftp: 69, http: 80, https: 443 };

/** Reads a URL in which all macros are expanded; undefined when a phone cannot use it. */
export function readRuleUrl(text: string, rule: "profile" | "upgrade" | "report"): RuleUrl | undefined {
  const match = /^(?:([A-Za-z]+):\/\/)?(\[[\dA-Fa-f:.]+\]|[^/?\s:]*)(?::([^/?\s:]*))?(\/\S*)?$/.exec(text);
  if (!match) return undefined;
  const scheme = (match[1] ?? "tftp").toLowerCase();
  if (!Object.hasOwn(ports, scheme)) return undefined;
  const [, , host = "", port, path] = match;
  if (path === undefined) return undefined;
  if (port !== undefined && (!/^\d{1,5}$/.test(port) || Number(port) > 65535)) return undefined;
  if (host === "" && (rule !== "profile" || port !== undefined)) return undefined;
  return {
    scheme,
    server: host === "" ? undefined : host,
    port: port === undefined ? (ports[scheme] ?? 69) : Number(port),
    path,
  };
}
