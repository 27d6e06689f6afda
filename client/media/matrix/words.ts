import * as l10n from "@vscode/l10n";
import type { MatrixValue } from "../../../server/src/preview/matrix";
import type { MatrixShown } from "./messages";
import type { Choice } from "./table";

export function placeOf({ file, line }: MatrixValue): string {
  return file === undefined ? l10n.t("line {0}", line) : l10n.t("{0}, line {1}", file, line);
}

/** The result in one sentence. */
export function sentenceOf({ answer, sinceSaved }: MatrixShown): string {
  if (!answer) return l10n.t("Open a file with settings of several models.");
  const { matrix, more, isUnsaved } = answer;
  const { devices, alike, rows } = matrix;
  if (isUnsaved) return l10n.t("The file is not saved yet, so there is nothing to compare with.");
  if (devices.length === 0) return l10n.t("There is no device to compare.");
  const cut = more > 0 ? ` ${l10n.t("{0} more devices are not compared.", more)}` : "";
  if (sinceSaved) {
    const changed = devices.filter((_, i) => rows.some(({ of }) => (of[i] ?? -1) >= 0)).length;
    if (changed === 0) return l10n.t("The edits change nothing for {0} devices.", devices.length) + cut;
    return l10n.t("The edits change {0} of {1} devices.", changed, devices.length) + cut;
  }
  if (devices.length === 1) return l10n.t("There is one device only.");
  if (alike.length === 1) return l10n.t("All {0} devices get the same.", devices.length) + cut;
  return l10n.t("{0} devices, {1} different results.", devices.length, alike.length) + cut;
}

/** How many settings the filters leave. */
export function countWords(
  count: number,
  of: number,
  { sinceSaved }: MatrixShown,
  { filter, differences }: Choice,
): string {
  if (of === 0) return "";
  if (sinceSaved || (filter === "" && !differences)) return l10n.t("{0} settings", count);
  if (filter === "") return l10n.t("{0} of {1} settings differ.", count, of);
  return l10n.t("{0} of {1} settings", count, of);
}
