import type { CodePage } from "../../../checks/check";

/** Pages of the codes that reading reports. */
export const statementPages: readonly CodePage[] = [
  {
    code: "statement/malformed",
    severity: "error",
    title: "Statement with missing or joined parts",
    docs: "A line that starts with a keyword has all of its parts, with spaces between them: `SET name value`, `IF $NAME SEQ value GOTO label`, `GOTO label`, `GET file`. A name has letters, digits, `_`, `-` and `.` only. The phone takes any other line as a comment.",
    examples: [
      { bad: "IF $GROUP SEQ 7\n", good: "IF $GROUP SEQ 7 GOTO G7\n# G7\n" },
      { bad: "SET L2QVLAN:120\n", good: "SET L2QVLAN 120\n" },
    ],
  },
  {
    code: "statement/operator",
    severity: "error",
    title: "Condition with another operator than SEQ",
    docs: "`SEQ` is the only operator: the phone jumps when both sides are equal. Phones take a line with another operator, such as `SNE`, as a comment. To jump when two texts differ, jump over a `GOTO` when they are equal.",
    examples: [
      {
        bad: "IF $GROUP SNE 7 GOTO OTHERS\nSET DSCPAUD 40\n# OTHERS\n",
        good: "IF $GROUP SEQ 7 GOTO G7\nGOTO OTHERS\n# G7\nSET DSCPAUD 40\n# OTHERS\n",
      },
    ],
  },
  {
    code: "statement/equals-sign",
    severity: "error",
    title: "Name and value joined by an equals sign",
    docs: "A space is between the name and the value of a setting. With an equals sign the phone finds no value and ignores the line. Only DHCP options are written with equals signs.",
    examples: [{ bad: "SET L2QVLAN=120\n", good: "SET L2QVLAN 120\n" }],
  },
  {
    code: "statement/remark",
    severity: "warning",
    title: "Remark on the line of a statement",
    docs: "No guide describes remarks after a statement. A value ends at the end of its line, so the phone may take the remark as a part of the value. Write the remark on a line of its own.",
    examples: [{ bad: "SET L2QVLAN 120 ## voice\n", good: "## voice\nSET L2QVLAN 120\n" }],
  },
  {
    code: "statement/value-on-next-line",
    severity: "warning",
    title: "Value on the next line",
    docs: "A statement is one line. When the value is on the next line, the setting has no value, and the phone takes the line of the value as a comment. Join the two lines.",
    examples: [{ bad: 'SET L2QVLAN\n"120"\n', good: 'SET L2QVLAN "120"\n' }],
  },
  {
    code: "statement/empty-value",
    severity: "info",
    title: "Setting without a value",
    docs: 'A setting without a value clears what was set before. Write `""` to show that this is meant.',
    examples: [{ bad: "SET L2QVLAN\n", good: 'SET L2QVLAN ""\n' }],
  },
  {
    code: "statement/commented-setting",
    severity: "hint",
    title: "Setting after one number sign",
    docs: "A line with `#` is a comment, unless it is `# ` and one word, which is a label. Settings that are comments usually start with `##`, so that they are not mistaken for a label.",
    examples: [{ bad: "#SET L2QVLAN 120\n", good: "## SET L2QVLAN 120\n" }],
  },
];
