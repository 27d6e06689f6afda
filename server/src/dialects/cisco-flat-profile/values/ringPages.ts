import type { CodePage } from "../../../checks/check";

/** Pages of what rings report. */
export const ringPages: readonly CodePage[] = [
  {
    code: "ring/no-waveform",
    severity: "warning",
    title: "Ring without a sound",
    docs: "`w=` names the sound of a ring tone: 1 to 4 for the built-in ones, or the URL of a file. Without it the phone has nothing to play.",
    examples: [
      {
        bad: "<flat-profile><Ring1>n=Office;c=1</Ring1></flat-profile>",
        good: "<flat-profile><Ring1>n=Office;w=1;c=1</Ring1></flat-profile>",
      },
    ],
  },
  {
    code: "ring/no-such-waveform",
    severity: "warning",
    title: "Built-in sound that does not exist",
    docs: "The built-in sounds are numbered 1 to 4. The phone is silent or plays another sound.",
    examples: [
      {
        bad: "<flat-profile><Ring1>n=Office;w=12;c=1</Ring1></flat-profile>",
        good: "<flat-profile><Ring1>n=Office;w=2;c=1</Ring1></flat-profile>",
      },
    ],
  },
  {
    code: "ring/bad-cadence",
    severity: "warning",
    title: "Cadence that does not exist",
    docs: "`c=` must be the number of one of the parameters `Cadence_1` to `Cadence_9`, or 0 for the natural length of the sound.",
    examples: [
      {
        bad: "<flat-profile><Ring1>n=Office;w=1;c=12</Ring1></flat-profile>",
        good: "<flat-profile><Ring1>n=Office;w=1;c=1</Ring1></flat-profile>",
      },
    ],
  },
  {
    code: "ring/natural-length",
    severity: "warning",
    title: "Sound without a natural length",
    docs: "`c=0` plays the sound once in its natural length. Only the sounds 3 and 4 and files have one.",
    examples: [
      {
        bad: "<flat-profile><Ring1>n=Office;w=1;c=0</Ring1></flat-profile>",
        good: "<flat-profile><Ring1>n=Office;w=3;c=0</Ring1></flat-profile>",
      },
    ],
  },
  {
    code: "ring/unknown-key",
    severity: "info",
    title: "Unknown part of a ring",
    docs: "A ring consists of `n=` (name), `w=` (sound), `c=` (cadence), and on SPA phones `b=` (break) and `t=` (total). The phone ignores other parts.",
    examples: [
      {
        bad: "<flat-profile><Ring1>n=Office;w=1;c=1;v=3</Ring1></flat-profile>",
        good: "<flat-profile><Ring1>n=Office;w=1;c=1</Ring1></flat-profile>",
      },
    ],
  },
];
