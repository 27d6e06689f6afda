import { type CodePage, withExamples } from "../../../checks/check";
import * as texts from "../../../xml/pages";
import { item, written } from "../message";

const sound = written(item("reg-port", "5060"), item("reg-ttl", "600"));
const changed = (from: string, to: string) => ({ bad: sound.replace(from, to), good: sound });
const first = '<Item name="reg-port">5060</Item>';

/** Pages of the codes of the reader, with examples of this format. */
export const xmlPages: readonly CodePage[] = [
  withExamples(texts.missingEndTag, changed(first, '<Item name="reg-port">5060')),
  withExamples(texts.mismatchedEndTag, changed(first, '<Item name="reg-port">5060</Itme>')),
  withExamples(texts.lostSlash, changed(first, '<Item name="reg-port">5060<Item>')),
  withExamples(texts.unexpectedEndTag, changed(first, `${first}</Entry>`)),
  withExamples(texts.tagNotClosed, changed(first, '<Item name="reg-port">5060</Item')),
  withExamples(texts.blankAfterBracket, changed(first, '<Item name="reg-port">5060</ Item>')),
  withExamples(texts.oddBlank, changed(first, '<Item\u00a0name="reg-port">5060</Item>')),
  withExamples(texts.badName, changed(first, '<*Item name="reg-port">5060</*Item>')),
  withExamples(texts.bareLessThan, changed(first, '<Item name="reg-port"><5060</Item>')),
  withExamples(texts.bareAmpersand, changed(first, '<Item name="system-name">a & b</Item>')),
  withExamples(texts.unknownEntity, changed(first, '<Item name="system-name">a&nbsp;b</Item>')),
  withExamples(texts.attributeQuotes, changed(first, "<Item name=reg-port>5060</Item>")),
  withExamples(texts.attributeName, changed(first, '<Item ="reg-port">5060</Item>')),
  withExamples(texts.bareAttribute, changed(first, '<Item name="reg-port" x>5060</Item>')),
  withExamples(texts.missingBlank, changed(first, '<Itemindex="1" name="reg-port">5060</Item>')),
  withExamples(texts.curlyQuotes, changed(first, "<Item name=\u201dreg-port\u201d>5060</Item>")),
  withExamples(texts.commentNotClosed, changed(first, `<!-- note ${first}`)),
  withExamples(texts.commentInComment, changed(first, `<!--\n${first}\n<!-- second -->`)),
  withExamples(texts.commentDashes, changed(first, `<!----- Registration ----->${first}`)),
  withExamples(texts.textBeforeRoot, { bad: `my message\n${sound}`, good: `<!-- my message -->\n${sound}` }),
  withExamples(texts.savedFromBrowser, {
    bad: `This XML file does not appear to have any style information associated with it. The document tree is shown below.\n${sound}`,
    good: sound,
  }),
  withExamples(texts.strayText, changed(first, `// SIP\n${first}`)),
];
