import type { Dialect } from "../dialect";
import { checks } from "./checks/index";
import { unifyPhone } from "./deployment/index";
import { dhcpOptions } from "./dhcpOptions";
import { files } from "./files";
import { gate } from "./gate/index";
import { keyMaps } from "./keyMap";
import { areas, pages } from "./pages/index";
import { format } from "./policy";
import { secrets } from "./secrets";
import { syntaxAt } from "./syntax";
import { valueTypes } from "./values/index";

/** Items of OpenStage and OpenScape Desk Phones: files, and messages of their deployment server. */
export const unifyXml: Dialect = {
  ...format,
  id: "unify",
  label: "Unify items",
  files,
  valueTypes,
  checks,
  pages,
  areas,
  gate,
  keyMaps,
  phone: unifyPhone,
  dhcpOptions,
  replaces: () => true,
  secrets,
  syntaxAt,
  triggerCharacters: { completion: ["<", "/", '"'], layout: [">"] },
  references: () => [],
  codeLensTypes: [],
};
