import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { type Request, urlOf } from "../../server/src/deployment/exchange";
import type { Phone } from "../../server/src/deployment/phone";
import { ciscoPhone } from "../../server/src/dialects/cisco-flat-profile/deployment/index";
import { Comparison, type Side } from "../../server/src/impact/comparison";
import { Plan } from "../../server/src/impact/groups";
import type { DeviceImpact } from "../../server/src/impact/impact";
import { catalogue } from "../support/catalogue";
import { change, count, type Files, phoneOf, serverOf, world } from "../support/phoneWorlds";

// A plan leaves out what cannot change, and judges devices by each other. It says the same as one that does neither.

test("a plan by the short ways is the plan by the long one", () => {
  const seen = { touched: 0, others: 0 };
  return fc
    .assert(
      fc.asyncProperty(world, change, fc.boolean(), async (old, changed, isShort) => {
        const now = { ...old, ...changed };
        const plans = [true, false].map((isQuick) => {
          const files: Files = new Map();
          const [before, after] = [serverOf(old, files), serverOf(now, files)];
          const asked = new Map<string, Request["target"]>();
          const sideOf = (answer: typeof before, isBase: boolean): Side => ({
            start: {},
            answer: ({ target }) => {
              if (isBase) asked.set(urlOf(target), target);
              return answer(target);
            },
            takeProblems: () => [],
          });
          const isTouched = async () => {
            const targets = [...asked.values()];
            asked.clear();
            const isIt = targets.some((target) => JSON.stringify(before(target)) !== JSON.stringify(after(target)));
            seen[isIt ? "touched" : "others"]++;
            return isIt;
          };
          const comparison = new Comparison(sideOf(before, true), sideOf(after, false), {
            from: "settled",
            checkFor: () => (name, value) => (value === "a" ? { code: "x", message: `${name} x` } : undefined),
            ...(isQuick && { isTouched }),
          });
          return { comparison, phone: ciscoPhone(catalogue, { remembers: isQuick }) };
        });
        const found = plans.map(() => ({ plan: new Plan("a", "b", 20), impacts: [] as DeviceImpact[] }));
        for (let i = 0; i < count; i++) {
          for (const [at, { comparison, phone }] of plans.entries()) {
            const impact = await comparison.impact(phone as Phone, phoneOf(i, isShort));
            found[at]?.impacts.push(impact);
            found[at]?.plan.add(impact);
          }
        }
        const [quick, long] = found.map(({ plan, impacts }) => ({ impacts, report: plan.report() }));
        assert.deepEqual(quick, long);
      }),
      { numRuns: 150 },
    )
    .then(() => assert.ok(seen.touched > 100 && seen.others > 100, JSON.stringify(seen)));
});
