import { type CodePage, type PageText, withExamples } from "../../../checks/check";
import * as texts from "../../../values/dialPlan/pages";

function planPage(text: PageText, bad: string, good: string): CodePage {
  const file = (plan: string) =>
    `<flat-profile><Dial_Plan_1_>${plan.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</Dial_Plan_1_></flat-profile>`;
  return withExamples(text, { bad: file(bad), good: file(good) });
}

/** Pages of the codes of dial plans, with examples of this format. */
export const dialPlanPages: readonly CodePage[] = [
  planPage(texts.unbalanced, "([2-9]xxx|0", "([2-9]xxx|0)"),
  planPage(texts.afterParenthesis, "([2-9]xxx)|0xx.", "([2-9]xxx|0xx.)"),
  planPage(texts.emptySequence, "([2-9]xxx|)", "([2-9]xxx)"),
  planPage(texts.tooLong, `(${"2xxx|".repeat(420)}3xxx)`, "([23]xxx)"),
  planPage(texts.dot, "(.x)", "(xx.)"),
  planPage(texts.regularExpression, "(0\\dxxx)", "(0xxxx)"),
  planPage(texts.unknownSign, "(0xx|2%x)", "(0xx|2xx)"),
  planPage(texts.letters, "(park+xx|0xx)", "(*5xx|0xx)"),
  planPage(texts.badClass, "([9-2]xxx)", "([2-9]xxx)"),
  planPage(texts.substitution, "(<9>xxxxxxx)", "(<9:>xxxxxxx)"),
  planPage(texts.neverChosen, "(xxxx|1900S0)", "(1900S0|xxxx)"),
  planPage(texts.openBar, "(1xxxxxxxxxx|1900xxxxxxx!)", "(1900xxxxxxx!|1xxxxxxxxxx)"),
  planPage(texts.ambiguous, "(1xx[2-4]|<:9>[12]xx3)", "(1xx[2-4]|<:9>2xx3)"),
  planPage(texts.waits, "(911|9xxxxxxx)", "(911|8xxxxxxx)"),
  planPage(texts.hotLine, "(<:1000>|[2-9]xxx)", "(P5<:1000>|[2-9]xxx)"),
  planPage(texts.besideHotLine, "(P0<:1000>|[2-9]xxx)", "(P5<:1000>|[2-9]xxx)"),
  planPage(texts.smallTimer, "([2-9]11s0|xxxx)", "([2-9]11S0|xxxx)"),
  planPage(texts.patternInSubstitution, "(<:9xx.>)", "(<:9>xx.)"),
];
