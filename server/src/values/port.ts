import * as l10n from "@vscode/l10n";
import { limitFix } from "./limitFix";
import { checkRange, notOfType, readWhole, whole } from "./number";
import type { ValueType } from "./valueType";

const known: Readonly<Record<string, string>> = {
  "80": "HTTP",
  "443": "HTTPS",
  "5060": "SIP",
  "5061": "SIP over TLS",
  "389": "LDAP",
  "636": "LDAPS",
  "514": "syslog",
};

/** A TCP or UDP port, decimal or hexadecimal. */
export const port: ValueType = {
  id: "Port",
  check(text, at) {
    const { value } = readWhole(text, false);
    if (value === undefined) return [notOfType(text, at, l10n.t("`{0}` is not a valid port number.", text))];
    if (value > 65535) {
      return [
        {
          code: "value/out-of-range",
          severity: "error",
          message: l10n.t("Port {0} is too high. Use 0 to 65535.", value),
          span: whole(text),
          ...limitFix(whole(text), 65535),
        },
      ];
    }
    return checkRange(text, value, at);
  },
  describe(text) {
    const { value, hex } = readWhole(text, false);
    if (value === undefined) return undefined;
    const name = known[String(value)];
    return hex ? l10n.t("Port {0}", value) : name ? l10n.t("Port {0} ({1})", value, name) : undefined;
  },
  complete: (text, _offset, at) =>
    [...new Set([...(at.default ? [at.default] : []), "5060", "5061"])].map((label) => ({
      label,
      kind: "value" as const,
      replace: whole(text),
      ...(known[label] && { detail: known[label] }),
    })),
  tokens: (text) => [{ span: whole(text), kind: "number" }],
};
