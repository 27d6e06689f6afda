import type { Dialect } from "../dialect";
import { checks } from "./checks/index";
import { conversion } from "./conversion";
import { avayaPhone } from "./deployment/index";
import { dhcpOptions } from "./dhcpOptions";
import { files } from "./files";
import { familiesAt } from "./flow/models";
import { contextAt } from "./language/cursor";
import { layout } from "./language/layout";
import { places } from "./language/places";
import { areas, pages } from "./pages/index";
import { preview } from "./preview/index";
import { read } from "./read";
import { secrets } from "./secrets";
import { valueTypes } from "./values/index";
import { isSameForm, write } from "./write";

/** Upgrade scripts and settings files of Avaya phones. */
export const avayaSettings: Dialect = {
  id: "avaya",
  label: "Avaya settings",
  files,
  ignoresCase: true,
  valueTypes,
  conversion,
  dhcpOptions,
  checks,
  pages,
  areas,
  markdownLanguage: "avaya-settings",
  write,
  read,
  file: (lines) => lines.map((line) => `${line}\n`).join(""),
  comment: (text) => `## ${text}`,
  replaces: () => true,
  isSameForm,
  innerSpans: ({ parts }) => [{ start: parts.start, end: parts.nameEnd }],
  secrets,
  contextAt,
  layout,
  syntaxArea: "statement",
  isName: (text) => /^[A-Za-z][\w.-]*$/.test(text),
  triggerCharacters: { completion: [" ", "$", '"', ",", ";", "="], layout: [] },
  references: () => [],
  familiesAt,
  places,
  codeLensTypes: [],
  preview,
  phone: avayaPhone,
};
