import { diagnosticsOf } from "../../server/src/features/diagnostics";
import { documentSymbols } from "../../server/src/features/documentSymbols";
import { expandedProfile } from "../../server/src/features/expandedProfile";
import { hover } from "../../server/src/features/hover";
import { inlayHints } from "../../server/src/features/inlayHints";
import type { Canaries } from "./canaries";
import type { DialectCase } from "./dialectCases";
import { fixture, noToken, textDocument } from "./fixture";
import { answerFor } from "./requests";

/** Fails when something that the editor shows of a file contains a canary; `at` are the offsets of hovers. */
export function checkShown(
  text: string,
  dialect: DialectCase["dialect"],
  canaries: Canaries,
  at: Iterable<number>,
): void {
  const { file } = fixture(text, undefined, dialect);
  const range = { start: file.lines.positionAt(0), end: file.lines.positionAt(text.length) };
  canaries.checkHidden("a diagnostic", diagnosticsOf(file));
  canaries.checkHidden("the outline", documentSymbols.run(file, { textDocument }, noToken));
  canaries.checkHidden("an inlay hint", inlayHints.run(file, { textDocument, range }, noToken));
  canaries.checkHidden("the expanded profile", answerFor(expandedProfile, file));
  for (const offset of at) {
    const position = file.lines.positionAt(offset);
    canaries.checkHidden(`hover at ${offset}`, hover.run(file, { textDocument, position }, noToken));
  }
}
