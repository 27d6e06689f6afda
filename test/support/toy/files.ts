import type { DialectFiles } from "../../../server/src/dialects/dialectFiles";
import { isNamed } from "../../../server/src/dialects/fileNames";

/** Lines before the first setting that are looked at. */
const maxLines = 200;

export const files: DialectFiles = {
  language: "toy-settings",
  names: ["acmesettings*.txt", "*.acme"],
  editorLanguages: ["plaintext", "ini"],
  offers: ["preview"],
  examples: [],
  recognize(fileName, head) {
    if (isNamed(fileName, ["acmesettings*.txt"])) return 0.9;
    const first = head
      .split(/\r?\n/, maxLines)
      .map((line) => line.trim())
      .find((line) => line !== "" && !line.startsWith("##"));
    if (first !== undefined && /^(?:SET\s+[A-Za-z]\w*(?:\s|$)|\[KEYS\])/i.test(first)) return 0.8;
    return isNamed(fileName, this.names) ? 0.1 : 0;
  },
};
