import test from "node:test";
import { effective } from "../support/effectiveParameter";
import {
  checkFixes,
  checkGuesses,
  checkHints,
  checkLabels,
  checkTokens,
  checkValues,
  checkWords,
} from "../support/value";

test("unsigned numbers are decimal or hexadecimal and fit their bits", () => {
  checkValues(
    "Uns<8>",
    `
    0
    255
    0x18
    0XFf
    256
    ^^^ warning value/out-of-range
    0x100
    ^^^^^ warning value/out-of-range
    -1
    ^^ warning value/not-of-type
    +1
    ^^ warning value/not-of-type
    1.5
    ^^^ warning value/not-of-type
    twelve
    ^^^^^^ warning value/not-of-type
    30 s
    ^^^^ hint value/not-of-type
    `,
  );
  checkGuesses("Uns<8>", { "256": ["255"], "1.5": [], "30 s": [] });
  checkWords("Uns<16>", { "0x18": "Decimal: 24", "24": undefined, many: undefined });
});

test("signed numbers take either sign", () => {
  checkValues(
    "Sig<8>",
    `
    -128
    +127
    -0x10
    128
    ^^^ warning value/out-of-range
    -129
    ^^^^ warning value/out-of-range
    --1
    ^^^ warning value/not-of-type
    `,
  );
  checkGuesses("Sig<8>", { "128": ["127"], "-129": ["-128"] });
});

test("the nearest limit is offered", () => {
  const ranges = [{ min: 0, max: 0 }, { min: 20, max: 60 }, { min: 300 }];
  checkGuesses(effective("Uns<16>", { ranges }), { "5": ["0"], "15": ["20"], "61": ["60"], "299": ["300"] });
  checkGuesses("Port", { "65536": ["65535"] });
});

test("a number may lie in any of the known ranges", () => {
  checkValues(
    effective("Uns<16>", {
      ranges: [
        { min: 0, max: 0 },
        { min: 20, max: 60 },
      ],
    }),
    `
    0
    20
    60
    19
    ^^ warning value/out-of-range
    61
    ^^ warning value/out-of-range
    `,
  );
});

test("decimals", () => {
  checkValues(
    "Float<2>",
    `
    1
    .5
    5.
    -1.25
    1.255
        ^ warning value/too-many-decimals
    1,5
    ^^^ warning value/not-of-type
    .
    ^ warning value/not-of-type
    `,
  );
  checkFixes("Float<1>", { "1.2345": "1.2", "1.2": undefined });
});

test("times in seconds ignore further decimals", () => {
  checkValues(
    "Time<1>",
    `
    30
    .5
    0.125
    -5
    ^^ warning value/not-of-type
    5 min
    ^^^^^ hint value/not-of-type
    soon
    ^^^^ warning value/not-of-type
    `,
  );
  checkWords("Time<0>", {
    "59": undefined,
    "60": "1 min",
    "3661": "1 h 1 min 1 s",
    "86400": "1 d",
    "90.5": "1 min 30.5 s",
  });
  checkHints("Time<0>", { "60": undefined, "3600": "1 h" });
});

test("levels in dBm have one decimal and either sign", () => {
  checkValues(
    "PwrLevel",
    `
    -13.5
    1.5
    +3
    -13.55
         ^ warning value/too-many-decimals
    -16 dBm
    ^^^^^^^ warning value/not-of-type
    `,
  );
  checkWords("PwrLevel", { "-16": "-16 dBm", loud: undefined });
  checkFixes("PwrLevel", { "-13.55": "-13.5" });
});

test("ports", () => {
  checkValues(
    "Port",
    `
    0
    5060
    0x13c4
    65535
    65536
    ^^^^^ error value/out-of-range
    -1
    ^^ warning value/not-of-type
    sip
    ^^^ warning value/not-of-type
    `,
  );
  checkWords("Port", { "5061": "Port 5061 (SIP over TLS)", "0x13c4": "Port 5060", "9": undefined });
  checkLabels("Port", "50$0", ["5060", "5061"]);
  checkTokens("Port", "0x13c4", ["number 0x13c4"]);
});
