import * as l10n from "@vscode/l10n";
import type { AnalysisSettings } from "../analysis/snapshot";
import type { Family } from "../schema/model";
import { nearest } from "../text/nearest";
import { codeEntries } from "./codePages";

/** The families of all dialects. */
interface KnownFamilies {
  family(id: string): Family | undefined;
  families(): readonly Family[];
}

/** What is named in settings and does not exist: families and codes. */
export function settingsFaults(
  { device, severities }: Pick<AnalysisSettings, "device" | "severities">,
  known: KnownFamilies,
): readonly string[] {
  const faults: string[] = [];
  const { family } = device;
  if (family && !known.family(family)) {
    const ids = known.families().map(({ id }) => id);
    faults.push(l10n.t("Unknown phone family `{0}`. Use one of: {1}.", shown(family), ids.join(", ")));
  }
  const named = Object.keys(severities);
  // Most configurations name no code.
  const codes = named.length === 0 ? [] : codeEntries().map(({ code }) => code);
  for (const code of named.filter((each) => !codes.includes(each))) {
    const near = nearest(code, codes);
    faults.push(
      near
        ? l10n.t("Unknown code `{0}`. Did you mean `{1}`?", shown(code), near)
        : l10n.t("Unknown code `{0}`.", shown(code)),
    );
  }
  return faults;
}

const shown = (word: string): string => (word.length > 60 ? `${word.slice(0, 59)}…` : word);
