import * as l10n from "@vscode/l10n";
import { notOfType, whole } from "./number";
import type { ValueType } from "./valueType";

// IP, IPv6 and MAC of specification section 2 and the catalogue.

export function isIpv4(text: string): boolean {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
}

/** An address, with an optional zone and prefix length. */
export function isIpv6(text: string): boolean {
  const match = /^([0-9a-fA-F:.]+)(?:%[\w.-]+)?(?:\/(\d{1,3}))?$/.exec(text);
  if (!match?.[1] || (match[2] !== undefined && Number(match[2]) > 128)) return false;
  let body = match[1];
  const lastColon = body.lastIndexOf(":");
  if (body.includes(".")) {
    if (lastColon < 0 || !isIpv4(body.slice(lastColon + 1))) return false;
    body = `${body.slice(0, lastColon + 1)}0:0`;
  }
  const halves = body.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  return halves.length === 2 ? groups.length < 8 : groups.length === 8;
}

export const ip: ValueType = {
  id: "IP",
  check(text, at) {
    if (isIpv4(text) || /[$]/.test(text)) return [];
    // Newer firmware takes IPv6 addresses and names in some of these fields.
    if (isIpv6(text) || (/^[a-z]/i.test(text) && /^[\w.-]+$/.test(text) && text.includes("."))) {
      const severity = at.parameter.typeBasis === "documented" ? "info" : "hint";
      return [{ ...notOfType(text, at, l10n.t("Expected an IPv4 address, found `{0}`.", text)), severity }];
    }
    const problem = notOfType(
      text,
      at,
      l10n.t("`{0}` is not a valid IPv4 address. Use four numbers from 0 to 255, joined by dots.", text),
    );
    // Four numbers, one of them too large, are meant as an address whatever the field takes besides.
    return [/^\d+(?:\.\d+){3}$/.test(text) ? { ...problem, severity: "warning" } : problem];
  },
  tokens: (text) => [{ span: whole(text), kind: "number" }],
};

export const ipv6: ValueType = {
  id: "IPv6",
  check(text, at) {
    if (isIpv6(text) || isIpv4(text) || /[$]/.test(text)) return [];
    return [{ ...notOfType(text, at, l10n.t("`{0}` is not a valid IPv6 address.", text)), severity: "info" }];
  },
  tokens: (text) => [{ span: whole(text), kind: "number" }],
};

export function isMac(text: string): boolean {
  return /^(?:[0-9a-fA-F]{12}|(?:[0-9a-fA-F]{2}[:.-]){5}[0-9a-fA-F]{2}|(?:[0-9a-fA-F]{4}\.){2}[0-9a-fA-F]{4})$/.test(
    text,
  );
}

export const mac: ValueType = {
  id: "MAC",
  check(text, at) {
    return isMac(text)
      ? []
      : [notOfType(text, at, l10n.t("`{0}` is not a valid MAC address. Use twelve hexadecimal digits.", text))];
  },
  tokens: (text) => [{ span: whole(text), kind: "number" }],
};
