import type { CodePage } from "../../../checks/check";

/** Pages of the codes that reading reports. */
export const statementPages: readonly CodePage[] = [
  {
    code: "statement/malformed",
    severity: "error",
    title: "Statement with missing parts",
    docs: "A line that starts with a keyword has all of its parts: `SET name value`, `IF $NAME SEQ value GOTO label`, `GOTO label`, `GET file`. The phone takes any other line as a comment.",
    examples: [{ bad: "IF $GROUP SEQ 7\n", good: "IF $GROUP SEQ 7 GOTO G7\n# G7\n" }],
  },
];
