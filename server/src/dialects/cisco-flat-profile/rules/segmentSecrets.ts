import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Segment } from "../../../profile/segment";
import type { Setting } from "../../../profile/setting";
import type { Catalogue } from "../../../schema/catalogue";
import { isSecretElement } from "../../../schema/secretName";
import type { Span } from "../../../text/span";
import { elementOf } from "../../../xml/element";
import { findMacros } from "./macro";
import { isMacrosOnly, parameterOfMacro, secretPlaces, secretRegisters, secretTexts } from "./secretPlaces";
import { wordsOf } from "./secretWords";

/** What must not be shown of a segment; kept as long as the segment is not edited. */
export interface SegmentSecrets {
  /** Values of secret parameters, keys in options of rules, passwords in URLs; also in comments and broken elements. */
  readonly spans: readonly Span[];
  /** The same as texts, for messages that repeat them. */
  readonly words: readonly string[];
  /** Values with macros of parameters, or that assign parameters. */
  readonly rules: readonly Setting[];
}

const kept = new WeakMap<Segment, { readonly catalogue: Catalogue; readonly secrets: SegmentSecrets }>();

export function segmentSecrets(segment: Segment, catalogue: Catalogue): SegmentSecrets {
  const known = kept.get(segment);
  if (known?.catalogue === catalogue) return known.secrets;
  const secrets = findSecrets(segment, catalogue);
  kept.set(segment, { catalogue, secrets });
  return secrets;
}

// Of broken elements only their likely shape is left to go by.
const element = /<([A-Za-z_][\w.-]*)(?:\s[^<>]*)?>([^<]+)/g;
const attribute = /<([A-Za-z_][\w.-]*)\s[^<>]*?\bvalue\s*=\s*["']([^"'<>]+)/g;

const assignsRegister = /(?:GPP_[A-P]|\b[a-p]|User_ID_\d+_)\s*=/;

function findSecrets(segment: Segment, catalogue: Catalogue): SegmentSecrets {
  const { text, settings } = segment;
  const spans: Span[] = [];
  const words = new Set<string>();
  const rules: Setting[] = [];
  const add = (span: Span, word = text.slice(span.start, span.end)) => {
    if (span.end <= span.start || word.trim() === "") return;
    spans.push(span);
    if (!isMacrosOnly(word)) for (const part of wordsOf(word)) words.add(part);
  };
  for (const setting of settings) {
    if (isSecretSetting(setting, catalogue)) {
      const { valueStart, valueEnd } = setting.parts;
      add({ start: valueStart, end: valueEnd });
      for (const word of wordsOf(setting.text)) words.add(word);
      for (const { value = "", valueSpan } of elementOf(setting).attributes)
        if (!/^[a-z]{0,2}$/.test(value)) add(valueSpan, value);
      continue;
    }
    const value = setting.text;
    if (value === "") continue;
    for (const place of secretPlaces(value)) add(setting.value.toSource(place), value.slice(place.start, place.end));
    if (assignsRegister.test(value) || findMacros(value).some(({ name }) => parameterOfMacro(name) !== undefined))
      rules.push(setting);
  }
  // Comments, and what stands in broken elements. A value ends before a tag.
  for (const { start, end } of secretPlaces(text)) {
    const tag = text.slice(start, end).search(/<[/!?A-Za-z_]/);
    add({ start, end: tag < 0 ? end : start + tag });
  }
  for (const shape of [element, attribute])
    for (const match of text.matchAll(shape)) {
      const [whole, name = "", value = ""] = match;
      if (!isSecretElement(name, "", value, catalogue)) continue;
      const start = match.index + whole.lastIndexOf(value);
      add({ start, end: start + value.length });
    }
  spans.sort((a, b) => a.start - b.start);
  // The longest first: one may be part of another.
  return { spans, words: [...words].sort((a, b) => b.length - a.length), rules };
}

/** What the rules of a whole file say of secrets. */
export interface FileSecrets {
  /** Parameters that rules give as a key or password: `--key $A`. */
  readonly registers: ReadonlySet<string>;
  /** What such parameters contain, here or by an assignment. */
  readonly registerWords: readonly string[];
}

const files = new WeakMap<ProfileDocument, { readonly catalogue: Catalogue; readonly secrets: FileSecrets }>();

export function fileSecrets(document: ProfileDocument, catalogue: Catalogue): FileSecrets {
  const known = files.get(document);
  if (known?.catalogue === catalogue) return known.secrets;
  const segments = document.segments.map((segment) => segmentSecrets(segment, catalogue));
  // What is assigned to such a parameter is a secret too, so once may not be enough.
  let registers: ReadonlySet<string> = new Set();
  let used: readonly RuleSecrets[] = [];
  for (let size = -1; size !== registers.size; ) {
    size = registers.size;
    const key = [...registers].sort().join();
    used = segments.map((secrets) => ruleSecrets(secrets, registers, key));
    registers = new Set([...registers, ...used.flatMap((each) => each.registers)]);
  }
  const contents = [...registers].flatMap((name) =>
    document.profiles.flatMap((profile) => profile.all(name).map(({ text }) => text)),
  );
  const assigned = registers.size === 0 ? [] : used.flatMap((each) => each.words);
  const secrets = { registers, registerWords: [...new Set([...contents.flatMap(wordsOf), ...assigned])] };
  files.set(document, { catalogue, secrets });
  return secrets;
}

/** What the rules of one segment say when `registers` are secrets. */
interface RuleSecrets {
  readonly registers: readonly string[];
  readonly words: readonly string[];
}

const noRules: RuleSecrets = { registers: [], words: [] };
const byRegisters = new WeakMap<SegmentSecrets, Map<string, RuleSecrets>>();
/** Sets of registers that are kept in mind for a segment. */
const mostSets = 4;

/** Kept for the segment: an edit reads the rules of the others no more. */
function ruleSecrets(secrets: SegmentSecrets, registers: ReadonlySet<string>, key: string): RuleSecrets {
  if (secrets.rules.length === 0) return noRules;
  let known = byRegisters.get(secrets);
  if (!known || (known.size >= mostSets && !known.has(key))) {
    known = new Map();
    byRegisters.set(secrets, known);
  }
  let found = known.get(key);
  if (!found) {
    const texts = secrets.rules.map((setting) => setting.text);
    found = {
      registers: [...secretRegisters(texts, registers)],
      words: texts.flatMap((text) => secretTexts(text, registers).flatMap(wordsOf)),
    };
    known.set(key, found);
  }
  return found;
}

/** The whole value is a secret: by its name, or because a rule of the file uses it as one. */
export function isSecretIn(setting: Setting, document: ProfileDocument, catalogue: Catalogue): boolean {
  if (isSecretSetting(setting, catalogue)) return true;
  return setting.path === "" && fileSecrets(document, catalogue).registers.has(setting.name);
}

/** Whether the name says that the value is a secret. */
export function isSecretSetting(setting: Setting, catalogue: Catalogue): boolean {
  return isSecretElement(setting.name, setting.path, setting.text, catalogue);
}
