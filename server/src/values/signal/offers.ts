import * as l10n from "@vscode/l10n";
import type { EffectiveParameter } from "../../schema/model";
import type { Suggestion } from "../valueType";
import { factoryCadences, factoryTones, kindsFor, nationalTones } from "./knownTones";

// Tones and cadences by name, to choose from. Each replaces the whole value.

/** The phone's own tone comes first, then those of the kind that the parameter is for: busy tones for the busy tone. */
export function toneSuggestions(
  text: string,
  offset: number,
  at: Pick<EffectiveParameter, "parameter" | "default">,
): Suggestion[] {
  const wanted = kindsFor(at.parameter);
  return [...factoryTones, ...nationalTones].map(({ script, name, kind }) => {
    const rank = script === at.default ? 30 : kind !== undefined && wanted.includes(kind) ? 40 : 50;
    return { ...whole(text, offset, name(), script), detail: script, rank };
  });
}

export function cadenceSuggestions(text: string, offset: number): Suggestion[] {
  return factoryCadences.map((script, i) => ({
    ...whole(text, offset, script, script),
    detail: l10n.t("Factory cadence {0}", i + 1),
  }));
}

function whole(text: string, offset: number, label: string, insert: string): Suggestion {
  // the old value is replaced, so it must not narrow the list
  const filter = `${text.slice(0, offset)}${label}`;
  return { label, insert, kind: "value", filter, replace: { start: 0, end: text.length } };
}
