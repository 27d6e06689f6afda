import type { Span } from "../../../text/span";
import type { ValueToken } from "../../../values/valueType";
import { type Part, partsOf } from "./problems";

// records = record *("," record) ; record = field *(";" field) ; field = name ["=" value]

export interface Field {
  /** In lower case. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Part | undefined;
}

export interface RecordRead {
  readonly span: Span;
  readonly fields: readonly Field[];
}

/** Records apart by commas, with fields apart by semicolons. Empty ones are left out. */
export function recordsOf(text: string): RecordRead[] {
  return partsOf(text, ",")
    .filter((record) => record.text !== "")
    .map((record) => ({
      span: record.span,
      fields: partsOf(record.text, ";", record.span.start)
        .filter((field) => field.text !== "")
        .map(fieldOf),
    }));
}

function fieldOf({ text, span }: Part): Field {
  const sign = text.indexOf("=");
  const name = (sign < 0 ? text : text.slice(0, sign)).trim();
  const nameSpan = { start: span.start, end: span.start + name.length };
  if (sign < 0) return { name: name.toLowerCase(), nameSpan, value: undefined };
  const [value] = partsOf(text.slice(sign + 1), "\n", span.start + sign + 1);
  return { name: name.toLowerCase(), nameSpan, value };
}

export function fieldValue({ fields }: RecordRead, name: string): Part | undefined {
  return fields.find((field) => field.name === name)?.value;
}

export function recordTokens(text: string): ValueToken[] {
  return recordsOf(text).flatMap(({ fields }) =>
    fields.flatMap(({ nameSpan, value }): ValueToken[] => [
      { span: nameSpan, kind: "parameter" },
      ...(value && value.text !== "" ? [{ span: value.span, kind: "string" as const }] : []),
    ]),
  );
}

/** The field that is typed at a place: the name before its `=`, or undefined where a name is typed. */
export function fieldAt(text: string, offset: number): { readonly name: string | undefined; readonly replace: Span } {
  const start = Math.max(text.lastIndexOf(";", offset - 1), text.lastIndexOf(",", offset - 1)) + 1;
  const rest = text.slice(offset).search(/[;,]/);
  const end = rest < 0 ? text.length : offset + rest;
  const sign = text.indexOf("=", start);
  if (sign < 0 || sign >= offset)
    return { name: undefined, replace: { start, end: sign < 0 || sign > end ? end : sign } };
  return { name: text.slice(start, sign).trim().toLowerCase(), replace: { start: sign + 1, end } };
}
