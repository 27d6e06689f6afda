import type { Profile } from "../profile/profile";
import type { Setting } from "../profile/setting";
import { type Edit, shift } from "../text/span";

/** Edits of the setting `of`, counted from the segment of `at`: all edits of a fix are in the coordinates of its problem. */
export function seenFrom(at: Setting, of: Setting, edits: readonly Edit[], profile: Profile): readonly Edit[] {
  if (of.segment === at.segment) return edits;
  const by = profile.startOf(of.segment) - profile.startOf(at.segment);
  return edits.map((edit) => ({
    ...edit,
    span: shift(edit.span, by),
    ...(edit.line && { line: shift(edit.line, by) }),
  }));
}
