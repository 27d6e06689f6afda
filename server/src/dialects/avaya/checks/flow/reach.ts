import * as l10n from "@vscode/l10n";
import type { Check } from "../../../../checks/check";
import { type Program, programOf, reachable, type Step } from "../../flow/program";

export const unreachable: Check = {
  code: "flow/unreachable",
  severity: "warning",
  title: "Statements that no phone reaches",
  docs: "After a `GOTO` the phone goes on at the label. Statements after it are read only when a jump leads to a label before them. Add a label and a jump, or remove the statements.",
  examples: [
    {
      bad: "GOTO END\nSET L2QVLAN 120\n# END\n",
      good: "IF $GROUP SEQ 7 GOTO END\nSET L2QVLAN 120\n# END\n",
    },
  ],
  document(document, { report }) {
    const program = programOf(document);
    for (const [first, last] of unreachedRuns(program)) {
      const { segment, statement, base } = program.steps[first] as Step;
      const end = program.steps[last] as Step;
      report(segment, {
        message: l10n.t("No phone reaches the statement. No jump leads to a label between it and the `GOTO` above."),
        span: { start: statement.span.start, end: end.base + end.statement.span.end - base },
        unnecessary: true,
      });
    }
  },
};

/** First and last statements of stretches that no phone reaches; labels and jumps alone are not worth a report. */
function* unreachedRuns(program: Program): Generator<readonly [number, number]> {
  const isReached = reachable(program);
  let first = -1;
  let last = -1;
  let doesSomething = false;
  for (const [i, { statement }] of program.steps.entries()) {
    if (isReached[i]) {
      if (first >= 0 && doesSomething) yield [first, last];
      first = -1;
      doesSomething = false;
    } else if (statement.kind !== "label") {
      if (first < 0) first = i;
      last = i;
      if (statement.kind !== "goto" && statement.kind !== "if") doesSomething = true;
    }
  }
  if (first >= 0 && doesSomething) yield [first, last];
}
