import {
  type CodeLens,
  type CodeLensParams,
  type CodeLensRegistrationOptions,
  CodeLensRequest,
} from "vscode-languageserver-protocol";
import type { Analyzer } from "../analysis/analyzer";
import type { Setting } from "../profile/setting";
import type { Feature } from "./feature";
import { LineCursor } from "./lineCursor";
import { perSegment } from "./perSegment";

/** Characters of a lens at most. */
const maxLength = 140;

/** Lenses answered at most. */
const maxLenses = 2_000;

/** What rules and dial plans do, in words above them. */
export const codeLens: Feature<CodeLensParams, CodeLens[] | null, CodeLens[], CodeLensRegistrationOptions> = {
  request: CodeLensRequest.type,
  capability: { codeLensProvider: { resolveProvider: false } },
  empty: null,
  run({ snapshot, lines, settings }) {
    if (!settings.codeLens) return [];
    const { document, likelyAnalyzer, secretRegisters } = snapshot;
    const { secrets } = snapshot.dialect;
    const cursor = new LineCursor(lines);
    const found: CodeLens[] = [];
    for (const [i, segment] of document.segments.entries()) {
      for (const place of snapshot.dialect.places?.inSegment(segment) ?? []) {
        const note = place.isDefinition ? snapshot.dialect.places?.noteOf(snapshot, segment, place) : undefined;
        if (note === undefined || found.length === maxLenses) continue;
        const position = lines.positionAt((document.starts[i] ?? 0) + place.span.start);
        found.push({ range: { start: position, end: position }, command: { title: note, command: "" } });
      }
      for (const { setting, title } of lensesOf(segment, likelyAnalyzer)) {
        if (found.length === maxLenses) return found;
        const position = cursor.positionAt((document.starts[i] ?? 0) + setting.parts.start);
        // What is a secret in a rule, other rules of the file may say.
        const isOpen =
          secretRegisters.size > 0 && secrets.inSegment(segment, likelyAnalyzer.catalogue).rules.includes(setting);
        const shown = isOpen ? titleOf(setting, snapshot.shownText(setting), likelyAnalyzer) : title;
        found.push({ range: { start: position, end: position }, command: { title: shown, command: "" } });
      }
    }
    return found;
  },
};

const lensesOf = perSegment((segment, analyzer): readonly { readonly setting: Setting; readonly title: string }[] =>
  segment.settings.flatMap((setting) => {
    const { type } = analyzer.facts(setting);
    if (!type?.describe || !analyzer.dialect.codeLensTypes.includes(type.id)) return [];
    if (setting.templated || setting.isEmpty) return [];
    const { secrets } = analyzer.dialect;
    if (secrets.isSecret(setting, analyzer.catalogue)) return [];
    const title = titleOf(setting, secrets.shown(setting.text), analyzer);
    return title === "" ? [] : [{ setting, title }];
  }),
);

function titleOf(setting: Setting, shown: string, analyzer: Analyzer): string {
  const { effective, type } = analyzer.facts(setting);
  return effective ? firstLine(type?.describe?.(shown, effective) ?? "") : "";
}

/** The first line of Markdown as plain text. */
function firstLine(markdown: string): string {
  const line = markdown
    .replace(/^\s+/, "")
    .replace(/[\r\n][\s\S]*$/, "")
    .replace(/^(?:[-*]|\d+\.)\s+/, "")
    .replace(/\*\*|`/g, "")
    .replace(/\\([^\w\s])/g, "$1")
    .replace(/&lt;/g, "<")
    .replace(/&amp;/g, "&")
    .trim();
  return line.length > maxLength ? `${line.slice(0, maxLength - 1)}…` : line;
}
