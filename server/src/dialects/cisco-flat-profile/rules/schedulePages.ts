import type { CodePage } from "../../../checks/check";

/** Pages of what schedules report. */
export const schedulePages: readonly CodePage[] = [
  {
    code: "schedule/syntax",
    severity: "error",
    title: "Invalid schedule",
    docs: "A schedule is a list of delays in seconds, separated by commas; the last one repeats. `3600+600` waits an hour plus a random time of up to ten minutes. The phone ignores anything else.",
    examples: [
      {
        bad: "<flat-profile><Resync_Periodic>soon</Resync_Periodic></flat-profile>",
        good: "<flat-profile><Resync_Periodic>3600+600</Resync_Periodic></flat-profile>",
      },
    ],
  },
];
