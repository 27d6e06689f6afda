import assert from "node:assert/strict";
import test from "node:test";
import { factoryTones, nationalTones, tonesLike } from "../../server/src/values/signal/knownTones";
import { tone } from "../../server/src/values/signal/tone";
import { readTone } from "../../server/src/values/signal/toneScript";
import { catalogue } from "../support/catalogue";
import { effective } from "../support/effectiveParameter";
import { dialect } from "../support/problems";
import { applied, checkChosen, checkFixes, checkLabels, checkTokens, checkValues, checkWords } from "../support/value";

test("cadences", () => {
  checkValues(
    "CadScript",
    `
    60(2/4)
    60(.2/.2,.2/.2,.2/.2,1/4)
    10(1/1);20(2/2)
    10(1/1) ; 20(2/2)
    10(1/1);20(2/2);
                   ^ error cadence/syntax
    30(.1/.1, .1/9.7)
    *(2/4)
    1(1/1);2(1/1);3(1/1)
                  ^^^^^^ error cadence/sections
    60(1/1,1/1,1/1,1/1,1/1,1/1,1/1)
                               ^^^ error cadence/segments
    60(.1234/4)
           ^ error cadence/decimals
    60()
       ^ error cadence/syntax
    60(2/4
         ^ error cadence/syntax
    60(2-4)
        ^ error cadence/syntax
    60(2/4/1)
          ^ error cadence/syntax
    60(2/4)60(2/4)
           ^^^^^^^ error cadence/syntax
    ring
    ^ error cadence/syntax
    `,
  );
  checkWords("CadScript", { "60(2": undefined, "60(2/4)60(2/4)": undefined });
  checkLabels("CadScript", "$0", ["60(2/4)", "60(.3/.2,1/.2,.3/4)", "60(.8/.4,.8/4)"], 3);
  checkLabels("CadScript", "10(1$0", ["60(2/4)"], 1);
  checkChosen("CadScript", "10(1$0/1)", "60(.25/9.75)", "60(.25/9.75)");
  checkTokens("CadScript", "*(2/.5)", [
    "operator *",
    "operator (",
    "number 2",
    "operator /",
    "number .5",
    "operator )",
  ]);
});

test("a script of more than 127 characters can lose its superfluous ones", () => {
  const long = `60(${Array(6).fill("0.200 / 0.200").join(" , ")}) ; ${"60(0.200/0.200, 1.000/4.000)"}`;
  checkFixes("CadScript", {
    [long]: `60(${Array(6).fill(".2/.2").join(",")});60(.2/.2,1/4)`,
    "60(2/4)": undefined,
  });
  const sections = Array(6).fill("0.250 / 0.250 / 1+2").join(" , ");
  checkFixes("ToneScript", {
    [`440@0.5, 350@-0.5; 010(${sections})`]: `440@0.5,350@-0.5;10(${Array(6).fill(".25/.25/1+2").join(",")})`,
  });
  const times = [".111/.111", ".222/.222", ".333/.333", ".444/.444", ".555/.555"];
  const inTone = times.map((time) => `${time}/2`).join();
  checkFixes("ToneScript", {
    // a frequency that is not used, silence in a segment of its own, one section that goes on with the other
    [`350@-19,440@-19;3.33(${inTone});30(${inTone})`]: `440@-19;33.33(${times.map((time) => `${time}/1`).join()})`,
    [`350@-19,440@-19;30(${inTone});30(${inTone},.123/.1/1)`]: undefined,
  });
});

test("frequencies", () => {
  checkValues(
    "FreqScript",
    `
    440@-10
    350@-19,440@-19
    350@-19, 440@3.5
    400*33@-19
    440.5@-10
    ^^^^^^^^^ error frequency/syntax
    440
    ^^^ error frequency/syntax
    440@-10.
    ^^^^^^^^ error frequency/syntax
    440@-10.25
             ^ error frequency/decimals
    1@0,2@0,3@0,4@0,5@0,6@0,7@0
                            ^^^ error frequency/too-many
    440@-10,
           ^ error frequency/syntax
    `,
  );
  checkWords("FreqScript", {
    "350@-19,440@3.5":
      "350 + 440 Hz\n\n- Number of Frequencies = 2\n- Frequency 1 = 350 Hz at -19 dBm\n- Frequency 2 = 440 Hz at 3.5 dBm",
    "440": undefined,
  });
});

test("tones", () => {
  checkValues(
    "ToneScript",
    `
    350@-19,440@-19;10(*/0/1+2)
    397@-19,507@-19;15(0/2/0,.2/.1/1,.1/2.1/2)
    350@-19,440@-19;2(.1/.1/1+2);10(*/0/1+2)
    350@-19,440@-19;10(*0/1+2)
                        ^ error tone/syntax
    350@-19;10(*/0/1+2)
                     ^ error tone/no-such-frequency
    350@-19
    ^^^^^^^ error tone/syntax
    350@-19;
           ^ error tone/syntax
    350;10(*/0/1)
    ^^^ error frequency/syntax
    350@-19;10(*/0)
                  ^ error tone/syntax
    350@-19;10(1/1/0+1)
                   ^ error tone/syntax
    350@-19;10(1/1/1+0)
                     ^ error tone/syntax
    350@-19;10(1/1/1);
                     ^ error tone/syntax
    `,
  );
  checkFixes("ToneScript", {
    "350@-19,440@-19;10(*0/1+2)": "350@-19,440@-19;10(*/0/1+2)",
    "350@-19,440@-19;10(*/01+2)": "350@-19,440@-19;10(*/0/1+2)",
    "350@-19;10(.5/*1)": "350@-19;10(.5/*/1)",
    "350@-19;10(.5.5/1)": "350@-19;10(.5/.5/1)",
    "350@-19;10(.5/.51)": undefined,
    "350@-19,440@-19;10(*/0/1+3)": "350@-19,440@-19;10(*/0/1+2)",
    "350@-19,440@-19;10(*/0/1+2+3)": "350@-19,440@-19;10(*/0/1+2)",
    "350@-19;10(*/0/2+1)": "350@-19;10(*/0/1)",
    "350@-19.25;10(*/0/1)": "350@-19.2;10(*/0/1)",
    "350@-19;10(1/1/0+1)": "350@-19;10(1/1/1)",
    "350@-19;10(1/1/1+0)": "350@-19;10(1/1/1)",
    "350@-19;10(*/0/1) ; ": "350@-19;10(*/0/1)  ",
  });
  const notes = (count: number) => Array.from({ length: count }, (_, i) => `.${i + 1}/.1/1`).join();
  checkFixes("ToneScript", {
    [`440@-19;10(${notes(7)})`]: `440@-19;10(${notes(6)})`,
    // what follows is silence, or the same once more
    [`440@-19;10(${notes(6)},0/4/0)`]: "440@-19;10(.1/.1/1,.2/.1/1,.3/.1/1,.4/.1/1,.5/.1/1,.6/4.1/1)",
    [`440@-19;10(${[notes(4), notes(4)].join()})`]: `440@-19;10(${notes(4)})`,
    "440@-19;2(1/1/1);2(1/1/1);5(*/0/1)": "440@-19;4(1/1/1);5(*/0/1)",
    "440@-19;2(1/1/1);2(1/2/1);5(*/0/1)": "440@-19;2(1/1/1);2(1/2/1)",
  });
  checkWords("ToneScript", { "350@-19": undefined, "350@-19;10(*/0/2)": undefined });
  checkLabels("ToneScript", "$0", ["Factory dial tone", "Factory outside dial tone"], 2);
});

test("named tones come in the order in which the parameter needs them", () => {
  const at = (name: string) => ({
    ...effective("ToneScript", { name, role: catalogue.find(name)?.parameter.role ?? "" }),
    default: "480@-19,620@-19;10(.5/.5/1+2)",
  });
  const first = (name: string, count: number) =>
    (tone.complete?.("480@", 4, at(name)) ?? [])
      .map((offered, i) => ({ ...offered, order: (offered.rank ?? 50) * 1000 + i }))
      .sort((a, b) => a.order - b.order)
      .slice(0, count)
      .map(({ label }) => label);
  assert.deepEqual(first("Busy_Tone", 3), [
    "Factory busy tone",
    "busy tone of North America (ITU-T E.180)",
    "Factory reorder tone",
  ]);
  assert.deepEqual(first("Ring_Back_Tone", 3), [
    "Factory busy tone",
    "busy tone of North America (ITU-T E.180)",
    "Factory ring back tone",
  ]);
  checkChosen("ToneScript", "$0", "busy tone of the United Kingdom (ITU-T E.180)", "400@-16;10(.375/.375/1)");
  checkChosen("ToneScript", "$0", "dial tone of North America (ITU-T E.180)", "350@-19,440@-19;10(*/0/1+2)");
  for (const { script, name, kind } of [...factoryTones, ...nationalTones]) {
    assert.deepEqual(readTone(script).problems, [], script);
    assert.match(name(), /\w tone\b/, script);
    assert.doesNotMatch(name(), /undefined|[{}]/, script);
    if (kind !== undefined) assert.ok(tonesLike(readTone(script)).length > 0, name());
  }
});

/** The part that is described at `$0`. */
function checkPart(of: string, marked: string, part: string | undefined, words?: RegExp): void {
  const type = dialect.valueTypes.find(({ id }) => id === of);
  const found = type?.signature?.(marked.replace("$0", ""), marked.indexOf("$0"), effective(of));
  const active = found?.parts[found.active];
  assert.equal(active && found?.label.slice(active.span.start, active.span.end), part, marked);
  if (words) assert.match(active?.documentation ?? "", words, marked);
}

test("the part of a script at the cursor is named while it is typed", () => {
  checkPart("ToneScript", "35$00@-19,440", "350", /^Frequency 1/);
  checkPart("ToneScript", "350@$0", "", /^Level of frequency 1/);
  checkPart("ToneScript", "350@-19,440@-1$09;10(", "-19", /^Level of frequency 2/);
  checkPart("ToneScript", "350@-19,440@-19;1$00(*/0/1+2)", "10", /^Length of the section/);
  checkPart("ToneScript", "350@-19,440@-19;10($0", "", /^Segment 1: seconds on/);
  checkPart("ToneScript", "350@-19,440@-19;10(*/0/1+2$0)", "1+2", /^Segment 1: numbers.* Now: 350 Hz \+ 440 Hz\.$/);
  checkPart("ToneScript", "350@-19;2(.1/.1/1);10(1/1/1,2/$03/1)", "3", /^Segment 2: seconds off/);
  checkPart("CadScript", "60(2/4,.5$0", ".5", /^Segment 2: seconds on/);
  checkPart("CadScript", "$0", "", /^Length of the section/);
  checkPart("CadScript", "$0;", "", /^Length of the section/);
  checkPart("ToneScript", "$0;10(", "", /^Frequency 1/);
  checkPart("FreqScript", "350@-19,4$040", "440", /^Frequency 2/);
  checkPart("RingScript", "n=A;w=$03;c=1", "w=3", /^Sound/);
  checkPart("RingScript", "n=A;$0", undefined);
});

/** The other ways to write a value, by their titles. */
function checkRewritings(of: string, text: string, expected: Readonly<Record<string, string>>): void {
  const type = dialect.valueTypes.find(({ id }) => id === of);
  const found = type?.rewrites?.(text, effective(of)) ?? [];
  assert.deepEqual(Object.fromEntries(found.map((fix) => [fix.title, applied(text, fix)])), expected);
}

test("values can be written in other ways", () => {
  const [withZero, without] = ["Add the zero before the decimal point", "Remove the zero before the decimal point"];
  const shortest = "Replace with the shortest form";
  checkRewritings("CadScript", "60(.5/0.25,2/4.05)", {
    [withZero]: "60(0.5/0.25,2/4.05)",
    [without]: "60(.5/.25,2/4.05)",
    [shortest]: "60(.5/.25,2/4.05)",
  });
  checkRewritings("CadScript", "60(2/4)", {});
  checkRewritings("CadScript", "60(2-4)", {});
  checkRewritings("ToneScript", "440@-0.5,350@-19;10(.5/.5/1)", {
    [withZero]: "440@-0.5,350@-19;10(0.5/0.5/1)",
    [shortest]: "440@-0.5;10(.5/.5/1)",
  });
  checkRewritings("Time", ".5", { [withZero]: "0.5" });
  checkRewritings("Time", "0.5", { [without]: ".5" });
  checkRewritings("Time", "0", {});
  checkRewritings("DialPlanScript", "( 9, x. | <:1 2> xx )", { "Remove the spaces": "(9,x.|<:1 2>xx)" });
  checkRewritings("DialPlanScript", "(9,x.)", {});
});

test("adapters take disconnect tones of two frequencies and one section", () => {
  checkValues(
    effective("ToneScript", { role: "disconnect-tone", generation: "ATA" }),
    `
    480@-30,620@-30;4(.25/.25/1+2)
    480@-30;4(.25/.25/1)
    ^^^^^^^^^^^^^^^^^^^^ warning tone/disconnect-tone
    480@-30,620@-30;4(.25/.25/1+2);1(1/1/1)
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning tone/disconnect-tone
    `,
  );
  checkValues(effective("ToneScript", { role: "disconnect-tone", generation: "MPP" }), "480@-30;4(.25/.25/1)");
});

test("rings", () => {
  checkValues(
    "RingScript",
    `
    n=Sunrise;w=file://Sunrise.rwb;c=1
    n=Chirp 1;w=3;c=0
    N=Classic;W=3;C=1;
    n=Old;w=1;c=2;b=2;t=30
    n=X;w=1;c=0
              ^ warning ring/natural-length
    n=X;c=1
    ^^^^^^^ warning ring/no-waveform
    n=X;w=12;c=1
          ^^ warning ring/no-such-waveform
    n=X;w=5;c=1
    n=Du-dut;w=6;c=1
    n=X;w=7;c=1
          ^ hint ring/no-such-waveform
    n=X;w=1;c=12
              ^^ warning ring/bad-cadence
    n=X;w=1;c=fast
              ^^^^ warning ring/bad-cadence
    n=X;w=1;c=1;volume=3
                ^^^^^^ info ring/unknown-key
    `,
  );
  checkWords("RingScript", {
    "n=Low;w=1;c=2": "Low: mechanical bell in the rhythm of Cadence_2",
    "n=Sunrise;w=file://Sunrise.rwb;c=0": "Sunrise: file://Sunrise.rwb in its natural length",
  });
  checkChosen("RingScript", "n=Low;w$0", "w=", "n=Low;w=");
  checkLabels("RingScript", "n=Low;$0", ["w=", "c="]);
  checkTokens("RingScript", "n=A;w=1", ["parameter n", "string A", "parameter w", "string 1"]);
});

test("a plus that became something else is cured", () => {
  const tone = (numbers: string) => `350@-19,440@-19;10(*/0/${numbers})`;
  const others = [
    "1 2",
    "1%2B2",
    "1%2b2",
    "1&2",
    "1&amp;2",
    "1 & 2",
    "1++2",
    "1|2",
    "1.2",
    "1-2",
    "1and2",
    "1＋2",
    "1/2",
    "12",
  ];
  checkFixes("ToneScript", Object.fromEntries(others.map((numbers) => [tone(numbers), tone("1+2")])));
  checkFixes("ToneScript", {
    "350@-19,440@-19;2(.1/.1/1 2);10(*/0/1+2)": "350@-19,440@-19;2(.1/.1/1+2);10(*/0/1+2)",
    "350@-19,440@-19;10(.5/.5/1 2,.5/.5/1)": "350@-19,440@-19;10(.5/.5/1+2,.5/.5/1)",
    "350@-19,440@-19;10(.5/.5/1 .5/.5/2)": "350@-19,440@-19;10(.5/.5/1,.5/.5/2)",
    "350@-19 440@-19;10(*/0/1+2)": "350@-19,440@-19;10(*/0/1+2)",
    "350@-19+440@-19;10(*/0/1+2)": "350@-19,440@-19;10(*/0/1+2)",
    "350%40-19,440@-19;10(*/0/1+2)": "350@-19,440@-19;10(*/0/1+2)",
    "350@-19,440@-19;10(*/0/1 + 2)": undefined,
  });
  checkValues(
    "ToneScript",
    `
    350@-19,440@-19;10(*/0/1 2)
                           ^^^ error tone/syntax
    350@-19,440@-19;10(*/0/1&2)
                           ^^^ error tone/syntax
    `,
  );
});

test("a comma that became something else is cured", () => {
  checkFixes("CadScript", {
    "60(.3/.2 1/.2)": "60(.3/.2,1/.2)",
    "60(.3/.2;1/.2)": "60(.3/.2,1/.2)",
    "60(.3/.2%2C1/.2)": "60(.3/.2,1/.2)",
  });
});

test("a tone is named by what its parameter is for", () => {
  const steady = readTone("400@-19;10(*/0/1)");
  const unobtainable = "number unobtainable tone of the United Kingdom (ITU-T E.180)";
  const japan = "dial tone of Japan (ITU-T E.180)";
  for (const name of ["Reorder_Tone", "Busy_Tone", "SIT1_Tone", "Off_Hook_Warning_Tone"])
    assert.deepEqual(tonesLike(steady, catalogue.find(name)?.parameter), [unobtainable], name);
  assert.deepEqual(tonesLike(steady, catalogue.find("Dial_Tone")?.parameter), [japan]);
  assert.deepEqual(tonesLike(steady), [japan, unobtainable]);
  assert.deepEqual(tonesLike(steady, catalogue.find("Ring_Back_Tone")?.parameter), []);
  assert.deepEqual(tonesLike(readTone("425@-19;10(.48/.48/1)"), catalogue.find("Dial_Tone")?.parameter), []);
  assert.deepEqual(tonesLike(readTone("425@-19;*(1/4/1)"), catalogue.find("Ring_Back_Tone")?.parameter), [
    "ringing tone of Germany, Italy and many others (ITU-T E.180)",
  ]);
});
