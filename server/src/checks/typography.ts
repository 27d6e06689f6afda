import { findTypography } from "../values/typography";
import type { SharedCheck } from "./check";

/** Types whose values are shown to people: typographic characters may be meant. */
const displayed = new Set(["Str"]);

export const typography: SharedCheck = {
  code: "value/typography",
  severity: "warning",
  title: "Typographic or invisible characters in a value",
  docs: `Text pasted from manuals and mail often contains curly quotes, long dashes, no-break spaces and invisible characters. The phone reads each of them as a different character: a rule with a curly quote is invalid, and an address with an invisible space is not found. Use the fix.`,
  setting(setting, { type }, { report, write }) {
    if (!type || setting.templated) return;
    for (const problem of findTypography(setting.text)) {
      const invisible = problem.code === "value/invisible-character";
      if (displayed.has(type.id) && !invisible) continue;
      const fixes = problem.fixes?.map((fix) => ({
        ...fix,
        edits: fix.edits.map((edit) => ({
          span: setting.value.toSource(edit.span),
          text: write.encode(edit.text, setting),
        })),
      }));
      report({ message: problem.message, span: setting.value.toSource(problem.span), ...(fixes && { fixes }) });
    }
  },
};
