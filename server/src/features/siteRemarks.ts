import { suppressions } from "../analysis/directives";
import type { FileProblem } from "../analysis/fileProblem";
import type { Snapshot } from "../analysis/snapshot";
import type { ProfileDocument } from "../profile/profileDocument";
import { keyOf, type Setting } from "../profile/setting";
import type { Severity } from "../text/span";

// What a site makes of settings in a file. It is worked out aside, for a version of the file that may be older than the
// one that is shown: a setting is recognized by its name and which one of that name it is.

export interface SiteRemark {
  readonly code: string;
  readonly severity: Severity;
  readonly key: string;
  /** Counts from 0 among the settings of that name. */
  readonly which: number;
  /** How many settings of that name the file had. */
  readonly of: number;
  readonly message: string;
  readonly unnecessary?: boolean;
}

/** The same in a later version, as far as its settings are the same ones. */
export function remarkProblems(snapshot: Snapshot, remarks: readonly SiteRemark[]): readonly FileProblem[] {
  if (remarks.length === 0) return [];
  const all = settingsByKey(snapshot.document);
  const suppressed = suppressions(snapshot.document, snapshot.source);
  return remarks.flatMap(({ code, key, which, of, message, unnecessary, ...remark }): FileProblem[] => {
    const severity = snapshot.settings.severities[code] ?? remark.severity;
    const settings = all.get(key) ?? [];
    const place = settings[which];
    if (severity === "off" || !place || settings.length !== of || suppressed?.(code, place.start)) return [];
    return [{ code, severity, message, span: place, ...(unnecessary && { unnecessary }) }];
  });
}

type Place = { readonly start: number; readonly end: number };

/** The places of settings by name, in the order of the file. */
export function settingsByKey(document: ProfileDocument): ReadonlyMap<string, readonly Place[]> {
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
