import * as l10n from "@vscode/l10n";
import type { Segment } from "../profile/segment";
import type { Check } from "./check";

export const notUtf8: Check = {
  code: "xml/not-utf8",
  severity: "error",
  title: "Bytes that are not UTF-8",
  docs: `The file holds bytes that are no UTF-8 text, usually because it was saved as Latin-1 or UTF-16. Phones read UTF-8 only and do not recognise such a file. Save it again as UTF-8 without a byte-order mark.`,
  examples: [
    {
      bad: "<flat-profile><Station_Name>Caf\ufffd</Station_Name></flat-profile>",
      good: "<flat-profile><Station_Name>Cafe</Station_Name></flat-profile>",
    },
  ],
  document(document, { report }) {
    for (const segment of document.segments) {
      const at = replacementIn(segment);
      if (at < 0) continue;
      report(segment, {
        message: l10n.t("this is not UTF-8 text; phones read UTF-8 only and reject the file"),
        span: { start: at, end: at + 1 },
      });
      return;
    }
  },
};

const replacements = new WeakMap<Segment, number>();

/** Where a byte was that is no text; -1: nowhere. */
function replacementIn(segment: Segment): number {
  let at = replacements.get(segment);
  if (at === undefined) {
    at = segment.text.indexOf("\ufffd");
    replacements.set(segment, at);
  }
  return at;
}
