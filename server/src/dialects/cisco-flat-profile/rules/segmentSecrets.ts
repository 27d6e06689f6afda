import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Segment, Setting } from "../../../profile/setting";
import type { Catalogue } from "../../../schema/catalogue";
import { isSecretElement } from "../../../schema/secretName";
import { secretWordsNear as wordsNear } from "../../../secrets/nearWords";
import type { FileSecrets, SecretSpan, SegmentSecrets } from "../../../secrets/secrets";
import { wordsOf } from "../../../secrets/words";
import { Recent } from "../../../text/recent";
import type { Span } from "../../../text/span";
import { elementOf } from "../../../xml/element";
import { searchedTexts } from "../../../xml/searchedTexts";
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

const kept = new WeakMap<Segment, { readonly catalogue: Catalogue; readonly secrets: SegmentSecrets }>();

export function segmentSecrets(segment: Segment, catalogue: Catalogue): SegmentSecrets {
  const last = kept.get(segment);
  if (last?.catalogue === catalogue) return last.secrets;
  const secrets = findSecrets(segment, catalogue);
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

function findSecrets(segment: Segment, catalogue: Catalogue): SegmentSecrets {
  const { text, settings } = segment;
  const spans: SecretSpan[] = [];
  const rules: Setting[] = [];
  const add = ({ start, end }: Span, word = text.slice(start, end)) => {
    if (end > start && word.trim() !== "") spans.push({ start, end, words: isMacrosOnly(word) ? [] : wordsOf(word) });
  };
  for (const setting of settings) {
    if (isSecretSetting(setting, catalogue)) {
      const { valueStart, valueEnd } = setting.parts;
      const typed = text.slice(valueStart, valueEnd);
      if (valueEnd > valueStart && typed.trim() !== "")
        spans.push({
          start: valueStart,
          end: valueEnd,
          words: [...(isMacrosOnly(typed) ? [] : wordsOf(typed)), ...wordsOf(setting.text)],
        });
      for (const { name, value = "", valueSpan } of elementOf(setting).attributes)
        if (!/^[a-z]{0,2}$/.test(value) && !(name === "group" && pageOfDump.test(value))) add(valueSpan, value);
      continue;
    }
    const value = setting.text;
    if (value === "") continue;
    const { places, usesParameters } = known(value);
    for (const place of places) add(setting.value.toSource(place), value.slice(place.start, place.end));
    if (usesParameters) rules.push(setting);
  }
  // Comments and broken elements.
  for (const { at, rest } of searchedTexts(text))
    for (const { start, end } of known(rest).places) add({ start: at + start, end: at + end });
  for (const span of format.likelySecrets(segment, (name, value) => isSecretElement(name, "", value, catalogue)))
    add(span);
  return { spans: spans.sort((a, b) => a.start - b.start), rules };
}

export function secretWordsNear(
  document: ProfileDocument,
  catalogue: Catalogue,
  at: readonly { readonly segment: Segment; readonly span: Span }[],
): readonly string[] {
  return wordsNear(document, at, (segment) => segmentSecrets(segment, catalogue).spans);
}

const files = new WeakMap<ProfileDocument, { readonly catalogue: Catalogue; readonly secrets: FileSecrets }>();

export function fileSecrets(document: ProfileDocument, catalogue: Catalogue): FileSecrets {
  const last = files.get(document);
  if (last?.catalogue === catalogue) return last.secrets;
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
const maxSets = 4;

/** Kept for the segment: an edit reads the rules of the others no more. */
function ruleSecrets(secrets: SegmentSecrets, registers: ReadonlySet<string>, key: string): RuleSecrets {
  if (secrets.rules.length === 0) return noRules;
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
      registers: [...secretRegisters(texts, registers)],
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
