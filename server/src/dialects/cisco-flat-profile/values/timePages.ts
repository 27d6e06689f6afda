import type { CodePage } from "../../../checks/check";

/** Pages of what daylight saving and resync times report. */
export const timePages: readonly CodePage[] = [
  {
    code: "dst/missing-part",
    severity: "warning",
    title: "Incomplete daylight saving rule",
    docs: "The rule needs `start=` and `end=`. Without one of them the phone keeps winter time all year.",
    examples: [
      {
        bad: "<flat-profile><Daylight_Saving_Time_Rule>start=3/-1/7/2;save=1</Daylight_Saving_Time_Rule></flat-profile>",
        good: "<flat-profile><Daylight_Saving_Time_Rule>start=3/-1/7/2;end=10/-1/7/3;save=1</Daylight_Saving_Time_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "dst/unknown-part",
    severity: "warning",
    title: "Unknown part of a daylight saving rule",
    docs: "The rule consists of `start=`, `end=` and `save=`. The phone ignores anything else, so a misspelled part is missing.",
    examples: [
      {
        bad: "<flat-profile><Daylight_Saving_Time_Rule>start=3/-1/7/2;ende=10/-1/7/3;end=10/-1/7/3</Daylight_Saving_Time_Rule></flat-profile>",
        good: "<flat-profile><Daylight_Saving_Time_Rule>start=3/-1/7/2;end=10/-1/7/3</Daylight_Saving_Time_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "dst/bad-date",
    severity: "warning",
    title: "Date that does not exist",
    docs: "A date is month/day/weekday/hour:minute: month 1 to 12, weekday 1 (Monday) to 7 or 0 for the exact day, a negative day to count from the end. The phone keeps winter time when it cannot read it.",
    examples: [
      {
        bad: "<flat-profile><Daylight_Saving_Time_Rule>start=13/-1/7/2;end=10/-1/7/3</Daylight_Saving_Time_Rule></flat-profile>",
        good: "<flat-profile><Daylight_Saving_Time_Rule>start=3/-1/7/2;end=10/-1/7/3</Daylight_Saving_Time_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "dst/bad-time",
    severity: "warning",
    title: "Invalid `save=` in a daylight saving rule",
    docs: "`save=` is how far the clock moves: hours, or hours and minutes as in `0:30`.",
    examples: [
      {
        bad: "<flat-profile><Daylight_Saving_Time_Rule>start=3/-1/7/2;end=10/-1/7/3;save=one</Daylight_Saving_Time_Rule></flat-profile>",
        good: "<flat-profile><Daylight_Saving_Time_Rule>start=3/-1/7/2;end=10/-1/7/3;save=1</Daylight_Saving_Time_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "resync/bad-time",
    severity: "warning",
    title: "Invalid time of day",
    docs: "`Resync_At` needs four digits, 0000 to 2400, without a colon. The phone ignores anything else and uses `Resync_Periodic`.",
    examples: [
      {
        bad: "<flat-profile><Resync_At__HHmm_>2460</Resync_At__HHmm_></flat-profile>",
        good: "<flat-profile><Resync_At__HHmm_>0230</Resync_At__HHmm_></flat-profile>",
      },
    ],
  },
];
