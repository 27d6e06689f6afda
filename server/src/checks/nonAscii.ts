import * as l10n from "@vscode/l10n";
import { findTypography } from "../values/typography";
import type { SharedCheck } from "./check";

export const nonAscii: SharedCheck = {
  code: "value/non-ascii",
  severity: "warning",
  title: "Characters that the firmware may not support",
  docs: `Rules, URLs and dial plans must be ASCII on every phone; a letter with an accent makes them invalid. Some phones, mostly older ones, also show ASCII only: other letters appear as boxes or cut the text off. Other firmware shows UTF-8 in names and labels, so those are reported only when you chose a phone that cannot show them.`,
  setting(setting, { effective, type }, { catalogue, report }) {
    if (!type || setting.templated) return;
    // Types that steer the phone; specification section 1.3: their values are ASCII.
    const isSteering = catalogue.types.get(type.id)?.ascii === true;
    if (!isSteering && !effective?.traits?.has("ascii-texts")) return;
    // What came with a copied text has a cure of its own.
    const pasted = isSteering ? findTypography(setting.text).map(({ span }) => span) : [];
    const match = [...setting.text.matchAll(/[\u0080-\ufffc]+/g)].find(
      ({ index, 0: { length } }) => !pasted.some(({ start, end }) => start < index + length && end > index),
    );
    if (!match) return;
    report({
      message: isSteering
        ? l10n.t("`{0}` is not ASCII. The phone accepts only ASCII characters in this value.", match[0])
        : l10n.t(
            "`{0}` is not ASCII. This firmware shows only ASCII characters, so the text looks different.",
            match[0],
          ),
      ...(!isSteering && { severity: "hint" }),
      span: setting.value.toSource({ start: match.index, end: match.index + match[0].length }),
    });
  },
};
