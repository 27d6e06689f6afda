import { type CodePage, withExamples } from "../../../checks/check";
import { badHost, badUrl, notAnOption, notOfType, outOfRange, overLength } from "../../../values/pages";

/** Pages of the codes that the value types report. */
export const valuePages: readonly CodePage[] = [
  withExamples(notAnOption, { bad: "SET L2Q 3\n", good: "SET L2Q 2\n" }),
  withExamples(notOfType, { bad: "SET VLANSEP yes\n", good: "SET VLANSEP 1\n" }),
  withExamples(outOfRange, { bad: "SET L2QVLAN 5000\n", good: "SET L2QVLAN 120\n" }),
  withExamples(overLength, { bad: "SET PROCPSWD 12345678\n", good: "SET PROCPSWD 1234567\n" }),
  withExamples(badHost, { bad: "SET HTTPSRVR http://192.0.2.1/\n", good: "SET HTTPSRVR 192.0.2.1\n" }),
  withExamples(badUrl, { bad: "SET BRURI http:192.0.2.1/user\n", good: "SET BRURI http://192.0.2.1/user\n" }),
  {
    code: "sip-server/unknown-part",
    severity: "error",
    title: "Unknown part of a SIP server",
    docs: "A server of the list is `host`, `host:port` or `host:port;transport=tls`. The phone ignores a server that it cannot read.",
    examples: [
      {
        bad: "SET SIP_CONTROLLER_LIST 192.0.2.1:5060;transprt=udp\n",
        good: "SET SIP_CONTROLLER_LIST 192.0.2.1:5060;transport=udp\n",
      },
    ],
  },
  {
    code: "sip-server/unknown-transport",
    severity: "error",
    title: "Unknown transport of a SIP server",
    docs: "The transport is `tls`, `tcp`, `udp` or `auto`. Without it the phone uses TLS.",
    examples: [
      {
        bad: "SET SIP_CONTROLLER_LIST 192.0.2.1:5060;transport=upd\n",
        good: "SET SIP_CONTROLLER_LIST 192.0.2.1:5060;transport=udp\n",
      },
    ],
  },
  {
    code: "time/daylight-form",
    severity: "warning",
    title: "Day of daylight saving time in another form",
    docs: "A day is an ordinal, a weekday, a month, an hour and `L` for local time or `U` for UTC: `2SunMar2L` is the second Sunday of March at 2:00. The ordinal is 1 to 4, or `L` for the last one; the hour has one digit. A date is `25Mar2L`. IP Office writes `5SunMar2L`, which no guide lists: write `L` for the last weekday of a month.",
    examples: [{ bad: "SET DSTSTART 5SunMar2L\n", good: "SET DSTSTART LSunMar2L\n" }],
  },
  {
    code: "time/offset-form",
    severity: "warning",
    title: "Offset from UTC in another form",
    docs: "The offset is a sign, 0 to 12 hours, a colon and two digits of minutes: `-5:00`, `+5:30`. The phone ignores anything else and shows UTC.",
    examples: [{ bad: "SET GMTOFFSET -5\n", good: "SET GMTOFFSET -5:00\n" }],
  },
  {
    code: "update/window-form",
    severity: "warning",
    title: "Update window that is not two hours",
    docs: "The window is two hours from 0 to 23. Equal hours are the whole day; a last hour before the first one is on the next day. The phone uses `2,4` in place of an invalid window.",
    examples: [{ bad: "SET AUTOMATIC_UPDATE_WINDOW 22,24\n", good: "SET AUTOMATIC_UPDATE_WINDOW 22,0\n" }],
  },
  {
    code: "update/day-form",
    severity: "warning",
    title: "Text that is not a day of updates",
    docs: "Days are `Mon`, `Tue` and so on; for monthly updates with the number of the weekday in the month: `3Mon`. The phone ignores any other text, and updates on Sunday when no day is left.",
    examples: [{ bad: "SET AUTOMATIC_UPDATE_DAYS Monday,Thu\n", good: "SET AUTOMATIC_UPDATE_DAYS Mon,Thu\n" }],
  },
  {
    code: "update/install-time-form",
    severity: "warning",
    title: "Text that is not a date and time",
    docs: "The time is `YYYY-MM-DDThh:mm`, in local time. Before it the phone ignores new software; with an invalid time it may install at once.",
    examples: [
      {
        bad: "SET AUTOMATIC_UPGRADE_INSTALL_DATE_TIME 2026-04-31T23:20\n",
        good: "SET AUTOMATIC_UPGRADE_INSTALL_DATE_TIME 2026-04-30T23:20\n",
      },
    ],
  },
];
