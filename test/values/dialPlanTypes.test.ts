import test from "node:test";
import { checkValues, checkWords } from "../support/value";

test("dial plans", () => {
  checkValues(
    "DialPlanScript",
    `
    (9,<:1212>xxxxxxx)
    (P5<:1000>)
    S:7,L:20,(911S0|9xxxxxxx)
    ([2-9]xx
           ^ warning dialplan/unbalanced
    (2xx|.x)
         ^ warning dialplan/dot
    (2xx||3xx)
        ^ info dialplan/empty-sequence
    (1xx|1xx)
         ^^^ info dialplan/never-chosen
    (*xx|[3469]11|0|00)
                  ^ hint dialplan/waits
    `,
  );
});

test("number maps", () => {
  checkValues("NumberMap", "(<3:03>x.|<:9>xx.)");
  checkWords("NumberMap", { "(<9:>xxxx)": "- `<9:>xxxx`: `9` + 4 digits, `91234` is sent as `1234`" });
});
