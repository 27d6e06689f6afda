import type { CodePage } from "../../../checks/check";

/** Pages of the codes of softkeys and keys. */
export const softkeyPages: readonly CodePage[] = [
  {
    code: "softkey/unknown-field",
    severity: "warning",
    title: "Unknown part of a softkey or key",
    docs: "A softkey is `type=…;action=…;label=…`, a key `Key=…;Type=…;Name=…` with `attr1`, `attr2`, `Label` and `Forced`. The phone ignores other parts.",
    examples: [
      {
        bad: 'SET SOFTKEY_IDLE "type=dial;acton=6809;label=Desk"\n',
        good: 'SET SOFTKEY_IDLE "type=dial;action=6809;label=Desk"\n',
      },
    ],
  },
  {
    code: "softkey/no-type",
    severity: "warning",
    title: "Softkey without a type",
    docs: "Each softkey has `type=`: `dtmf`, `dial`, `function` or `blank`. The phone ignores a softkey without it. A comma starts the next softkey, so a label cannot have one.",
    examples: [
      {
        bad: 'SET SOFTKEY_IDLE "action=6809;label=Desk"\n',
        good: 'SET SOFTKEY_IDLE "type=dial;action=6809;label=Desk"\n',
      },
    ],
  },
  {
    code: "softkey/unknown-type",
    severity: "warning",
    title: "Unknown type of a softkey or key",
    docs: "A softkey is of type `dtmf`, `dial`, `function` or `blank`; a key is of type `feature`, `application`, `line` or `autodial`. The phone ignores any other.",
    examples: [
      {
        bad: 'SET SOFTKEY_IDLE "type=dail;action=6809;label=Desk"\n',
        good: 'SET SOFTKEY_IDLE "type=dial;action=6809;label=Desk"\n',
      },
    ],
  },
  {
    code: "softkey/no-action",
    severity: "warning",
    title: "Softkey without an action",
    docs: "Softkeys of all types but `blank` need `action=`: the number to dial, the keys to send, or the function. The phone ignores a softkey without it.",
    examples: [
      {
        bad: 'SET SOFTKEY_IDLE "type=dial;label=Desk"\n',
        good: 'SET SOFTKEY_IDLE "type=dial;action=6809;label=Desk"\n',
      },
    ],
  },
  {
    code: "softkey/not-keys",
    severity: "warning",
    title: "Text that is not a row of keys",
    docs: "A softkey of type `dtmf` sends keys in a call: up to 32 of 0 to 9, `*` and `#`.",
    examples: [
      {
        bad: 'SET SOFTKEY_ACTIVE "type=dtmf;action=*3 4;label=Park"\n',
        good: 'SET SOFTKEY_ACTIVE "type=dtmf;action=*34;label=Park"\n',
      },
    ],
  },
  {
    code: "softkey/label-length",
    severity: "warning",
    title: "Label that is longer than its key",
    docs: "Phones show 8 characters of a label and cut off the rest. Write a shorter one, so that keys differ.",
    examples: [
      {
        bad: 'SET SOFTKEY_ACTIVE "type=dtmf;action=##*3;label=ParkTheCall"\n',
        good: 'SET SOFTKEY_ACTIVE "type=dtmf;action=##*3;label=Park"\n',
      },
    ],
  },
  {
    code: "softkey/label-sign",
    severity: "warning",
    title: "Sign that a label cannot have",
    docs: 'Labels cannot have `;`, `"`, `,`, `=`, `|`, `<`, `>`, `/` or `&`. The phone shows `?` in their place.',
    examples: [
      {
        bad: 'SET SOFTKEY_IDLE "type=dial;action=6809;label=A/B"\n',
        good: 'SET SOFTKEY_IDLE "type=dial;action=6809;label=A B"\n',
      },
    ],
  },
  {
    code: "softkey/key-number",
    severity: "warning",
    title: "Text that is not the number of a key",
    docs: "Keys of the phone and its key modules have the numbers 1 to 96. The phone ignores a key with any other number.",
    examples: [
      { bad: 'SET PHONEKEY "Key=97;Type=feature;Name=sac"\n', good: 'SET PHONEKEY "Key=9;Type=feature;Name=sac"\n' },
    ],
  },
];
