import assert from "node:assert/strict";
import { maskedText, secretSpans } from "../../server/src/analysis/secretSpans";
import type { Snapshot } from "../../server/src/analysis/snapshot";
import { LineIndex } from "../../server/src/text/lineIndex";
import type { Problem } from "../../server/src/text/span";
import { checkGolden } from "./golden";

/** Why a code is right on real files; a person read each line of it. */
export type Verdicts = Readonly<Record<string, string>>;

/**
 * Every error and warning on real files is in the golden list, with the verdict on its code; a code without one fails.
 * `look` gets what is reported of each file.
 */
export function checkVerdicts<
  File extends { readonly name: string; readonly text: string; readonly snapshot: Snapshot },
>(
  golden: string,
  verdicts: Verdicts,
  files: Iterable<File>,
  look: (file: File, problems: readonly Problem[]) => void = () => {},
): void {
  const found: string[] = [];
  const unread = new Set<string>();
  for (const file of files) {
    const { name, text, snapshot } = file;
    const lines = new LineIndex(text);
    const secrets = secretSpans(snapshot);
    const problems = snapshot.problems().filter(({ severity }) => severity === "error" || severity === "warning");
    if (problems.length === 0) found.push(`${name}: none`);
    for (const { code, severity, span } of problems) {
      const shown = maskedText(text, { start: span.start, end: Math.min(span.end, span.start + 40) }, secrets);
      if (!verdicts[code]) unread.add(code);
      const { line } = lines.positionAt(span.start);
      found.push(`${name}:${line + 1} ${severity} ${code} ${JSON.stringify(shown)}`, `     ${verdicts[code]}`);
    }
    look(file, problems);
  }
  assert.deepEqual([...unread], []);
  checkGolden(golden, found);
}
