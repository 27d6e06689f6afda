import { Snapshot } from "../analysis/snapshot";
import { applyEdits } from "../text/edits";
import type { Edit } from "../text/span";

/** The file after `edits`, which are in order and not empty; only what they touch is read again. */
export function editedSnapshot(before: Snapshot, edits: readonly Edit[]): Snapshot {
  const { service, settings, dialect, catalogue, bytes, neighbors } = before;
  const text = applyEdits(before.text, edits);
  const start = (edits[0] as Edit).span.start;
  const oldEnd = edits.reduce((end, { span }) => Math.max(end, span.end), start);
  const newEnd = oldEnd + text.length - before.text.length;
  const document = dialect.read(text, catalogue, before.document, { start, oldEnd, newEnd });
  return new Snapshot(text, document, service, settings, bytes, neighbors);
}
