import { isDocument, isText } from "./paramShapes";
import type { FileRequestFeature } from "./requestFeature";

/** Takes the place of the value while an element is written: a character for private use, which no syntax escapes. */
const mark = "\ue000";

/** How a parameter is written in the file, before and after its value. */
export const element: FileRequestFeature<"flatProfile/element"> = {
  params: { textDocument: isDocument, name: isText },
  empty: null,
  run({ snapshot: { dialect } }, { name }) {
    if (!dialect.isName(name)) return null;
    const [before = "", after = ""] = dialect.write.element(name, mark).split(mark);
    return { before, after };
  },
};
