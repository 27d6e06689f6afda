import { inLine as withoutLineEnds } from "../../../server/src/lines/inLine";
import type { NameStyle } from "../../../server/src/profile/cursorContext";
import type { Setting } from "../../../server/src/profile/setting";
import type { Writer } from "../../../server/src/profile/writer";
import { snippetText } from "../../../server/src/text/snippetText";

/** A line has no line end and no comment in it. */
function inLine(value: string): string {
  return withoutLineEnds(value).replace(/(?<=^|\s)##/g, "# #");
}

/** Values that begin or end with spaces or quotes have quotes around them. */
function written(value: string): string {
  return /^[\s"]|[\s"]$/.test(value) ? `"${inLine(value)}"` : inLine(value);
}

export const write: Writer = {
  encode: inLine,
  element: (name, value) => (value === "" ? `SET ${name}` : `SET ${name} ${written(value)}`),
  setValue(setting, value) {
    const { valueStart, valueEnd, nameEnd } = setting.parts;
    const isApart = !setting.hasName || valueStart > nameEnd;
    const text = setting.hasName ? written(value) : inLine(value).replaceAll(",", " ");
    return [{ span: { start: valueStart, end: valueEnd }, text: isApart ? text : ` ${text}` }];
  },
  rename: (setting, name) => (setting.hasName ? [{ span: setting.nameSpan, text: name }] : []),
  remove: (setting) =>
    setting.hasName ? [{ span: setting.span, text: "", line: setting.span }] : [{ span: setting.span, text: "" }],
  insertAfter(setting, name, value) {
    const { end } = setting.parts;
    return [{ span: { start: end, end }, text: write.element(name, value), line: setting.span }];
  },
};

/** Written alike: with quotes or without. */
export function isSameForm(a: Setting, b: Setting): boolean {
  return isQuoted(a) === isQuoted(b) && a.hasName === b.hasName;
}

function isQuoted({ parts, valueSpan }: Setting): boolean {
  return valueSpan.start > parts.valueStart;
}

/** A name where a line starts: with its `SET`, and with a value when the line has none. */
export function nameStyle(hasValue: boolean): NameStyle {
  return {
    key: `set ${hasValue}`,
    prefix: "SET ",
    hasValue,
    write(name, value, snippets) {
      if (!hasValue) return `SET ${name.first}`;
      const stop = () => `\${${name.stops + 1}:${snippetText(inLine(value))}}`;
      return `SET ${name.first} ${snippets ? stop() : ""}`;
    },
  };
}

/** A name in the heading of a table. */
export const columnStyle: NameStyle = { key: "column", prefix: "", hasValue: false, write: ({ first }) => first };
