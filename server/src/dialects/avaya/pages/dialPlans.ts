import { type CodePage, type PageText, withExamples } from "../../../checks/check";
import * as texts from "../../../values/dialPlan/pages";

function planPage(text: PageText, bad: string, good: string): CodePage {
  return withExamples(text, { bad: `SET DIALPLAN ${bad}\n`, good: `SET DIALPLAN ${good}\n` });
}

function mappingPage(text: PageText, bad: string, good: string): CodePage {
  const file = (rules: string) => `SET ENABLE_DIGIT_MAPPING 1\nSET DIGIT_MAPPING ${rules}\n`;
  return withExamples(text, { bad: file(bad), good: file(good) });
}

/** Pages of the codes of dial plans, with examples of this format. */
export const dialPlanPages: readonly CodePage[] = [
  planPage(texts.emptySequence, "[2-9]xxx|", "[2-9]xxx"),
  planPage(texts.tooLong, `${"2xxx|".repeat(210)}3xxx`, "[23]xxx"),
  planPage(texts.dot, ".x", "xx."),
  planPage(texts.regularExpression, "0\\dxxx", "0xxxx"),
  planPage(texts.unknownSign, "(0xx|2xx)", "0xx|2xx"),
  planPage(texts.letters, "park|0xx", "*5xx|0xx"),
  planPage(texts.badClass, "[9-2]xxx", "[2-9]xxx"),
  mappingPage(texts.substitution, "<9>xxxxxxx", "<9:>xxxxxxx"),
  planPage(texts.neverChosen, "xxxx|1900", "1900|2xxx"),
  mappingPage(texts.openBar, "1xxxxxxxxxx,!1900xxxxxxx", "!1900xxxxxxx,1xxxxxxxxxx"),
  mappingPage(texts.ambiguous, "1xx[2-4],<:9>[12]xx3", "1xx[2-4],<:9>2xx3"),
  planPage(texts.waits, "911|9xxxxxxx", "911|8xxxxxxx"),
  mappingPage(texts.patternInSubstitution, "<:9xx.>", "<:9>xx."),
];
