import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { lengthProblem, printTime, shortestSignal } from "../../server/src/values/signal/shorten";
import { readTone, type ToneScript } from "../../server/src/values/signal/toneScript";
import { toneAt } from "../support/tone";

const time = fc.constantFrom("0", "0.1", ".2", "0.250", "1", "2.", "*");
const length = fc.constantFrom("1", "2.0", "6", "10", "*");
const used = fc.constantFrom("0", "1", "2", "1+2", "3+1");
const list = <T>(of: fc.Arbitrary<T>, most: number) => fc.array(of, { minLength: 1, maxLength: most });
const segments = list(fc.tuple(time, time, used), 6).map((all) => all.map((fields) => fields.join("/")).join(", "));
const sections = list(fc.tuple(length, segments), 2).map((all) => all.map(([l, s]) => `${l}(${s})`).join("; "));
const head = "350@-19.0, 0440@+3,400*033@-19";

/** The frequencies heard at a moment, as they are written, without what only the way of writing changes. */
function heard(tone: ToneScript, text: string, t: number): string | undefined {
  return toneAt(tone, t)
    ?.map((index) => {
      const { hz, dbm, span } = tone.frequencies[index - 1] ?? { hz: 0, dbm: 0, span: { start: 0, end: 0 } };
      return `${hz}@${dbm}${text.slice(span.start, span.end).includes("*") ? "*" : ""}`;
    })
    .join("+");
}

test("the shortest form of a tone is legal, no longer, and sounds the same at every moment", () => {
  fc.assert(
    fc.property(sections, fc.array(fc.nat(24_000), { minLength: 40, maxLength: 40 }), (body, moments) => {
      const text = `${head};${body}`;
      const tone = readTone(text);
      const isLong = text.length > 127;
      assert.deepEqual(
        tone.problems.filter(({ code }) => code !== "tone/over-length"),
        [],
      );
      const shorter = shortestSignal(tone.frequencies, tone.sections, text);
      const again = readTone(shorter);
      assert.deepEqual(
        again.problems.filter(({ code }) => !isLong || code !== "tone/over-length"),
        [],
        shorter,
      );
      assert.ok(shorter.length <= text.length, shorter);
      for (const moment of moments) {
        const t = (moment + 0.5) / 1000; // between two milliseconds, clear of the edges
        assert.equal(heard(again, shorter, t) ?? "", heard(tone, text, t) ?? "", `${text} and ${shorter} at ${t}`);
      }
    }),
    { numRuns: 300 },
  );
});

test("a time is printed in seconds, without the zero before the point", () => {
  for (const [ms, expected] of [
    [0, "0"],
    [250, ".25"],
    [10, ".01"],
    [1000, "1"],
    [10_500, "10.5"],
    [20_250, "20.25"],
    [Number.POSITIVE_INFINITY, "*"],
  ] as const)
    assert.equal(printTime(ms), expected);
});

test("where blanks and zeros alone are too much, nothing else of the script changes", () => {
  const fixed = (text: string) => lengthProblem(text, "tone", () => "short")[0]?.fixes?.[0]?.edits[0]?.text;
  const script = (length: number) => `1${"2".repeat(length - 1)}`;
  assert.equal(lengthProblem(script(127), "tone").length, 0);
  assert.equal(fixed(`${script(127)} `), script(127));
  assert.equal(fixed(`${script(126)}.0`), script(126));
  assert.equal(fixed(script(128)), "short");
  assert.equal(lengthProblem(script(128), "tone")[0]?.fixes, undefined);
});
