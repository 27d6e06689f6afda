import test from "node:test";
import { checkMarked } from "../support/marked";
import { problemsWithin } from "../support/problems";

/** What is reported of star codes in a profile: severity, code and the names in the message. */
function checkCodes(marked: string, family?: string): void {
  const device = family === undefined ? "" : `<!-- flat-profile-device family=${family} -->`;
  checkMarked(
    marked,
    (settings) =>
      problemsWithin(`${device}<flat-profile>`, settings, "</flat-profile>").filter(({ code }) =>
        code.startsWith("star-code/"),
      ),
    ({ severity, code, message }) => {
      const names = [...message.matchAll(/`(\w+)`/g)].map(([, name]) => name);
      return `${severity} ${code} ${[...new Set(names)].join(" ")}`.trim();
    },
  );
}

const voiceMail = (number: string) => `<Voice_Mail_Number>${number}</Voice_Mail_Number>`;

test("the voice mail number of a multiplatform phone that is one of its codes", () => {
  checkCodes(
    `
      <Voice_Mail_Number>*97</Voice_Mail_Number>
                         ^^^ warning star-code/dialed-by-phone Call_Pickup_Code`,
    "mpp88xx",
  );
  checkCodes(
    `
      <Voice_Mail_Number>*98</Voice_Mail_Number>
                         ^^^ warning star-code/dialed-by-phone Group_Call_Pickup_Code`,
    "mpp78xx",
  );
  checkCodes(
    `
      <Voice_Mail_Number>*97@pbx.example.com</Voice_Mail_Number>
                         ^^^ warning star-code/dialed-by-phone Call_Pickup_Code`,
    "mpp68xx",
  );
  checkCodes(
    `
      <Voice_Mail_Number>*86</Voice_Mail_Number><Paging_Code>*86</Paging_Code>
                         ^^^ warning star-code/dialed-by-phone Paging_Code`,
    "mpp88xx",
  );
  // not the code of this phone
  checkCodes(voiceMail("*97"), "spa5xx");
  checkCodes(
    `
      <Voice_Mail_Number>*98</Voice_Mail_Number>
                         ^^^ info star-code/dialed-by-phone Blind_Transfer_Code`,
    "spa5xx",
  );
  checkCodes(`
    <Voice_Mail_Number>*97</Voice_Mail_Number>
                       ^^^ info star-code/dialed-by-phone Call_Pickup_Code`);
});

test("while the phone is unknown, the codes of phones that have the profile's names count", () => {
  const spa =
    "<Cfwd_Busy_Act_Code>*90</Cfwd_Busy_Act_Code><Call_Back_Serv>Yes</Call_Back_Serv><SMS_Serv>Yes</SMS_Serv>";
  checkCodes(spa + voiceMail("*97"));
  checkCodes(`
    <Call_Unpark_Code>*88</Call_Unpark_Code><Force_OPUS_Code>*02056</Force_OPUS_Code><Voice_Mail_Number>*97</Voice_Mail_Number>
                                                                                                        ^^^ info star-code/dialed-by-phone Call_Pickup_Code`);
});

test("a code that is moved, emptied or switched off is not in the way", () => {
  for (const rest of [
    "<Call_Pickup_Code>**8</Call_Pickup_Code>",
    '<Call_Pickup_Code>""</Call_Pickup_Code>',
    "<Call_Pickup_Code></Call_Pickup_Code>",
    "<Call_Pickup_Code>{$pickup}</Call_Pickup_Code>",
    "<Call_Pick_Up_Serv>No</Call_Pick_Up_Serv>",
  ])
    checkCodes(voiceMail("*97") + rest, "mpp88xx");
  for (const number of ["", '""', "123", "*", "{$vm}", "*9", "*971"]) checkCodes(voiceMail(number), "mpp88xx");
});

test("other numbers that a phone dials by itself are info", () => {
  const key = (value: string) => `<Extended_Function_3_>${value}</Extended_Function_3_>`;
  checkCodes(`
    <Extended_Function_3_>fnc=sd;ext=*66@$PROXY</Extended_Function_3_>
                                     ^^^ info star-code/dialed-by-phone Call_Back_Act_Code`);
  checkCodes(
    `
      <Extended_Function_3_>fnc=prk;sub=70@$PROXY;orbit=*68</Extended_Function_3_>
                                                        ^^^ info star-code/dialed-by-phone Call_Park_Code`,
    "mpp88xx",
  );
  checkCodes(
    `
      <Extended_Function_3_>fnc=mwi+sd;sub=100@$PROXY;ext=*97 ,1234#@$PROXY</Extended_Function_3_>
                                                          ^^^ info star-code/dialed-by-phone Call_Pickup_Code`,
    "mpp88xx",
  );
  checkCodes(
    `
      <Speed_Dial_2_Number>*69</Speed_Dial_2_Number>
                           ^^^ info star-code/dialed-by-phone Call_Return_Code`,
    "mpp88xx",
  );
  checkCodes(
    `
      <Dial_Plan_1_>(P0&lt;:*69&gt;)</Dial_Plan_1_>
                     ^^^^^^^^^^^^^^ info star-code/dialed-by-phone Call_Return_Code`,
    "mpp88xx",
  );
  checkCodes(
    `
      <PSK_1>fnc=sd;ext=*69@$PROXY</PSK_1>
                        ^^^ info star-code/dialed-by-phone Call_Return_Code`,
    "mpp88xx",
  );
  checkCodes("<PSK_1>fnc=dtmf;ext=*69</PSK_1>", "mpp88xx");
  checkCodes(key("fnc=sd;ext=*65201@$PROXY"), "spa5xx");
});

const code = (name: string, value: string) => `<${name}>${value}</${name}>`;

test("codes that a key sends clash with nothing", () => {
  for (const other of [
    "Call_Pickup_Code",
    "Attendant_Console_Call_Park_Code",
    "SPA932_Call_Pickup_Code",
    "DND_Act_Code",
  ])
    checkCodes(code(other, "*8") + code("Attendant_Console_Call_Pickup_Code", "*8"));
});

test("equal codes are one report, whatever their number", () => {
  checkCodes(`
    <Call_Return_Code>*8</Call_Return_Code><DND_Act_Code>*8</DND_Act_Code>
                                                         ^^ warning star-code/clash Call_Return_Code`);
  checkCodes(`
    <Call_Return_Code>*8</Call_Return_Code><DND_Act_Code>*8</DND_Act_Code><Paging_Code>*8</Paging_Code><CW_Act_Code>*8</CW_Act_Code>
                                                         ^^ warning star-code/clash Call_Return_Code Paging_Code CW_Act_Code`);
});

test("codes that are cleared, of one key, or written by a program do not clash", () => {
  for (const text of ['""', "*", "{{code}}", ""])
    checkCodes(`<Call_Return_Code>${text}</Call_Return_Code><DND_Act_Code>${text}</DND_Act_Code>`);
  checkCodes("<Call_Return_Code>*69</Call_Return_Code><Call_Return_Code>*69</Call_Return_Code>");
  checkCodes("<Call_Return_Code>*69</Call_Return_Code><DND_Act_Code>*6</DND_Act_Code>");
});
