import type { PageText } from "../../text/codePage";

// What the codes of cadences, frequencies and tones mean; each dialect that reports them adds examples.

export const cadenceSyntax: PageText = {
  code: "cadence/syntax",
  severity: "error",
  title: "Invalid cadence",
  docs: "A cadence is one or two sections of the form `60(2/4)`: a length in seconds, and on and off times joined by commas. The phone rejects anything else and keeps the old ring.",
};

export const cadenceSegments: PageText = {
  code: "cadence/segments",
  severity: "error",
  title: "More than six segments",
  docs: "A section of a cadence has at most six pairs of on and off times. The phone rejects the script.",
};

export const cadenceSections: PageText = {
  code: "cadence/sections",
  severity: "error",
  title: "More than two sections",
  docs: "A cadence has at most two sections, joined by `;`. The phone rejects the script.",
};

export const cadenceDecimals: PageText = {
  code: "cadence/decimals",
  severity: "error",
  title: "More than three decimals",
  docs: "Times in cadences have at most three decimals; phones do not support more.",
};

export const frequencySyntax: PageText = {
  code: "frequency/syntax",
  severity: "error",
  title: "Invalid frequencies",
  docs: "A list of frequencies is written `350@-19,440@-19`: whole hertz, `@` and a level in dBm, joined by commas. The phone rejects anything else.",
};

export const frequencyDecimals: PageText = {
  code: "frequency/decimals",
  severity: "error",
  title: "Level with more than one decimal",
  docs: "A level in dBm has at most one decimal. The phone rejects the script.",
};

export const frequencyTooMany: PageText = {
  code: "frequency/too-many",
  severity: "error",
  title: "More than six frequencies",
  docs: "A script has at most six frequencies. The phone rejects a script with more of them.",
};

export const toneSyntax: PageText = {
  code: "tone/syntax",
  severity: "error",
  title: "Invalid tone",
  docs: "A tone is a list of frequencies and one or two sections: `350@-19,440@-19;10(*/0/1+2)`. After the length come segments with on time, off time and the numbers of the frequencies. The phone rejects anything else and keeps the old tone.",
};

export const toneNoSuchFrequency: PageText = {
  code: "tone/no-such-frequency",
  severity: "error",
  title: "Number of a frequency that does not exist",
  docs: "The numbers after the last slash of a segment refer to the frequencies at the beginning of the script. The phone rejects a script with a number that has no frequency.",
};

export const toneSegments: PageText = {
  code: "tone/segments",
  severity: "error",
  title: "More than six segments",
  docs: "A section of a tone has at most six segments. The phone rejects the script.",
};

export const toneSections: PageText = {
  code: "tone/sections",
  severity: "error",
  title: "More than two sections",
  docs: "A tone has at most two sections, joined by `;`. The phone rejects the script.",
};

export const toneDecimals: PageText = {
  code: "tone/decimals",
  severity: "error",
  title: "More than three decimals",
  docs: "Times in tones have at most three decimals; phones do not support more.",
};

export const toneDisconnectTone: PageText = {
  code: "tone/disconnect-tone",
  severity: "warning",
  title: "Invalid disconnect tone of an adapter",
  docs: "On adapters a disconnect tone must have exactly two frequencies and one section. Otherwise the adapter never hangs up.",
};

export const cadenceOverLength: PageText = {
  code: "cadence/over-length",
  severity: "error",
  title: "Cadence longer than 127 characters",
  docs: "A phone accepts at most 127 characters in a cadence and rejects a longer one. You can remove spaces, and zeros before or after the decimals, without changing the rhythm; the quick fix does so where that is enough.",
};

export const frequencyOverLength: PageText = {
  code: "frequency/over-length",
  severity: "error",
  title: "Frequencies longer than 127 characters",
  docs: "A phone accepts at most 127 characters in a list of frequencies and rejects a longer one. Six frequencies fit easily without spaces.",
};

export const toneOverLength: PageText = {
  code: "tone/over-length",
  severity: "error",
  title: "Tone longer than 127 characters",
  docs: "A phone accepts at most 127 characters in a tone and rejects a longer one. It keeps the old tone. You can remove spaces, and zeros before or after the decimals, without changing the sound; the quick fix does so where that is enough.",
};
