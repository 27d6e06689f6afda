import assert from "node:assert/strict";
import test from "node:test";
import { readSettings } from "../../server/src/analysis/settings";
import { diagnosticsOf } from "../../server/src/features/diagnostics";
import { fixture } from "../support/fixture";

/** Six warnings or hints about names, then two errors. */
const text = `<flat-profile>
${Array.from({ length: 6 }, (_, i) => `<Unheard_Of_${i}>1</Unheard_Of_${i}>`).join("\n")}
<GPP_A ua=”na”>1</GPP_A>
<GPP_B ua=”na”>1</GPP_B>
</flat-profile>
`;

const shown = (limit: number) => diagnosticsOf(fixture(text, readSettings({ problems: { limit } })).file);
const all = shown(0);
const isError = ({ severity }: { severity?: number }) => severity === 1;

test("as many problems as the limit are reported, and none is said to be missing", () => {
  assert.ok(all.length > 6 && all.filter(isError).length >= 2, JSON.stringify(all.map(({ code }) => code)));
  assert.deepEqual(shown(all.length), all);
});

test("beyond the limit the worst are reported, in file order, and how many are not", () => {
  const errors = all.filter(isError);
  const [reported, ...others] = shown(errors.length + 2);
  assert.deepEqual(
    others,
    all.filter((diagnostic) => isError(diagnostic) || diagnostic === all.find((one) => !isError(one))),
  );
  assert.equal(reported?.severity, 3);
  assert.match(String(reported?.message), new RegExp(`^${all.length - errors.length - 1} more problems`));
});

test("the limit counts the note too", () => {
  for (let limit = 1; limit < all.length; limit++) assert.equal(shown(limit).length, limit);
});

test("a limit that is not a whole number is not taken", () => {
  for (const limit of [-1, 1.5, "5", null])
    assert.equal(readSettings({ problems: { limit } }).problemsLimit, 1000, String(limit));
});
