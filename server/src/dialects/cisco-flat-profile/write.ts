import type { Writer } from "../../checks/check";
import type { Setting } from "../../profile/setting";
import type { Edit } from "../../text/span";
import { encodeAttribute, encodeText } from "../../xml/entities";

/** Writes flat-profile elements. */
export const write: Writer = {
  encode(value, setting) {
    return setting.parts.form === "attribute" ? encodeAttribute(value) : encodeText(value);
  },

  element(name, value) {
    return value === "" ? `<${name}/>` : `<${name}>${encodeText(value)}</${name}>`;
  },

  setValue(setting, value) {
    if (setting.parts.form === "self-closing") {
      const { openEnd, nameStart, nameEnd } = setting.parts;
      const name = setting.segment.text.slice(nameStart, nameEnd);
      return [{ span: { start: openEnd - 2, end: openEnd }, text: `>${encodeText(value)}</${name}>` }];
    }
    return [{ span: setting.valueSpan, text: write.encode(value, setting) }];
  },

  rename(setting, name) {
    const edits: Edit[] = [{ span: setting.nameSpan, text: name }];
    const close = setting.closeNameSpan;
    if (close) edits.push({ span: close, text: name });
    return edits;
  },

  remove(setting) {
    return [{ span: lineOf(setting), text: "" }];
  },

  insertAfter(setting, name, value) {
    const { text } = setting.segment;
    const { start, end } = setting.parts;
    const lineStart = Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) + 1;
    const before = text.slice(lineStart, start);
    const indent = /^[ \t]*$/.test(before) ? before : "";
    const newline = text.includes("\r\n") ? "\r\n" : "\n";
    return [{ span: { start: end, end }, text: `${newline}${indent}${write.element(name, value)}` }];
  },
};

/** The element, with the blanks and the line break before it when nothing else stands on its line. */
function lineOf(setting: Setting): { start: number; end: number } {
  const { text } = setting.segment;
  const { start, end } = setting.parts;
  let from = start;
  while (from > 0 && (text[from - 1] === " " || text[from - 1] === "\t")) from--;
  let to = end;
  while (text[to] === " " || text[to] === "\t") to++;
  const atLineEnd = to >= text.length || text[to] === "\n" || text[to] === "\r";
  if (!atLineEnd || (from > 0 && text[from - 1] !== "\n")) return { start, end };
  if (from > 0) from -= text[from - 2] === "\r" ? 2 : 1;
  return { start: from, end };
}
