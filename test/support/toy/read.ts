import { quotedValue } from "../../../server/src/lines/quotedValue";
import { eachLine, readLines } from "../../../server/src/lines/read";
import { firstOne } from "../../../server/src/profile/profile";
import { type Segment, type Setting, SettingOfParts } from "../../../server/src/profile/setting";
import type { Catalogue } from "../../../server/src/schema/catalogue";
import { detached } from "../../../server/src/text/detached";
import { type Draft, readLine } from "./lines";
import { type State, sameState, startState } from "./state";

export const read = readLines({
  startState: () => startState,
  isSameState: sameState,
  inEffect: firstOne,
  readSegment,
});

function readSegment(text: string, before: State, catalogue: Catalogue): Segment & { after: State } {
  const draft: Draft = { settings: [], problems: [], comments: [], tags: [], templates: [] };
  let state = before;
  const end = eachLine(text, (line, at) => {
    state = readLine(line, at, state, catalogue, draft);
  });
  const settings: Setting[] = [];
  const { problems, comments, tags, templates } = draft;
  const segment = {
    ...{ text: detached(text.slice(0, end)), settings, problems, comments, tags, templates },
    ...{ after: state, lookahead: 0 },
  };
  for (const parts of draft.settings) settings.push(new SettingOfParts(segment, parts, quotedValue));
  return segment;
}
