import { isDocument, isPosition, isText, optional } from "./paramShapes";
import type { FileRequestFeature } from "./requestFeature";

/** Takes the place of the value while an element is written: a character for private use, which no syntax escapes. */
const mark = "\ue000";

/** How a parameter is written in the file, before and after its value. */
export const element: FileRequestFeature<"flatProfile/element"> = {
  params: { textDocument: isDocument, name: isText, position: optional(isPosition) },
  empty: null,
  run({ snapshot, lines }, { name, position }) {
    const { dialect } = snapshot;
    if (!dialect.isName(name)) return null;
    const profile = position && snapshot.profileAt(lines.offsetAt(position));
    const [before = "", after = ""] = dialect.write.element(name, mark, profile).split(mark);
    return { before, after };
  },
};
