import assert from "node:assert/strict";
import test from "node:test";
import { emergencyNumbersOf } from "../../server/src/dialects/cisco-flat-profile/checks/emergencyCountries";
import { checkMarked } from "../support/marked";
import { problemsOf, problemsWithin } from "../support/problems";

/** The problems of one code, and how many fixes each has when it has some. */
function checkCode(code: string, marked: string): void {
  checkMarked(
    marked,
    (settings) =>
      problemsWithin("<flat-profile>\n", settings, "\n</flat-profile>").filter((problem) => problem.code === code),
    ({ fixes }) => (fixes ? `${code}, fixes: ${fixes.length}` : code),
  );
}

test("only the passwords of the web page are compared with common ones", () => {
  const code = "secret/weak-password";
  for (const name of ["Admin_Passwd", "Admin_Password", "User_Password"]) {
    checkCode(
      code,
      `
      <${name}>admin</${name}>
      ${" ".repeat(name.length)}  ^^^^^ secret/weak-password`,
    );
    checkCode(code, `<${name}>mUb4-tesIR-91</${name}>`);
    checkCode(code, `<${name}>{{ password }}</${name}>`);
  }
  for (const name of ["User_Password_1_", "New_Admin_Password", "Password_1_", "Auth_ID_1_"])
    checkCode(code, `<${name}>admin</${name}>`);
});

test("every country has emergency numbers, of digits alone", () => {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const known = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => emergencyNumbersOf(code));
  assert.ok(known.length > 35);
  for (const code of known)
    for (const number of emergencyNumbersOf(code) ?? []) assert.match(number, /^\d{2,5}$/, `${code}: ${number}`);
  assert.deepEqual(emergencyNumbersOf("gb"), ["999", "112"]);
  assert.equal(emergencyNumbersOf("constructor"), undefined);
});

test("the function of a key that belongs to an extension", () => {
  const code = "line-key/extension-in-use";
  const fn = "<Extended_Function_2_>fnc=sd;ext=201@$PROXY;nme=Desk</Extended_Function_2_>";
  checkCode(
    code,
    `
      <Extension_2_>1</Extension_2_><Extended_Function_2_>fnc=sd;ext=201@$PROXY;nme=Desk</Extended_Function_2_>
                                     ^^^^^^^^^^^^^^^^^^^^ line-key/extension-in-use, fixes: 1`,
  );
  // The edit of a fix stays near its problem.
  checkCode(
    code,
    `\n<Extension_2_>1</Extension_2_>\n\n\n${"<GPP_A>1</GPP_A>\n".repeat(400)}${fn}
 ^^^^^^^^^^^^^^^^^^^^ line-key/extension-in-use`,
  );
  checkCode(code, `<Extension_2_>Disabled</Extension_2_>${fn}`);
  checkCode(code, `<Extension_3_>1</Extension_3_>${fn}`);
  checkCode(code, "<Extension_2_>1</Extension_2_><Extended_Function_2_>nme=Desk</Extended_Function_2_>");
  for (const yes of ["Yes", "yes", "1"])
    checkCode(
      code,
      `<Enable_Direct_PLK_Configuration>${yes}</Enable_Direct_PLK_Configuration><Extension_2_>1</Extension_2_>${fn}`,
    );
});

test("a key that is nothing but a secret parameter is judged there", () => {
  const code = "secret/weak-key";
  const profile = (key: string) => `<GPP_SA>abc</GPP_SA><Profile_Rule>[--key ${key}] https://h/a</Profile_Rule>`;
  for (const key of ["$SA", "$(SA)"])
    checkCode(
      code,
      `
      ${profile(key)}
              ^^^ secret/weak-key`,
    );
  for (const key of ["pre$SA", "$SApost", "$(SA)x"]) checkCode(code, profile(key));
  checkCode(
    code,
    `
      <GPP_SA>abc</GPP_SA><Profile_Rule>[--key abc] https://h/a</Profile_Rule>
                                               ^^^ secret/weak-key`,
  );
});

test("a declared encoding is compared as a whole", () => {
  const reported = (encoding: string, content = "\u00fc") =>
    problemsOf(
      `<?xml version="1.0" encoding="${encoding}"?>\n<flat-profile><Station_Name>${content}</Station_Name></flat-profile>`,
    ).some(({ code, message }) => code === "xml/not-utf8" && message.includes(`\`${encoding}\``));
  for (const encoding of ["UTF-8", "utf8", "US-ASCII", "ascii"]) assert.ok(!reported(encoding), encoding);
  for (const encoding of ["x-ascii", "not-utf-8", "iso-8859-1", "utf-8-sig"]) assert.ok(reported(encoding), encoding);
  assert.ok(!reported("iso-8859-1", "u"));
  assert.ok(reported("utf-16", "u"));
});

test("the root is another one only where it contains every setting", () => {
  const isReported = (text: string) => problemsOf(text).some(({ code }) => code === "xml/wrong-root");
  const root = "<config><GPP_A>1</GPP_A><GPP_B>2</GPP_B></config>";
  assert.ok(isReported(root));
  for (const text of [`<GPP_C>1</GPP_C>${root}`, `${root}<GPP_C>1</GPP_C>`, `${root}${root}`])
    assert.ok(!isReported(text), text);
});
