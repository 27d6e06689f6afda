import * as l10n from "@vscode/l10n";
import type { Problem } from "../../../text/span";
import { itemsOf, itemTokens } from "../../../values/lists";
import { whole } from "../../../values/number";
import type { ValueType } from "../../../values/valueType";

// Values of a few words or records: codes, addresses, releases.

/** `CBT=00;FWD=01;…`: service announcements and their codes. */
export const announcementCodes: ValueType = {
  id: "AnnouncementCodes",
  check(text) {
    return itemsOf(text, /;/).flatMap(({ text: item, span }): Problem[] =>
      /^[A-Z]+\s*=\s*[\w*#]*$/i.test(item)
        ? []
        : [
            {
              code: "value/bad-announcement",
              severity: "warning",
              message: l10n.t("Expected a name and a code, such as `FWD=01`."),
              span,
            },
          ],
    );
  },
  tokens: (text) => itemTokens(text, /;/, "keyword"),
};

/** `host:port:A=address` records of a survivability gateway. */
export const survivabilityProxy: ValueType = {
  id: "SurvivabilityProxyList",
  check: () => [],
  tokens: (text) => itemTokens(text, /\|/, "string"),
};

export const keepAliveMessage: ValueType = {
  id: "KeepAliveMessage",
  check: () => [],
  describe(text) {
    const method = /^\$(NOTIFY|REGISTER|OPTIONS|PING)$/.exec(text)?.[1];
    return method
      ? l10n.t("The phone sends a SIP {0} request.", method)
      : l10n.t("The phone sends this text unchanged.");
  },
  complete: (text) =>
    ["$NOTIFY", "$REGISTER", "$OPTIONS", "$PING"].map((label) => ({
      label,
      kind: "value" as const,
      replace: whole(text),
    })),
};

export const firmwareVersion: ValueType = {
  id: "FirmwareVersion",
  check: (text) =>
    /^[\w.()-]+$/.test(text)
      ? []
      : [
          {
            code: "value/not-of-type",
            severity: "warning",
            message: l10n.t("Expected a firmware release, such as `11-3-1MPP-697` or `7.5.5`."),
            span: whole(text),
          },
        ],
  tokens: (text) => [{ span: whole(text), kind: "number" }],
};
