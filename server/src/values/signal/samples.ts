import type { Frequency, Section } from "./script";
import { segmentAt, totalLength } from "./section";

/** dBm that a single frequency needs to reach full scale: the loudest documented tone is 620@3. */
export const fullScaleDbm = 3;

/** Edges are softened over so many seconds, so that they do not click. */
const edge = 0.002;

/** Heard for a cadence, which has no pitch of its own. */
const ringPitch: readonly Frequency[] = [
  { hz: 440, dbm: -13, span: { start: 0, end: 0 } },
  { hz: 480, dbm: -13, span: { start: 0, end: 0 } },
];

/**
 * Samples from -1 to 1: a sine for each frequency that sounds, 3 dBm being full scale. At most
 * `longest` seconds of a signal that is longer. Loud mixtures are clipped, as on the line.
 */
export function samplesOf(
  frequencies: readonly Frequency[],
  sections: readonly Section[],
  rate: number,
  longest: number,
): Float32Array {
  const length = Math.min(longest, totalLength(sections));
  const samples = new Float32Array(Math.max(0, Math.round(length * rate)));
  const pitches = frequencies.length > 0 ? frequencies : ringPitch;
  const gains = pitches.map(({ dbm }) => 10 ** ((dbm - fullScaleDbm) / 20));
  const steps = pitches.map(({ hz }) => (2 * Math.PI * hz) / rate);
  const levels = pitches.map(() => 0);
  const slope = 1 / Math.max(1, edge * rate);
  // Looked up once a millisecond: on and off times have no finer decimals.
  const block = Math.max(1, Math.round(rate / 1000));
  let wanted: readonly boolean[] = pitches.map(() => false);
  for (let i = 0; i < samples.length; i++) {
    if (i % block === 0) {
      const found = segmentAt(sections, i / rate);
      const used = found?.segment.frequencies;
      wanted = pitches.map(
        (_, n) => found?.on === true && (used === undefined || used.some(({ index }) => index === n + 1)),
      );
    }
    let sum = 0;
    for (let n = 0; n < pitches.length; n++) {
      const level = levels[n] ?? 0;
      const next = wanted[n] ? Math.min(1, level + slope) : Math.max(0, level - slope);
      levels[n] = next;
      if (next > 0) sum += next * (gains[n] ?? 0) * Math.sin((steps[n] ?? 0) * i);
    }
    samples[i] = Math.max(-1, Math.min(1, sum));
  }
  return samples;
}

/** A WAV file of one channel with 16 bits a sample. */
export function wavOf(samples: Float32Array, rate: number): Uint8Array {
  const bytes = new Uint8Array(44 + samples.length * 2);
  const view = new DataView(bytes.buffer);
  const word = (at: number, letters: string) => {
    for (let i = 0; i < letters.length; i++) view.setUint8(at + i, letters.charCodeAt(i));
  };
  word(0, "RIFF");
  view.setUint32(4, 36 + samples.length * 2, true);
  word(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  word(36, "data");
  view.setUint32(40, samples.length * 2, true);
  for (let i = 0; i < samples.length; i++) view.setInt16(44 + i * 2, Math.round((samples[i] ?? 0) * 32767), true);
  return bytes;
}
