import { test } from "node:test";
import { avayaSettings } from "../../../server/src/dialects/avaya/index";
import { Canaries } from "../../support/canaries";
import { checkShown } from "../../support/shownSecrets";

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
    const offsets = Array.from(text, (_, offset) => offset);
    checkShown(text, avayaSettings, canaries, offsets.slice(text.indexOf("\n") + 1));
  });
