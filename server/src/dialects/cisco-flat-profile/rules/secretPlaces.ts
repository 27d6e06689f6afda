import { isSecretName } from "../../../schema/secretName";
import { covered } from "../../../secrets/mask";
import { addressPlaces, assignmentPlaces, headerPlaces } from "../../../secrets/textPlaces";
import type { Span } from "../../../text/span";
import { findMacros } from "./macro";
import { macroFacts } from "./macroTable";
import { isRegister } from "./registers";
import { comparisonPlaces } from "./secretComparisons";
import { optionPlaces } from "./secretOptions";

// Where a text contains what must not be shown, recognized from the text alone: arguments of --key, --pwd and --uid,
// passwords in URLs, values assigned to secret parameters.

export interface SecretPlace extends Span {
  /** A user is hidden at its place, but may be shown elsewhere. */
  readonly isUser: boolean;
}

const none: ReadonlySet<string> = new Set();

/** In the order of the text; they may overlap. `registers` are parameters that contain secrets beside those by name. */
export function secretPlaces(text: string, registers: ReadonlySet<string> = none): SecretPlace[] {
  const places: SecretPlace[] = [];
  const add = (start: number, end: number, isUser = false) => {
    if (end > start) places.push({ start, end, isUser });
  };
  optionPlaces(text, add);
  if (text.includes(":") || text.includes("@")) addressPlaces(text, add);
  if (text.includes(":") || text.includes(" ")) headerPlaces(text, isHeaderSecret, add);
  const isSecret = (name: string) => registers.has(parameterOf(name)) || isSecretParameter(name);
  if (text.includes("=") || text.includes("%3")) assignmentPlaces(text, isSecret, add);
  if (text.includes("$")) comparisonPlaces(text, (macro) => isSecretMacro(macro, registers), add);
  return places.length > 1 ? places.sort((a, b) => a.start - b.start) : places;
}

/** Headers have no names of parameters, and what such a parameter contains is recognized elsewhere. */
function isHeaderSecret(name: string): boolean {
  return isSecretName(name) && !isRegister(name);
}

/** GPP_A to GPP_P contain what rules need to show; the others are recognized by name. */
export function isSecretParameter(name: string): boolean {
  return isRegister(name) ? !/^GPP_[A-P]$/.test(name) : isSecretName(name);
}

/** Short names of assignments mean GPP parameters. */
function parameterOf(name: string): string {
  return /^[a-p]$/.test(name) ? `GPP_${name.toUpperCase()}` : name;
}

/** The parameter whose content a macro inserts. */
export function parameterOfMacro(name: string): string | undefined {
  if (/^(?:[A-P]|S[A-D])$/.test(name)) return `GPP_${name}`;
  const line = /^UID(\d{1,2})$/.exec(name);
  return line ? `User_ID_${line[1]}_` : undefined;
}

const registerMacro = /\$\(?(?:[A-P]|S[A-D]|UID\d{1,2})(?![A-Za-z0-9_])/;
const escapedDollar = /&#(?:0*36|x0*24);/i;

/** Whether a file has a macro for which `parameterOfMacro` has an answer, also an escaped one. */
export function mayHaveRegisters(text: string): boolean {
  return (text.includes("$") && registerMacro.test(text)) || (text.includes("&#") && escapedDollar.test(text));
}

/** Whether a macro inserts a secret. */
export function isSecretMacro(name: string, registers: ReadonlySet<string> = none): boolean {
  if (/^(?:S[A-D]|MPWD)$/.test(name)) return true;
  const parameter = parameterOfMacro(name);
  return parameter !== undefined && registers.has(parameter);
}

/**
 * Parameters that the rules among `texts` give as a key or password: `--key $A`, `http://u:$B@h`; with those that are
 * known already.
 */
export function secretRegisters(texts: Iterable<string>, known: ReadonlySet<string> = none): ReadonlySet<string> {
  const asked = [...texts].filter((text) => text.includes("$"));
  const registers = new Set(known);
  if (asked.length === 0) return registers;
  // What is assigned to such a parameter is a secret too, so once may not be enough.
  for (let size = -1; size !== registers.size; ) {
    size = registers.size;
    for (const text of asked)
      for (const { start, end, isUser } of secretPlaces(text, registers)) {
        if (isUser) continue;
        for (const { name } of findMacros(text.slice(start, end))) {
          const parameter = parameterOfMacro(name);
          if (parameter !== undefined && !isSecretParameter(parameter)) registers.add(parameter);
        }
      }
  }
  return registers;
}

/** The places in a text as it was typed: where macros insert a secret, their names may be shown. */
export function typedSecretPlaces(text: string, registers = none): SecretPlace[] {
  return secretPlaces(text, registers).filter(({ start, end }) => !isMacrosOnly(text.slice(start, end)));
}

/** The text at those places. */
export function secretTexts(text: string, registers = none): string[] {
  return typedSecretPlaces(text, registers).map(({ start, end }) => text.slice(start, end));
}

/** A text as it was typed, fit to be shown. */
export function withoutSecrets(text: string, registers = none, dots?: (length: number) => string): string {
  return covered(text, { start: 0, end: text.length }, typedSecretPlaces(text, registers), dots);
}

/** Whether macros insert a secret; their names may be shown. */
export function isMacrosOnly(text: string): boolean {
  const inner = text.replace(/^"|"$/g, "");
  let at = 0;
  for (const { span, name } of findMacros(inner)) {
    if (span.start !== at || !macroFacts(name)) return false;
    at = span.end;
  }
  return at === inner.length;
}
