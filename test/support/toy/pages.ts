import { type CodePage, withExamples } from "../../../server/src/checks/check";
import { badHost, badUrl, notAnOption, notOfType, outOfRange, overLength } from "../../../server/src/values/pages";

/** Headings of the manual. */
export const areas = {
  settings: "Lines of settings files",
  fetch: "Files that the phone fetches",
  "ring-pattern": "Ring patterns",
};

/** Manual pages of the codes that reading and the value types report. */
export const pages: readonly CodePage[] = [
  {
    code: "settings/unknown-word",
    severity: "error",
    title: "Line without SET",
    docs: "A line is a setting, a comment, or a line of a table. The phone ignores any other line.",
    examples: [{ bad: "SETT LANGUAGE german\n", good: "SET LANGUAGE german\n" }],
  },
  {
    code: "settings/no-name",
    severity: "error",
    title: "SET without a name",
    docs: "The word after `SET` is the name of the setting. It starts with a letter. The phone ignores the line.",
    examples: [{ bad: "SET\n", good: "SET LANGUAGE german\n" }],
  },
  {
    code: "settings/equals-sign",
    severity: "error",
    title: "Name and value joined by an equals sign",
    docs: "A space is between the name and the value. The phone ignores a line with an equals sign in that place.",
    examples: [{ bad: "SET LANGUAGE=german\n", good: "SET LANGUAGE german\n" }],
  },
  {
    code: "settings/two-in-a-line",
    severity: "error",
    title: "Two settings in one line",
    docs: "The value ends at the end of the line, so the phone reads the second setting as a part of the first value.",
    examples: [{ bad: "SET LINE1NAME Ann SET LANGUAGE german\n", good: "SET LINE1NAME Ann\nSET LANGUAGE german\n" }],
  },
  {
    code: "settings/too-many-cells",
    severity: "warning",
    title: "Row with more values than the table has columns",
    docs: "The heading of a table names its columns. The phone ignores values of a row that have no column.",
    examples: [{ bad: "[KEYS]\nLABEL, DIAL\nAnn, 201, 7\n", good: "[KEYS]\nLABEL, DIAL\nAnn, 201\n" }],
  },
  {
    code: "ring-pattern/unknown-beat",
    severity: "warning",
    title: "Unknown beat",
    docs: "A pattern consists of `long`, `short` and `pause`. With any other word the phone rings as usual.",
    examples: [{ bad: "SET RINGPATTERN long-shot\n", good: "SET RINGPATTERN long-short\n" }],
  },
  {
    code: "ring-pattern/too-long",
    severity: "warning",
    title: "Pattern of more than six beats",
    docs: "The phone plays six beats of a pattern and ignores the rest. Write a shorter one.",
    examples: [
      {
        bad: "SET RINGPATTERN long-short-long-short-long-short-long\n",
        good: "SET RINGPATTERN long-short-long-short-long-short\n",
      },
    ],
  },
  withExamples(badHost, { bad: "SET SIPDOMAIN sip example com\n", good: "SET SIPDOMAIN sip.example.com\n" }),
  withExamples(badUrl, { bad: "SET NEXTFILE http:/h/next.txt\n", good: "SET NEXTFILE http://h/next.txt\n" }),
  withExamples(notAnOption, { bad: "SET LANGUAGE germn\n", good: "SET LANGUAGE german\n" }),
  withExamples(notOfType, { bad: "SET ENABLE_G729 7\n", good: "SET ENABLE_G729 1\n" }),
  withExamples(outOfRange, {
    bad: "SET POLLHOUR 99\nSET NEXTFILE http://h/n.txt\n",
    good: "SET POLLHOUR 9\nSET NEXTFILE http://h/n.txt\n",
  }),
  withExamples(overLength, { bad: "SET PROCPSWD 123456789012345678901\n", good: "SET PROCPSWD 27238\n" }),
];
