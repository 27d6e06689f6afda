import type { Place } from "../../../profile/place";
import type { ProfileDocument } from "../../../profile/profileDocument";
import { type Segment, SegmentMemo, type Setting, WrittenMemo } from "../../../profile/setting";
import type { Catalogue } from "../../../schema/catalogue";
import { isSecretElement } from "../../../schema/secretName";
import { secretWordsNear as wordsNear } from "../../../secrets/nearWords";
import type { FileSecrets, SecretSpan, SegmentSecrets } from "../../../secrets/secrets";
import { wordsOf } from "../../../secrets/words";
import { Recent } from "../../../text/recent";
import { type Span, shift } from "../../../text/span";
import { elementOf } from "../../../xml/element";
import { isBlank } from "../../../xml/entities";
import { PlainSetting } from "../../../xml/plainSetting";
import { opensSecret, searchedTexts } from "../../../xml/searchedTexts";
import { format } from "../format";
import { findMacros } from "./macro";
import {
  isMacrosOnly,
  parameterOfMacro,
  type SecretPlace,
  secretPlaces,
  secretRegisters,
  secretTexts,
} from "./secretPlaces";

const kept = new SegmentMemo<{ readonly catalogue: Catalogue; readonly secrets: SegmentSecrets }>();

export function segmentSecrets(segment: Segment, catalogue: Catalogue): SegmentSecrets {
  const last = kept.get(segment);
  if (last?.catalogue === catalogue) return last.secrets;
  const secrets = new FoundSecrets(segment, catalogue);
  kept.set(segment, { catalogue, secrets });
  return secrets;
}

/** Where a phone's web page shows the parameter, as old dumps say it. */
const pageOfDump = /^[A-Z][a-z]+(?:_\w+)?\/[A-Z][A-Za-z]+(?:_\w+)*$/;

const assignsRegister = /(?:GPP_[A-P]|\b[a-p]|User_ID_\d+_)\s*=/;

/** The secrets of a text that can be found without other texts. */
interface TextSecrets {
  readonly places: readonly SecretPlace[];
  /** It has macros of parameters, or assigns parameters. */
  readonly usesParameters: boolean;
}

// Files repeat most values, and an edit changes one of those that are near it.
const shortTexts = new Recent<TextSecrets>(4000);
const longTexts = new Recent<TextSecrets>();
const maxShort = 120;

function known(text: string): TextSecrets {
  return (text.length <= maxShort ? shortTexts : longTexts).get(text, (copy) => ({
    places: secretPlaces(copy),
    usesParameters:
      assignsRegister.test(copy) || findMacros(copy).some(({ name }) => parameterOfMacro(name) !== undefined),
  }));
}

/** Found when they are asked for: rules of every segment, places where something is shown. */
class FoundSecrets implements SegmentSecrets {
  #spans: readonly SecretSpan[] | undefined;
  #rules: readonly Setting[] | undefined;

  constructor(
    readonly segment: Segment,
    readonly catalogue: Catalogue,
  ) {}

  get spans(): readonly SecretSpan[] {
    this.#spans ??= findSpans(this.segment, this.catalogue);
    return this.#spans;
  }

  get rules(): readonly Setting[] {
    this.#rules ??= this.segment.settings.filter((setting) => factsOf(setting, this.catalogue).isRule);
    return this.#rules;
  }
}

/** What a setting alone says of secrets. */
interface SettingSecrets {
  readonly catalogue: Catalogue;
  /** Its value uses or assigns other parameters. */
  readonly isRule: boolean;
  /** It contains no secret, and takes no part in one with what is around it. */
  readonly isQuiet: boolean;
}

const factsOfWritten = new WrittenMemo<SettingSecrets>();

const sharedBy = new WeakMap<Catalogue, SettingSecrets[]>();

/** Thousands of settings have the same. */
function sharedFacts(catalogue: Catalogue, isRule: boolean, isQuiet: boolean): SettingSecrets {
  let all = sharedBy.get(catalogue);
  if (!all) {
    all = [];
    sharedBy.set(catalogue, all);
  }
  const place = (isRule ? 1 : 0) + (isQuiet ? 2 : 0);
  all[place] ??= { catalogue, isRule, isQuiet };
  return all[place];
}

function factsOf(setting: Setting, catalogue: Catalogue): SettingSecrets {
  const { written } = setting;
  const last = written && factsOfWritten.get(written);
  if (last?.catalogue === catalogue) return last;
  const { text } = setting;
  const isOwn = isSecretSetting(setting, catalogue);
  const isRule = !isOwn && /[$=]/.test(text) && known(text).usesParameters;
  const isQuiet = !isOwn && isSearchedAlone(setting) && (text === "" || known(text).places.length === 0);
  const facts = sharedFacts(catalogue, isRule, isQuiet);
  if (written) factsOfWritten.set(written, facts);
  return facts;
}

function findSpans(segment: Segment, catalogue: Catalogue): readonly SecretSpan[] {
  const { text, settings } = segment;
  const spans: SecretSpan[] = [];
  const add = ({ start, end }: Span, word = text.slice(start, end)) => {
    if (end > start && word.trim() !== "") spans.push({ start, end, words: isMacrosOnly(word) ? [] : wordsOf(word) });
  };
  const isSecret = (name: string, value: string) => isSecretElement(name, "", value, catalogue);
  /** Comments, broken elements, and elements that are written in an odd way. */
  const search = (from: number, to: number) => {
    if (isEndTag(text, from, to)) return;
    for (const { at, rest } of searchedTexts(text, from, to))
      for (const { start, end } of known(rest).places) add({ start: at + start, end: at + end });
    if (!hasStartTag(text, from, to)) return;
    const other = text.slice(from, to);
    for (const { start, end } of format.likelySecrets({ text: other }, isSecret)) add(shift({ start, end }, from));
  };
  let searched = 0;
  /** The end of a setting after which nothing was looked at. */
  let quietEnd = -1;
  for (let i = 0; i < settings.length; i++) {
    const setting = settings[i] as Setting;
    if (factsOf(setting, catalogue).isQuiet) {
      const { start, valueEnd, end } = setting.parts;
      if (!isOnlyBlankBetween(text, quietEnd, start)) search(searched, start);
      searched = valueEnd;
      quietEnd = end;
      continue;
    }
    quietEnd = -1;
    const value = setting.text;
    const isOwn = isSecretSetting(setting, catalogue);
    if (isOwn) addSecret(setting, spans, add);
    const isPlain = isSearchedAlone(setting);
    if (value !== "" && (isPlain || !isOwn))
      for (const place of known(value).places) add(setting.value.toSource(place), value.slice(place.start, place.end));
    if (!isPlain) continue;
    search(searched, setting.parts.start);
    searched = setting.parts.valueEnd;
  }
  search(searched, text.length);
  return spans.sort((a, b) => a.start - b.start);
}

function addSecret(setting: Setting, spans: SecretSpan[], add: (span: Span, word?: string) => void): void {
  const { text } = setting.segment;
  const { valueStart, valueEnd } = setting.parts;
  const typed = text.slice(valueStart, valueEnd);
  if (valueEnd > valueStart && typed.trim() !== "")
    spans.push({
      start: valueStart,
      end: valueEnd,
      words: [...(isMacrosOnly(typed) ? [] : wordsOf(typed)), ...wordsOf(setting.text)],
    });
  for (const { name, value = "", valueSpan } of elementOf(setting).attributes)
    if (!isPlainWord.test(value) && !(name === "group" && pageOfDump.test(value))) add(valueSpan, value);
}

const isPlainWord = /^[a-z]{0,2}$/;

/**
 * Of an element that is written as usual the value alone is searched: nothing before it takes part in a secret, nothing
 * around it says that there is one.
 */
function isSearchedAlone({ parts, text, name, path }: Setting): boolean {
  return (
    parts instanceof PlainSetting &&
    path === "" &&
    text.length === parts.valueEnd - parts.valueStart &&
    !text.includes("$") &&
    !opensSecret(name) &&
    parts.written.tagEnd.attributes.every(({ value = "" }) => isPlainWord.test(value))
  );
}

function isOnlyBlankBetween(text: string, from: number, to: number): boolean {
  if (from < 0) return false;
  let at = from;
  while (at < to && isBlank(text.charCodeAt(at))) at++;
  return at === to;
}

/** Whether nothing but an end tag is there. */
function isEndTag(text: string, from: number, to: number): boolean {
  if (text.charCodeAt(from) !== 60 || text.charCodeAt(from + 1) !== 47) return false;
  const at = text.indexOf(">", from) + 1;
  if (at === 0 || at > to || text.charCodeAt(at - 2) === 32) return false;
  return isOnlyBlankBetween(text, at, to);
}

/** Whether there is a tag other than the end tag that begins the stretch. */
function hasStartTag(text: string, from: number, to: number): boolean {
  const at = text.indexOf("<", from === 0 ? 0 : from + 1);
  return at >= 0 && at < to;
}

export function secretWordsNear(
  document: ProfileDocument,
  catalogue: Catalogue,
  at: readonly Place[],
): readonly string[] {
  return wordsNear(document, catalogue, at, segmentSecrets);
}

const files = new WeakMap<ProfileDocument, { readonly catalogue: Catalogue; readonly secrets: FileSecrets }>();

export function fileSecrets(document: ProfileDocument, catalogue: Catalogue): FileSecrets {
  const last = files.get(document);
  if (last?.catalogue === catalogue) return last.secrets;
  const segments: SegmentSecrets[] = [];
  for (const segment of document.segments) {
    const found = segmentSecrets(segment, catalogue);
    if (found.rules.length > 0) segments.push(found);
  }
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

/** The registers that a rule gives as secrets when no other is known to be one. */
const ownRegisters = new Recent<readonly string[]>(1000);

const byRegisters = new WeakMap<SegmentSecrets, Map<string, RuleSecrets>>();
/** Sets of registers that are kept in mind for a segment. */
const maxSets = 4;

/** Kept for the segment: an edit reads the rules of the others no more. */
function ruleSecrets(secrets: SegmentSecrets, registers: ReadonlySet<string>, key: string): RuleSecrets {
  let sets = byRegisters.get(secrets);
  if (!sets || (sets.size >= maxSets && !sets.has(key))) {
    sets = new Map();
    byRegisters.set(secrets, sets);
  }
  let found = sets.get(key);
  if (!found) {
    const texts = [...new Set(secrets.rules.map((setting) => setting.text))];
    let words: readonly string[] | undefined;
    found = {
      registers:
        registers.size === 0
          ? texts.flatMap((text) => ownRegisters.get(text, (copy) => [...secretRegisters([copy])]))
          : [...secretRegisters(texts, registers)],
      // Most files have no such registers, so they are not needed.
      get words() {
        words ??= texts.flatMap((text) => secretTexts(text, registers).flatMap(wordsOf));
        return words;
      },
    };
    sets.set(key, found);
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
