import type { Dialect } from "../dialect";
import { checks } from "./checks/index";
import { files } from "./files";
import { format } from "./format";
import { areas, pages } from "./pages/index";
import { preview } from "./preview/index";
import { secrets } from "./secrets";
import { valueTypes } from "./values/index";

/** Files that Cisco Unified CM makes for its phones, and dial templates. */
export const ciscoEnterprise: Dialect = {
  ...format,
  id: "cisco-enterprise",
  label: "Cisco enterprise",
  files,
  valueTypes,
  checks,
  pages,
  areas,
  replaces: () => false,
  references: () => [],
  preview,
  secrets,
  triggerCharacters: { completion: ["<", "/"], layout: [">"] },
  codeLensTypes: [],
};
