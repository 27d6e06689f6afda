import type { Problem } from "../text/span";
import type { Draft } from "./draft";
import { endsWithoutSlash } from "./endTags";
import { isBlank } from "./entities";
import { missingEndTag } from "./faults";
import { isStrict, type ReaderState } from "./readerState";

/** At the end of the file: containers that are still open lack their end tag. */
export function* missingEnds(text: string, draft: Draft, state: ReaderState, isSwallowed: boolean): Iterable<Problem> {
  let end = text.length;
  while (end > draft.start && isBlank(text.charCodeAt(end - 1))) end--;
  for (let { open } = state; open; open = open.parent) {
    if ((open.role === "wrapper" && !isStrict(state)) || open.name === "") continue;
    const span = { start: Math.max(draft.start, end - 1), end };
    const isTaken = isSwallowed || endsWithoutSlash(text, draft.settings.at(-1), open.name, end);
    yield missingEndTag(open.name, span, isTaken ? undefined : end, { before: "\n" });
  }
}
