import { test } from "node:test";
import { avayaSettings } from "../../../server/src/dialects/avaya/index";
import { diagnosticsOf } from "../../../server/src/features/diagnostics";
import { documentSymbols } from "../../../server/src/features/documentSymbols";
import { expandedProfile } from "../../../server/src/features/expandedProfile";
import { hover } from "../../../server/src/features/hover";
import { inlayHints } from "../../../server/src/features/inlayHints";
import { Canaries } from "../../support/canaries";
import { fixture, noToken, textDocument } from "../../support/fixture";
import { answerFor } from "../../support/requests";

// Secrets that were run into the name of a setting, a label or a file, as these are shown everywhere.

const lines = [
  'SET PROCPSWD"%"',
  'SET PROCPSWD"% 7',
  "SET PROCPSWD'%' 7",
  "SET PROCPSWD\u201c%\u201d",
  "SET PROCPSWD:% 7",
  "SET PROCPSWD=% 7",
  "ADD PROCPSWD,%",
  "SET @PROCPSWD=% 7",
  "SET (PROCPSWD=%) 7",
  'SET "PROCPSWD=%" 7',
  'SET "PROCPSWD" %',
  "SET x;PROCPSWD=% 7",
  "SET http://a:%@h/ 7",
  "# PROCPSWD=%",
  "# PROCPSWD:%",
  "GOTO PROCPSWD=%",
  "GET PROCPSWD=%",
  "GET http://a:%@h/a.txt",
  "IF $MODEL4 SEQ PROCPSWD=% GOTO A",
  "IF PROCPSWD=% SEQ 1 GOTO A",
];

for (const line of lines)
  test(`a secret is hidden in names: ${line}`, () => {
    const canaries = new Canaries();
    const text = `SET DSCPAUD 46\n${line.replace("%", canaries.at(line))}\n`;
    const { file } = fixture(text, undefined, avayaSettings);
    const range = { start: file.lines.positionAt(0), end: file.lines.positionAt(text.length) };
    canaries.checkHidden("a diagnostic", diagnosticsOf(file));
    canaries.checkHidden("the outline", documentSymbols.run(file, { textDocument }, noToken));
    canaries.checkHidden("an inlay hint", inlayHints.run(file, { textDocument, range }, noToken));
    canaries.checkHidden("the expanded profile", answerFor(expandedProfile, file));
    for (let offset = text.indexOf("\n") + 1; offset < text.length; offset++) {
      const position = file.lines.positionAt(offset);
      canaries.checkHidden(`hover at ${offset}`, hover.run(file, { textDocument, position }, noToken));
    }
  });
