import { eachLine, readLines } from "../../lines/read";
import { lastOne } from "../../profile/profile";
import {
  type Comment,
  type SectionTag,
  type Segment,
  type Setting,
  SettingOfParts,
  type SettingParts,
  type ValueReading,
} from "../../profile/setting";
import type { Catalogue } from "../../schema/catalogue";
import { detached } from "../../text/detached";
import { MappedText } from "../../text/mappedText";
import { mayHavePlaceholder } from "../../text/placeholder";
import type { Problem } from "../../text/span";
import { readLine } from "./lines";
import { Cells, Places, type Row } from "./rows";
import { type Draft, type Format, isSameState, type State, startState } from "./state";

/** A part of a file, with the tables in it. */
class IniSegment implements Segment {
  readonly named: Setting[] = [];
  readonly problems: readonly Problem[];
  readonly comments: readonly Comment[];
  readonly tags: readonly SectionTag[];
  readonly templates: readonly number[];
  readonly formats: readonly Format[];
  readonly rows: readonly Row[];
  readonly lookahead = 0;
  memo: unknown[] | undefined;
  #settings: readonly Setting[] | undefined;

  constructor(
    readonly text: string,
    readonly after: State,
    { settings, problems, comments, tags, templates, formats, rows, cells, places }: Draft,
  ) {
    this.problems = problems;
    this.comments = comments;
    this.tags = tags;
    this.templates = templates;
    this.formats = formats;
    this.rows = rows;
    cells.belongTo(this, places.from(0));
    for (let i = 0; i < settings.length; i++)
      this.named.push(new SettingOfParts(this, settings[i] as SettingParts, reading));
  }

  get settings(): readonly Setting[] {
    this.#settings ??= this.rows.length === 0 ? this.named : [...this.#inOrder()];
    return this.#settings;
  }

  *#inOrder(): Generator<Setting> {
    const { named, rows } = this;
    let next = 0;
    for (const row of rows) {
      for (let each = named[next]; each && each.parts.start < row.start; each = named[++next]) yield each;
      yield* row.settings;
    }
    for (let each = named[next]; each; each = named[++next]) yield each;
  }
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

/** A blank in place of a byte-order mark, which a check reports. */
function withoutMark(line: string): string {
  return line.charCodeAt(0) === 0xfeff ? ` ${line.slice(1)}` : line;
}

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

const places = new Places();

function readSegment(text: string, before: State, catalogue: Catalogue): IniSegment {
  places.clear();
  const draft: Draft = {
    settings: [],
    problems: [],
    comments: [],
    tags: [],
    templates: [],
    formats: [],
    rows: [],
    cells: new Cells(reading),
    places,
    mayBeTemplated: mayHavePlaceholder(text),
  };
  let state = before;
  const end = eachLine(text, (line, at) => {
    if (!state.isScrambled) state = readLine(at === 0 ? withoutMark(line) : line, at, state, catalogue, draft);
  });
  return new IniSegment(detached(text.slice(0, end)), state, draft);
}
