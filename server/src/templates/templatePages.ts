import type { PageText } from "../text/codePage";

/** What is wrong with a template that is rendered with data. */
export const templatePages: readonly PageText[] = [
  {
    code: "template/syntax",
    severity: "error",
    title: "Tag of a template that cannot be read",
    docs: "A tag is not closed, has no tag that it ends, or contains an expression that the engine does not know. The template makes no file for any row. Correct the tag, or let a renderer command make the files (`flat-profile render --renderer`).",
  },
  {
    code: "template/include",
    severity: "error",
    title: "File that a template cannot include",
    docs: "The file is not there, includes itself, or is outside the folder of the template. Files outside the folder are never read. Names count from the folder of the template.",
  },
  {
    code: "template/failed",
    severity: "error",
    title: "Template that makes no file for a row",
    docs: "The template stops at this tag for the row: a value is missing or has another form than the tag needs, a loop takes too many steps, or the result is larger than 8 MiB. With a renderer command, the command cannot be started, ends with an error, or takes more than ten seconds.",
  },
  {
    code: "template/unknown-variable",
    severity: "warning",
    title: "Variable that the data does not have",
    docs: "The template writes a variable that the row does not have, so nothing is written in its place. Correct the name, add the column, or write a default: `{{ name | default('') }}`. Variables in conditions are not reported.",
  },
];
