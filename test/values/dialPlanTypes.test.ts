import assert from "node:assert/strict";
import test from "node:test";
import { effective } from "../support/effectiveParameter";
import { dialect } from "../support/problems";
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
    (1xx|1xx
           ^ warning dialplan/unbalanced
    (*xx|[3469]11|0|00)
                  ^ hint dialplan/waits
    `,
  );
});

test("number maps", () => {
  checkValues(
    "NumberMap",
    `
    (<3:03>x.|<:9>xx.)
    <:8xx.>
    (<:9xx.>)
    <3:03>x.
    <:9[2-4]xx>
    (<3:03>x.
            ^ warning dialplan/unbalanced
    `,
  );
  checkWords("NumberMap", { "(<9:>xxxx)": "- `<9:>xxxx`: `9` + 4 digits, `91234` is sent as `1234`" });
});

test("timers are described by what the phone does with the number", () => {
  checkWords("DialPlanScript", {
    "(900x.!S2|911S0)":
      "- `900x.!S2`: **barred**, `900` + zero or more digits, such as `9001`, reorder tone after 2 s\n- `911S0`: `911`, dialed at once",
    "(900!S0)": "- `900!S0`: **barred**, `900`, reorder tone at once",
    "(xxL0)": "- `xxL0`: 2 digits, such as `12`, does not wait for the next key",
    "(xxL15S4)": "- `xxL15S4`: 2 digits, such as `12`, dialed after 4 s, waits 15 s for the next key",
  });
});

test("an empty plan is offered what plans are made of", () => {
  for (const id of ["DialPlanScript", "NumberMap"]) {
    const type = dialect.valueTypes.find((one) => one.id === id);
    const offered = type?.complete?.("", 0, effective(id)) ?? [];
    assert.deepEqual(
      offered.map(({ label, insert }) => `${label}: ${insert}`),
      [
        "x.: x.",
        "[2-9]: [$1]",
        "<9:>: <$1:$2>",
        "<:1>: <:$1>",
        "S0: S0",
        "!: !",
        "(S0 <: … >): (S0 <:$1>)",
        "P5 <: … >: P5<:$1>|",
        "S:3,: S:$1,",
        "L:10,: L:$1,",
      ],
    );
  }
});
