import * as l10n from "@vscode/l10n";
import type { Check, ProfileCheckContext, Report } from "../../../checks/check";
import type { Profile } from "../../../profile/profile";
import type { Setting } from "../../../profile/setting";
import { Recent } from "../../../text/recent";
import type { Severity } from "../../../text/span";
import type { Sequence } from "../../../values/dialPlan/plan";
import { readDialPlan } from "../../../values/dialPlan/read";
import { type Fate, fateOf } from "../../../values/dialPlan/simulate";
import { sequenceText } from "../../../values/dialPlan/words";
import { dialPlan, type Followed, followedAs, inEffect, type Surroundings, starCode, timersOf } from "./dialling";
import { anywhere, countryOf, emergencyNumbersOf } from "./emergencyCountries";
import { dialedAtOnce, longDelay, reachReport } from "./emergencyReach";

export const emergencyNumbers: Check = {
  code: "dialplan/emergency",
  severity: "warning",
  title: "Emergency number that is barred, rewritten, delayed or rejected",
  docs: `The plan bars an emergency number, sends another number instead, or waits for the short timer because more keys could follow. Add a sequence for each number of your country before the others, dialed at once: \`112S0\`.

The editor setting \`flatProfile.emergencyNumbers\` contains the numbers, such as \`112, 110\`, or a country, such as \`DE\`. \`Emergency_Number\` of the line overrides it. With \`auto\` the numbers follow from the country of the profile: from \`Locale\`, \`Language_Selection\`, or \`Time_Zone\` together with \`Dial_Tone\`; factory defaults do not count. When the country is unknown, a problem is reported only for a sequence that spells 112 or 911 and bars or rewrites it. A delay is reported only when you set the numbers or the country. With \`off\` nothing is reported.

A plan that sends none of the numbers is reported once: as a warning when you set the numbers or the country (\`Locale\` sets it), otherwise as information. A number that the phone sends five seconds or more after its last key is reported in the same way when the country is set. A number that works only with the prefix of an outside line is information.

A number that no sequence matches is not reported when another number works. Short delays in a factory plan are not reported either. These plans are not checked: plans of trunks (next to a \`Phone_Dial_Plan\`, and the numbered ones of gateways), hot lines, and lines that are turned off.`,
  examples: [
    {
      bad: "<flat-profile><Locale>de-DE</Locale><Dial_Plan_1_>(1xx!|[2-9]xxx|0x.)</Dial_Plan_1_></flat-profile>",
      good: "<flat-profile><Locale>de-DE</Locale><Dial_Plan_1_>(11[02]S0|1xx!|[2-9]xxx|0x.)</Dial_Plan_1_></flat-profile>",
    },
    {
      bad: "<flat-profile><Locale>en-CA</Locale><Dial_Plan_1_>(&lt;9:&gt;xx.)</Dial_Plan_1_></flat-profile>",
      good: "<flat-profile><Locale>en-CA</Locale><Dial_Plan_1_>(911S0|&lt;9:&gt;xx.)</Dial_Plan_1_></flat-profile>",
    },
    {
      bad: "<flat-profile><Emergency_Number_1_>112</Emergency_Number_1_><Dial_Plan_1_>(112|1xxx)</Dial_Plan_1_></flat-profile>",
      good: "<flat-profile><Emergency_Number_1_>112</Emergency_Number_1_><Dial_Plan_1_>(112S0|1xxx)</Dial_Plan_1_></flat-profile>",
    },
    {
      bad: "<flat-profile><Locale>fr-FR</Locale><Dial_Plan_1_>(*xx|&lt;0:0033&gt;[1-7]xxxxxxxx)</Dial_Plan_1_></flat-profile>",
      good: "<flat-profile><Locale>fr-FR</Locale><Dial_Plan_1_>(*xx|1[578]S0|112S0|&lt;0:0033&gt;[1-7]xxxxxxxx)</Dial_Plan_1_></flat-profile>",
    },
  ],
  inFragments: true,
  profile(profile, context) {
    if (context.emergencyNumbers === "off") return;
    const starCodes = inEffect(profile, context.select(profile, starCode));
    const surroundings = { starCodes, timers: timersOf(profile, context.catalogue, context.device) };
    const key = JSON.stringify(surroundings);
    const unreached = new Map<string, Unreached>();
    let count = 0;
    for (const setting of context.select(profile, dialPlan)) {
      if (++count > maxPlans) break;
      if (!isDialedByHand(setting, profile, context)) continue;
      const followed = follow(setting, surroundings, key, context);
      if (followed.length === 0) continue;
      const wanted = wantedOf(setting, profile, context);
      const isShipped = setting.text === context.facts(setting).effective?.default?.trim();
      let isReported = false;
      for (const number of wanted.numbers) {
        const fate = fateOnAll(number, followed);
        const found = fate && report(number, fate, setting, context);
        if (!found || (found.isDelay && (!wanted.isStated || isShipped))) continue;
        if (!wanted.isKnown && !(found.by && isSpelled(found.by))) continue;
        const { isDelay, by, ...finding } = found;
        if (!isDelay) isReported = true;
        context.report(setting, wanted.isKnown ? finding : { ...finding, severity: "info" });
      }
      // Where nothing is known of the country, any of the two may be of no use.
      if (isReported || !wanted.isKnown || profile.text(`Line_Enable${lineOf(setting)}`)?.toLowerCase() === "no")
        continue;
      const reach = reachReport(wanted.numbers, followed, setting, context);
      if (!reach || (reach.isDelay && wanted.isGuessed)) continue;
      const { isDelay, ...facts } = reach;
      const finding = wanted.isGuessed ? { ...facts, severity: "info" as const } : facts;
      // Every line of a phone has a plan, usually the same one.
      const cause = `${setting.text} ${finding.message}`;
      const equal = unreached.get(cause);
      if (equal) equal.others.push(setting);
      else unreached.set(cause, { first: setting, report: finding, others: [] });
    }
    for (const { first, report, others } of unreached.values()) {
      const related = others.map((other) => ({
        segment: other.segment,
        span: other.nameSpan,
        message: l10n.t("Same plan"),
      }));
      context.report(first, { ...report, related });
    }
  },
};

/** Phones have at most 16 lines; a file with more plans repeats them. */
const maxPlans = 1_000;

interface Unreached {
  readonly first: Setting;
  readonly report: Report;
  readonly others: Setting[];
}

/**
 * Plans of trunks get what a phone plan or a caller from outside sends, so no person dials through them. The phone plan
 * of a key system asks for its own prefix.
 */
function isDialedByHand({ name }: Setting, profile: Profile, { catalogue }: ProfileCheckContext): boolean {
  if (/^Dial_Plan_\d+_$/.test(name)) return profile.inEffect("Phone_Dial_Plan") === undefined;
  return name !== "Phone_Dial_Plan" && catalogue.find(name)?.parameter.name.startsWith("Dial_Plan_") !== true;
}

function lineOf({ name }: Setting): string {
  return /_\d+_$/.exec(name)?.[0] ?? "";
}

/** Plans are read once, as long as neither they nor what surrounds them is edited. */
const known = new WeakMap<Setting, { readonly key: string; readonly followed: readonly Followed[] }>();
/** Most lines of a phone have the same plan, and most phones. */
const equal = new Recent<readonly Followed[]>(300);

function follow(
  setting: Setting,
  surroundings: Surroundings,
  key: string,
  context: ProfileCheckContext,
): readonly Followed[] {
  const { generation, traits } = context.facts(setting).effective ?? {};
  const whole = `${generation} ${key}`;
  let found = known.get(setting);
  if (found?.key !== whole) {
    const followed = equal.get(`${whole} ${setting.text}`, (text) => {
      const plan = readDialPlan(text.slice(whole.length + 1));
      const isBroken = plan.problems.some(({ severity }) => severity === "error" || severity === "warning");
      return isBroken ? [] : followedAs(plan, surroundings, traits);
    });
    found = { key: whole, followed };
    known.set(setting, found);
  }
  return found.followed;
}

interface Wanted {
  readonly numbers: readonly string[];
  /** By a person, as numbers or as a country. */
  readonly isStated: boolean;
  /** By a person, or by what the profile says of its country. */
  readonly isKnown: boolean;
  /** From a language, or a zone with its dial tone. */
  readonly isGuessed: boolean;
}

function wantedOf(setting: Setting, profile: Profile, context: ProfileCheckContext): Wanted {
  const own = numbersIn(profile.text(`Emergency_Number${lineOf(setting)}`) ?? "");
  const chosen = emergencyNumbersOf(context.emergencyNumbers) ?? numbersIn(context.emergencyNumbers);
  const stated = own.length > 0 ? own : chosen;
  if (stated.length > 0) return { numbers: stated, isStated: true, isKnown: true, isGuessed: false };
  const country = countryOf(profile);
  return {
    numbers: country?.numbers ?? anywhere,
    isStated: false,
    isKnown: country !== undefined,
    isGuessed: country?.isGuessed ?? true,
  };
}

function numbersIn(list: string): readonly string[] {
  return list.split(/[\s,;|]+/).filter((number) => /^\d{2,8}$/.test(number));
}

/** Undefined when the phones that the file may be for do not agree. */
function fateOnAll(number: string, followed: readonly Followed[]): Fate | undefined {
  let known = fates.get(followed);
  if (!known) {
    known = new Recent();
    fates.set(followed, known);
  }
  return known.get(number, () => ({ fate: commonFate(number, followed) })).fate;
}

/** Of the numbers that were tried on a plan, which lines and phones share. */
const fates = new WeakMap<readonly Followed[], Recent<{ readonly fate: Fate | undefined }>>();

function commonFate(number: string, followed: readonly Followed[]): Fate | undefined {
  const [first, ...others] = followed.map(({ automaton, settings }) => fateOf(automaton, number, settings));
  return first && others.every((other) => isSame(first, other)) ? first : undefined;
}

function isSame(one: Fate, other: Fate): boolean {
  const winner = ({ outcome }: Fate) => ("winner" in outcome ? outcome.winner : undefined);
  return (
    one.outcome.kind === other.outcome.kind &&
    one.seconds === other.seconds &&
    one.dialled === other.dialled &&
    winner(one)?.index === winner(other)?.index
  );
}

/** The plan names the number key by key, so that it was meant. */
function isSpelled({ items }: Sequence): boolean {
  return items.every(
    (item) => item.kind !== "key" || (item.set !== 0 && (item.set & (item.set - 1)) === 0 && !item.repeats),
  );
}

type Found = Report & { readonly isDelay: boolean; readonly by: Sequence };

function report(
  number: string,
  { outcome, seconds, dialled }: Fate,
  setting: Setting,
  { write }: ProfileCheckContext,
): Found | undefined {
  if ((outcome.kind !== "dials" && outcome.kind !== "barred") || dialled !== number) return undefined;
  const { sequence, number: sent = "" } = outcome.winner;
  if (sequence.starCode !== undefined) return undefined;
  const by = sequenceText(sequence, setting.text);
  const finding = (message: string, severity: Severity, isDelay: boolean): Found => ({
    message,
    severity,
    isDelay,
    by: sequence,
    span: setting.value.toSource(sequence.span),
    fixes: dialedAtOnce([number], setting, write),
  });
  if (outcome.kind === "barred") return finding(l10n.t("{0} is barred by `{1}`.", number, by), "warning", false);
  // A prefix may be for a PBX; lost keys are always a mistake.
  if (sent !== number)
    return finding(
      l10n.t("{0} is sent as `{1}` by `{2}`.", number, sent, by),
      sent.endsWith(number) ? "info" : "warning",
      false,
    );
  // Longer ones are reported for all numbers together.
  if (seconds === 0 || seconds >= longDelay) return undefined;
  const message = l10n.t("{0} is sent {1} s after its last key, because more keys could follow.", number, seconds);
  return finding(message, "hint", true);
}
