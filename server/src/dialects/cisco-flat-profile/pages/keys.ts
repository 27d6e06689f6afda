import type { CodePage } from "../../../checks/check";

/** Manual pages of what softkeys, line keys and LED patterns report. */
export const keyPages: readonly CodePage[] = [
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
    code: "line-key/no-function",
    severity: "warning",
    title: "Key function without `fnc=`",
    docs: "A key function starts with `fnc=` and the name of the function. Without it the key has no function. A plain number or label without `=` is not reported.",
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
    title: "Key function without a required part",
    docs: "`sd` needs `ext=`, the number to dial. `blf` needs `sub=`, the address that it monitors. `prk` needs `sub=`, `mwi` needs `sub=`, `dtmf` needs `ext=`, `xml` and `shortcut` need `url=`. Without it the key does nothing.",
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
    docs: "After `@` comes `$PROXY`, which the phone replaces with the proxy of the line, or the name or address of a host. The phone uses anything else, such as `PROXY` or `$PROX`, literally, and the call or the subscription fails.",
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
    docs: "After the function come `sub=`, `ext=`, `usr=`, `nme=`, `vid=` and others. The phone ignores an unknown part.",
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
    title: "Unknown option for users",
    docs: "The list contains the functions that users may assign to their keys. The phone ignores an unknown one.",
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
    docs: "A pattern consists of `c=` (color) and `p=` (pattern). The phone ignores other parts.",
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
    title: "Unknown color",
    docs: "Colors are `r` (red), `g` (green), `a` (amber) and `o` (off). For anything else the phone uses its default.",
    examples: [
      {
        bad: "<flat-profile><ACD_Available_LED>c=purple</ACD_Available_LED></flat-profile>",
        good: "<flat-profile><ACD_Available_LED>c=g</ACD_Available_LED></flat-profile>",
      },
    ],
  },
];
