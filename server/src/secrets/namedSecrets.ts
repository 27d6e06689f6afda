import type { ProfileDocument } from "../profile/profileDocument";
import type { Column, Segment, Setting } from "../profile/setting";
import type { Catalogue } from "../schema/catalogue";
import { isSecretByName, isSecretElement, isSecretName } from "../schema/secretName";
import type { Span } from "../text/span";
import { covered } from "./mask";
import { secretWordsNear } from "./nearWords";
import type { FileSecrets, SecretSpan, Secrets, SegmentSecrets } from "./secrets";
import { textPlaces } from "./textPlaces";
import { withoutWords, wordsOf } from "./words";

/** Whether a value with this name is a secret, as far as the catalogue and the sound of the name say. */
export type IsSecret = (name: string, value: string, path?: string) => boolean;

/** The stretches of a segment that are secrets by the look of the text, where it could not be read. */
type LikelySecrets = (segment: Segment, isSecret: IsSecret) => Iterable<Span>;

const noSecrets: FileSecrets = { registers: new Set(), registerWords: [] };

/**
 * Secrets of a format in which a setting is a name with a value and no value makes another one a secret: by the
 * catalogue, by name, in addresses and assignments, and in text that could not be read.
 */
export function namedSecrets(likely: LikelySecrets): Secrets {
  const kept = new WeakMap<Segment, { readonly catalogue: Catalogue; readonly secrets: SegmentSecrets }>();
  const inSegment = (segment: Segment, catalogue: Catalogue): SegmentSecrets => {
    const known = kept.get(segment);
    if (known?.catalogue === catalogue) return known.secrets;
    const secrets = { spans: secretsOf(segment, catalogue, likely), rules: [] };
    kept.set(segment, { catalogue, secrets });
    return secrets;
  };
  const places = (text: string) => textPlaces(text, isSecretName);
  return {
    inSegment,
    inFile: () => noSecrets,
    wordsNear: (document: ProfileDocument, catalogue, at) => secretWordsNear(document, catalogue, at, inSegment),
    isSecret: ({ name, path, text }, catalogue) => isSecretElement(name, path, text, catalogue),
    places,
    shown: (text, _registers, dots) => covered(text, { start: 0, end: text.length }, places(text), dots),
    shownMessage: (message, words) => withoutWords(message, words, places),
  };
}

const columnsKnown = new WeakMap<
  readonly Column[],
  { readonly catalogue: Catalogue; readonly likely: readonly number[] }
>();

/** The columns of a table that may contain secrets. */
function likelyColumns(columns: readonly Column[], catalogue: Catalogue): readonly number[] {
  const known = columnsKnown.get(columns);
  if (known?.catalogue === catalogue) return known.likely;
  const mayBe = ({ name, path }: Column) => isSecretByName(name, path, catalogue) !== false;
  const likely = columns.flatMap((column, i) => (mayBe(column) ? [i] : []));
  columnsKnown.set(columns, { catalogue, likely });
  return likely;
}

function secretsOf(segment: Segment, catalogue: Catalogue, likely: LikelySecrets): readonly SecretSpan[] {
  const { text, rows, named = segment.settings } = segment;
  const spans: SecretSpan[] = [];
  const add = ({ start, end }: Span, ...more: string[]) => {
    const typed = text.slice(start, end);
    if (typed.trim() !== "") spans.push({ start, end, words: [...new Set([typed, ...more].flatMap(wordsOf))] });
  };
  const isSecret: IsSecret = (name, value, path = "") => isSecretElement(name, path, value, catalogue);
  const addIf = ({ name, path, text: value, parts }: Setting) => {
    if (isSecret(name, value, path)) add({ start: parts.valueStart, end: parts.valueEnd }, value);
  };
  for (const setting of named) addIf(setting);
  for (const row of rows ?? [])
    for (const column of likelyColumns(row.columns, catalogue)) if (column < row.count) addIf(row.setting(column));
  for (const place of textPlaces(text, isSecretName)) add(place);
  for (const place of likely(segment, isSecret)) add(place);
  return spans.sort((a, b) => a.start - b.start);
}
