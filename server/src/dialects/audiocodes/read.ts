import { eachLine, readLines } from "../../lines/read";
import { lastOne } from "../../profile/profile";
import {
  type Segment,
  type Setting,
  SettingOfParts,
  type SettingParts,
  type ValueReading,
} from "../../profile/setting";
import type { Catalogue } from "../../schema/catalogue";
import { detached } from "../../text/detached";
import { MappedText } from "../../text/mappedText";
import { readLine } from "./lines";
import { type Draft, type Format, isSameState, type Row, type State, startState } from "./state";

/** A part of a file, with the tables in it. */
interface IniSegment extends Segment {
  readonly after: State;
  readonly formats: readonly Format[];
  readonly rows: readonly Row[];
}

/** Values may have single or double quotes around them; nothing is escaped. */
const reading: ValueReading = {
  decode(text, start, end) {
    const mark = hasQuotes(text, start, end) ? 1 : 0;
    return MappedText.verbatim(text.slice(start + mark, end - mark), start + mark);
  },
  textOf(text, start, end) {
    const mark = hasQuotes(text, start, end) ? 1 : 0;
    return text.slice(start + mark, end - mark);
  },
  // `$$` is the default of a column.
  isEmpty: (text) => text === "" || text === "$$",
};

function hasQuotes(text: string, start: number, end: number): boolean {
  const mark = text[start];
  if ((mark !== "'" && mark !== '"') || end - start < 2 || text[end - 1] !== mark) return false;
  // A list of quoted words is not one quoted text.
  return text.indexOf(mark, start + 1) === end - 1;
}

/** Control characters that no text has: an encoded file is not read. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

export const read = readLines({
  startState: (head) => (control.test(head) ? { ...startState, isScrambled: true } : startState),
  isSameState,
  inEffect: lastOne,
  readSegment,
});

/** The rows of a segment that this dialect read. */
export function rowsOf(segment: Segment): readonly Row[] {
  return (segment as IniSegment).rows;
}

/** The FORMAT lines of a segment that this dialect read. */
export function formatsOf(segment: Segment): readonly Format[] {
  return (segment as IniSegment).formats;
}

/** What the reader knew at the end of a segment. */
export function stateAfter(segment: Segment): State {
  return (segment as IniSegment).after;
}

function readSegment(text: string, before: State, catalogue: Catalogue): IniSegment {
  const draft: Draft = {
    settings: [],
    problems: [],
    comments: [],
    tags: [],
    templates: [],
    formats: [],
    rows: [],
  };
  let state = before;
  const end = eachLine(text, (line, at) => {
    if (!state.isScrambled) state = readLine(line, at, state, catalogue, draft);
  });
  const settings: Setting[] = [];
  const { problems, comments, tags, templates, formats, rows } = draft;
  const segment: IniSegment = {
    ...{ text: detached(text.slice(0, end)), settings, problems, comments, tags, templates },
    ...{ after: state, lookahead: 0, formats, rows },
  };
  for (let i = 0; i < draft.settings.length; i++)
    settings.push(new SettingOfParts(segment, draft.settings[i] as SettingParts, reading));
  return segment;
}
