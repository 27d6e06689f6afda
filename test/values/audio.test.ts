import assert from "node:assert/strict";
import test from "node:test";
import { samplesOf, wavOf } from "../../server/src/values/signal/samples";
import { readTone } from "../../server/src/values/signal/toneScript";

// The WAV file of a tone as somebody measures it who does not know the script: frequencies and levels from a Fourier
// transform, edges from the envelope. Everything within one per cent.

const rate = 16_000;

interface Burst {
  readonly hz: readonly number[];
  /** Seconds. */
  readonly from: number;
  readonly to: number;
}

interface Expected {
  readonly script: string;
  /** Levels of the frequencies in dB above the first. */
  readonly levels: Readonly<Record<number, number>>;
  /** The beginning of the sound, written down by hand from the script. */
  readonly bursts: readonly Burst[];
}

const each = (on: number, count: number, hz: readonly number[]): Burst[] =>
  Array.from({ length: count }, (_, i) => ({ hz, from: 2 * on * i, to: 2 * on * i + on }));

const tones: Readonly<Record<string, Expected>> = {
  dial: {
    script: "350@-19,440@-19;10(*/0/1+2)",
    levels: { 350: 0, 440: 0 },
    bursts: [{ hz: [350, 440], from: 0, to: 10 }],
  },
  busy: { script: "480@-19,620@-19;10(.5/.5/1+2)", levels: { 480: 0, 620: 0 }, bursts: each(0.5, 10, [480, 620]) },
  reorder: {
    script: "480@-19,620@-19;10(.25/.25/1+2)",
    levels: { 480: 0, 620: 0 },
    bursts: each(0.25, 20, [480, 620]),
  },
  "secure call": {
    script: "397@-19,507@-19;15(0/2/0,.2/.1/1,.1/2.1/2)",
    levels: { 397: 0, 507: 0 },
    bursts: [0, 4.5, 9].flatMap((start) => [
      { hz: [397], from: start + 2, to: start + 2.2 },
      { hz: [507], from: start + 2.3, to: start + 2.4 },
    ]),
  },
  "off-hook warning": {
    script: "480@-10,620@0;10(.125/.125/1+2)",
    levels: { 480: 0, 620: 10 },
    bursts: each(0.125, 40, [480, 620]),
  },
};

/** The samples of a WAV file, as 16-bit PCM, followed by as much silence. */
function decoded(wav: Uint8Array): Float64Array {
  const view = new DataView(wav.buffer);
  assert.equal(view.getUint32(24, true), rate);
  const count = view.getUint32(40, true) / 2;
  const samples = new Float64Array(count + rate);
  for (let i = 0; i < count; i++) samples[i] = view.getInt16(44 + 2 * i, true) / 32767;
  return samples;
}

/** Amplitudes of a stretch, weighted by a Hann window and padded to 2^15 samples: one for each 0.49 Hz. */
function spectrum(stretch: Float64Array): Float64Array {
  const size = 1 << 15;
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  const { length } = stretch;
  for (let i = 0; i < length; i++)
    re[reversed(i, 15)] = (stretch[i] ?? 0) * (0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / length));
  for (let half = 1; half < size; half *= 2)
    for (let k = 0; k < half; k++) {
      const [cos, sin] = [Math.cos((Math.PI * k) / half), -Math.sin((Math.PI * k) / half)];
      for (let a = k; a < size; a += 2 * half) {
        const b = a + half;
        const [r, i] = [re[b] ?? 0, im[b] ?? 0];
        const [turnedRe, turnedIm] = [r * cos - i * sin, r * sin + i * cos];
        re[b] = (re[a] ?? 0) - turnedRe;
        im[b] = (im[a] ?? 0) - turnedIm;
        re[a] = (re[a] ?? 0) + turnedRe;
        im[a] = (im[a] ?? 0) + turnedIm;
      }
    }
  return re.slice(0, size / 2).map((r, i) => (4 * Math.hypot(r, im[i] ?? 0)) / length);
}

function reversed(n: number, bits: number): number {
  let result = 0;
  for (let bit = 0; bit < bits; bit++) if (n & (1 << bit)) result |= 1 << (bits - 1 - bit);
  return result;
}

/** The peaks that are at least a tenth of the highest, from low to high. */
function peaks(amplitudes: Float64Array): { readonly hz: number; readonly amplitude: number }[] {
  const highest = Math.max(...amplitudes);
  return [...amplitudes].flatMap((amplitude, i) => {
    const [before, after] = [amplitudes[i - 1] ?? 0, amplitudes[i + 1] ?? 0];
    const isPeak = amplitude > before && amplitude >= after && amplitude > highest / 10;
    return isPeak ? [{ hz: (i * rate) / 32768, amplitude }] : [];
  });
}

/** The sines of these frequencies that fit a stretch best, as a function of the sample's number. */
function fitted(
  samples: Float64Array,
  from: number,
  to: number,
  frequencies: readonly number[],
): (i: number) => number {
  const waves = frequencies.flatMap((hz) => {
    const step = (2 * Math.PI * hz) / rate;
    return [(i: number) => Math.cos(step * i), (i: number) => Math.sin(step * i)];
  });
  // normal equations, solved by elimination
  const rows = waves.map((wave) => {
    const row = waves.map(() => 0);
    let right = 0;
    for (let i = from; i < to; i++) {
      const value = wave(i);
      right += value * (samples[i] ?? 0);
      waves.forEach((other, k) => {
        row[k] = (row[k] ?? 0) + value * other(i);
      });
    }
    return [...row, right];
  });
  rows.forEach((pivot, k) => {
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = (row[k] ?? 0) / (pivot[k] ?? 1);
      pivot.forEach((value, column) => {
        row[column] = (row[column] ?? 0) - factor * value;
      });
    }
  });
  const weights = rows.map((row, k) => (row[waves.length] ?? 0) / (row[k] ?? 1));
  return (i) => waves.reduce((sum, wave, k) => sum + (weights[k] ?? 0) * wave(i), 0);
}

/** The second near `about` at which the sound is half as high as the sines, which have no beginning and no end. */
function edge(samples: Float64Array, sines: (i: number) => number, about: number, isRising: boolean): number {
  const half = 32;
  const middle = Math.round(about * rate);
  for (let i = middle - 320; i < middle + 320; i++) {
    let [both, alone] = [0, 0];
    for (let k = i - half; k < i + half; k++) {
      both += (samples[k] ?? 0) * sines(k);
      alone += sines(k) ** 2;
    }
    if (both / alone > 0.5 === isRising) return i / rate;
  }
  return Number.NaN;
}

function checkWithin(measured: number, expected: number, what: string): void {
  assert.ok(Math.abs(measured - expected) <= 0.01 * Math.abs(expected), `${what}: ${measured} instead of ${expected}`);
}

for (const [name, { script, levels, bursts }] of Object.entries(tones)) {
  const tone = readTone(script);
  const samples = decoded(wavOf(samplesOf(tone.frequencies, tone.sections, rate, 15), rate));

  test(`the ${name} tone has its frequencies and their relative levels, and no others`, () => {
    const heights = new Map<number, number>();
    for (const { hz, from, to } of bursts.slice(0, 4)) {
      const found = peaks(
        spectrum(samples.slice(Math.round((from + 0.004) * rate), Math.round(Math.min(to, from + 0.5) * rate))),
      );
      assert.equal(found.length, hz.length, JSON.stringify(found));
      for (const [i, expected] of hz.entries()) {
        checkWithin(found[i]?.hz ?? 0, expected, "frequency");
        heights.set(expected, found[i]?.amplitude ?? 0);
      }
    }
    const [first = 0] = heights.values();
    assert.equal(heights.size, Object.keys(levels).length);
    for (const [hz, height] of heights)
      checkWithin(height / first, 10 ** ((levels[hz] ?? 0) / 20), `level of ${hz} Hz`);
  });

  test(`the ${name} tone is on and off as long as it must be`, () => {
    let silentFrom = 0;
    let before = 0;
    for (const { hz, from, to } of bursts) {
      const sines = fitted(samples, Math.round((from + 0.01) * rate), Math.round((to - 0.01) * rate), hz);
      const [begins, ends] = [edge(samples, sines, from, true), edge(samples, sines, to, false)];
      checkWithin(ends - begins, to - from, `sound from ${from}`);
      if (from > 0) checkWithin(begins - before, from - silentFrom, `silence until ${from}`);
      const silence = samples.subarray(Math.round((silentFrom + 0.003) * rate), Math.round(from * rate));
      if (silentFrom > 0) assert.ok(silence.every((sample) => Math.abs(sample) < 1e-4));
      [silentFrom, before] = [to, ends];
    }
    const rest = samples.subarray(Math.round((silentFrom + 0.003) * rate));
    assert.ok(rest.every((sample) => Math.abs(sample) < 1e-4));
  });
}
