import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isReplaced, overriddenIn } from "../../server/src/deployment/history";
import type { Phone } from "../../server/src/deployment/phone";
import { applicable, countsOf } from "../../server/src/deployment/recipe";
import { DeviceSettings, type Folds, type SettingState } from "../../server/src/deployment/settings";
import { type Change, fold } from "../../server/src/dialects/cisco-flat-profile/deployment/changes";

// Where a history is kept, files lie in layers, and what they make of a setting is worked out when it is asked for. That is
// the same as to apply each of them at once.

const names = ["A", "B", "C", "D"];

const change = fc
  .record({
    name: fc.constantFrom(...names),
    text: fc.constantFrom("", "1", "2"),
    isUnknown: fc.boolean(),
    access: fc.constantFrom(undefined, undefined, "na", "rw"),
    kind: fc.constantFrom("set", "set", "set", "reset", "keep"),
    preserves: fc.integer({ max: 9 }).map((n) => n === 0),
  })
  .map((given, i = 0): Change => ({ ...given, prefersUser: false, how: "set", at: { line: i } }) as Change);

const plainChange = change.filter(({ kind, preserves }) => kind !== "keep" && !preserves);

const files = fc
  .array(
    fc.array(
      fc.integer({ max: 3 }).chain((n) => (n === 0 ? change : plainChange)),
      { maxLength: 5 },
    ),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((all) =>
    all.map((changes) =>
      applicable(
        changes.map((each, i) => ({ ...each, at: { file: "f", line: i } })),
        () => true,
        () => false,
      ),
    ),
  );

const started = fc
  .uniqueArray(fc.constantFrom(...names), { maxLength: 2 })
  .map((all) =>
    all.map((name): [string, SettingState] => [
      name,
      { value: "1", how: "start", at: {}, from: {}, isUserModified: true },
    ]),
  );

/** Which files a device gets one after the other. */
const orders = fc.array(fc.nat({ max: 2 }), { maxLength: 8 });

/** The settings before and after each file. */
function run(
  all: readonly ReturnType<typeof applicable<Change>>[],
  order: readonly number[],
  start: DeviceSettings,
  absentAccess: "keep" | "factory",
  replaces: boolean,
) {
  const steps: { readonly settings: DeviceSettings; readonly counts?: unknown }[] = [{ settings: start }];
  for (const [round, at] of order.entries()) {
    const recipe = all[at % all.length] as (typeof all)[number];
    const folds: Folds<Change> = {
      fold: fold({ absentAccess, knowsUserPref: true, origin: { rule: "R", url: "u", round } }),
      replaces,
    };
    const before = steps.at(-1)?.settings ?? start;
    const settings = before.apply(recipe, folds, true);
    steps.push({ settings, counts: countsOf(before, settings, recipe, folds) });
  }
  return steps;
}

const phone = { factoryOf: () => ({ value: "1", basis: "documented" }) } as unknown as Phone;

test("settings in layers are those that each file sets at once", () => {
  fc.assert(
    fc.property(files, orders, started, fc.constantFrom("keep", "factory"), (all, order, begin, absentAccess) => {
      const start = begin.length === 0 ? DeviceSettings.factory() : DeviceSettings.factory().with(begin);
      const late = run(all, order, start, absentAccess, true);
      const early = run(all, order, start, absentAccess, false);
      for (const [i, { settings, counts }] of late.entries()) {
        const other = early[i]?.settings ?? start;
        assert.deepEqual(counts, early[i]?.counts);
        for (const [j, before] of late.entries()) {
          const isSame = other.equals(early[j]?.settings ?? start);
          assert.equal(settings.equals(before.settings), isSame, `${i} ${j}`);
          assert.equal(before.settings.equals(settings), isSame, `${i} ${j}`);
        }
        const known = new Map(other.entries());
        assert.deepEqual([...settings.names()].sort(), [...known.keys()].sort());
        for (const name of names) {
          const current = known.get(name);
          assert.deepEqual(settings.get(name), current);
          const last = settings.last(name);
          for (const part of ["value", "how", "from", "at", "isUnknown"] as const)
            assert.deepEqual(last?.[part], current?.[part], part);
          assert.deepEqual(new Set(settings.valuesOf(name)), new Set(other.valuesOf(name)));
          if (current && !settings.mayBeReplaced(name)) assert.ok(!isReplaced(current));
        }
        assert.deepEqual(new Map(settings.entries()), known);
      }
    }),
  );
});

test("a step without another value replaces nothing", () => {
  fc.assert(
    fc.property(files, orders, (all, order) => {
      const settings = run(all, order, DeviceSettings.factory(), "keep", true).at(-1)?.settings;
      for (const [, current] of settings?.entries() ?? []) {
        const entries: { value: string | undefined; how: SettingState["how"]; at: SettingState["at"] }[] = [];
        for (let each: SettingState | undefined = current; each; each = each.before)
          entries.unshift({
            at: each.at,
            how: each.how,
            value: each.isUnknown ? undefined : (each.value ?? phone.factoryOf({ id: "" }, "")?.value),
          });
        const replaced = overriddenIn(entries).filter(({ why }) => why !== "same value again");
        if (!isReplaced(current)) assert.deepEqual(replaced, []);
      }
    }),
  );
});

test("files in layers are worked out when something asks for a setting", () => {
  let count = 0;
  const counting: Folds<Change> = {
    replaces: true,
    fold: (current, each) => {
      count++;
      return fold({ absentAccess: "keep", knowsUserPref: true, origin: { round: 1 } })(current, each);
    },
  };
  const changes = Array.from({ length: 1000 }, (_, i): Change => {
    const rest = { isUnknown: false, preserves: false, prefersUser: false, how: "set", access: "na" } as const;
    return { name: `N${i}`, kind: "set", text: "x", at: { line: i }, ...rest };
  });
  const recipe = applicable(
    changes,
    () => true,
    () => false,
  );
  const once = DeviceSettings.factory().apply(recipe, counting, true);
  const twice = once.apply(recipe, counting, true);
  assert.deepEqual(countsOf(once, twice, recipe, counting), { set: 1000, reset: 0, kept: 0 });
  assert.ok(twice.equals(once));
  assert.equal(count, 0);
  assert.equal(twice.get("N7")?.before?.value, "x");
  assert.equal(count, 2);
  for (const name of twice.names()) assert.ok(twice.last(name) && !twice.mayBeReplaced(name));
  assert.equal(count, 1002);
});
