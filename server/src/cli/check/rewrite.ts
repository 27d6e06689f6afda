import type { DialectService } from "../../analysis/dialectService";
import { type AnalysisSettings, Snapshot } from "../../analysis/snapshot";
import { repaired } from "../../features/repair";
import { silencing } from "../../features/silence";
import { isUtf8 } from "../../profile/byteFacts";
import type { Neighbors } from "../../profile/neighbors";
import { applyEdits, inOrder } from "../../text/edits";
import type { Edit, Severity } from "../../text/span";
import type { Decoded } from "../encoding";
import type { Input } from "../inputs";
import { isAtLeast, type Totals } from "../reports/report";
import { UsageError } from "../verb";
import { writeBack } from "../writeBack";

/** What `check` does to files. */
export interface Rewriting {
  /** Applies the safe fixes. */
  readonly fix?: boolean;
  /** Writes comments above the problems of this severity or worse. */
  readonly silence?: Severity;
}

export function snapshotOf(
  { text, bytes }: Pick<Decoded, "text" | "bytes">,
  settings: AnalysisSettings,
  service: DialectService,
  neighbors?: Neighbors,
): Snapshot {
  return new Snapshot(text, service.readAmong(text), service, settings, bytes, neighbors);
}

/** The file as it is after the run: repaired and silenced as far as wanted, and written as UTF-8 when that changed it. */
export async function rewritten(
  input: Input,
  decoded: Decoded,
  given: Snapshot,
  { fix = false, silence }: Rewriting,
  totals: Totals,
  { fail, note }: { readonly fail: (message: string) => void; readonly note: (message: string) => void },
): Promise<Snapshot> {
  if (!fix && silence === undefined) return given;
  if (input.name === "-")
    throw new UsageError(`${fix ? "--fix" : "--add-ignore"} requires files. Standard input cannot be changed.`);
  if (!decoded.faithful || given.document.form === "foreign") return given;
  const again = (text: string) =>
    snapshotOf({ ...asUtf8(decoded), text }, given.settings, given.service, given.neighbors);
  const edited = (before: Snapshot, edits: readonly Edit[]) =>
    edits.length === 0 ? before : again(applyEdits(before.text, inOrder(edits)));
  const start = isUtf8(decoded.bytes) ? given : again(asUtf8(decoded).text);
  const mended = fix ? edited(start, repaired(start)) : start;
  const result = silence === undefined ? mended : edited(mended, silencing(mended, problemsFrom(mended, silence)));
  if (start === given && result.text === given.text) return given;
  if (input.leadsOut) {
    note(`${input.name}: Not changed. It is a link to a file outside the folder.`);
    return given;
  }
  try {
    await writeBack(input, Buffer.from(result.text));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    fail(error.message);
    return given;
  }
  totals.fixed += less(given, mended);
  totals.silenced += less(mended, result);
  return result;
}

const problemsFrom = (snapshot: Snapshot, limit: Severity) =>
  snapshot.problems().filter(({ severity }) => isAtLeast(severity, limit));

const less = (before: Snapshot, after: Snapshot) => Math.max(0, before.problems().length - after.problems().length);

/** The same text in UTF-8; the byte-order mark of another encoding is not part of it. */
function asUtf8({ text, bytes }: Decoded): Pick<Decoded, "text" | "bytes"> {
  const isMarked = bytes.encoding !== "UTF-8" && text.startsWith("\ufeff");
  return { text: isMarked ? text.slice(1) : text, bytes: { encoding: "UTF-8", isValid: true } };
}
