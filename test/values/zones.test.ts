import test from "node:test";
import { effective } from "../support/effectiveParameter";
import { checkChosen, checkFixes, checkGuesses, checkValues, checkWords } from "../support/value";

const zones = effective("TimeZone", {
  options: [
    "GMT-06:00",
    "GMT-05:00",
    "GMT-03:30",
    "GMT",
    "GMT+01:00",
    "GMT+02:00",
    "GMT+05:30",
    "GMT+08:00",
    "GMT+10:00",
  ],
});

test("a zone by its abbreviation, country, region or name of the tz database", () => {
  checkValues(
    zones,
    `
    GMT+01:00
    CET
    ^^^ warning value/not-an-option
    Germany
    ^^^^^^^ warning value/not-an-option
    CST
    ^^^ warning value/not-an-option
    Atlantis
    ^^^^^^^^ info value/not-an-option
    `,
  );
  checkFixes(zones, {
    CET: "GMT+01:00",
    est: "GMT-05:00",
    Germany: "GMT+01:00",
    "hong kong": "GMT+08:00",
    "Europe/London": "GMT",
    "America/St_Johns": "GMT-03:30",
    "Australia/Sydney": "GMT+10:00",
    "Europe/Nowhere": undefined,
    Atlantis: undefined,
    CST: undefined,
  });
  checkGuesses(zones, { CST: ["GMT-06:00", "GMT+08:00"], IST: ["GMT+02:00", "GMT+05:30"], CET: [], Atlantis: [] });
});

test("a zone that the phone does not have is not offered", () => {
  checkGuesses(effective("TimeZone", { options: ["GMT", "GMT+05:30", "GMT+09:00", "GMT+09:30"] }), {
    IST: [],
    CST: [],
    JST: [],
  });
  checkFixes(effective("TimeZone", { options: ["GMT", "GMT+05:30"] }), { IST: "GMT+05:30", CET: undefined });
});

test("zones are shown with their countries, and found by them", () => {
  checkWords(zones, {
    "GMT-03:30": "NST, Newfoundland",
    "GMT+05:30": "IST, India, Sri Lanka",
    "GMT+99:00": undefined,
    Berlin: undefined,
  });
  checkChosen(zones, "Germ$0", "GMT+01:00", "GMT+01:00");
});
