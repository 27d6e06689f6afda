import type { Dialect } from "../../../server/src/dialects/dialect";
import { valueTypes } from "../../../server/src/values/index";
import { checks } from "./checks";
import { contextAt } from "./cursor";
import { files } from "./files";
import { layout } from "./layout";
import { macrosIn } from "./macros";
import { areas, pages } from "./pages";
import { preview } from "./preview";
import { read } from "./read";
import { ringPattern } from "./ringPattern";
import { secrets } from "./secrets";
import { isSameForm, write } from "./write";

/** Settings files of the invented Acme phones: the smallest dialect that has everything a real one has. */
export const toySettings: Dialect = {
  id: "toy-settings",
  label: "Acme settings",
  files,
  ignoresCase: true,
  valueTypes: [...valueTypes, ringPattern],
  checks,
  pages,
  areas,
  markdownLanguage: "ini",
  write,
  read,
  file: (lines) => lines.map((line) => `${line}\n`).join(""),
  comment: (text) => `## ${text}`,
  replaces: () => true,
  isSameForm,
  innerSpans: ({ parts, hasName }) => (hasName ? [{ start: parts.start, end: parts.nameEnd }] : []),
  secrets,
  contextAt,
  layout,
  syntaxArea: "settings",
  isName: (text) => /^[A-Za-z][\w.-]*$/.test(text),
  triggerCharacters: { completion: [" ", "%", "-"], layout: [] },
  references: ({ text }) => macrosIn(text).map(({ name, span }) => ({ name, span, writes: false })),
  codeLensTypes: [],
  preview,
};
