import assert from "node:assert/strict";
import test from "node:test";
import { readCadence } from "../../server/src/values/signal/cadence";
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

const seconds = 0.002;

for (const hertz of [8000, 16_000, 44_100])
  test(`each sample at ${hertz} Hz is a sine that swells and fades evenly in two milliseconds`, () => {
    const tone = readTone("350@-19,440@-13;.1(.05/.05/1+2)");
    const samples = samplesOf(tone.frequencies, tone.sections, hertz, 1);
    assert.equal(samples.length, Math.round(hertz / 10));
    const steps = seconds * hertz;
    const offAt = hertz / 20;
    for (const [i, sample] of samples.entries()) {
      const level = i < offAt ? Math.min(1, (i + 1) / steps) : Math.max(0, 1 - (i + 1 - Math.ceil(offAt)) / steps);
      const wave =
        10 ** (-22 / 20) * Math.sin((2 * Math.PI * 350 * i) / hertz) +
        10 ** (-16 / 20) * Math.sin((2 * Math.PI * 440 * i) / hertz);
      // Off times are looked up once a millisecond.
      if (Math.abs(i - offAt) > hertz / 1000 + steps || i < offAt)
        assert.ok(Math.abs(sample - level * wave) < 1e-6, `${i}: ${sample} instead of ${level * wave}`);
      else assert.ok(Math.abs(sample) <= Math.abs(wave) + 1e-6, `${i}`);
    }
  });

test("a rate lower than the edge is steep has no edges", () => {
  const { frequencies, sections } = readTone("100@3;1(*/0/1)");
  const samples = samplesOf(frequencies, sections, 400, 0.1);
  for (const [i, sample] of samples.entries())
    assert.ok(Math.abs(sample - Math.sin((Math.PI * i) / 2)) < 1e-6, `${i}: ${sample}`);
});

test("of a long signal only the beginning is played, and loud mixtures are clipped", () => {
  const { frequencies, sections } = readTone("400@3,500@3;10(*/0/1+2)");
  assert.equal(samplesOf(frequencies, sections, 8000, 0.25).length, 2000);
  assert.equal(samplesOf(frequencies, sections, 8000, -1).length, 0);
  const samples = samplesOf(frequencies, sections, 8000, 0.25);
  assert.ok(samples.every((sample) => sample >= -1 && sample <= 1));
  assert.ok(samples.includes(1) && samples.includes(-1));
  assert.equal(samplesOf(frequencies, sections, 8000, 20).length, 80_000);
});

test("a cadence is heard as a bell of two pitches", () => {
  const { sections } = readCadence("1(.5/.5)");
  const samples = samplesOf([], sections, rate, 5);
  assert.equal(samples.length, rate);
  const stretch = windowed(samples.subarray(rate * 0.1, rate * 0.4));
  for (const hz of [440, 480]) {
    const measured = amplitude(stretch, hz) / windowGain;
    assert.ok(Math.abs(measured / 10 ** (-16 / 20) - 1) < 0.02, `${hz}: ${measured}`);
  }
  assert.ok(amplitude(stretch, 460) / windowGain < 0.05);
  assert.ok(samples.subarray(rate * 0.51).every((sample) => sample === 0));
});

test("a WAV file says what it contains", () => {
  const bytes = wavOf(new Float32Array([0, 1, -1]), rate);
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  const view = new DataView(bytes.buffer);
  assert.equal(bytes.length, 50);
  assert.deepEqual([text(0, 4), text(8, 16), text(36, 40)], ["RIFF", "WAVEfmt ", "data"]);
  // sizes, form (PCM), channels, rate, bytes a second, bytes a sample, bits a sample
  assert.deepEqual(
    [4, 16, 24, 28, 40].map((at) => view.getUint32(at, true)),
    [42, 16, rate, rate * 2, 6],
  );
  assert.deepEqual(
    [20, 22, 32, 34].map((at) => view.getUint16(at, true)),
    [1, 1, 2, 16],
  );
  assert.deepEqual(
    [44, 46, 48].map((at) => view.getInt16(at, true)),
    [0, 32767, -32767],
  );
});
