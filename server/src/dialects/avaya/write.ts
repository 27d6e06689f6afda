import { inLine } from "../../lines/inLine";
import type { NameStyle } from "../../profile/cursorContext";
import type { Setting } from "../../profile/setting";
import type { Writer } from "../../profile/writer";
import { snippetText } from "../../text/snippetText";

/** With quotes where the phone needs them. */
function written(value: string): string {
  const line = inLine(value);
  return /[ \t]/.test(line) && !/^".*"$/.test(line) ? `"${line.replaceAll('"', "'")}"` : line;
}

export const write: Writer = {
  encode: inLine,
  element: (name, value) => (value === "" ? `SET ${name} ""` : `SET ${name} ${written(value)}`),
  setValue(setting, value) {
    const { valueStart, valueEnd, nameEnd } = setting.parts;
    const text = isQuoted(setting) ? `"${inLine(value)}"` : written(value);
    return [{ span: { start: valueStart, end: valueEnd }, text: valueStart > nameEnd ? text : ` ${text}` }];
  },
  rename: (setting, name) => [{ span: setting.nameSpan, text: name }],
  remove: (setting) => [{ span: setting.span, text: "", line: setting.span }],
  insertAfter(setting, name, value) {
    const { end } = setting.parts;
    return [{ span: { start: end, end }, text: write.element(name, value), line: setting.span }];
  },
};

/** Written alike: with quotes or without. */
export function isSameForm(a: Setting, b: Setting): boolean {
  return isQuoted(a) === isQuoted(b);
}

export function isQuoted({ parts, valueSpan }: Setting): boolean {
  return valueSpan.start > parts.valueStart;
}

/** A name where a line starts: with its `SET`, and with a value when the line has none. */
export function nameStyle(keyword: string, hasValue: boolean): NameStyle {
  const prefix = keyword === "" ? "SET " : "";
  return {
    key: `${prefix}${hasValue}`,
    prefix,
    hasValue,
    write(name, value, snippets) {
      if (!hasValue) return `${prefix}${name.first}`;
      const stop = () => `\${${name.stops + 1}:${snippetText(written(value))}}`;
      return `${prefix}${name.first} ${snippets ? stop() : ""}`;
    },
  };
}
