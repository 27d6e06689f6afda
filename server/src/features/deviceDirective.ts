import { directivesOf } from "../analysis/directives";
import type { Edit } from "../text/span";
import { directiveAbove } from "./directiveEdits";
import { type OpenFile, rangeOf } from "./feature";
import { isDocument, isText } from "./paramShapes";
import type { FileRequestFeature } from "./requestFeature";

/** Edits by which a comment of the file names the family of its phones, or none. */
export const deviceDirective: FileRequestFeature<"flatProfile/deviceDirective"> = {
  params: { textDocument: isDocument, family: isText },
  empty: null,
  run(file, { family }) {
    const edits = editsFor(family, file);
    return {
      version: file.version,
      edits: edits.map(({ span, text }) => ({ range: rangeOf(span, file.lines), newText: text })),
    };
  },
};

function editsFor(family: string, file: OpenFile): Edit[] {
  const { dialect, document, text } = file.snapshot;
  const directive = `flat-profile-device family=${family}`;
  for (const [i, segment] of document.segments.entries()) {
    const found = directivesOf(segment).find(({ verb }) => verb === "device");
    if (!found) continue;
    const base = document.starts[i] ?? 0;
    const span = { start: base + found.span.start, end: base + found.span.end };
    if (family !== "") return [{ span, text: dialect.comment(directive) }];
    const rest = /^[ \t]*(?:\r?\n)?/.exec(text.slice(span.end, span.end + 1_000))?.[0] ?? "";
    return [{ span: { start: span.start, end: span.end + rest.length }, text: "" }];
  }
  return family === "" ? [] : [directiveAbove(document.length, directive, file)];
}
