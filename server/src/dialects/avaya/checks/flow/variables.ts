import * as l10n from "@vscode/l10n";
import type { Check } from "../../../../checks/check";
import { nearest } from "../../../../text/nearest";
import { programOf } from "../../flow/program";
import { variableOf, variables } from "../../flow/variables";

export const unknownVariable: Check = {
  code: "flow/unknown-variable",
  severity: "warning",
  title: "Condition on an unknown variable",
  docs: "Conditions test variables of the phone, such as `$MODEL4`, `$GROUP` or `$SIG_IN_USE`, not settings of the file. The phone ignores a condition on a variable that it does not have, and goes on with the next line.",
  examples: [
    {
      bad: "IF $MODLE4 SEQ J179 GOTO J179\nSET L2QVLAN 120\n# J179\n",
      good: "IF $MODEL4 SEQ J179 GOTO J179\nSET L2QVLAN 120\n# J179\n",
    },
  ],
  document(document, { report }) {
    for (const { statement, segment } of programOf(document).steps) {
      if (statement.kind !== "if") continue;
      for (const { variable, span } of [statement.left, statement.right]) {
        if (variable === undefined || variableOf(variable) || /[{}<>%@]/.test(variable)) continue;
        const near = nearest(
          variable.toUpperCase(),
          variables.map(({ name }) => name),
        );
        report(segment, {
          message:
            near !== undefined
              ? l10n.t(
                  "Unknown variable `{0}`. Did you mean `{1}`? The phone ignores the line.",
                  `$${variable}`,
                  `$${near}`,
                )
              : l10n.t("Unknown variable `{0}`. A phone without it ignores the line.", `$${variable}`),
          span,
          ...(near !== undefined && {
            fixes: [{ title: l10n.t("Replace with `{0}`", `$${near}`), edits: [{ span, text: `$${near}` }] }],
          }),
        });
      }
    }
  },
};
