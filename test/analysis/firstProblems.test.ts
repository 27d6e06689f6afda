import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { defaultSettings, Snapshot } from "../../server/src/analysis/snapshot";
import type { ProfileDocument } from "../../server/src/profile/profileDocument";
import { dialectCases } from "../support/dialectCases";
import { serviceOf } from "../support/problems";

// A file that is read in parts, each of which is added to the one before.

const minLength = 15_000;
/** A beginning is longer than what a reader looks at first. */
const minEnd = 7_000;

const outline = (document: ProfileDocument) =>
  document.segments.map(({ text, settings, problems }) => ({
    text,
    problems,
    settings: settings.map(({ name, path, text, span }) => ({ name, path, text, span })),
  }));

for (const { dialect, files, broken } of dialectCases)
  test(`${dialect.id}: what is found in the beginning of a file stays when the rest is read`, () => {
    const service = serviceOf(dialect);
    const bodies = fc.array(fc.constantFrom(...files, ...broken), { minLength: 1, maxLength: 8 });
    let shown = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        bodies,
        fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
        (first, rest, cuts) => {
          const joined = [first, ...rest].join("\n");
          // Files in which a rule may make a value a secret, or a comment names the phone, have no first problems.
          const body = cuts.length === 1 ? joined : joined.replaceAll(/\$|&#|-device/g, "");
          const text = `${body}\n`.repeat(Math.ceil(minLength / body.length));
          const ends = [...cuts.map((cut) => minEnd + (cut % (text.length - minEnd))), text.length].sort(
            (a, b) => a - b,
          );
          let tree = dialect.read(text.slice(0, ends[0]), service.catalogue);
          const early = new Snapshot(text, tree, service, defaultSettings).firstProblems();
          for (const newEnd of ends.slice(1)) {
            const settled = tree.segments.slice(0, tree.settledCount);
            const added = { start: tree.length, oldEnd: tree.length, newEnd };
            const next = dialect.read(text.slice(0, newEnd), service.catalogue, tree, added);
            if (tree.form === "whole") assert.ok(settled.every((segment, i) => segment === next.segments[i]));
            tree = next;
          }
          const fresh = dialect.read(text, service.catalogue);
          assert.deepEqual(outline(tree), outline(fresh));
          const all = new Snapshot(text, fresh, service, defaultSettings)
            .problems()
            .map((problem) => JSON.stringify(problem));
          assert.deepEqual(
            new Snapshot(text, tree, service, defaultSettings).problems().map((problem) => JSON.stringify(problem)),
            all,
          );
          for (const problem of early ?? []) {
            shown++;
            assert.ok(all.includes(JSON.stringify(problem)), `${problem.code} at ${problem.span.start}`);
          }
        },
      ),
      { numRuns: 12 },
    );
    assert.ok(shown > 0);
  });
