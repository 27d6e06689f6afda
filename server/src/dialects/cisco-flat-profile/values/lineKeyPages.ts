import type { CodePage } from "../../../checks/check";

/** Pages of what line keys report. */
export const lineKeyPages: readonly CodePage[] = [
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
];
