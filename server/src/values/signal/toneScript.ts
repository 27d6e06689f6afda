import * as l10n from "@vscode/l10n";
import type { Problem } from "../../text/span";
import { readFrequencies } from "./frequency";
import type { Frequency, Section } from "./script";
import { cutting, SectionReader } from "./section";
import { lengthProblem, shortestSignal } from "./shorten";

// ToneScript = FreqScript ";" section [ ";" section ] : specification section 2.3.

export interface ToneScript {
  readonly frequencies: readonly Frequency[];
  readonly sections: readonly Section[];
  readonly problems: readonly Problem[];
}

export function readTone(text: string): ToneScript {
  const semicolon = text.indexOf(";");
  const end = semicolon < 0 ? text.length : semicolon;
  const { frequencies, problems: wrong } = readFrequencies(text, end);
  const problems: Problem[] = [...wrong];
  if (semicolon < 0) {
    problems.push({
      code: "tone/syntax",
      severity: "error",
      message: l10n.t(
        "Missing `;` and a section, such as `10(*/0/1)`, after the frequencies. The phone rejects the script.",
      ),
      span: { start: 0, end: text.length },
    });
    return { frequencies, sections: [], problems };
  }
  const reader = new SectionReader(text, semicolon + 1, true, "tone");
  const sections = reader.sections();
  problems.push(...reader.problems);
  if (sections.length === 0 && reader.problems.length === 0) {
    problems.push({
      code: "tone/syntax",
      severity: "error",
      message: l10n.t("Missing section, such as `10(*/0/1)`, after the frequencies."),
      span: { start: semicolon, end: semicolon + 1 },
    });
  }
  if (wrong.length === 0) problems.push(...checkIndexes(sections, frequencies.length));
  const shortest = problems.length === 0 ? () => shortestSignal(frequencies, sections, text) : undefined;
  problems.push(...lengthProblem(text, "tone", shortest));
  return { frequencies, sections, problems };
}

function checkIndexes(sections: readonly Section[], count: number): Problem[] {
  return sections.flatMap(({ segments }) =>
    segments.flatMap(({ frequencies = [] }) =>
      frequencies.flatMap(({ index, span }, i): Problem[] => {
        if (index <= count) return [];
        const isUsed = frequencies.some((other) => other.index === count);
        const start = frequencies[i - 1]?.span.end ?? span.start;
        const end = i === 0 ? (frequencies[1]?.span.start ?? span.end) : span.end;
        const fix = isUsed
          ? cutting(l10n.t("Remove frequency {0}", index), { start, end })
          : { title: l10n.t("Use frequency {0}", count), edits: [{ span, text: String(count) }] };
        const joined = apart(index, count);
        if (joined !== undefined) {
          const message = l10n.t("Unknown frequency {0}. Did you mean `{1}`?", index, joined);
          const meant = { title: l10n.t("Replace with `{0}`", joined), edits: [{ span, text: joined }] };
          return [{ code: "tone/no-such-frequency", severity: "error", message, span, fixes: [meant, fix] }];
        }
        const message = l10n.t("Unknown frequency {0}. The last frequency of the script is {1}.", index, count);
        return [{ code: "tone/no-such-frequency", severity: "error", message, span, fixes: [fix] }];
      }),
    ),
  );
}

/** `1+2` for 12, of which the plus was lost; undefined where its figures do not name different frequencies. */
function apart(index: number, count: number): string | undefined {
  const figures = [...String(index)];
  const areNames = figures.every((figure) => figure !== "0" && Number(figure) <= count);
  return figures.length > 1 && areNames && new Set(figures).size === figures.length ? figures.join("+") : undefined;
}
