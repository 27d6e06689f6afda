import type { Dialect } from "../dialect";
import { checks } from "./checks/index";
import { conversion } from "./conversion";
import { audiocodesPhone } from "./deployment/index";
import { files } from "./files";
import { contextAt } from "./language/cursor";
import { layout } from "./language/layout";
import { places } from "./language/places";
import { rewrites } from "./language/rewrites";
import { areas, pages } from "./pages/index";
import { read } from "./read";
import { scripts } from "./scripts";
import { secrets } from "./secrets";
import { tables } from "./tableRows";
import { updates } from "./update/index";
import { valueTypes } from "./values/index";
import { isSameForm, write } from "./write";

/** Ini files of AudioCodes gateways. */
export const audiocodesIni: Dialect = {
  id: "audiocodes",
  label: "AudioCodes ini",
  files,
  ignoresCase: true,
  valueTypes,
  checks,
  conversion,
  pages,
  areas,
  markdownLanguage: "ini",
  write,
  read,
  file: (lines) => lines.map((line) => `${line}\n`).join(""),
  comment: (text) => `; ${text}`,
  // Rows and lines that repeat are all in effect.
  replaces: (effective, other) => effective.hasName && other.hasName && other.path === "",
  isSameForm,
  innerSpans: ({ parts, hasName }) => (hasName ? [{ start: parts.start, end: parts.nameEnd }] : []),
  secrets,
  contextAt,
  layout,
  syntaxArea: "line",
  isName: (text) => /^[A-Za-z\d][\w. [\]-]*$/.test(text),
  triggerCharacters: { completion: ["=", " ", "[", ",", "<"], layout: [] },
  references: () => [],
  places,
  isAlone: true,
  rewrites,
  codeLensTypes: ["DigitMap"],
  scripts,
  phone: audiocodesPhone,
  tables,
  updates,
};
