import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import type { CompletionItem, CompletionList } from "vscode-languageserver-protocol";
import { convert } from "../../../server/src/conversion/convert";
import { audiocodesIni } from "../../../server/src/dialects/audiocodes/index";
import { toneSettings } from "../../../server/src/dialects/audiocodes/tones/fromScript";
import { toneOf, toneScriptOf, toneSections, tonesOf } from "../../../server/src/dialects/audiocodes/tones/tone";
import { ciscoFlatProfile } from "../../../server/src/dialects/cisco-flat-profile/index";
import { languageOf, languagesOf } from "../../../server/src/dialects/recognize";
import { completion } from "../../../server/src/features/completion";
import { folding } from "../../../server/src/features/folding";
import { nationalSets } from "../../../server/src/values/signal/knownTones";
import { samplesOf } from "../../../server/src/values/signal/samples";
import { readTone } from "../../../server/src/values/signal/toneScript";
import { fixture, noToken, textDocument } from "../../support/fixture";
import { pools, problemsOf } from "../../support/problems";

const { catalogue } = pools.of(audiocodesIni);

const section = (lines: readonly string[]) => `[CALL PROGRESS TONE #0]\n${lines.join("\n")}\n`;

function scriptOf(text: string): string | undefined {
  const [first] = toneSections(audiocodesIni.read(text, catalogue));
  assert.ok(first);
  return toneScriptOf(toneOf(first)).script;
}

const scripts: readonly (readonly [name: string, lines: readonly string[], script: string | undefined])[] = [
  [
    "steady",
    ["Tone Form=1", "Low Freq [Hz]=425", "Low Freq Level [-dBm]=10", "First Signal On Time [10msec]=300"],
    "425@-10;10(*/0/1)",
  ],
  [
    "cadence with remarks",
    [
      "tone form = 2 ;cadence",
      "Low Freq [Hz] = 400 (hertz)",
      "Low Freq Level [-dBm]=14 (-14dbm)",
      "First Signal On Time [10msec]=40",
      "First Signal Off Time [10msec]=35",
      "Second Signal On Time [10msec]=22.5",
      "Second Signal Off Time [10msec]=52.5",
    ],
    "400@-14;*(.4/.35/1,.225/.525/1)",
  ],
  [
    "burst",
    [
      "Tone Form=3",
      "Low Freq [Hz]=400",
      "Low Freq Level [-dBm]=0",
      "First Signal On Time [10msec]=10",
      "First Signal Off Time [10msec]=20",
    ],
    "400@0;.3(.1/.2/1)",
  ],
  ["no frequency", ["Tone Form=1", "Low Freq [Hz]=400", "Low Freq Level [-dBm]=32"], undefined],
  ["modulated", ["Tone Modulation Type=1", "Tone Form=1", "Carrier Freq [Hz]=425"], undefined],
  ["not a number", ["Tone Form=1", "Low Freq [Hz]=4OO", "Low Freq Level [-dBm]=10"], undefined],
];

for (const [name, lines, script] of scripts)
  test(`a section as a ToneScript: ${name}`, () => {
    assert.equal(scriptOf(section(lines)), script);
  });

test("what a section cannot say is lost, and said", () => {
  assert.equal(toneSettings("350@-19,440@-19;2(.1/.1/1+2);10(*/0/1+2)").settings, undefined);
  assert.equal(toneSettings("985@-16,1428@-16,1777@-16;20(.38/0/1,.38/0/2,.38/0/3,0/4/0)").settings, undefined);
  assert.match(toneSettings("250@-19;10(*/0/1)").losses.join(), /300 Hz/);
  assert.match(toneSettings("400@-40;*(.375/.375/1)").losses.join(), /-31 dBm.*0\.38 s/);
  assert.match(toneSettings("400@-19;60(.5/.5/1)").losses.join(), /60 s/);
});

test("both ways a steady section keeps its frequencies and levels", () => {
  const hz = fc.integer({ min: 300, max: 1980 });
  const level = fc.integer({ min: 0, max: 31 });
  fc.assert(
    fc.property(hz, hz, level, level, fc.integer({ min: 10, max: 900 }), (low, high, one, two, detection) => {
      fc.pre(high > low);
      const lines = [
        ...["Tone Type=1", "Tone Form=1", `Low Freq [Hz]=${low}`, `High Freq [Hz]=${high}`],
        ...[`Low Freq Level [-dBm]=${one}`, `High Freq Level [-dBm]=${two}`],
        ...[`First Signal On Time [10msec]=${detection}`, "First Signal Off Time [10msec]=0"],
      ];
      const [first] = toneSections(audiocodesIni.read(section(lines), catalogue));
      const { script, losses } = toneScriptOf(toneOf(first ?? { settings: [] }));
      const back = toneSettings(script ?? "", "dial").settings?.map(([name, value]) => `${name}=${value}`);
      // A ToneScript has no time of detection: another one than the usual is a loss, and said.
      const isUsual = detection === 300;
      assert.equal(losses.length, isUsual ? 0 : 1);
      assert.deepEqual(
        back,
        lines.map((line) => (line.startsWith("First Signal On") ? "First Signal On Time [10msec]=300" : line)),
      );
    }),
  );
});

test("both ways a section keeps all that it can say", () => {
  const hz = fc.integer({ min: 300, max: 1980 });
  const level = fc.integer({ min: 0, max: 31 });
  const pair = fc.record({ on: fc.integer({ min: 1, max: 500 }), off: fc.integer({ min: 1, max: 500 }) });
  fc.assert(
    fc.property(
      hz,
      fc.option(hz),
      level,
      fc.array(pair, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      (low, high, dbm, pairs, isBurst) => {
        fc.pre(high === null || high > low);
        const lines = [
          "Tone Type=3",
          `Tone Form=${isBurst ? 3 : 2}`,
          `Low Freq [Hz]=${low}`,
          `High Freq [Hz]=${high ?? 0}`,
          `Low Freq Level [-dBm]=${dbm}`,
          `High Freq Level [-dBm]=${high === null ? 32 : dbm}`,
          ...pairs.flatMap(({ on, off }, i) => {
            const which = ["First", "Second", "Third", "Fourth"][i];
            return [`${which} Signal On Time [10msec]=${on}`, `${which} Signal Off Time [10msec]=${off}`];
          }),
        ];
        const script = scriptOf(section(lines));
        assert.ok(script);
        const back = toneSettings(script, "busy");
        assert.deepEqual(back.losses, []);
        assert.deepEqual(
          back.settings?.map(([name, value]) => `${name}=${value}`),
          lines,
        );
      },
    ),
  );
});

/** The amplitude of a frequency in these samples. */
function amplitude(samples: ArrayLike<number>, hz: number, rate: number): number {
  let [re, im] = [0, 0];
  for (let i = 0; i < samples.length; i++) {
    re += (samples[i] as number) * Math.cos((2 * Math.PI * hz * i) / rate);
    im += (samples[i] as number) * Math.sin((2 * Math.PI * hz * i) / rate);
  }
  return (2 * Math.hypot(re, im)) / samples.length;
}

function samplesOfScript(script: string, rate: number): ArrayLike<number> {
  const { frequencies, sections } = readTone(script);
  return samplesOf(frequencies, sections, rate, 1);
}

test("what is heard of a section is what is heard of the ToneScript, within 1 %", () => {
  const rate = 8000;
  // Whole periods in a second, so that one frequency does not leak into the other.
  const hz = fc.integer({ min: 300, max: 1980 });
  // Two louder ones are clipped, as on the line.
  const level = fc.integer({ min: 4, max: 31 });
  fc.assert(
    fc.property(hz, hz, level, level, (low, high, lowLevel, highLevel) => {
      fc.pre(high >= low + 40);
      const lines = [
        ...["Tone Form=1", `Low Freq [Hz]=${low}`, `High Freq [Hz]=${high}`],
        ...[`Low Freq Level [-dBm]=${lowLevel}`, `High Freq Level [-dBm]=${highLevel}`],
        "First Signal On Time [10msec]=300",
      ];
      const own = samplesOfScript(scriptOf(section(lines)) ?? "", rate);
      const other = samplesOfScript(`${low}@-${lowLevel},${high}@-${highLevel};10(*/0/1+2)`, rate);
      for (const [pitch, dbm] of [
        [low, lowLevel],
        [high, highLevel],
      ] as const) {
        const heard = amplitude(own, pitch, rate);
        // 0 dBm is 3 dB below full scale.
        assert.ok(Math.abs(heard / 10 ** ((-3 - dbm) / 20) - 1) < 0.01, `${pitch}: ${heard}`);
        assert.ok(Math.abs(heard / amplitude(other, pitch, rate) - 1) < 0.01, `${pitch}`);
      }
      const between = Math.round((low + high) / 2);
      const loudest = 10 ** ((-3 - Math.min(lowLevel, highLevel)) / 20);
      assert.ok(amplitude(own, between, rate) < loudest / 100, String(between));
    }),
    { numRuns: 15 },
  );
});

test("a cadence is heard and silent when the section says so", () => {
  const rate = 8000;
  const lines = [
    ...["Tone Form=2", "Low Freq [Hz]=400", "Low Freq Level [-dBm]=10"],
    ...["First Signal On Time [10msec]=30", "First Signal Off Time [10msec]=20"],
  ];
  const samples = samplesOfScript(scriptOf(section(lines)) ?? "", rate);
  const loudness = (from: number, to: number) => {
    const part = Array.from(samples).slice(from * rate, to * rate);
    return Math.sqrt(part.reduce((sum, each) => sum + each * each, 0) / part.length);
  };
  for (const [from, to, isOn] of [
    [0.05, 0.25, true],
    [0.35, 0.45, false],
    [0.55, 0.75, true],
    [0.85, 0.95, false],
  ] as const)
    assert.equal(loudness(from, to) > 0.1, isOn, `${from} to ${to} s`);
});

test("a file of tones becomes parameters of another system, and nothing is lost in silence", () => {
  const text = `${section(["Tone Type=4", "Tone Form=1", "Low Freq [Hz]=425", "Low Freq Level [-dBm]=10"])}
[CALL PROGRESS TONE #1]
Tone Type=17
Tone Form=1
Low Freq [Hz]=425
Low Freq Level [-dBm]=10
`;
  const { conversion: from } = audiocodesIni;
  const { conversion: to } = ciscoFlatProfile;
  assert.ok(from && to);
  const document = audiocodesIni.read(text, catalogue);
  const given = convert(new Map(), from, to, undefined, { document });
  assert.deepEqual(given.settings, [["Reorder_Tone", "425@-10;10(*/0/1)"]]);
  assert.deepEqual(
    given.losses.map(({ name }) => name),
    ["CALL PROGRESS TONE #0", "CALL PROGRESS TONE #1"],
  );
});

test("the letter S of a digit map waits from 6.4 on, and wins at once before", () => {
  const { conversion: from } = audiocodesIni;
  const { conversion: to } = ciscoFlatProfile;
  assert.ok(from && to);
  const plan = (firmware?: string) =>
    convert(new Map([["DigitMapping", "11xS|9011x.T"]]), from, to, undefined, { firmware });
  assert.deepEqual(plan("6.00A.010").settings, [["Dial_Plan_1_", "(11xS0|9011x.)"]]);
  assert.deepEqual(plan("6.60A.100").settings, [["Dial_Plan_1_", "(11xS2|9011x.)"]]);
  assert.deepEqual(plan("6.60A.100").losses, []);
  assert.equal(plan().losses.length, 1);
});

const labelsAt = (text: string) => itemsAt(text).map(({ label }) => label);

function itemsAt(text: string): readonly CompletionItem[] {
  const { file, position } = fixture(text, undefined, audiocodesIni);
  const found = completion.run(file, { textDocument, position }, noToken) as CompletionItem[] | CompletionList | null;
  return found === null ? [] : "items" in found ? found.items : found;
}

test("names of a section are offered that it has not yet", () => {
  const typed = section(["Tone Type=1", "Low Fr$0", "High Freq [Hz]=440"]);
  const labels = labelsAt(typed);
  assert.ok(labels.includes("Low Freq [Hz]") && labels.includes("Tone Form"));
  assert.ok(!labels.includes("Tone Type") && !labels.includes("High Freq [Hz]"));
  assert.equal(itemsAt(typed).find(({ label }) => label === "Low Freq [Hz]")?.textEdit?.newText, "Low Freq [Hz]=");
  // Where a value is there, the name alone is written.
  assert.ok(labelsAt(section(["Tone Type=1", "Low Freq$0 [Hz]=350"])).includes("Low Freq [Hz]"));
  assert.deepEqual(labelsAt("[NUMBER OF CALL PROGRESS TONES]\n$0\n"), ["Number of Call Progress Tones"]);
  assert.ok(itemsAt(section(["Tone Type=$0"])).some(({ detail }) => detail?.includes("dial tone")));
});

test("the tones of a country are inserted, and have no problems", () => {
  for (const { country, name } of nationalSets) {
    const item = itemsAt("[$0\n").find(({ label }) => label === `[Tones of ${name()}]`);
    assert.ok(item?.textEdit, country);
    const text = `${item.textEdit.newText}\n`;
    assert.deepEqual(
      problemsOf(text, undefined, audiocodesIni).map(({ code, message }) => `${code} ${message}`),
      [],
      country,
    );
    const uses = tonesOf(audiocodesIni.read(text, catalogue)).map(({ use }) => use);
    assert.deepEqual(uses.slice(0, 3), ["dial", "busy", ...(country === "GB" ? ["reorder"] : ["ringing"])], country);
  }
  // After other tones the numbers go on, and the file keeps its own head.
  const more = itemsAt(
    `[NUMBER OF CALL PROGRESS TONES]\nNumber of Call Progress Tones=1\n${section(["Tone Type=4"])}[$0\n`,
  );
  const germany = more.find(({ label }) => label === "[Tones of Germany]")?.textEdit?.newText ?? "";
  assert.match(germany, /^\[CALL PROGRESS TONE #1\]\nTone Type=1\n/);
  assert.ok(!labelsAt("MaxDigits = 7\n[$0\n").some((label) => label.startsWith("[Tones")));
});

test("a file of tones has its own language in the editor", () => {
  const { files } = audiocodesIni;
  assert.equal(languageOf(files, section(["Tone Type=1"])), "audiocodes-cpt");
  assert.equal(languageOf(files, "[ SIP Params ]\nMaxDigits = 7\n"), "audiocodes-ini");
  assert.ok(languagesOf(files).includes("audiocodes-cpt"));
});

test("sections of tones fold", () => {
  const { file } = fixture(
    `${section(["Tone Type=1", "Tone Form=1"])}${section(["Tone Type=2"])}`,
    undefined,
    audiocodesIni,
  );
  const folds = folding.run(file, { textDocument }, noToken);
  assert.deepEqual(
    folds?.map(({ startLine, endLine }) => [startLine, endLine]),
    [
      [0, 2],
      [3, 4],
    ],
  );
});

test("keys with another unit and steady tones that are detected too early are reported", () => {
  const codes = (...lines: string[]) => problemsOf(section(lines), undefined, audiocodesIni).map(({ code }) => code);
  assert.deepEqual(codes("Tone Modulation Type=1", "AM Factor [steps of 0.02]=20"), ["tone/unit"]);
  assert.deepEqual(codes("Tone Form=2", "First Signal On Time [10 msec]=20", "First Signal Off Time [10msec]=20"), [
    "parameter/unknown",
  ]);
  const steady = (on: number) => codes("Tone Form=1", `First Signal On Time [10msec]=${on}`);
  assert.deepEqual([steady(0), steady(9), steady(10)], [[], ["tone/detection-time"], []]);
});
