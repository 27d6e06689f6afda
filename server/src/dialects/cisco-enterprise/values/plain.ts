import * as l10n from "@vscode/l10n";
import type { Problem } from "../../../text/span";
import { isIpv4 } from "../../../values/address";
import { whole } from "../../../values/number";
import { port } from "../../../values/port";
import type { ValueType } from "../../../values/valueType";

// Values of files that Unified CM makes. Many public files are templates with words such as SIP_PORT in place of
// values, so only what looks like a value and cannot be one is reported.

/** Any value. */
function any(id: string, kind: "string" | "number" | "keyword" = "string"): ValueType {
  return { id, check: () => [], tokens: (text) => [{ span: whole(text), kind }] };
}

export const text = any("UcmText");
export const number = any("UcmWhole", "number");

/** A word that differs from one of these by letter case alone. */
function words(id: string, known: readonly string[], meaning: (word: string) => string | undefined): ValueType {
  return {
    id,
    check(typed) {
      const meant = known.find((each) => each !== typed && each.toLowerCase() === typed.toLowerCase());
      if (meant === undefined) return [];
      return [
        {
          code: "value/letter-case",
          severity: "info",
          message: l10n.t("Files of Unified CM write `{0}` as `{1}`.", typed, meant),
          span: whole(typed),
          fixes: [
            { title: l10n.t("Replace with `{0}`", meant), safe: true, edits: [{ span: whole(typed), text: meant }] },
          ],
        },
      ];
    },
    describe: meaning,
    complete: (typed) => known.map((label) => ({ label, kind: "value", replace: whole(typed) })),
    tokens: (typed) => [{ span: whole(typed), kind: "keyword" }],
  };
}

export const bool = words("UcmBool", ["true", "false"], (word) =>
  word === "true" ? l10n.t("on") : word === "false" ? l10n.t("off") : undefined,
);
export const callProtocol = words("CallProtocol", ["SIP", "SCCP"], () => undefined);

/** Decimal digits alone are judged. */
export const ucmPort: ValueType = {
  ...port,
  check: (typed, at) => (/^\d+$/.test(typed) ? port.check(typed, at) : []),
};

export const address: ValueType = {
  id: "UcmAddress",
  check: checkAddress,
  tokens: (typed) => [{ span: whole(typed), kind: "string" }],
};

/** A URL, or four numbers that are no address. */
export function checkAddress(typed: string): Problem[] {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(typed))
    return [bad(typed, l10n.t("Expected a host name or IP address, not a URL."))];
  if (/^\d+(?:\.\d+){3}$/.test(typed) && !isIpv4(typed))
    return [bad(typed, l10n.t("`{0}` is not a valid IPv4 address. Each number must be 0 to 255.", typed))];
  return [];
}

function bad(typed: string, message: string): Problem {
  return { code: "value/bad-host", severity: "warning", message, span: whole(typed) };
}
