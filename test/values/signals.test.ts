import test from "node:test";
import { setpoint } from "../support/setpoint";
import { checkChosen, checkFixes, checkLabels, checkTokens, checkValues, checkWords } from "../support/value";

test("cadences", () => {
  checkValues(
    "CadScript",
    `
    60(2/4)
    60(.2/.2,.2/.2,.2/.2,1/4)
    10(1/1);20(2/2)
    10(1/1);20(2/2);
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
  checkLabels("CadScript", "$0", [
    "60(2/4)",
    "60(.3/.2,1/.2,.3/4)",
    "60(.8/.4,.8/4)",
    "60(.4/.2,.3/.2,.8/4)",
    "60(.2/.2,.2/.2,.2/.2,1/4)",
  ]);
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
    [`440@0.50, 350@-0.5; 010(${sections})`]: `440@0.5,350@-0.5;10(${Array(6).fill(".25/.25/1+2").join(",")})`,
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
    440@-10.25
             ^ error frequency/decimals
    1@0,2@0,3@0,4@0,5@0,6@0,7@0
                            ^^^ error frequency/too-many
    440@-10,
           ^ error frequency/syntax
    `,
  );
  checkWords("FreqScript", { "350@-19,440@3.5": "350 Hz at -19 dBm, 440 Hz at 3.5 dBm", "440": undefined });
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
    `,
  );
  checkFixes("ToneScript", { "350@-19,440@-19;10(*0/1+2)": "350@-19,440@-19;10(*/0/1+2)" });
  checkWords("ToneScript", { "350@-19": undefined, "350@-19;10(*/0/2)": undefined });
  checkLabels("ToneScript", "$0", ["Factory dial tone", "Factory outside dial tone"], 2);
});

test("adapters take disconnect tones of two frequencies and one section", () => {
  checkValues(
    setpoint("ToneScript", { name: "Disconnect_Tone", generation: "ATA" }),
    `
    480@-30,620@-30;4(.25/.25/1+2)
    480@-30;4(.25/.25/1)
    ^^^^^^^^^^^^^^^^^^^^ warning tone/disconnect-tone
    480@-30,620@-30;4(.25/.25/1+2);1(1/1/1)
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning tone/disconnect-tone
    `,
  );
  checkValues(setpoint("ToneScript", { name: "Disconnect_Tone", generation: "MPP" }), "480@-30;4(.25/.25/1)");
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
