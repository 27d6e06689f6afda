import assert from "node:assert/strict";
import test from "node:test";
import { defaultSettings } from "../../server/src/analysis/snapshot";
import { problemsOf } from "../support/problems";

/** What is reported for emergency numbers, with a setting of the editor and further elements of the profile. */
function checkEmergency(plan: string, { others = "", numbers = "auto" } = {}): string[] {
  const value = plan.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const text = `<flat-profile>${others}<Dial_Plan_1_>${value}</Dial_Plan_1_></flat-profile>`;
  return problemsOf(text, { ...defaultSettings, emergencyNumbers: numbers })
    .filter(({ code }) => code === "dialplan/emergency")
    .map(({ severity, message }) => `${severity}: ${message}`);
}

const later = (number: string) => `hint: ${number} is sent 3 s after its last key, because more keys could follow.`;

test("what is barred, rewritten and delayed is reported for the country or numbers that were chosen", () => {
  assert.deepEqual(checkEmergency("(9xx!|[2-8]xxx)", { numbers: "us" }), ["warning: 911 is barred by `9xx!`."]);
  assert.deepEqual(checkEmergency("(<9:>xx.)", { numbers: "US" }), ["warning: 911 is sent as `11` by `<9:>xx.`."]);
  // the exchange after the phone may need a prefix
  assert.deepEqual(checkEmergency("(<:0>112S0|[2-8]xxx)", { numbers: "NL" }), [
    "info: 112 is sent as `0112` by `<:0>112S0`.",
  ]);
  assert.deepEqual(checkEmergency("(112|112x.)", { numbers: "NL" }), [later("112")]);
  assert.deepEqual(checkEmergency("(112|11[0-9]x|118S0)", { numbers: "112, 118" }), [later("112")]);
});

test("numbers of the line win over the setting", () => {
  const own = { others: "<Emergency_Number_1_>999,110</Emergency_Number_1_>", numbers: "US" };
  assert.deepEqual(checkEmergency("(999!|911!|xxx)", own), ["warning: 999 is barred by `999!`."]);
  const other = { others: "<Emergency_Number_2_>999</Emergency_Number_2_>" };
  assert.deepEqual(checkEmergency("(999!|xxx)", other), []);
});

test("the country follows from what the profile states", () => {
  const reported = (others: string) => checkEmergency("(1xx!|9xx!|xxxx)", { others });
  for (const german of [
    "<Locale>de-DE</Locale>",
    "<Time_Zone>GMT+01:00</Time_Zone><Dial_Tone>425@-19;10(*/0/1)</Dial_Tone>",
  ])
    assert.equal(reported(german)[0], "warning: 112 is barred by `1xx!`.", german);
  assert.deepEqual(reported("<Language_Selection>Czech</Language_Selection>").length, 4);
  const american = "<Time_Zone>GMT-05:00</Time_Zone><Dial_Tone>350@-19,440@-19;10(*/0/1+2)</Dial_Tone>";
  assert.deepEqual(reported(american), ["warning: 911 is barred by `9xx!`."]);
  // a delay is reported only where somebody stated the numbers
  assert.deepEqual(checkEmergency("(112|112x.)", { others: "<Locale>de-DE</Locale>" }), []);
});

test("what phones are shipped with states nothing; then only what was spelled is reported, and mildly", () => {
  const shipped =
    "<Locale>en-US</Locale><Language_Selection>English-US</Language_Selection><Time_Zone>GMT-08:00</Time_Zone>";
  for (const others of ["", shipped, "<Locale>en-US</Locale><Dial_Tone>425@-19;10(*/0/1)</Dial_Tone>"]) {
    assert.deepEqual(checkEmergency("([2-9]11!|1xx!|[2-8]xxx)", { others }), [], others);
    assert.deepEqual(checkEmergency("(911!|112!|[2-8]xxx)", { others }), [
      "info: 911 is barred by `911!`.",
      "info: 112 is barred by `112!`.",
    ]);
    assert.deepEqual(checkEmergency("(999!|110!|000!|911|911x.)", { others }), [], others);
  }
});

test("the profile's own short timer counts", () => {
  const timer = (seconds: number) => `<Interdigit_Short_Timer>${seconds}</Interdigit_Short_Timer>`;
  assert.match(checkEmergency("(112|112x.)", { others: timer(9), numbers: "DE" }).join(), /only 9 s/);
  assert.deepEqual(checkEmergency("(112|112x.)", { others: timer(0), numbers: "DE" }), []);
});

test("numbers that go at once, hot lines and plans that cannot be read are not reported", () => {
  for (const plan of ["(911S0|112S0|[2-9]xxxxxx)", "(911S0|[2-8]xxx)", "(P5<:911>)", "(S0<:1000>)", "(911"])
    assert.deepEqual(checkEmergency(plan, { numbers: "911, 112" }), [], plan);
});

test("while the phone is unknown, only what is true on every phone is reported", () => {
  const plan = "(1x|112)"; // 112# could go on where x is any key
  assert.deepEqual(checkEmergency(plan, { numbers: "112" }), []);
  assert.deepEqual(checkEmergency("(112|112xx)", { numbers: "112" }), [later("112")]);
});

test("the plan a phone is shipped with waits as it does", () => {
  const others = "<!-- flat-profile-device family=mpp88xx -->";
  const shipped = "(*xx|[3469]11|0|00|[2-9]xxxxxx|1xxx[2-9]xxxxxxS0|xxxxxxxxxxxx.)";
  assert.deepEqual(checkEmergency(shipped, { others, numbers: "US" }), []);
  assert.deepEqual(checkEmergency(shipped.replace("*xx|", ""), { others, numbers: "US" }), [later("911")]);
});

test("nothing is reported when it is switched off", () => {
  assert.deepEqual(
    checkEmergency("(911!)", { numbers: "off", others: "<Emergency_Number_1_>911</Emergency_Number_1_>" }),
    [],
  );
});

const french = { others: "<Locale>fr-FR</Locale>" };
const none = (severity: string, numbers: string, cure: string) =>
  `${severity}: This plan rejects all emergency numbers (${numbers}). Add a sequence such as \`${cure}\`.`;

test("a plan through which no emergency number of the country goes", () => {
  const plan = "(*xx|<0:0033>[1-7]xxxxxxxx|00xxxxxxxxx.)";
  const warning = none("warning", "112, 15, 17, 18", "112S0");
  assert.deepEqual(checkEmergency(plan, french), [warning]);
  assert.deepEqual(checkEmergency(plan, { numbers: "FR" }), [warning]);
  assert.deepEqual(checkEmergency(plan, { others: "<Emergency_Number_1_>15</Emergency_Number_1_>" }), [
    none("warning", "15", "15S0"),
  ]);
  // dialed before it is whole
  assert.deepEqual(checkEmergency("([2-9]xS0|000S0|0xx.)", { numbers: "000,911" }), []);
  assert.deepEqual(checkEmergency("(9xS0|0xx.)", { numbers: "US" }), [none("warning", "911", "911S0")]);
  // one of them is enough
  assert.deepEqual(checkEmergency("(112S0|0xx.)", french), []);
});

test("where the country is only guessed that is info, and nothing where it is not known", () => {
  const plan = "([2-8]xxx|0xx.)";
  const guessed = "<Time_Zone>GMT-05:00</Time_Zone><Dial_Tone>350@-19,440@-19;10(*/0/1+2)</Dial_Tone>";
  assert.deepEqual(checkEmergency(plan, { others: guessed }), [none("info", "911", "911S0")]);
  assert.deepEqual(checkEmergency(plan, { others: "<Language_Selection>Danish</Language_Selection>" }), [
    none("info", "112", "112S0"),
  ]);
  assert.deepEqual(checkEmergency(plan), []);
  assert.deepEqual(checkEmergency(plan, { others: "<Locale>en-US</Locale>" }), []);
});

test("the prefix of an outside line is a way out, though not a direct one", () => {
  for (const plan of ["(<9,:>911S0|[2-8]xxx)", "(9,[3469]11S0|[2-8]xxx)", "(<9:>911S0|[2-8]xxx)"])
    assert.deepEqual(
      checkEmergency(plan, { numbers: "US" }),
      ["info: This plan sends no emergency number (911) without a prefix. 9911 works."],
      plan,
    );
});

test("a long delay is a warning where the country is stated", () => {
  const family = (id: string, rest = "") => `<!-- flat-profile-device family=${id} -->${rest}`;
  const plan = "(1xxx|0xx.)";
  const mpp = "warning: The phone sends 112 only 10 s after the last key. Add a sequence such as `112S0`.";
  assert.deepEqual(checkEmergency(plan, { others: family("mpp88xx"), numbers: "NL" }), [mpp]);
  assert.deepEqual(checkEmergency(plan, { others: family("mpp88xx", "<Locale>nl-NL</Locale>") }), [mpp]);
  assert.deepEqual(checkEmergency(plan, { others: family("spa5xx"), numbers: "NL" }), [
    none("warning", "112", "112S0"),
  ]);
  assert.deepEqual(checkEmergency(plan, { numbers: "NL" }), [
    "warning: MPP phones send 112 only 10 s after the last key. SPA phones and adapters reject it. Add a sequence such as `112S0`.",
  ]);
  assert.deepEqual(checkEmergency(plan, { others: "<Language_Selection>Dutch</Language_Selection>" }), []);
  assert.deepEqual(checkEmergency("S:8,(112|112x.)", { numbers: "NL" }), [
    "warning: The phone sends 112 only 8 s after the last key. Add a sequence such as `112S0`.",
  ]);
});

test("equal plans of several lines are one report, at the first", () => {
  const others = "<Locale>fr-FR</Locale><Dial_Plan_2_>(0xx.)</Dial_Plan_2_><Dial_Plan_3_>(0xx.)</Dial_Plan_3_>";
  assert.equal(checkEmergency("(0xx.)", { others }).length, 1);
  const off = "<Locale>fr-FR</Locale><Line_Enable_1_>No</Line_Enable_1_>";
  assert.deepEqual(checkEmergency("(0xx.)", { others: off }), []);
});

test("plans of trunks are not dialed by hand, on every line", () => {
  const marked = (name: string, others = "") => {
    const text = `<flat-profile>${others}<${name}>(9xx!|911!)</${name}></flat-profile>`;
    const start = text.indexOf(`<${name}>`);
    return problemsOf(text, { ...defaultSettings, emergencyNumbers: "US" }).filter(
      ({ code, span }) => code === "dialplan/emergency" && span.start > start,
    ).length;
  };
  for (const name of ["Dial_Plan_1_", "Dial_Plan_12_"]) {
    assert.equal(marked(name), 1, name);
    assert.equal(marked(name, "<Phone_Dial_Plan>(911S0|xx.)</Phone_Dial_Plan>"), 0, name);
  }
});
