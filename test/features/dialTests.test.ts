import assert from "node:assert/strict";
import test from "node:test";
import { dialTests } from "../../server/src/features/dialTests";
import { fixture } from "../support/fixture";
import { answerFor } from "../support/requests";

/** The tests of a file, each as `line:columns plan: line: what is wrong`. */
function checkTests(text: string, expected: readonly string[]): void {
  const { tests } = answerFor(dialTests, fixture(text).file) ?? { tests: [] };
  const shown = tests.map(({ line, plan, range: { start, end }, failure = "as expected" }) => {
    assert.equal(start.line, end.line);
    return `${start.line}:${start.character}-${end.character} ${plan}: ${line}: ${failure}`;
  });
  assert.deepEqual(shown, expected);
}

test("lists each line of a comment with its plan, and says what the plan does instead", () => {
  checkTests(
    `<flat-profile><!-- flat-profile-device family=mpp88xx -->
<!-- dials 911 -> 911 at once
     dials 7 -> rejected
     dials out of the office
     dials 8 -> -->
<Dial_Plan_1_>(911S0|[2-9]xxx)</Dial_Plan_1_>
<Dial_Plan_2_>(0)</Dial_Plan_2_> <!-- dials 0 -> 0 -->
</flat-profile>`,
    [
      "1:5-29 Dial_Plan_1_: dials 911 -> 911 at once: as expected",
      "2:5-24 Dial_Plan_1_: dials 7 -> rejected: Dial_Plan_1_ makes something else of 7: 7 after 10 s",
      "4:5-15 Dial_Plan_1_: dials 8 ->: Cannot read this test. Write it as: dials 911 -> 911 at once.",
      "6:38-50 Dial_Plan_2_: dials 0 -> 0: as expected",
    ],
  );
});

test("while the phone is unknown, a test fails only where no phone does it", () => {
  checkTests("<flat-profile><!-- dials 1* -> 1* -->\n<Dial_Plan_1_>(xx)</Dial_Plan_1_></flat-profile>", [
    "0:19-33 Dial_Plan_1_: dials 1* -> 1*: as expected",
  ]);
});

test("lists nothing without a plan to try", () => {
  for (const rest of ["", "<User_ID_1_>7</User_ID_1_>", "<Dial_Plan_1_>{$plan}</Dial_Plan_1_>", "<Dial_Plan_1_/>"])
    checkTests(`<flat-profile><!-- dials 1 -> 2 -->\n${rest}</flat-profile>`, []);
});
