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
    "warning: `Registerr_1_` is not in our catalogue. Did you mean `Register_1_`?",
  );
  checkName(
    "<Registerr_1_></Registerr_1_>",
    "warning: `Registerr_1_` is not in our catalogue. Did you mean `Register_1_`?",
  );
  checkName("<Registrar_1_>sip.example.com</Registrar_1_>", "hint: `Registrar_1_` is not in our catalogue.");
});
