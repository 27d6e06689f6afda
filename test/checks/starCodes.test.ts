import assert from "node:assert/strict";
import test from "node:test";
import { problemsOf } from "../support/problems";

/** What is said of star codes in a profile: severity, and the text that is marked. */
function starCodes(settings: string, family?: string): string[] {
  const device = family === undefined ? "" : `<!-- flat-profile-device family=${family} -->`;
  const text = `${device}<flat-profile>${settings}</flat-profile>`;
  return problemsOf(text)
    .filter(({ code }) => code.startsWith("star-code/"))
    .map(({ code, severity, message, span }) => {
      const names = [...message.matchAll(/`(\w+)`/g)].map(([, name]) => name);
      return `${severity} ${code} «${text.slice(span.start, span.end)}» ${[...new Set(names)].join(" ")}`.trim();
    });
}

const voiceMail = (number: string) => `<Voice_Mail_Number>${number}</Voice_Mail_Number>`;
const own = (severity: string, number: string, name: string) =>
  `${severity} star-code/dialed-by-phone «${number}» ${name}`;

test("the voice mail number of a multiplatform phone that is one of its codes", () => {
  assert.deepEqual(starCodes(voiceMail("*97"), "mpp88xx"), [own("warning", "*97", "Call_Pickup_Code")]);
  assert.deepEqual(starCodes(voiceMail("*98"), "mpp78xx"), [own("warning", "*98", "Group_Call_Pickup_Code")]);
  assert.deepEqual(starCodes(voiceMail("*97@pbx.example.com"), "mpp68xx"), [own("warning", "*97", "Call_Pickup_Code")]);
  const code = "<Paging_Code>*86</Paging_Code>";
  assert.deepEqual(starCodes(voiceMail("*86") + code, "mpp88xx"), [own("warning", "*86", "Paging_Code")]);
  // not the code of this phone
  assert.deepEqual(starCodes(voiceMail("*97"), "spa5xx"), []);
  assert.deepEqual(starCodes(voiceMail("*98"), "spa5xx"), [own("info", "*98", "Blind_Transfer_Code")]);
  assert.deepEqual(starCodes(voiceMail("*97")), [own("info", "*97", "Call_Pickup_Code")]);
});

test("while the phone is unknown, the codes of phones that have the profile's names count", () => {
  const spa =
    "<Cfwd_Busy_Act_Code>*90</Cfwd_Busy_Act_Code><Call_Back_Serv>Yes</Call_Back_Serv><SMS_Serv>Yes</SMS_Serv>";
  assert.deepEqual(starCodes(spa + voiceMail("*97")), []);
  const mpp = "<Call_Unpark_Code>*88</Call_Unpark_Code><Force_OPUS_Code>*02056</Force_OPUS_Code>";
  assert.deepEqual(starCodes(mpp + voiceMail("*97")), [own("info", "*97", "Call_Pickup_Code")]);
});

test("a code that is moved, emptied or switched off is not in the way", () => {
  for (const rest of [
    "<Call_Pickup_Code>**8</Call_Pickup_Code>",
    '<Call_Pickup_Code>""</Call_Pickup_Code>',
    "<Call_Pickup_Code></Call_Pickup_Code>",
    "<Call_Pickup_Code>{$pickup}</Call_Pickup_Code>",
    "<Call_Pick_Up_Serv>No</Call_Pick_Up_Serv>",
  ])
    assert.deepEqual(starCodes(voiceMail("*97") + rest, "mpp88xx"), [], rest);
  for (const number of ["", '""', "123", "*", "{$vm}", "*9", "*971"])
    assert.deepEqual(starCodes(voiceMail(number), "mpp88xx"), [], number);
});

test("other numbers that a phone dials by itself are info", () => {
  const key = (value: string) => `<Extended_Function_3_>${value}</Extended_Function_3_>`;
  assert.deepEqual(starCodes(key("fnc=sd;ext=*66@$PROXY")), [own("info", "*66", "Call_Back_Act_Code")]);
  assert.deepEqual(starCodes(key("fnc=prk;sub=70@$PROXY;orbit=*68"), "mpp88xx"), [
    own("info", "*68", "Call_Park_Code"),
  ]);
  assert.deepEqual(starCodes(key("fnc=mwi+sd;sub=100@$PROXY;ext=*97 ,1234#@$PROXY"), "mpp88xx"), [
    own("info", "*97", "Call_Pickup_Code"),
  ]);
  assert.deepEqual(starCodes("<Speed_Dial_2_Number>*69</Speed_Dial_2_Number>", "mpp88xx"), [
    own("info", "*69", "Call_Return_Code"),
  ]);
  assert.deepEqual(starCodes("<Dial_Plan_1_>(P0&lt;:*69&gt;)</Dial_Plan_1_>", "mpp88xx"), [
    own("info", "P0&lt;:*69&gt;", "Call_Return_Code"),
  ]);
  assert.deepEqual(starCodes("<PSK_1>fnc=sd;ext=*69@$PROXY</PSK_1>", "mpp88xx"), [
    own("info", "*69", "Call_Return_Code"),
  ]);
  assert.deepEqual(starCodes("<PSK_1>fnc=dtmf;ext=*69</PSK_1>", "mpp88xx"), []);
  assert.deepEqual(starCodes(key("fnc=sd;ext=*65201@$PROXY"), "spa5xx"), []);
});

const code = (name: string, value: string) => `<${name}>${value}</${name}>`;

test("codes that a key sends clash with nothing", () => {
  for (const other of [
    "Call_Pickup_Code",
    "Attendant_Console_Call_Park_Code",
    "SPA932_Call_Pickup_Code",
    "DND_Act_Code",
  ])
    assert.deepEqual(starCodes(code(other, "*8") + code("Attendant_Console_Call_Pickup_Code", "*8")), [], other);
});

test("equal codes are one report, whatever their number", () => {
  assert.deepEqual(starCodes(code("Call_Return_Code", "*8") + code("DND_Act_Code", "*8")), [
    "warning star-code/clash «*8» Call_Return_Code",
  ]);
  assert.deepEqual(
    starCodes(
      code("Call_Return_Code", "*8") +
        code("DND_Act_Code", "*8") +
        code("Paging_Code", "*8") +
        code("CW_Act_Code", "*8"),
    ),
    ["warning star-code/clash «*8» Call_Return_Code Paging_Code CW_Act_Code"],
  );
});
