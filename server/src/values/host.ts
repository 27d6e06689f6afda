import * as l10n from "@vscode/l10n";
import type { EffectiveParameter } from "../schema/model";
import type { Problem, Span } from "../text/span";
import { isIpv4, isIpv6 } from "./address";
import { whole } from "./number";
import { offerDefault } from "./offerDefault";
import type { ValueType } from "./valueType";

// FQDN of specification section 2 and 9.13: a host name or IPv4 address with an optional port. Real
// profiles add ;parameters, comma lists, macros, IPv6 in brackets and fixed SRV or A records:
// name:SRV=host:port:p=n:w=n|host2:… and name:A=1.2.3.4,…; lists of hosts with a priority have the same parts.

/** The longest host name that the vendor's table allows. */
const maxLabelLength = 63;

export function isHostName(text: string): boolean {
  return text.length <= 253 && /^(?!-)[A-Za-z0-9_-]{1,63}(?:\.[A-Za-z0-9_-]{1,63})*\.?$/.test(text);
}

export const host: ValueType = {
  id: "FQDN",
  check(text, at) {
    if (text.includes("$")) return [];
    if (/:(?:SRV|A|AAAA|p|w)=/i.test(text)) return [];
    const problems: Problem[] = [];
    let start = 0;
    for (const item of text.split(/[,|]/)) {
      const lead = item.length - item.trimStart().length;
      const body = item.trim();
      if (body !== "") problems.push(...checkHost(body, start + lead, at));
      start += item.length + 1;
    }
    return problems;
  },
  complete: offerDefault,
  tokens: (text) => [{ span: whole(text), kind: "string" }],
};

/** One `host[:port][;parameters]` at `start` of the value. */
function checkHost(text: string, start: number, at: EffectiveParameter): Problem[] {
  const body = text.split(";")[0]?.trim() ?? "";
  const scheme = /^(sips?:)(?:\/\/)?/i.exec(body)?.[0] ?? "";
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(body)) {
    return [
      hostProblem(
        at,
        { start, end: start + text.length },
        l10n.t("Expected a host name or IP address, not a URL."),
        "hint",
      ),
    ];
  }
  const rest = body.slice(scheme.length);
  const bracket = /^\[([^\]]*)\](?::(\d+))?$/.exec(rest);
  if (bracket)
    return isIpv6(bracket[1] ?? "")
      ? checkPort(bracket[2], start + body.length, at)
      : [
          hostProblem(
            at,
            { start, end: start + body.length },
            l10n.t("The brackets do not contain a valid IPv6 address."),
          ),
        ];
  if (isIpv6(rest)) return [];
  const colon = rest.lastIndexOf(":");
  const name = colon < 0 ? rest : rest.slice(0, colon);
  const port = colon < 0 ? undefined : rest.slice(colon + 1);
  const problems = checkPort(port, start + body.length, at);
  const nameStart = start + scheme.length;
  const span: Span = { start: nameStart, end: nameStart + name.length };
  if (/^[\d.]+$/.test(name) && name.split(".").length === 4) {
    if (!isIpv4(name))
      problems.push(
        hostProblem(at, span, l10n.t("`{0}` is not a valid IPv4 address. Each number must be 0 to 255.", name)),
      );
  } else if (/\s/.test(name)) {
    problems.push(
      hostProblem(at, span, l10n.t("A host name cannot contain spaces. The phone cannot find the server.")),
    );
  } else if (!isHostName(name)) {
    if (name.length > maxLabelLength && /^[\w.-]+$/.test(name))
      problems.push(hostProblem(at, span, l10n.t("Too long: {0} of {1} characters.", name.length, maxLabelLength)));
    // user@host, paths and the like: not documented, and seen to work.
    else problems.push(hostProblem(at, span, l10n.t("The value is not a valid host name."), "info"));
  } else if (name.length > maxLabelLength) {
    problems.push(hostProblem(at, span, l10n.t("Too long: {0} of {1} characters.", name.length, maxLabelLength)));
  }
  return problems;
}

function checkPort(port: string | undefined, end: number, at: EffectiveParameter): Problem[] {
  if (port === undefined) return [];
  const number = /^0[xX][0-9a-fA-F]+$/.test(port)
    ? Number.parseInt(port, 16)
    : /^\d+$/.test(port)
      ? Number(port)
      : Number.NaN;
  if (number >= 0 && number <= 65535) return [];
  return [hostProblem(at, { start: end - port.length, end }, l10n.t("The port is not valid. Use 0 to 65535."))];
}

function hostProblem(at: EffectiveParameter, span: Span, message: string, severity?: Problem["severity"]): Problem {
  const usual = at.parameter.typeBasis === "documented" ? "warning" : "info";
  return { code: "value/bad-host", severity: severity ?? usual, message, span };
}

/** A host, or a URL where newer firmware takes one. */
export const hostOrUrl: ValueType = {
  ...host,
  id: "HostOrUrl",
  check: (text, at) => (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) || text.includes("/") ? [] : host.check(text, at)),
};
