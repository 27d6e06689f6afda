import { quotedValue } from "../../../server/src/lines/quotedValue";
import { eachLine, readLines } from "../../../server/src/lines/read";
import type { InEffect } from "../../../server/src/profile/profile";
import type { ProfileDocument } from "../../../server/src/profile/profileDocument";
import { type Segment, Setting } from "../../../server/src/profile/setting";
import type { Catalogue } from "../../../server/src/schema/catalogue";
import { detached } from "../../../server/src/text/detached";
import type { TextSource } from "../../../server/src/text/piecedText";
import type { TextChange } from "../../../server/src/text/textChange";
import { type Draft, readLine } from "./lines";
import { type State, sameState, startState } from "./state";

/** A phone keeps the first value that it reads. */
const firstOne: InEffect = (settings) => settings[0];

export function read(
  source: TextSource,
  catalogue: Catalogue,
  previous?: ProfileDocument,
  change?: TextChange,
): ProfileDocument {
  const reader = {
    startState,
    isSameState: sameState,
    inEffect: firstOne,
    readSegment: (text: string, start: number, before: State) => readSegment(text, start, before, catalogue),
  };
  return readLines(source, reader, previous, change);
}

function readSegment(text: string, start: number, before: State, catalogue: Catalogue): Segment & { after: State } {
  const draft: Draft = { settings: [], problems: [], comments: [], tags: [], templates: [] };
  let state = before;
  const end = eachLine(text, start, (line, at) => {
    state = readLine(line, at, state, catalogue, draft);
  });
  const settings: Setting[] = [];
  const { problems, comments, tags, templates } = draft;
  const segment = {
    ...{ text: detached(text.slice(start, end)), settings, problems, comments, tags, templates },
    ...{ after: state, lookahead: 0 },
  };
  for (const parts of draft.settings) settings.push(new Setting(segment, parts, quotedValue));
  return segment;
}
