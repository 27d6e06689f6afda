import { type CodePage, withExamples } from "../../../checks/check";
import * as texts from "../../../values/signal/pages";

/** Pages of the codes of cadences, frequencies and tones, with examples of this format. */
export const signalPages: readonly CodePage[] = [
  withExamples(texts.cadenceSyntax, {
    bad: "<flat-profile><Cadence_1>60(2-4)</Cadence_1></flat-profile>",
    good: "<flat-profile><Cadence_1>60(2/4)</Cadence_1></flat-profile>",
  }),
  withExamples(texts.cadenceSegments, {
    bad: "<flat-profile><Cadence_1>60(1/1,1/1,1/1,1/1,1/1,1/1,1/1)</Cadence_1></flat-profile>",
    good: "<flat-profile><Cadence_1>60(1/1)</Cadence_1></flat-profile>",
  }),
  withExamples(texts.cadenceSections, {
    bad: "<flat-profile><Cadence_1>10(1/1);10(2/2);10(3/3)</Cadence_1></flat-profile>",
    good: "<flat-profile><Cadence_1>10(1/1);10(2/2)</Cadence_1></flat-profile>",
  }),
  withExamples(texts.cadenceDecimals, {
    bad: "<flat-profile><Cadence_1>60(.3333/1)</Cadence_1></flat-profile>",
    good: "<flat-profile><Cadence_1>60(.333/1)</Cadence_1></flat-profile>",
  }),
  withExamples(texts.frequencySyntax, {
    bad: "<flat-profile><CWT_Frequency>440</CWT_Frequency></flat-profile>",
    good: "<flat-profile><CWT_Frequency>440@-10</CWT_Frequency></flat-profile>",
  }),
  withExamples(texts.frequencyDecimals, {
    bad: "<flat-profile><CWT_Frequency>440@-10.25</CWT_Frequency></flat-profile>",
    good: "<flat-profile><CWT_Frequency>440@-10.2</CWT_Frequency></flat-profile>",
  }),
  withExamples(texts.frequencyTooMany, {
    bad: "<flat-profile><CWT_Frequency>1@-1,2@-1,3@-1,4@-1,5@-1,6@-1,7@-1</CWT_Frequency></flat-profile>",
    good: "<flat-profile><CWT_Frequency>440@-10</CWT_Frequency></flat-profile>",
  }),
  withExamples(texts.toneSyntax, {
    bad: "<flat-profile><Dial_Tone>350@-19,440@-19;10(*0/1+2)</Dial_Tone></flat-profile>",
    good: "<flat-profile><Dial_Tone>350@-19,440@-19;10(*/0/1+2)</Dial_Tone></flat-profile>",
  }),
  withExamples(texts.toneNoSuchFrequency, {
    bad: "<flat-profile><Dial_Tone>350@-19;10(*/0/2)</Dial_Tone></flat-profile>",
    good: "<flat-profile><Dial_Tone>350@-19;10(*/0/1)</Dial_Tone></flat-profile>",
  }),
  withExamples(texts.toneSegments, {
    bad: "<flat-profile><Busy_Tone>480@-19;10(1/1/1,1/1/1,1/1/1,1/1/1,1/1/1,1/1/1,1/1/1)</Busy_Tone></flat-profile>",
    good: "<flat-profile><Busy_Tone>480@-19;10(1/1/1)</Busy_Tone></flat-profile>",
  }),
  withExamples(texts.toneSections, {
    bad: "<flat-profile><Busy_Tone>480@-19;1(1/1/1);1(2/2/1);1(3/3/1)</Busy_Tone></flat-profile>",
    good: "<flat-profile><Busy_Tone>480@-19;1(1/1/1);1(2/2/1)</Busy_Tone></flat-profile>",
  }),
  withExamples(texts.toneDecimals, {
    bad: "<flat-profile><Busy_Tone>480@-19;10(.3333/1/1)</Busy_Tone></flat-profile>",
    good: "<flat-profile><Busy_Tone>480@-19;10(.333/1/1)</Busy_Tone></flat-profile>",
  }),
  withExamples(texts.toneDisconnectTone, {
    bad: "<!-- flat-profile-device family=ata19x --><flat-profile><Disconnect_Tone_1_>480@-30;4(.25/.25/1)</Disconnect_Tone_1_></flat-profile>",
    good: "<!-- flat-profile-device family=ata19x --><flat-profile><Disconnect_Tone_1_>480@-30,620@-30;4(.25/.25/1+2)</Disconnect_Tone_1_></flat-profile>",
  }),
  withExamples(texts.cadenceOverLength, {
    bad: "<flat-profile><Cadence_1>60(0.200 / 0.200, 0.200 / 0.200, 0.200 / 0.200, 0.200 / 0.200, 0.200 / 0.200, 0.200 / 0.200); 60(0.200 / 0.200, 0.200 / 0.200, 0.200 / 0.200, 0.200 / 0.200, 0.200 / 0.200, 0.200 / 0.200)</Cadence_1></flat-profile>",
    good: "<flat-profile><Cadence_1>60(.2/.2,.2/.2,.2/.2,.2/.2,.2/.2,.2/.2);60(.2/.2,.2/.2,.2/.2,.2/.2,.2/.2,.2/.2)</Cadence_1></flat-profile>",
  }),
  withExamples(texts.frequencyOverLength, {
    bad: "<flat-profile><CWT_Frequency>350          @ -19.0 , 440          @ -19.0 , 480          @ -19.0 , 620          @ -19.0 , 697          @ -19.0 , 770          @ -19.0</CWT_Frequency></flat-profile>",
    good: "<flat-profile><CWT_Frequency>350@-19,440@-19,480@-19,620@-19,697@-19,770@-19</CWT_Frequency></flat-profile>",
  }),
  withExamples(texts.toneOverLength, {
    bad: "<flat-profile><Dial_Tone>350@-19, 440@-19; 10(0.200 / 0.200 / 1 + 2, 0.200 / 0.200 / 1 + 2, 0.200 / 0.200 / 1 + 2, 0.200 / 0.200 / 1 + 2, 0.200 / 0.200 / 1 + 2, 0.200 / 0.200 / 1 + 2)</Dial_Tone></flat-profile>",
    good: "<flat-profile><Dial_Tone>350@-19,440@-19;10(.2/.2/1+2,.2/.2/1+2,.2/.2/1+2,.2/.2/1+2,.2/.2/1+2,.2/.2/1+2)</Dial_Tone></flat-profile>",
  }),
];
