import type { DialectFiles } from "../dialectFiles";
import { isNamed, templateLanguages, withTemplates } from "../fileNames";
import { encryption } from "./keyRule";
import { hasProfileRoot } from "./profileRoot";

/** Profiles have no name of their own: the root decides. */
export const files: DialectFiles = {
  language: "flat-profile",
  encryption,
  names: withTemplates(["*.xml", "*.cfg"]),
  editorLanguages: ["xml", "plaintext", "properties", "ini", ...templateLanguages],
  offers: ["preview", "fleet", "scripts", "dumps", "phone"],
  examples: ["examples/broken.xml", "examples/small-office.xml"],
  recognize(fileName, head) {
    if (hasProfileRoot(head)) return 1;
    // settings without the root, and roots that a program prints
    if (isNamed(fileName, this.names)) return 0.1;
    return /^\ufeff?\s*<[A-Za-z_!?]/.test(head) ? 0.05 : 0;
  },
  // a root of another name, or half of one, is around a whole profile
  isBrokenWhole: (text, codes) => codes.has("xml/wrong-root") || text.includes("</flat-profile"),
};
