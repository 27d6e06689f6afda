import type { Parameter } from "./model";

/**
 * Element name of a field of the web interface (spec 1.6): blanks and `[ ] ( ) /` become
 * underscores; a field of a numbered tab gets the number after it.
 */
export function elementName(field: string, tab?: number | null): string {
  const exception = fieldExceptions.get(field.trim().toLowerCase());
  const name = exception ?? field.trim().replace(/[\s[\]()/]/g, "_");
  return tab === undefined || tab === null ? name : `${name}_${tab}_`;
}

/** Fields whose element does not follow the rule. */
const fieldExceptions: ReadonlyMap<string, string> = new Map([["transition authorization rule", "Trans_Auth_Rule"]]);

/** Words that the web page writes with a slash. */
const slashes: readonly (readonly [RegExp, string])[] = [
  [/\b(TOS|ToS) DiffServ\b/, "$1/DiffServ"],
  [/\bHH (mm|MM)\b/, "HH/$1"],
  [/\bmm dd yyyy\b/, "mm/dd/yyyy"],
  [/\bmm dd\b/, "mm/dd"],
];

/** The field of the web interface that an element belongs to, without its number. */
export function webLabel(parameter: Pick<Parameter, "name">): string {
  // A tail between underscores was in parentheses: Resync_At__HHmm_, Session_Timer_m_.
  const bracketed = parameter.name
    .replace(/__([A-Za-z_]+)_$/, "_($1)")
    .replace(/_([smh]|HHmm|HH_[mM]{2}|mm_dd(?:_yyyy)?)_$/, "($1)");
  let label = bracketed
    .replace(/\{\w+\}_*$/, "")
    .replace(/\{\w+\}/g, "n")
    .replace(/_+/g, " ")
    .trim();
  for (const [spoken, written] of slashes) label = label.replace(spoken, written);
  return label;
}
