import type { CodePage } from "../../../checks/check";

/** Manual pages of what cadences, frequencies, tones and rings report. */
export const signalPages: readonly CodePage[] = [
  {
    code: "cadence/syntax",
    severity: "error",
    title: "Invalid cadence",
    docs: "A cadence is one or two sections of the form `60(2/4)`: a length in seconds, and on and off times joined by commas. The phone rejects anything else and keeps the old ring.",
    examples: [
      {
        bad: "<flat-profile><Cadence_1>60(2-4)</Cadence_1></flat-profile>",
        good: "<flat-profile><Cadence_1>60(2/4)</Cadence_1></flat-profile>",
      },
    ],
  },
  {
    code: "cadence/segments",
    severity: "error",
    title: "More than six segments",
    docs: "A section of a cadence has at most six pairs of on and off times. The phone rejects the script.",
    examples: [
      {
        bad: "<flat-profile><Cadence_1>60(1/1,1/1,1/1,1/1,1/1,1/1,1/1)</Cadence_1></flat-profile>",
        good: "<flat-profile><Cadence_1>60(1/1)</Cadence_1></flat-profile>",
      },
    ],
  },
  {
    code: "cadence/sections",
    severity: "error",
    title: "More than two sections",
    docs: "A cadence has at most two sections, joined by `;`. The phone rejects the script.",
    examples: [
      {
        bad: "<flat-profile><Cadence_1>10(1/1);10(2/2);10(3/3)</Cadence_1></flat-profile>",
        good: "<flat-profile><Cadence_1>10(1/1);10(2/2)</Cadence_1></flat-profile>",
      },
    ],
  },
  {
    code: "cadence/decimals",
    severity: "error",
    title: "More than three decimals",
    docs: "Times in cadences have at most three decimals; phones do not support more.",
    examples: [
      {
        bad: "<flat-profile><Cadence_1>60(.3333/1)</Cadence_1></flat-profile>",
        good: "<flat-profile><Cadence_1>60(.333/1)</Cadence_1></flat-profile>",
      },
    ],
  },
  {
    code: "frequency/syntax",
    severity: "error",
    title: "Invalid frequencies",
    docs: "A list of frequencies is written `350@-19,440@-19`: whole hertz, `@` and a level in dBm, joined by commas. The phone rejects anything else.",
    examples: [
      {
        bad: "<flat-profile><CWT_Frequency>440</CWT_Frequency></flat-profile>",
        good: "<flat-profile><CWT_Frequency>440@-10</CWT_Frequency></flat-profile>",
      },
    ],
  },
  {
    code: "frequency/decimals",
    severity: "error",
    title: "Level with more than one decimal",
    docs: "A level in dBm has at most one decimal. The phone rejects the script.",
    examples: [
      {
        bad: "<flat-profile><CWT_Frequency>440@-10.25</CWT_Frequency></flat-profile>",
        good: "<flat-profile><CWT_Frequency>440@-10.2</CWT_Frequency></flat-profile>",
      },
    ],
  },
  {
    code: "frequency/too-many",
    severity: "error",
    title: "More than six frequencies",
    docs: "A script has at most six frequencies. The phone rejects a script with more of them.",
    examples: [
      {
        bad: "<flat-profile><CWT_Frequency>1@-1,2@-1,3@-1,4@-1,5@-1,6@-1,7@-1</CWT_Frequency></flat-profile>",
        good: "<flat-profile><CWT_Frequency>440@-10</CWT_Frequency></flat-profile>",
      },
    ],
  },
  {
    code: "tone/syntax",
    severity: "error",
    title: "Invalid tone",
    docs: "A tone is a list of frequencies and one or two sections: `350@-19,440@-19;10(*/0/1+2)`. After the length come segments with on time, off time and the numbers of the frequencies. The phone rejects anything else and keeps the old tone.",
    examples: [
      {
        bad: "<flat-profile><Dial_Tone>350@-19,440@-19;10(*0/1+2)</Dial_Tone></flat-profile>",
        good: "<flat-profile><Dial_Tone>350@-19,440@-19;10(*/0/1+2)</Dial_Tone></flat-profile>",
      },
    ],
  },
  {
    code: "tone/no-such-frequency",
    severity: "error",
    title: "Number of a frequency that does not exist",
    docs: "The numbers after the last slash of a segment refer to the frequencies at the beginning of the script. The phone rejects a script with a number that has no frequency.",
    examples: [
      {
        bad: "<flat-profile><Dial_Tone>350@-19;10(*/0/2)</Dial_Tone></flat-profile>",
        good: "<flat-profile><Dial_Tone>350@-19;10(*/0/1)</Dial_Tone></flat-profile>",
      },
    ],
  },
  {
    code: "tone/segments",
    severity: "error",
    title: "More than six segments",
    docs: "A section of a tone has at most six segments. The phone rejects the script.",
    examples: [
      {
        bad: "<flat-profile><Busy_Tone>480@-19;10(1/1/1,1/1/1,1/1/1,1/1/1,1/1/1,1/1/1,1/1/1)</Busy_Tone></flat-profile>",
        good: "<flat-profile><Busy_Tone>480@-19;10(1/1/1)</Busy_Tone></flat-profile>",
      },
    ],
  },
  {
    code: "tone/sections",
    severity: "error",
    title: "More than two sections",
    docs: "A tone has at most two sections, joined by `;`. The phone rejects the script.",
    examples: [
      {
        bad: "<flat-profile><Busy_Tone>480@-19;1(1/1/1);1(2/2/1);1(3/3/1)</Busy_Tone></flat-profile>",
        good: "<flat-profile><Busy_Tone>480@-19;1(1/1/1);1(2/2/1)</Busy_Tone></flat-profile>",
      },
    ],
  },
  {
    code: "tone/decimals",
    severity: "error",
    title: "More than three decimals",
    docs: "Times in tones have at most three decimals; phones do not support more.",
    examples: [
      {
        bad: "<flat-profile><Busy_Tone>480@-19;10(.3333/1/1)</Busy_Tone></flat-profile>",
        good: "<flat-profile><Busy_Tone>480@-19;10(.333/1/1)</Busy_Tone></flat-profile>",
      },
    ],
  },
  {
    code: "tone/disconnect-tone",
    severity: "warning",
    title: "Invalid disconnect tone of an adapter",
    docs: "On adapters a disconnect tone must have exactly two frequencies and one section. Otherwise the adapter never hangs up.",
    examples: [
      {
        bad: "<!-- flat-profile-device family=ata19x --><flat-profile><Disconnect_Tone_1_>480@-30;4(.25/.25/1)</Disconnect_Tone_1_></flat-profile>",
        good: "<!-- flat-profile-device family=ata19x --><flat-profile><Disconnect_Tone_1_>480@-30,620@-30;4(.25/.25/1+2)</Disconnect_Tone_1_></flat-profile>",
      },
    ],
  },
  {
    code: "cadence/over-length",
    severity: "error",
    title: "Cadence longer than 127 characters",
    docs: "A phone accepts at most 127 characters in a cadence and rejects a longer one. You can remove spaces, and zeros before or after the decimals, without changing the rhythm; the quick fix does so where that is enough.",
    examples: [
      {
        bad: "<flat-profile><Cadence_1>60(0.200 / 0.200, 0.200 / 0.200, 0.200 / 0.200, 0.200 / 0.200, 0.200 / 0.200, 0.200 / 0.200); 60(0.200 / 0.200, 0.200 / 0.200, 0.200 / 0.200, 0.200 / 0.200, 0.200 / 0.200, 0.200 / 0.200)</Cadence_1></flat-profile>",
        good: "<flat-profile><Cadence_1>60(.2/.2,.2/.2,.2/.2,.2/.2,.2/.2,.2/.2);60(.2/.2,.2/.2,.2/.2,.2/.2,.2/.2,.2/.2)</Cadence_1></flat-profile>",
      },
    ],
  },
  {
    code: "frequency/over-length",
    severity: "error",
    title: "Frequencies longer than 127 characters",
    docs: "A phone accepts at most 127 characters in a list of frequencies and rejects a longer one. Six frequencies fit easily without spaces.",
    examples: [
      {
        bad: "<flat-profile><CWT_Frequency>350          @ -19.0 , 440          @ -19.0 , 480          @ -19.0 , 620          @ -19.0 , 697          @ -19.0 , 770          @ -19.0</CWT_Frequency></flat-profile>",
        good: "<flat-profile><CWT_Frequency>350@-19,440@-19,480@-19,620@-19,697@-19,770@-19</CWT_Frequency></flat-profile>",
      },
    ],
  },
  {
    code: "tone/over-length",
    severity: "error",
    title: "Tone longer than 127 characters",
    docs: "A phone accepts at most 127 characters in a tone and rejects a longer one. It keeps the old tone. You can remove spaces, and zeros before or after the decimals, without changing the sound; the quick fix does so where that is enough.",
    examples: [
      {
        bad: "<flat-profile><Dial_Tone>350@-19, 440@-19; 10(0.200 / 0.200 / 1 + 2, 0.200 / 0.200 / 1 + 2, 0.200 / 0.200 / 1 + 2, 0.200 / 0.200 / 1 + 2, 0.200 / 0.200 / 1 + 2, 0.200 / 0.200 / 1 + 2)</Dial_Tone></flat-profile>",
        good: "<flat-profile><Dial_Tone>350@-19,440@-19;10(.2/.2/1+2,.2/.2/1+2,.2/.2/1+2,.2/.2/1+2,.2/.2/1+2,.2/.2/1+2)</Dial_Tone></flat-profile>",
      },
    ],
  },
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
