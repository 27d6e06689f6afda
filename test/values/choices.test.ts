import assert from "node:assert/strict";
import test from "node:test";
import { choice } from "../../server/src/values/choice";
import { effective } from "../support/effectiveParameter";
import {
  checkChosen,
  checkFixes,
  checkGuesses,
  checkLabels,
  checkTokens,
  checkValues,
  checkWords,
} from "../support/value";

test("switches are Yes or No; other spellings are only hints", () => {
  checkValues(
    "Bool",
    `
    Yes
    No
    yes
    ^^^ hint value/boolean-spelling
    1
    ^ hint value/boolean-spelling
    true
    ^^^^ hint value/boolean-spelling
    Enabled
    ^^^^^^^ hint value/boolean-spelling
    Yess
    ^^^^ warning value/not-boolean
    2
    ^ warning value/not-boolean
    when it rains
    ^^^^^^^^^^^^^ info value/not-boolean
    `,
  );
  checkFixes("Bool", { yes: "Yes", off: "No", "0": "No", Yess: "Yes", Nop: "No", maybe: undefined });
  checkWords("Bool", { Yes: "on", no: "off", "1": "on", maybe: undefined });
  checkLabels("Bool", "Y$0", ["Yes", "No"]);
});

test("switches of adapters' routers are 1 or 0", () => {
  checkValues(
    "Flag01",
    `
    0
    1
    Enabled
    2
    ^ warning value/not-of-type
    `,
  );
  checkFixes("Flag01", { On: "1", No: "0", "2": undefined });
  checkWords("Flag01", { "1": "on", "0": "off", Yes: undefined });
  checkLabels("Flag01", "$0", ["1", "0"]);
});

test("a word that nearly is an option is a mistake, another one may be newer than the list", () => {
  checkValues(
    "{Disabled,Enabled,G711u,G.722,Auto}",
    `
    Enabled
    g711U
    ^^^^^ hint value/not-an-option
    G722
    ^^^^ hint value/not-an-option
    Disabld
    ^^^^^^^ warning value/not-an-option
    Opus
    ^^^^ info value/not-an-option
    `,
  );
  checkFixes("{Disabled,Enabled}", { Disabld: "Disabled", ENABLED: "Enabled", Opus: undefined });
  checkGuesses("{Disabled,Enabled}", { Disabld: [], Opus: ["Disabled", "Enabled"] });
  checkGuesses("{en-US,de-DE,de-AT,fr-FR,it-IT,nl-NL}", {
    "de-CH": ["de-DE", "de-AT"],
    German: [],
    DE: ["de-DE", "de-AT"],
  });
  checkGuesses("{0,5,10,15,30,60}", { "12": ["10", "15", "5"], "999": ["60", "30", "15"] });
  checkLabels("{TCP,UDP,TLS}", "T$0", ["TCP", "UDP", "TLS"]);
  checkTokens("{TCP,UDP}", "TCP", ["keyword TCP"]);
});

test("a word that is equally near to several options means none of them, unless it is one cut short", () => {
  checkValues(
    "{GMT-10:00,GMT-01:00,GMT,G722,G729a,24hr,12hr}",
    `
    GMT-00:00
    ^^^^^^^^^ info value/not-an-option
    G729
    ^^^^ warning value/not-an-option
    25hr
    ^^^^ warning value/not-an-option
    `,
  );
  checkFixes("{GMT-10:00,GMT-01:00,GMT,G722,G729a}", { "GMT-00:00": undefined, G729: "G729a" });
});

test("a list that only dumps show makes no warning", () => {
  const at = effective("{Enabled,Disabled}");
  checkValues(
    { ...at, parameter: { ...at.parameter, optionsBasis: "dump" } },
    `
    Disabld
    ^^^^^^^ hint value/not-an-option
    `,
  );
});

test("words joined by |", () => {
  checkValues(
    effective("FlagList", { options: ["NTE", "MPEG"] }),
    `
    NTE|MPEG
    nte
    NTE|MP3
        ^^^ hint value/not-an-option
    `,
  );
  checkLabels(effective("FlagList", { options: ["NTE", "MPEG"] }), "$0", ["NTE", "MPEG"]);
  checkChosen(effective("FlagList", { options: ["NTE", "MPEG"] }), "NTE|M$0", "MPEG", "NTE|MPEG");
});

test("options are offered in their order after the default", () => {
  const at = effective("{a,b,c,d}");
  const offered = choice.complete?.("", 0, { ...at, default: "c" }) ?? [];
  const inOrder = [...offered].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0)).map(({ label }) => label);
  assert.deepEqual(inOrder, ["c", "a", "b", "d"]);
});
