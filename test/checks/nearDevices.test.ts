import { test } from "node:test";
import { defaultSettings } from "../../server/src/analysis/snapshot";
import { dialects } from "../../server/src/dialects/index";
import { checkGolden, sameAs } from "../support/golden";
import { MessageForms } from "../support/messageForms";
import { problemsOf, serviceOf } from "../support/problems";

// What is reported of the manual's examples, whose files do not say for which phone they are, on phones of several families
// with their first and last firmware.

const maxFamilies = 6;
const maxLength = 1500;

for (const dialect of dialects)
  test(`what is reported of examples of ${dialect.id} on other phones (UPDATE_GOLDEN=1 writes the list)`, () => {
    const { families } = serviceOf(dialect).catalogue;
    const step = Math.max(1, families.length / maxFamilies);
    const devices = families
      .filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step))
      .flatMap(({ id: family, firmware: [first, ...others] = [] }, i) => {
        const firmware = i % 2 === 0 ? first : others.at(-1);
        return [{ family, ...(firmware !== undefined && { firmware }) }];
      });
    const lines = devices.map((device, i) => `${i + 1}: ${device.family} ${device.firmware}`);
    const forms = new MessageForms();
    for (const page of [...dialect.checks, ...dialect.pages].sort((a, b) => (a.code < b.code ? -1 : 1)))
      for (const { bad, good, folder } of page.examples)
        for (const example of [bad, good]) {
          if (example.length > maxLength) continue;
          const text = example.replace(/flat-profile-device[^\n>-]*/g, "");
          const seen = new Map<string, number>();
          lines.push(`${page.code} ${JSON.stringify(text)}`);
          for (const [number, device] of [{}, ...devices].entries()) {
            const severities = page.optIn ? { [page.code]: page.severity } : {};
            const words = problemsOf(text, { ...defaultSettings, device, severities }, dialect, folder).map(
              (problem) => `${problem.severity} ${forms.codeOf(problem)} ${problem.span.start}-${problem.span.end}`,
            );
            lines.push(`  ${number}: ${sameAs(words.join(", ") || "right", number, seen)}`);
          }
        }
    checkGolden(`test/checks/nearDevices.${dialect.id}.golden.txt`, [...lines, ...forms.lines()]);
  });
