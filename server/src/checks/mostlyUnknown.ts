import * as l10n from "@vscode/l10n";
import type { Segment, Setting } from "../profile/setting";
import type { SharedCheck } from "./check";
import { isMisspelled } from "./nameGuess";
import { unknownName } from "./unknownName";

/** A few unknown names among known ones are a matter of those names. */
const minUnknown = 5;

export const mostlyUnknown: SharedCheck = {
  code: "parameter/mostly-unknown",
  severity: "warning",
  title: "Most names are unknown",
  docs: `More than half of the names of this profile are not in the catalogue. A phone ignores names that it does not have, so a file for another product, or one with made-up names, leaves the phone as it is. Look up the names in a file that the phone itself gives out. When your firmware has them, add them to the catalogue with \`flat-profile learn\`.`,
  profile(profile, { catalogue, device, select, report }) {
    const found = [...select(profile, unknownName)].filter(isAtTop);
    if (found.length === 0) return;
    let all = 0;
    for (const segment of profile.segments) all += judgedIn(segment);
    const isMuch = (count: number) => count > 0 && (count === all || (count * 2 > all && count >= minUnknown));
    if (!isMuch(found.length)) return;
    // A slip of a known name has a warning of its own, and says nothing of the product.
    const unknown = found.filter((setting) => !isMisspelled(setting, device, catalogue));
    const [first] = unknown;
    if (!first || !isMuch(unknown.length)) return;
    report(first, {
      message:
        all === 1
          ? l10n.t("The only name in this profile is not in our catalogue. Is it for another product?")
          : unknown.length === all
            ? l10n.t("None of the {0} names in this profile is in our catalogue. Is it for another product?", all)
            : l10n.t(
                "{0} of the {1} names in this profile are not in our catalogue. Is it for another product?",
                unknown.length,
                all,
              ),
    });
  },
};

/** Names in sections are a matter of the section. */
function isAtTop({ path }: Setting): boolean {
  return path === "";
}

const judged = new WeakMap<Segment, number>();

/** How many settings of a segment count; remembered, so that the work follows the edit. */
function judgedIn(segment: Segment): number {
  let count = judged.get(segment);
  if (count === undefined) {
    count = segment.settings.filter((setting) => !setting.templated && !setting.isStatus && isAtTop(setting)).length;
    judged.set(segment, count);
  }
  return count;
}
