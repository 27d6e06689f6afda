import { test } from "node:test";
import { defaultSettings } from "../../server/src/analysis/snapshot";
import { dialects } from "../../server/src/dialects/index";
import { checkGolden, sameAs } from "../support/golden";
import { MessageForms } from "../support/messageForms";
import { problemsOf } from "../support/problems";
import { wordsNear } from "../support/variants";

// What is reported of the manual's examples with a word that is almost the same, or gone: what a check takes for its own.

const maxWords = 8;
const maxLength = 1500;

for (const dialect of dialects)
  test(`what is reported of examples of ${dialect.id} with other words (UPDATE_GOLDEN=1 writes the list)`, () => {
    const lines: string[] = [];
    const forms = new MessageForms();
    for (const page of [...dialect.checks, ...dialect.pages].sort((a, b) => (a.code < b.code ? -1 : 1))) {
      const settings = page.optIn
        ? { ...defaultSettings, severities: { [page.code]: page.severity } }
        : defaultSettings;
      for (const { bad, good, folder } of page.examples) {
        if (bad.length > maxLength || good.length > maxLength) continue;
        const seen = new Map<string, number>();
        lines.push(`${page.code} ${JSON.stringify(bad)}`);
        for (const [number, text] of [...wordsNear(bad, maxWords), ...wordsNear(good, maxWords / 2)].entries()) {
          const words = problemsOf(text, settings, dialect, folder).map(
            (problem) => `${problem.severity} ${forms.codeOf(problem)} ${problem.span.start}-${problem.span.end}`,
          );
          lines.push(`  ${number}: ${sameAs(words.join(", ") || "right", number, seen)}`);
        }
      }
    }
    checkGolden(`test/checks/nearWords.${dialect.id}.golden.txt`, [...lines, ...forms.lines()]);
  });
