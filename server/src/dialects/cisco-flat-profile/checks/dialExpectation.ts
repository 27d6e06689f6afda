import * as l10n from "@vscode/l10n";
import { type Check, isOfInterest } from "../../../checks/check";
import type { DialTest, ScriptContext } from "../../../preview/scripts";
import type { ProfileDocument } from "../../../profile/profileDocument";
import type { Segment, Setting } from "../../../profile/setting";
import type { Span } from "../../../text/span";
import { disappointment, type Expectation, readExpectation } from "../../../values/dialPlan/expectation";
import { readDialPlan } from "../../../values/dialPlan/read";
import { dialPlan, type Followed, followedAs, surroundingsOf } from "./dialling";

/** Only a line of this form is a test; other comments that begin with the word are prose. */
const begin = /^\s*dials\s+[0-9*#+A-D]+\s*->/;
const maxLineLength = 300;

export const dialExpectation: Check = {
  code: "dialplan/expectation",
  severity: "warning",
  title: "Dial plan that fails the test in a comment",
  docs: `A comment next to a dial plan can contain tests: \`<!-- dials 911 -> 911 at once -->\`. Each line of the comment is a test: the keys, an arrow, and the number that the phone sends, with \`at once\` or \`after 3 s\` where the time matters; or \`barred\`, or \`rejected\`. It tests the plan on the same line, otherwise the next setting, with the timers and star codes of the same profile. While the phone is unknown, a test is reported only when it fails on every phone.`,
  examples: [
    {
      bad: "<flat-profile><!-- dials 911 -> 911 at once -->\n<Dial_Plan_1_>([2-9]11|[2-9]xxxxxx)</Dial_Plan_1_></flat-profile>",
      good: "<flat-profile><!-- dials 911 -> 911 at once -->\n<Dial_Plan_1_>(911S0|[2-9]xxxxxx)</Dial_Plan_1_></flat-profile>",
    },
    {
      bad: "<flat-profile><Dial_Plan_1_>(&lt;9:&gt;xxxx)</Dial_Plan_1_> <!-- dials 91234 -> 91234 --></flat-profile>",
      good: "<flat-profile><Dial_Plan_1_>(&lt;9:&gt;xxxx)</Dial_Plan_1_> <!-- dials 91234 -> 1234 --></flat-profile>",
    },
  ],
  document(document, context) {
    for (const { at, plan, isUnderstood, failure } of dialTests(document, context)) {
      if (failure === undefined) continue;
      const report = { message: failure, span: at.span };
      if (!isUnderstood) context.report(at.segment, { ...report, severity: "info" });
      else {
        const related = [{ segment: plan.segment, span: plan.nameSpan, message: l10n.t("Dial plan") }];
        context.report(at.segment, { ...report, related });
      }
    }
  },
};

/** The tests of a file, in its order. */
export function* dialTests(document: ProfileDocument, facts: ScriptContext): Iterable<DialTest> {
  const { segments } = document;
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i] as Segment;
    if (segment.comments.length === 0) continue;
    for (const comment of segment.comments) {
      if (!comment.text.includes("dials")) continue;
      let plan: Setting | undefined;
      let followed: readonly Followed[] = [];
      for (const { line, span } of linesOf(comment.text, comment.textStart)) {
        if (line.length > maxLineLength || !begin.test(line)) continue;
        if (!plan) {
          plan = planBeside(document, i, comment.span, facts);
          if (!plan) break;
          const profile = document.profileAt(document.startOf(plan.segment) + plan.parts.start);
          const { effective } = facts.facts(plan);
          followed = followedAs(readDialPlan(plan.text), surroundingsOf(profile, facts), effective?.traits);
        }
        const expectation = readExpectation(line);
        const failure = failureOf(expectation, plan, followed);
        yield { line: line.trim(), at: { segment, span }, plan, isUnderstood: expectation !== undefined, failure };
      }
    }
  }
}

function failureOf(
  expectation: Expectation | undefined,
  plan: Setting,
  followed: readonly Followed[],
): string | undefined {
  if (!expectation) return l10n.t("Cannot read this test. Write it as: dials 911 -> 911 at once.");
  const instead = followed.map(({ automaton, settings }) => disappointment(expectation, automaton, settings));
  const [words] = instead;
  if (words === undefined || instead.includes(undefined)) return undefined;
  return l10n.t("{0} makes something else of {1}: {2}", plan.name, expectation.keys, words);
}

/** The plan that ends on the comment's line, otherwise the next setting, otherwise the one before. */
function planBeside(
  document: ProfileDocument,
  index: number,
  { start, end }: Span,
  { facts }: ScriptContext,
): Setting | undefined {
  const own = document.segments[index];
  const isOfPlans = (setting: Setting | undefined) => !!setting && facts(setting).type?.id === "DialPlanScript";
  const isPlan = (setting: Setting | undefined) =>
    setting && isOfInterest(setting, facts(setting), dialPlan) ? setting : undefined;
  const before = own?.settings.filter(({ parts }) => parts.end <= start).at(-1);
  if (own && before && isOfPlans(before) && !own.text.slice(before.parts.end, start).includes("\n"))
    return isPlan(before);
  let next = own?.settings.find(({ parts }) => parts.start >= end);
  for (let i = index + 1; !next && i < document.segments.length; i++) next = document.segments[i]?.settings[0];
  let last = before;
  for (let i = index - 1; !last && i >= 0; i--) last = document.segments[i]?.settings.at(-1);
  return isPlan(isOfPlans(next) ? next : last);
}

function* linesOf(text: string, from: number): Iterable<{ readonly line: string; readonly span: Span }> {
  let at = 0;
  for (const line of text.split("\n")) {
    const lead = line.length - line.trimStart().length;
    const start = from + at + lead;
    yield { line, span: { start, end: Math.max(start, start + line.trim().length) } };
    at += line.length + 1;
  }
}
