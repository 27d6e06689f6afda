import { inLine } from "../../lines/inLine";
import type { NameStyle } from "../../profile/cursorContext";
import type { Setting } from "../../profile/setting";
import type { Writer } from "../../profile/writer";
import { snippetText } from "../../text/snippetText";

/** In a row, a value with a comma or a semicolon has double quotes. */
function inRow(value: string): string {
  const line = inLine(value).replaceAll('"', "'");
  return /[,;]/.test(line) ? `"${line}"` : line;
}

/** A value between the quotes that it has. */
function quoted(value: string, mark: string): string {
  return `${mark}${inLine(value).replaceAll(mark, mark === "'" ? '"' : "'")}${mark}`;
}

export const write: Writer = {
  encode: inLine,
  element: (name, value) =>
    name.startsWith("[") ? name : `${name} = ${/^\s|\s$/.test(value) ? quoted(value, "'") : inLine(value)}`,
  setValue(setting, value) {
    const { valueStart, valueEnd } = setting.parts;
    const mark = quoteOf(setting);
    const text = mark !== undefined ? quoted(value, mark) : setting.hasName ? inLine(value) : inRow(value);
    return [{ span: { start: valueStart, end: valueEnd }, text }];
  },
  rename: (setting, name) => (setting.hasName ? [{ span: setting.nameSpan, text: name }] : []),
  // The other values of a row count by their places: one that is taken out leaves the default of its column.
  remove: (setting) =>
    setting.hasName
      ? [{ span: setting.span, text: "", line: setting.span }]
      : [{ span: { start: setting.parts.valueStart, end: setting.parts.valueEnd }, text: "$$" }],
  insertAfter(setting, name, value) {
    const { end } = setting.parts;
    return [{ span: { start: end, end }, text: write.element(name, value), line: setting.span }];
  },
};

/** Written alike: with the same quotes, or without. */
export function isSameForm(a: Setting, b: Setting): boolean {
  return quoteOf(a) === quoteOf(b) && a.hasName === b.hasName;
}

/** The mark around a value. */
export function quoteOf({ parts, valueSpan, segment }: Setting): string | undefined {
  return valueSpan.start > parts.valueStart ? segment.text[parts.valueStart] : undefined;
}

/** A name where a line starts, with a value when the line has none. */
export function nameStyle(hasValue: boolean): NameStyle {
  return {
    key: `name ${hasValue}`,
    prefix: "",
    hasValue,
    write(name, value, snippets) {
      if (!hasValue) return name.first;
      const stop = () => `\${${name.stops + 1}:${snippetText(inLine(value))}}`;
      return `${name.first} = ${snippets ? stop() : ""}`;
    },
  };
}

/** A column in a FORMAT line. */
export const columnStyle: NameStyle = { key: "column", prefix: "", hasValue: false, write: ({ first }) => first };
