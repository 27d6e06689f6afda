import * as l10n from "@vscode/l10n";
import type { EffectiveParameter } from "../../../schema/model";
import type { Problem, Span } from "../../../text/span";
import { isIpv4, isIpv6 } from "../../../values/address";
import { isHostName } from "../../../values/host";
import type { ValueType } from "../../../values/valueType";
import { isUnjudged, overLength, type Part, partsOf, replaceWith, severityBy } from "./problems";

// hosts = host *("," host) ; host = name / IPv4 / IPv6 / "[" IPv6 "]" [":" port] ; no spaces

/** Servers in the order in which the phone tries them. */
export const hostList: ValueType = {
  id: "HostList",
  check(text, at) {
    const problems = overLength(text, at);
    for (const part of partsOf(text, ",")) if (part.text !== "") problems.push(...checkHost(part, at));
    return problems;
  },
  describe(text) {
    const hosts = partsOf(text, ",").filter((part) => part.text !== "");
    return hosts.length < 2 ? undefined : hosts.map((part, i) => `${i + 1}. ${part.text}`).join("\n\n");
  },
  tokens: (text) =>
    partsOf(text, ",").flatMap(({ span }) => (span.end > span.start ? [{ span, kind: "string" as const }] : [])),
};

/** One host with its port. */
export function checkHost({ text, span }: Part, at: EffectiveParameter): Problem[] {
  if (isUnjudged(text)) return [];
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(text)?.[0];
  if (scheme !== undefined) {
    const bare = text.slice(scheme.length).replace(/\/.*$/, "");
    return [badHost(at, span, l10n.t("`{0}` is a URL. The phone needs a host name or an address.", shown(text)), bare)];
  }
  const bracket = /^\[([^\]]*)\](?::(\d+))?$/.exec(text);
  if (isIpv6(bracket?.[1] ?? text)) return checkPort(bracket?.[2], span, at);
  const [, name = "", port] = /^([^:]*)(?::(.*))?$/.exec(text) ?? [];
  const isNumbers = /^[\d.]+$/.test(name) && name.includes(".");
  if (isNumbers && !isIpv4(name))
    return [badHost(at, span, l10n.t("`{0}` is not a valid IPv4 address. The phone finds no server.", name))];
  if (!isHostName(name))
    return [badHost(at, span, l10n.t("`{0}` is not a valid host name. The phone finds no server.", shown(text)))];
  return checkPort(port, span, at);
}

function checkPort(port: string | undefined, { end }: Span, at: EffectiveParameter): Problem[] {
  if (port === undefined || (/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) return [];
  const span = { start: end - port.length, end };
  return [badHost(at, span, l10n.t("`{0}` is not a valid port. Use 1 to 65535.", port))];
}

function badHost(at: EffectiveParameter, span: Span, message: string, replacement?: string): Problem {
  return {
    ...{ code: "value/bad-host", severity: severityBy(at.parameter.typeBasis), message, span },
    ...(replacement !== undefined && replacement !== "" && replaceWith(span, replacement)),
  };
}

/** Names and passwords of a URL are left out. */
function shown(text: string): string {
  return text.replace(/\/\/[^/@]*@/, "//…@").slice(0, 60);
}
