import assert from "node:assert/strict";
import test from "node:test";
import { fullScaleDbm, samplesOf, wavOf } from "../../server/src/values/signal/samples";
import { readTone } from "../../server/src/values/signal/toneScript";
import { toneAt } from "../support/tone";

const rate = 16_000;

/** Strength of one frequency in `samples`, as the amplitude of its sine (Goertzel). */
function amplitude(samples: Float32Array, hz: number): number {
  const w = (2 * Math.PI * hz) / rate;
  const c = 2 * Math.cos(w);
  let [a, b] = [0, 0];
  for (const sample of samples) [a, b] = [sample + c * a - b, a];
  return (2 * Math.sqrt(a * a + b * b - c * a * b)) / samples.length;
}

/** The seconds at which sound begins and ends. */
function edges(samples: Float32Array): number[] {
  const found: number[] = [];
  const window = rate / 250;
  let on = false;
  for (let at = 0; at + window <= samples.length; at += rate / 1000) {
    const loud = samples.subarray(at, at + window).some((sample) => Math.abs(sample) > 0.005);
    if (loud !== on) found.push((at + (loud ? window : 0)) / rate);
    on = loud;
  }
  return found;
}

const tones = {
  dial: "350@-19,440@-19;10(*/0/1+2)",
  busy: "480@-19,620@-19;10(.5/.5/1+2)",
  reorder: "480@-19,620@-19;10(.25/.25/1+2)",
  "secure call": "397@-19,507@-19;15(0/2/0,.2/.1/1,.1/2.1/2)",
  warning: "480@-10,620@0;10(.125/.125/1+2)",
};

for (const [name, script] of Object.entries(tones)) {
  const tone = readTone(script);
  const samples = samplesOf(tone.frequencies, tone.sections, rate, 15);

  test(`the ${name} tone has its frequencies at their levels`, () => {
    const heard = (t: number) => toneAt(tone, t) ?? [];
    for (const [i, { hz, dbm }] of tone.frequencies.entries()) {
      // A stretch of 50 ms in which the frequency sounds, clear of the edges; both tones fit it a whole number of times or nearly.
      let from = 0;
      while (
        !(heard(from).includes(i + 1) && heard(from + 0.09).includes(i + 1) && heard(from + 0.045).includes(i + 1))
      )
        from += 0.005;
      const stretch = samples.subarray(Math.round((from + 0.02) * rate), Math.round((from + 0.07) * rate));
      const expected = 10 ** ((dbm - fullScaleDbm) / 20);
      const measured = amplitude(windowed(stretch), hz) / windowGain;
      assert.ok(Math.abs(measured / expected - 1) < 0.01, `${hz} Hz: ${measured} instead of ${expected}`);
      const around = [hz - 90, hz + 90].filter((other) => tone.frequencies.every((f) => Math.abs(f.hz - other) > 60));
      for (const other of around) assert.ok(amplitude(windowed(stretch), other) / windowGain < expected * 0.05);
    }
  });

  test(`the ${name} tone begins and ends on time`, () => {
    const found = edges(samples);
    const expected: number[] = [];
    let on = false;
    for (let ms = 0; ms < Math.min(15_000, (samples.length / rate) * 1000); ms++) {
      const sounds = (toneAt(tone, ms / 1000)?.length ?? 0) > 0;
      if (sounds !== on) expected.push(ms / 1000);
      on = sounds;
    }
    if (found.length === expected.length + 1) found.pop(); // the end of the file
    assert.equal(found.length, expected.length);
    for (const [i, edge] of expected.entries())
      assert.ok(Math.abs((found[i] ?? 0) - edge) <= 0.006, `${found[i]} instead of ${edge}`);
  });
}

/** A Hann window, so that other frequencies do not leak in. */
function windowed(samples: Float32Array): Float32Array {
  return samples.map((sample, i) => sample * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / samples.length)));
}
const windowGain = 0.5;

test("a WAV file says what it contains", () => {
  const view = new DataView(wavOf(new Float32Array([0, 1, -1]), rate).buffer);
  assert.equal(view.getUint32(24, true), rate);
  assert.deepEqual(
    [44, 46, 48].map((at) => view.getInt16(at, true)),
    [0, 32767, -32767],
  );
});
