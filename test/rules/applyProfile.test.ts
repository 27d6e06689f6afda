import assert from "node:assert/strict";
import test from "node:test";
import { applyProfile } from "../../server/src/dialects/cisco-flat-profile/preview/apply";
import { catalogue } from "../support/catalogue";
import { read } from "../support/read";

const name = "Display_Brightness";

/** What a file makes of a value that the user changed to 9: its new value and whether the mark is still there. */
function checkMark(element: string, expected: string): void {
  const { set, reset, userModified, unmarked } = applyProfile(
    read(`<flat-profile>${element}</flat-profile>`).profiles,
    {
      knows: (parameter) => catalogue.has(parameter),
      current: { [name]: "9" },
      userModified: [name],
    },
  );
  const value = reset.includes(name) ? "default" : (set[name] ?? "9");
  assert.equal(`${value}, ${userModified.includes(name) ? "marked" : "not marked"}`, expected, element);
  assert.deepEqual(unmarked, userModified.includes(name) ? [] : [name]);
}

test("the administrator's value clears the user's mark, unless the user's is preferred", () => {
  checkMark(`<${name} ua="rw" user-pref="n">5</${name}>`, "5, not marked");
  checkMark(`<${name} ua="rw">5</${name}>`, "5, not marked");
  checkMark(`<${name} user-pref="y">5</${name}>`, "9, marked");
  checkMark(`<${name} user-pref="n"></${name}>`, "default, not marked");
  checkMark(`<${name} ua="rw" user-pref="n"/>`, "9, marked");
  checkMark(`<${name} preserve-value="y" user-pref="n">5</${name}>`, "9, marked");
  checkMark("<GPP_A>5</GPP_A>", "9, marked");
  // writing the mark itself has no effect
  checkMark(`<${name} um="y">5</${name}>`, "5, not marked");
  // the last counts; once the mark is cleared, there is no user preference
  checkMark(`<${name} user-pref="n">5</${name}><${name} user-pref="y">6</${name}>`, "6, not marked");
  checkMark(`<${name} user-pref="y">6</${name}><${name}>5</${name}>`, "5, not marked");
});
