import type { CodePage } from "../../../checks/check";

/** Manual pages of what softkeys, line keys and LED patterns report. */
export const keyPages: readonly CodePage[] = [
  {
    code: "softkey/bad-position",
    severity: "warning",
    title: "Position of a softkey that is no number",
    docs: "Behind `|` stands the place of the key, a number. The phone keeps the list it has.",
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
    docs: "Each state of a call has its own softkeys. One that does not belong to this state is not shown, or the phone keeps the list it has. Reported for multiplatform phones, when the file or a setting says that it is for one.",
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
    title: "Softkey that this list leaves out",
    docs: "`Broadsoft_Call_History_Key_List` takes `option`, `call`, `editcall`, `filter` and `back`. The phone shows these and leaves out everything else, programmable keys such as `psk1` among it. Other lists are refused whole for one wrong keyword.",
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
    docs: "A page of the vendor prints `option\\|1`, because its table escapes the bar. In a list a bare `|` parts keyword and position.",
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
    docs: "No phone knows a softkey of this name. The phone keeps the list it has.",
    examples: [
      {
        bad: "<flat-profile><Idle_Key_List>redail|1</Idle_Key_List></flat-profile>",
        good: "<flat-profile><Idle_Key_List>redial|1</Idle_Key_List></flat-profile>",
      },
    ],
  },
  {
    code: "line-key/no-function",
    severity: "warning",
    title: "Key function without `fnc=`",
    docs: "What a key does begins with `fnc=` and the name of a function. Without it the phone gives the key no function. A plain number or label without `=` is left alone.",
    examples: [
      {
        bad: "<flat-profile><Extended_Function_3_>sd;ext=201@$PROXY</Extended_Function_3_></flat-profile>",
        good: "<flat-profile><Extended_Function_3_>fnc=sd;ext=201@$PROXY</Extended_Function_3_></flat-profile>",
      },
    ],
  },
  {
    code: "line-key/missing-part",
    severity: "warning",
    title: "Key function without a part that it needs",
    docs: "`sd` needs `ext=`, the number to dial. `blf` needs `sub=`, the address whose state it shows. `prk` needs `sub=`, `mwi` needs `sub=`, `dtmf` needs `ext=`, `xml` and `shortcut` need `url=`. Without it the key does nothing.",
    examples: [
      {
        bad: "<flat-profile><Extended_Function_3_>fnc=sd;nme=Ann</Extended_Function_3_></flat-profile>",
        good: "<flat-profile><Extended_Function_3_>fnc=sd;ext=201@$PROXY;nme=Ann</Extended_Function_3_></flat-profile>",
      },
      {
        bad: "<flat-profile><Extended_Function_3_>fnc=blf;nme=Ann</Extended_Function_3_></flat-profile>",
        good: "<flat-profile><Extended_Function_3_>fnc=blf;sub=201@$PROXY;nme=Ann</Extended_Function_3_></flat-profile>",
      },
    ],
  },
  {
    code: "line-key/host",
    severity: "warning",
    title: "Host of a key that the phone cannot reach",
    docs: "After `@` comes `$PROXY`, which the phone replaces by the proxy of the line, or the name or address of a host. Anything else, such as `PROXY` or `$PROX`, is taken as it is typed, and the call or the subscription goes nowhere.",
    examples: [
      {
        bad: "<flat-profile><Extended_Function_3_>fnc=sd;ext=201@PROXY</Extended_Function_3_></flat-profile>",
        good: "<flat-profile><Extended_Function_3_>fnc=sd;ext=201@$PROXY</Extended_Function_3_></flat-profile>",
      },
    ],
  },
  {
    code: "line-key/unknown-function",
    severity: "warning",
    title: "Unknown key function",
    docs: "`fnc=` names what a key does: `sd`, `blf`, `cp`, `mwi`, `prk`, `shortcut` and others, joined by `+`. A key with an unknown function does nothing.",
    examples: [
      {
        bad: "<flat-profile><Extended_Function_3_>fnc=blff;sub=201@$PROXY</Extended_Function_3_></flat-profile>",
        good: "<flat-profile><Extended_Function_3_>fnc=blf;sub=201@$PROXY</Extended_Function_3_></flat-profile>",
      },
    ],
  },
  {
    code: "line-key/unknown-parameter",
    severity: "warning",
    title: "Unknown part of a key function",
    docs: "Behind the function stand `sub=`, `ext=`, `usr=`, `nme=`, `vid=` and others. The phone ignores a part that it does not know.",
    examples: [
      {
        bad: "<flat-profile><Extended_Function_3_>fnc=sd;exxt=201@$PROXY</Extended_Function_3_></flat-profile>",
        good: "<flat-profile><Extended_Function_3_>fnc=sd;ext=201@$PROXY</Extended_Function_3_></flat-profile>",
      },
    ],
  },
  {
    code: "line-key/joined-by-semicolon",
    severity: "info",
    title: "Functions joined by a semicolon",
    docs: "Several functions of one key are joined by `+`. Most firmware also takes a semicolon.",
    examples: [
      {
        bad: "<flat-profile><Extended_Function_3_>fnc=blf;cp;sub=201@$PROXY</Extended_Function_3_></flat-profile>",
        good: "<flat-profile><Extended_Function_3_>fnc=blf+cp;sub=201@$PROXY</Extended_Function_3_></flat-profile>",
      },
    ],
  },
  {
    code: "line-key/unknown-shortcut",
    severity: "warning",
    title: "Unknown menu shortcut",
    docs: "`url=` of a shortcut names a menu of the phone. With an unknown one the key does nothing.",
    examples: [
      {
        bad: "<flat-profile><Extended_Function_3_>fnc=shortcut;url=networkstatu</Extended_Function_3_></flat-profile>",
        good: "<flat-profile><Extended_Function_3_>fnc=shortcut;url=networkstatus</Extended_Function_3_></flat-profile>",
      },
    ],
  },
  {
    code: "line-key/unknown-option",
    severity: "warning",
    title: "Unknown choice for users",
    docs: "The list names the functions that users may put on their keys. The phone ignores one that it does not know.",
    examples: [
      {
        bad: "<flat-profile><Customizable_PLK_Options>blff;sd</Customizable_PLK_Options></flat-profile>",
        good: "<flat-profile><Customizable_PLK_Options>blf;sd</Customizable_PLK_Options></flat-profile>",
      },
    ],
  },
  {
    code: "led/unknown-key",
    severity: "info",
    title: "Unknown part of an LED pattern",
    docs: "A pattern is made of `c=` (colour) and `p=` (pattern). The phone ignores other parts.",
    examples: [
      {
        bad: "<flat-profile><ACD_Available_LED>c=g;x=1</ACD_Available_LED></flat-profile>",
        good: "<flat-profile><ACD_Available_LED>c=g;p=n</ACD_Available_LED></flat-profile>",
      },
    ],
  },
  {
    code: "led/unknown-value",
    severity: "warning",
    title: "Colour that phones do not know",
    docs: "Colours are `r` (red), `g` (green), `a` (amber) and `o` (off). The phone takes its default for anything else.",
    examples: [
      {
        bad: "<flat-profile><ACD_Available_LED>c=purple</ACD_Available_LED></flat-profile>",
        good: "<flat-profile><ACD_Available_LED>c=g</ACD_Available_LED></flat-profile>",
      },
    ],
  },
];
