import {
  type CodeLens,
  type CodeLensParams,
  type CodeLensRegistrationOptions,
  CodeLensRequest,
} from "vscode-languageserver-protocol";
import type { Feature } from "./feature";
import { LineCursor } from "./lineCursor";
import { perSegment } from "./perSegment";

/** Characters of a lens at most. */
const longest = 140;

/** Lenses answered at most. */
const mostLenses = 2_000;

/** What rules and dial plans do, in words above them. */
export const codeLens: Feature<CodeLensParams, CodeLens[] | null, CodeLens[], CodeLensRegistrationOptions> = {
  request: CodeLensRequest.type,
  capability: { codeLensProvider: { resolveProvider: false } },
  empty: null,
  run({ snapshot, lines, settings }) {
    if (!settings.codeLens) return [];
    const { document, describer } = snapshot;
    const cursor = new LineCursor(lines);
    const found: CodeLens[] = [];
    for (const [i, segment] of document.segments.entries()) {
      for (const { at, title } of lensesOf(segment, describer)) {
        if (found.length === mostLenses) return found;
        const position = cursor.positionAt((document.starts[i] ?? 0) + at);
        found.push({ range: { start: position, end: position }, command: { title, command: "" } });
      }
    }
    return found;
  },
};

const lensesOf = perSegment((segment, analyzer): readonly { readonly at: number; readonly title: string }[] =>
  segment.settings.flatMap((setting) => {
    const { setpoint, type } = analyzer.facts(setting);
    if (!setpoint || !type?.describe || !analyzer.dialect.toldAbove.includes(type.id)) return [];
    if (setting.templated || setpoint.parameter.secret || setting.text === "" || setting.text === '""') return [];
    const title = firstLine(type.describe(setting.text, setpoint) ?? "");
    return title === "" ? [] : [{ at: setting.parts.start, title }];
  }),
);

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
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
