import * as l10n from "@vscode/l10n";
import { suppressions } from "../analysis/directives";
import type { FileProblem } from "../analysis/fileProblem";
import type { Snapshot } from "../analysis/snapshot";
import { isReplacedEverywhere, type NeverWins, neverWinsCode } from "../deployment/neverWins";
import { keyOf } from "../profile/profileIndex";
import type { Setting } from "../profile/setting";

// Settings that no device of the list of a site ends up with. They are worked out aside, for a version of the file that
// may be older than the one that is shown: a setting is recognized by its name and which one of that name it is.

export interface Overridden {
  readonly key: string;
  /** Counts from 0 among the settings of that name. */
  readonly which: number;
  /** How many settings of that name the file had. */
  readonly of: number;
  readonly message: string;
}

/** What is found in this very version of a file. */
export function overriddenIn(snapshot: Snapshot, found: readonly NeverWins[]): readonly Overridden[] {
  const wanted = new Map(found.filter(isReplacedEverywhere).map((each) => [each.start, each]));
  if (wanted.size === 0) return [];
  const all = settingsByKey(snapshot);
  return [...all].flatMap(([key, settings]) =>
    settings.flatMap(({ start }, which) => {
      const each = wanted.get(start);
      return each ? [{ key, which, of: settings.length, message: messageOf(each) }] : [];
    }),
  );
}

function messageOf({ name, devices, winners }: NeverWins): string {
  const places = winners.map(({ file = "", line }) => (line === undefined ? file : `${file}:${line}`)).join(", ");
  return l10n.t("`{0}` never wins: another file sets it later on all {1} devices ({2}).", name, devices, places);
}

/** The same in a later version, as far as its settings are the same ones. */
export function neverWinsProblems(snapshot: Snapshot, overridden: readonly Overridden[]): readonly FileProblem[] {
  if (overridden.length === 0) return [];
  const severity = snapshot.settings.severities[neverWinsCode] ?? "hint";
  if (severity === "off") return [];
  const all = settingsByKey(snapshot);
  const suppressed = suppressions(snapshot.document, snapshot.source);
  return overridden.flatMap(({ key, which, of, message }): FileProblem[] => {
    const settings = all.get(key) ?? [];
    const place = settings[which];
    if (!place || settings.length !== of || suppressed(neverWinsCode, place.start)) return [];
    return [{ code: neverWinsCode, severity, message, span: place, unnecessary: true }];
  });
}

type Place = { readonly start: number; readonly end: number };

function settingsByKey({ document }: Snapshot): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, Place[]>();
  for (const [i, { settings }] of document.segments.entries()) {
    const base = document.starts[i] ?? 0;
    for (const setting of settings) {
      const key = keyOf(setting);
      const places = found.get(key);
      const place = placeOf(setting, base);
      if (places) places.push(place);
      else found.set(key, [place]);
    }
  }
  return found;
}

function placeOf({ parts: { start, end } }: Setting, base: number): Place {
  return { start: base + start, end: base + end };
}
