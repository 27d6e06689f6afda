import type { Catalogue } from "./catalogue";
import type { Parameter } from "./model";

// Fields of the web interface and the names of their parameters, by the rules of the catalogue.

type Named = Pick<Catalogue, "names">;

interface WebFields {
  /** Fields in lower case whose parameter does not follow the rule. */
  readonly exceptions: ReadonlyMap<string, string>;
  readonly brackets: readonly (readonly [tail: RegExp, label: string])[];
  readonly words: readonly (readonly [name: RegExp, label: string])[];
}

const known = new WeakMap<Named["names"], WebFields>();

function webFieldsOf({ names }: Named): WebFields {
  let fields = known.get(names);
  if (!fields) {
    const { exceptions = [], brackets = [], words = [] } = names.webFields ?? {};
    fields = {
      exceptions: new Map(exceptions.map(({ field, name }) => [field.toLowerCase(), name])),
      brackets: brackets.map(({ tail, label }) => [new RegExp(tail), label]),
      words: words.map(({ name, label }) => [new RegExp(name), label]),
    };
    known.set(names, fields);
  }
  return fields;
}

/**
 * Element name of a field of the web interface (spec 1.6): blanks and `[ ] ( ) /` become
 * underscores; a field of a numbered tab gets the number after it.
 */
export function elementName(field: string, catalogue: Named, tab?: number | null): string {
  const exception = webFieldsOf(catalogue).exceptions.get(field.trim().toLowerCase());
  const name = exception ?? field.trim().replace(/[\s[\]()/]/g, "_");
  return tab === undefined || tab === null ? name : `${name}_${tab}_`;
}

/** The field of the web interface that an element belongs to, without its number. */
export function webLabel({ name }: Pick<Parameter, "name">, catalogue: Named): string {
  const { brackets, words } = webFieldsOf(catalogue);
  // A tail between underscores was in parentheses.
  const bracketed = brackets.reduce((rest, [tail, label]) => rest.replace(tail, label), name);
  const label = bracketed
    .replace(/\{\w+\}_*$/, "")
    .replace(/\{\w+\}/g, "n")
    .replace(/_+/g, " ")
    .trim();
  return words.reduce((rest, [spoken, written]) => rest.replace(spoken, written), label);
}

/** A name without a tail that is in parentheses on the web page; undefined when it has none. */
export function withoutBrackets(name: string, catalogue: Named): string | undefined {
  const { brackets } = webFieldsOf(catalogue);
  const [tail] = brackets.find(([each]) => each.test(name)) ?? [];
  const rest = tail && name.replace(tail, "");
  return rest === "" ? undefined : rest;
}
