import * as l10n from "@vscode/l10n";
import type { Check, Interest } from "../../../checks/check";
import type { Profile } from "../../../profile/profile";
import { type DaylightRule, dayOfYear, readDaylightRule, type When, whenInWords } from "../values/daylightSaving";

export const daylightMeaning: Check = {
  code: "dst/not-meant",
  severity: "info",
  title: "Daylight saving rule that is probably a mistake",
  docs: `The phone accepts the rule, but no country changes its clocks like that: on the same day of the month every year, backward for the summer, by minutes or by half a day, for less than a month, or by the rule of another continent. The message shows when the clock of the phone moves this year.

A rule is compared with the country of \`Locale\` and with \`Time_Zone\`. Factory defaults, rules with \`save=0\` and rules that are turned off are not reported.`,
  examples: [
    {
      bad: "<flat-profile><Daylight_Saving_Time_Rule>start=3/29/0/2;end=10/25/0/3;save=1</Daylight_Saving_Time_Rule></flat-profile>",
      good: "<flat-profile><Daylight_Saving_Time_Rule>start=3/-1/7/2;end=10/-1/7/3;save=1</Daylight_Saving_Time_Rule></flat-profile>",
    },
    {
      bad: "<flat-profile><Time_Zone>GMT+01:00</Time_Zone><Daylight_Saving_Time_Rule>start=3/8/7/2;end=11/1/7/2;save=1</Daylight_Saving_Time_Rule></flat-profile>",
      good: "<flat-profile><Time_Zone>GMT+01:00</Time_Zone><Daylight_Saving_Time_Rule>start=3/-1/7/2;end=10/-1/7/3;save=1</Daylight_Saving_Time_Rule></flat-profile>",
    },
  ],
  profile(profile, context) {
    if (/^(?:no|0)$/i.test(profile.text("Daylight_Saving_Time_Enable") ?? "")) return;
    for (const setting of context.select(profile, rule)) {
      const facts = context.facts(setting);
      if (profile.inEffect(setting.name) !== setting || setting.text === facts.effective?.default?.trim()) continue;
      const rule = readDaylightRule(setting.text);
      const why = rule.problems.length === 0 ? doubt(rule, profile) : undefined;
      if (why === undefined) continue;
      const dates = context.year === undefined ? undefined : datesIn(context.year, rule);
      context.report(setting, { message: dates === undefined ? why : `${why} ${dates}`, span: setting.valueSpan });
    }
  },
};

const rule: Interest = {
  name: ({ path }, { type }) => type?.id === "DaylightSavingRule" && path === "",
  setting: ({ text, templated }) => !templated && text !== "" && text !== '""',
};

/** Minutes that clocks are moved by somewhere: 30 on Lord Howe Island, 120 in the two-hour summers of the past. */
const least = 20;
const maxMinutes = 120;
const minSummerDays = 31;

function doubt({ start, end, saveSeconds = 3600 }: DaylightRule, profile: Profile): string | undefined {
  if (!start || !end || saveSeconds === 0) return undefined;
  const zone = profile.text("Time_Zone")?.trim() ?? "";
  const country = /^[a-z]{2}-([A-Z]{2})$/.exec(profile.text("Locale")?.trim() ?? "")?.[1] ?? "";
  const minutes = saveSeconds / 60;
  // In Irish law winter time is the exception.
  const isIrish = start.month === 10 && end.month === 3 && /^(?:GMT\+01:00)?$/.test(zone);
  if (minutes < 0 && !isIrish) return l10n.t("`save=` is negative, so the clock moves back in summer.");
  if (Math.abs(minutes) < least || Math.abs(minutes) > maxMinutes)
    return l10n.t("The clock moves by {0} min. For one hour use `save=1`.", Math.abs(minutes));
  const summer = (dayOfYear(end) - dayOfYear(start) + 366) % 366;
  if (summer < minSummerDays) return l10n.t("Summer time ends less than a month after it starts.");
  if (summer > 366 - minSummerDays) return l10n.t("Winter time lasts less than a month.");
  // Iran and its neighbors count in a calendar in which the day is the same every year.
  if ((start.weekday === 0 || end.weekday === 0) && !/^GMT\+0[34]:30$/.test(zone))
    return l10n.t("With weekday 0 the clock moves on the same date every year, on any day of the week.");
  return foreignRule(start, end, minutes, zone, country);
}

const unchanging = new Set(
  "AE AF AR AZ BD BH BR BY CN CO CR DO EC ET GE GT HK HN IN IS JM JP KE KH KR KW KZ LA LK MM MY MZ NG NI NP OM PA PE PH PK PR QA RU SA SG TH TR TZ UG UZ VE VN ZA".split(
    " ",
  ),
);
const european = new Set(
  "AT BE BG CH CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV NL NO PL PT RO SE SI SK".split(" "),
);
/** No country of these zones moved its clocks in the last fifty years, or none does so any longer. */
const unchangingZones = new Set([
  "GMT+04:30",
  "GMT+05:30",
  "GMT+05:45",
  "GMT+06:30",
  "GMT+07:00",
  "GMT+14:00",
  "GMT-11:00",
]);

function foreignRule(start: When, end: When, minutes: number, zone: string, country: string): string | undefined {
  if (unchanging.has(country))
    return l10n.t("The country of `Locale` is {0}, which does not move its clocks.", country);
  if (unchangingZones.has(zone)) return l10n.t("No country in the zone {0} moves its clocks.", zone);
  const isNorthAmerican = isAt(start, 3, 8) && isAt(end, 11, 1);
  const isEastern = /^GMT(?:\+|$)/.test(zone);
  if (isNorthAmerican && (european.has(country) || isEastern))
    return l10n.t("This is the rule of North America, not of {0}.", european.has(country) ? country : zone);
  const isEuropean = (isAt(start, 3, -1) || isAt(start, 3, 25)) && (isAt(end, 10, -1) || isAt(end, 10, 25));
  if (isEuropean && /^GMT-(?:0[6-9]|10):00$/.test(zone)) return l10n.t("This is the rule of Europe, not of {0}.", zone);
  if (european.has(country) && minutes > 0 && start.month >= 8 && end.month <= 5)
    return l10n.t("Summer time is in the winter of {0}. Swap `start=` and `end=`.", country);
  return undefined;
}

function isAt({ month, day, weekday }: When, wantedMonth: number, wantedDay: number): boolean {
  return month === wantedMonth && day === wantedDay && weekday === 7;
}

function datesIn(year: number, { start, end }: DaylightRule): string | undefined {
  if (!start || !end) return undefined;
  const last = dayOfYear(end) < dayOfYear(start) ? year + 1 : year;
  return l10n.t("This year the clock moves on {0} and back on {1}.", whenInWords(year, start), whenInWords(last, end));
}
