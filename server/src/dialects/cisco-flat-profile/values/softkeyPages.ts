import type { CodePage } from "../../../checks/check";

/** Pages of what lists of softkeys report. */
export const softkeyPages: readonly CodePage[] = [
  {
    code: "softkey/bad-position",
    severity: "warning",
    title: "Softkey position that is not a number",
    docs: "After `|` comes the position of the key, a number. The phone keeps its old list.",
    examples: [
      {
        bad: "<flat-profile><Idle_Key_List>redial|first;newcall|2</Idle_Key_List></flat-profile>",
        good: "<flat-profile><Idle_Key_List>redial|1;newcall|2</Idle_Key_List></flat-profile>",
      },
    ],
  },
  {
    code: "softkey/not-in-this-list",
    severity: "warning",
    title: "Softkey of another list",
    docs: "Each state of a call has its own softkeys. The phone does not show a softkey of another state, or it keeps its old list. Reported only when you chose a multiplatform phone.",
    examples: [
      {
        bad: "<!-- flat-profile-device family=mpp88xx --><flat-profile><Idle_Key_List>hold|1</Idle_Key_List></flat-profile>",
        good: "<!-- flat-profile-device family=mpp88xx --><flat-profile><Idle_Key_List>redial|1</Idle_Key_List></flat-profile>",
      },
    ],
  },
  {
    code: "softkey/dropped",
    severity: "warning",
    title: "Softkey that this list does not show",
    docs: "`Broadsoft_Call_History_Key_List` accepts `option`, `call`, `editcall`, `filter` and `back`. The phone shows these and skips everything else, including programmable keys such as `psk1`. It rejects other lists completely for one wrong keyword.",
    examples: [
      {
        bad: "<flat-profile><Broadsoft_Call_History_Key_List>option|1;call|2;psk1|3</Broadsoft_Call_History_Key_List></flat-profile>",
        good: "<flat-profile><Broadsoft_Call_History_Key_List>option|1;call|2;back|3</Broadsoft_Call_History_Key_List></flat-profile>",
      },
    ],
  },
  {
    code: "softkey/escaped-bar",
    severity: "warning",
    title: "Backslash before the bar of a softkey",
    docs: "A page of the vendor prints `option\\|1`, because its table escapes the bar. In a list a plain `|` separates keyword and position.",
    examples: [
      {
        bad: "<flat-profile><Idle_Key_List>redial\\|1;newcall\\|2</Idle_Key_List></flat-profile>",
        good: "<flat-profile><Idle_Key_List>redial|1;newcall|2</Idle_Key_List></flat-profile>",
      },
    ],
  },
  {
    code: "softkey/unknown",
    severity: "warning",
    title: "Unknown softkey",
    docs: "No phone has a softkey of this name. The phone keeps its old list.",
    examples: [
      {
        bad: "<flat-profile><Idle_Key_List>redail|1</Idle_Key_List></flat-profile>",
        good: "<flat-profile><Idle_Key_List>redial|1</Idle_Key_List></flat-profile>",
      },
    ],
  },
  {
    code: "line-key/unknown-option",
    severity: "warning",
    title: "Unknown option for users",
    docs: "The list contains the functions that users may assign to their keys. The phone ignores an unknown one.",
    examples: [
      {
        bad: "<flat-profile><Customizable_PLK_Options>blff;sd</Customizable_PLK_Options></flat-profile>",
        good: "<flat-profile><Customizable_PLK_Options>blf;sd</Customizable_PLK_Options></flat-profile>",
      },
    ],
  },
];
