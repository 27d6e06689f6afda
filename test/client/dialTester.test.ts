import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { type DialTest, tryPlan } from "../../client/media/tester/dialTester";
import { readExpectation } from "../../server/src/values/dialPlan/expectation";
import { defaultDialSettings, kindNames } from "../../server/src/values/dialPlan/simulate";
import { catalogue } from "../support/catalogue";

const kinds = kindNames(catalogue.generations);
const spa = { ...defaultDialSettings, xIsAnyKey: true, sendsPartial: false };

function checkTrial(plan: string, keys: string, settings = defaultDialSettings): DialTest {
  return tryPlan(plan, keys, settings, [{ name: "DND_Act_Code", code: "*78" }], kinds);
}

const states = ({ rows }: DialTest) => rows.map(({ text, state }) => `${text} ${state}`);

test("shows the state of each sequence after each key", () => {
  const plan = "(911S0|9[2-8]x|[3469]11|0|9xxxx!)";
  assert.deepEqual(states(checkTrial(plan, "9")).slice(0, 5), [
    "911S0 alive",
    "9[2-8]x alive",
    "[3469]11 alive",
    "0 out",
    "9xxxx! alive",
  ]);
  const { rows, verdict, keys } = checkTrial(plan, "911");
  assert.deepEqual(verdict, { kind: "sends", title: "Sends 911", detail: "" });
  assert.deepEqual(rows.map(({ state, why }) => `${state}: ${why}`).slice(0, 5), [
    "taken: taken",
    "out: ruled out at key 2: expected 2-8, got 1",
    "beaten: also matches, but 911S0 comes first",
    "out: ruled out at key 1: expected 0, got 9",
    "beaten: needs more keys, but the call is already decided",
  ]);
  assert.deepEqual(
    keys.map(({ key, count }) => `${key} ${count}`),
    ["9 4", "1 3", "1 3"],
  );
});

test("shows how long the phone waits, and what it does then", () => {
  const whole = checkTrial("(0|00|01x.)", "0").verdict;
  assert.equal(whole.title, "Waits 3 s for another key");
  assert.match(whole.detail, /Then: Sends 0\./);
  const part = checkTrial("(xxxx)", "12").verdict;
  assert.equal(part.title, "Waits 10 s for another key");
  assert.match(part.detail, /Then: Sends 12 as dialed\./);
  assert.match(checkTrial("(xxxx)", "12", spa).verdict.detail, /Then: Rejected/);
});

test("shows what is barred, rejected, put through a gateway and what a star code is", () => {
  assert.equal(checkTrial("(1900x.!|x.)", "1900#").verdict.title, "Barred: reorder tone");
  assert.equal(checkTrial("(1xx)", "2").verdict.title, "Rejected: reorder tone");
  assert.deepEqual(checkTrial("(<9:1>xx<:@gw1>)", "955").verdict, {
    kind: "sends",
    title: "Sends 155",
    detail: "through gw1",
  });
  assert.deepEqual(checkTrial("(1xx)", "*78").verdict, {
    kind: "sends",
    title: "Star code *78",
    detail: "of DND_Act_Code",
  });
});

test("shows what happens off-hook", () => {
  assert.equal(checkTrial("(P0<:1000>)", "").verdict.title, "Calls 1000 at once");
  assert.match(checkTrial("(P5<:1000>|xxxx)", "").verdict.detail, /Calls 1000 if no key is pressed for 5 s\./);
  assert.match(checkTrial("(xxxx)", "").verdict.detail, /Reorder tone/);
});

test("shows what phones of the other kind do, only when it differs", () => {
  assert.equal(checkTrial("(xxx)", "12*").elsewhere, "SPA, ATA, 8831: 12* at once");
  assert.equal(checkTrial("(xxx)", "12*", spa).elsewhere, "MPP, PhoneOS: rejected");
  assert.equal(checkTrial("(xxx)", "123").elsewhere, undefined);
});

test("keys after the decision are not heard", () => {
  assert.equal(checkTrial("(911)", "91199").ignored, "99");
  assert.equal(checkTrial("(9x.)", "91#5").ignored, "5");
});

test("whatever the plan and the keys: every sequence has a place, and what is reported can be kept as a test", () => {
  const part = fc.constantFrom("x", "x.", "[2-9]", "9", "11", "*", "#", "<9:1>", "<:@gw1>", ",", "!", "S0", "P5", "|");
  const plans = fc.oneof(
    fc.array(part, { maxLength: 14 }).map((parts) => `(${parts.join("")})`),
    fc.string({ maxLength: 30 }),
  );
  const dialled = fc.string({ unit: fc.constantFrom(..."0123456789*#"), maxLength: 8 });
  fc.assert(
    fc.property(plans, dialled, fc.boolean(), (plan, keys, isSpa) => {
      const { rows, expectation, keys: heard, ignored } = checkTrial(plan, keys, isSpa ? spa : defaultDialSettings);
      assert.equal(heard.map(({ key }) => key).join("") + ignored, keys);
      const taken = rows.filter(({ state }) => state === "taken" || state === "complete");
      assert.ok(taken.length <= 1);
      if (/-> \S+ /.test(expectation) && !expectation.includes("-> at") && !expectation.includes(","))
        assert.ok(readExpectation(expectation), expectation);
    }),
  );
});

test("a star code is taken before a sequence that fits it, unless the sequence bars it", () => {
  const codes = [{ name: "Call_Return_Code", code: "*69" }];
  const rows = (plan: string) => {
    const { verdict, rows: found } = tryPlan(plan, "*69", defaultDialSettings, codes, kinds);
    return [verdict.title, ...found.map(({ text, state, why }) => `${text} ${state}: ${why}`)];
  };
  assert.deepEqual(rows("(*xx|xxx)"), [
    "Star code *69",
    "*xx beaten: also matches, but the star code of Call_Return_Code is taken",
    "xxx out: ruled out at key 1: expected 0-9, got *",
    "*69 taken: taken",
  ]);
  assert.deepEqual(rows("(*xx!|xxx)").slice(0, 2), ["Barred: reorder tone", "*xx! taken: bars the number"]);
});
