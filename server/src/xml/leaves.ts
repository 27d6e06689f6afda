import { decodeContent } from "./entities";

/** An element that contains text and no elements. */
export interface Leaf {
  /** Names from the root down. */
  readonly path: readonly string[];
  /** Decoded, without the blanks around it. */
  readonly text: string;
  /** The whole element. */
  readonly start: number;
  readonly end: number;
}

const token =
  /<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<!(?:[^>]*)>?|<\/([^\s<>/]+)\s*>|<([A-Za-z_][^\s<>/]*)((?:"[^"]*"|'[^']*'|[^<>"'])*?)(\/?)>/g;

/** The leaves of any XML text, in order. What is not well-formed is passed over; declared entities stay as typed. */
export function leavesOf(source: string): Leaf[] {
  const leaves: Leaf[] = [];
  const open: { readonly name: string; readonly start: number; text: string; isLeaf: boolean }[] = [];
  let at = 0;
  const addText = (text: string) => {
    const top = open.at(-1);
    if (top) top.text += text;
  };
  const close = () => {
    const path = open.map(({ name }) => name);
    const element = open.pop();
    if (element?.isLeaf) leaves.push({ path, text: element.text, start: element.start, end: at });
  };
  for (const match of source.matchAll(token)) {
    addText(decodeContent(source, at, match.index).text);
    at = match.index + match[0].length;
    const [, cdata, closing, opening, , selfClosing] = match;
    if (cdata !== undefined) addText(cdata);
    else if (opening !== undefined) {
      const parent = open.at(-1);
      if (parent) parent.isLeaf = false;
      open.push({ name: opening, start: match.index, text: "", isLeaf: true });
      if (selfClosing) close();
    } else if (closing !== undefined && open.some(({ name }) => name === closing)) {
      while (open.at(-1)?.name !== closing) close();
      close();
    }
  }
  return leaves;
}
