import type { ProfileDocument } from "../profile/profileDocument";
import type { Setting } from "../profile/setting";

/** Two readings of a file have equal settings, pair by pair in their order; `start` is where the segment of the first starts. */
export function sameSettings(
  before: ProfileDocument,
  after: ProfileDocument,
  isSame: (before: Setting, after: Setting, start: number) => boolean,
): boolean {
  const others = settingsOf(after);
  for (const [setting, start] of settingsOf(before)) {
    const other = others.next();
    if (other.done || !isSame(setting, other.value[0], start)) return false;
  }
  return others.next().done === true && before.form === after.form;
}

export const readsAlike = (a: Setting, b: Setting): boolean =>
  a.name === b.name && a.path === b.path && a.text === b.text;

function* settingsOf(document: ProfileDocument): Generator<readonly [Setting, number], undefined> {
  for (const [i, segment] of document.segments.entries())
    for (const setting of segment.settings) yield [setting, document.starts[i] ?? 0];
}
