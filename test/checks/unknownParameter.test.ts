import assert from "node:assert/strict";
import test from "node:test";
import { problemsOf } from "../support/problems";

/** What is told of the name of one element. */
function checkName(element: string, expected: string): void {
  const found = problemsOf(`<flat-profile>${element}</flat-profile>`)
    .filter(({ code }) => code === "parameter/unknown")
    .map(({ severity, message }) => `${severity}: ${message}`);
  assert.deepEqual(found, [expected], element);
}

test("a name was meant for a switch only when its value can turn one", () => {
  checkName(
    "<Registerr_1_>Yes</Registerr_1_>",
    "warning: no phone knows Registerr_1_, so this value is ignored; Register_1_ was probably meant",
  );
  checkName(
    "<Registerr_1_></Registerr_1_>",
    "warning: no phone knows Registerr_1_, so this value is ignored; Register_1_ was probably meant",
  );
  checkName(
    "<Registrar_1_>sip.example.com</Registrar_1_>",
    "hint: Registrar_1_ is not in the catalogue; phones ignore names they do not know",
  );
});

test("a parameter inside a section of one's own is told where phones look for it", () => {
  checkName(
    "<Regional><Time_Zone>GMT</Time_Zone></Regional>",
    "hint: Time_Zone stands inside Regional; phones look for it right below the root",
  );
});
