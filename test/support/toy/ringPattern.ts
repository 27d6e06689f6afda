import * as l10n from "@vscode/l10n";
import { nearest } from "../../../server/src/text/nearest";
import type { Problem } from "../../../server/src/text/span";
import type { ValueType } from "../../../server/src/values/valueType";

// pattern = beat *("-" beat); beat = "long" / "short" / "pause"; at most 6 beats

const beats = ["long", "short", "pause"];
const maxBeats = 6;

/** Beats of a ring, joined by dashes. */
export const ringPattern: ValueType = {
  id: "RingPattern",
  check(text) {
    const problems: Problem[] = [];
    for (const [i, { beat, start }] of beatsOf(text).entries()) {
      const span = { start, end: start + beat.length };
      if (i === maxBeats)
        problems.push({
          code: "ring-pattern/too-long",
          severity: "warning",
          message: l10n.t("Too long: {0} of {1} beats. The phone ignores the rest.", beatsOf(text).length, maxBeats),
          span: { start, end: text.length },
          fixes: [
            { title: l10n.t("Remove the rest"), edits: [{ span: { start: start - 1, end: text.length }, text: "" }] },
          ],
        });
      if (i >= maxBeats || beats.includes(beat)) continue;
      const meant = nearest(beat, beats);
      problems.push({
        code: "ring-pattern/unknown-beat",
        severity: "warning",
        message:
          meant === undefined
            ? l10n.t("Unknown beat `{0}`. Use `long`, `short` or `pause`. The phone rings as usual.", beat)
            : l10n.t("Unknown beat `{0}`. Did you mean `{1}`? The phone rings as usual.", beat, meant),
        span,
        ...(meant !== undefined && {
          fixes: [{ title: l10n.t("Replace with `{0}`", meant), edits: [{ span, text: meant }] }],
        }),
      });
    }
    return problems;
  },
  describe: (text) =>
    beatsOf(text)
      .map(({ beat }) => beat)
      .join(", "),
  hint: (text) => l10n.t("{0} beats", beatsOf(text).length),
  complete(text, offset) {
    const at = beatsOf(text).find(({ beat, start }) => offset >= start && offset <= start + beat.length);
    const replace = at ? { start: at.start, end: at.start + at.beat.length } : { start: offset, end: offset };
    return beats.map((label) => ({ label, kind: "keyword", replace }));
  },
  tokens: (text) =>
    beatsOf(text)
      .filter(({ beat }) => beat !== "")
      .map(({ beat, start }) => ({ span: { start, end: start + beat.length }, kind: "keyword" })),
};

function beatsOf(text: string): { readonly beat: string; readonly start: number }[] {
  let at = 0;
  return text.split("-").map((beat) => {
    const start = at;
    at += beat.length + 1;
    return { beat, start };
  });
}
