import * as l10n from "@vscode/l10n";
import { tonesOfCountry } from "../../../conversion/tones";
import type { SyntaxWord } from "../../../profile/cursorContext";
import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Catalogue } from "../../../schema/catalogue";
import { snippetText } from "../../../text/snippetText";
import { nationalSets } from "../../../values/signal/knownTones";
import { toneSections as sectionsOfTones, toneSettings } from "../tones/fromScript";
import { pathOfSection, type SectionKind } from "../tones/sections";
import { toneSections } from "../tones/tone";

/** Names that a section of tones may have and has not. */
export function toneNames(
  kind: SectionKind,
  document: ProfileDocument,
  offset: number,
  hasValue: boolean,
  catalogue: Catalogue,
): SyntaxWord[] {
  const path = pathOfSection(kind);
  const section = toneSections(document)
    .filter(({ segment, span }) => document.startOf(segment) + span.start < offset)
    .at(-1);
  const own = document.settingAt(offset)?.setting;
  const taken = new Set(
    section?.settings.flatMap((setting) => (setting === own ? [] : [setting.name.toUpperCase()])) ?? [],
  );
  const all = catalogue.concreteNames({}, path);
  // The heading of a number is its name.
  const same = all.filter((name) => name.toUpperCase() === section?.name.toUpperCase());
  return (same.length > 0 ? same : all)
    .filter((name) => !taken.has(name.toUpperCase()))
    .map((name) => ({
      ...{ label: name, kind: "attribute" as const },
      ...(!hasValue && { insert: { plain: `${name}=`, snippet: `${snippetText(name)}=` } }),
    }));
}

const tone = "425@-16;10(*/0/1)";

/** Sections of a file of tones: the number, the next tone, the tones of a country. */
export function toneSectionWords(document: ProfileDocument): SyntaxWord[] {
  const sections = toneSections(document);
  const numbers = sections.flatMap(({ name, kind }) => (kind === "tone" ? [Number(/\d+/.exec(name)?.[0] ?? 0)] : []));
  const next = Math.max(-1, ...numbers) + 1;
  const hasHead = sections.some(({ kind }) => kind === "numbers");
  const head = (count: number) =>
    hasHead ? "" : `[NUMBER OF CALL PROGRESS TONES]\nNumber of Call Progress Tones=${numbers.length + count}\n`;
  const one = toneSettings(tone, "dial").settings ?? [];
  return [
    ...(hasHead ? [] : [word("[NUMBER OF CALL PROGRESS TONES]", head(1).trimEnd())]),
    word(`[CALL PROGRESS TONE #${next}]`, sectionsOfTones([one], next).map(line).join("\n")),
    ...nationalSets.map((set) => {
      const written = tonesOfCountry(set).flatMap(({ use, script }) =>
        script === undefined ? [] : [toneSettings(script, use).settings ?? []],
      );
      const text = head(written.length) + sectionsOfTones(written, next).map(line).join("\n");
      return {
        ...word(`[${l10n.t("Tones of {0}", set.name())}]`, text),
        detail: l10n.t("dial tone, busy tone and ringback tone (ITU-T E.180)"),
      };
    }),
  ];
}

function line([name, value]: readonly [string, string]): string {
  return name.startsWith("[") ? name : `${name}=${value}`;
}

function word(label: string, text: string): SyntaxWord {
  return { label, kind: "section end", insert: { plain: text, snippet: snippetText(text) } };
}
