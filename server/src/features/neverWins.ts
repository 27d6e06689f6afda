import * as l10n from "@vscode/l10n";
import type { Snapshot } from "../analysis/snapshot";
import { isReplacedEverywhere, type NeverWins, neverWinsCode } from "../deployment/neverWins";
import { type SiteRemark, settingsByKey } from "./siteRemarks";

/** Settings that no device of the list of a site ends up with, in this very version of a file. */
export function overriddenIn({ document }: Snapshot, found: readonly NeverWins[]): readonly SiteRemark[] {
  const wanted = new Map(found.filter(isReplacedEverywhere).map((each) => [each.start, each]));
  if (wanted.size === 0) return [];
  return [...settingsByKey(document)].flatMap(([key, settings]) =>
    settings.flatMap(({ start }, which): readonly SiteRemark[] => {
      const each = wanted.get(start);
      if (!each) return [];
      const message = messageOf(each);
      return [{ code: neverWinsCode, severity: "hint", key, which, of: settings.length, message, unnecessary: true }];
    }),
  );
}

function messageOf({ name, devices, winners }: NeverWins): string {
  const places = winners.map(({ file = "", line }) => (line === undefined ? file : `${file}:${line}`)).join(", ");
  return l10n.t("`{0}` never wins: another file sets it later on all {1} devices ({2}).", name, devices, places);
}
