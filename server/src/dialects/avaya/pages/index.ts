import type { CodePage } from "../../../checks/check";
import { statementPages } from "./statements";

/** Headings of the manual by the area of the codes. */
export const areas: Readonly<Record<string, string>> = {
  statement: "Lines of settings files",
};

/** Pages of the codes that reading and the value types report. */
export const pages: readonly CodePage[] = [...statementPages];
