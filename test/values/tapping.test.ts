import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { readCadence } from "../../server/src/values/signal/cadence";
import { cadenceOfRhythm, type Press, rhythmOfTaps, toneInRhythm } from "../../server/src/values/signal/tapping";
import { readTone } from "../../server/src/values/signal/toneScript";

/** `200 190 210`: sound, silence, sound in milliseconds. */
function taps(times: string): Press[] {
  const presses: Press[] = [];
  let at = 1000;
  times
    .trim()
    .split(/\s+/)
    .map(Number)
    .forEach((time, i) => {
      if (i % 2 === 0) presses.push({ down: at, up: at + time });
      at += time;
    });
  return presses;
}

function checkTaps(times: string, script: string, pause = 4000): void {
  const rhythm = rhythmOfTaps(taps(times), pause);
  assert.equal(rhythm && cadenceOfRhythm(rhythm), script, times);
}

test("taps become on and off times; what is nearly alike is meant alike", () => {
  checkTaps("2040", "60(2/4)");
  checkTaps("412 196 389", "60(.4/.2,.4/4)");
  checkTaps("412 196 389", "60(.4/.2,.4/2)", 2000);
  checkTaps("198 210 205 190 212 203 1040", "60(.2/.2,.2/.2,.2/.2,1/4)");
  checkTaps("20", "60(.05/4)");
});

test("what is tapped repeatedly is written once", () => {
  checkTaps("480 510 530 490 470 500 515", "60(.5/.5)");
  checkTaps("400 200 410 2040 390 195 405", "60(.4/.2,.4/2)");
  checkTaps("400 200 410 2040 390 195 405 1950 420", "60(.4/.2,.4/2)");
  // three alike are a group, not a rhythm without a pause
  checkTaps("200 200 200 200 200", "60(.2/.2,.2/.2,.2/4)");
});

test("a section has six segments, and what is left out is said", () => {
  const rhythm = rhythmOfTaps(taps("100 100 300 100 700 100 1500 100 100 300 300 300 700 100 3000"), 4000);
  assert.equal(rhythm?.segments.length, 6);
  assert.equal(rhythm.isCut, true);
});

test("a tone keeps its frequencies, its mixture and its length", () => {
  const text = "350@-19,440@-19,620@-16;10.5(0/2/0,*/0/1+3)";
  const rhythm = rhythmOfTaps(taps("500 250 500"), 3000);
  assert.ok(rhythm);
  const script = toneInRhythm(text, readTone(text).sections, rhythm);
  assert.equal(script, "350@-19,440@-19,620@-16;10.5(.5/.25/1+3,.5/3/1+3)");
  assert.deepEqual(readTone(script).problems, []);
});

test("whatever is tapped is a legal script, or nothing", () => {
  const time = fc.integer({ min: 1, max: 9000 });
  fc.assert(
    fc.property(fc.array(time, { maxLength: 40 }), fc.integer({ min: 0, max: 20_000 }), (times, pause) => {
      const rhythm = rhythmOfTaps(times.length === 0 ? [] : taps(times.join(" ")), pause);
      if (times.length === 0) return assert.equal(rhythm, undefined);
      assert.ok(rhythm);
      assert.deepEqual(readCadence(cadenceOfRhythm(rhythm)).problems, []);
    }),
  );
});
