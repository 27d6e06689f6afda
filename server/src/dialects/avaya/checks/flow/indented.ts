import * as l10n from "@vscode/l10n";
import type { Check } from "../../../../checks/check";
import { indentsOf } from "../../read";

export const indented: Check = {
  code: "flow/indented",
  severity: "warning",
  title: "Space before a statement",
  docs: "A statement begins in the first column. With a space or a tab before it the phone takes the line as a comment. Remove the space.",
  examples: [{ bad: "  SET L2QVLAN 120\n", good: "SET L2QVLAN 120\n" }],
  document(document, { report }) {
    // Template engines remove spaces.
    if (document.hasTemplate) return;
    for (const segment of document.segments)
      for (const span of indentsOf(segment))
        report(segment, {
          message: l10n.t("Spaces are before the statement. The phone ignores the line."),
          span,
          fixes: [{ title: l10n.t("Remove the spaces"), edits: [{ span, text: "" }] }],
        });
  },
};
