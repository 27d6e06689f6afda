import { fullScaleDbm } from "../../../server/src/values/signal/samples";

// What the pictures of the player are drawn from.

/** The loudest sample in each of `columns` equal parts. */
export function peaksOf(samples: Float32Array, columns: number): Float32Array {
  const peaks = new Float32Array(Math.max(0, columns));
  for (let column = 0; column < columns; column++) {
    const from = Math.floor((column * samples.length) / columns);
    const to = Math.max(from + 1, Math.floor(((column + 1) * samples.length) / columns));
    let peak = 0;
    for (let i = from; i < to && i < samples.length; i++) peak = Math.max(peak, Math.abs(samples[i] ?? 0));
    peaks[column] = peak;
  }
  return peaks;
}

/**
 * Levels in dBm of the frequencies around the sample `at`: element i is i * rate / size Hz.
 * `size` is a power of two; a Hann window keeps neighbouring frequencies apart.
 */
export function spectrumOf(samples: Float32Array, at: number, size: number): Float32Array {
  const real = new Float32Array(size);
  const imaginary = new Float32Array(size);
  const from = Math.max(0, Math.min(samples.length - size, Math.round(at)));
  for (let i = 0; i < size; i++) {
    const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size);
    real[i] = (samples[from + i] ?? 0) * window;
  }
  transform(real, imaginary);
  const levels = new Float32Array(size / 2);
  for (let i = 0; i < levels.length; i++) {
    // the window halves the sum; a sine at full scale has the amplitude 1
    const amplitude = (4 * Math.hypot(real[i] ?? 0, imaginary[i] ?? 0)) / size;
    levels[i] = amplitude < 1e-6 ? -120 : 20 * Math.log10(amplitude) + fullScaleDbm;
  }
  return levels;
}

/** Fourier transform in place, radix 2. */
function transform(real: Float32Array, imaginary: Float32Array): void {
  const size = real.length;
  for (let i = 1, j = 0; i < size; i++) {
    let bit = size >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    [real[i], real[j]] = [real[j] ?? 0, real[i] ?? 0];
    [imaginary[i], imaginary[j]] = [imaginary[j] ?? 0, imaginary[i] ?? 0];
  }
  for (let span = 2; span <= size; span <<= 1) {
    const half = span >> 1;
    for (let k = 0; k < half; k++) {
      const angle = (-2 * Math.PI * k) / span;
      const cos = Math.cos(angle);
      const sin = Math.sin(angle);
      for (let a = k; a < size; a += span) {
        const b = a + half;
        const [re, im] = [real[b] ?? 0, imaginary[b] ?? 0];
        const turnedRe = re * cos - im * sin;
        const turnedIm = re * sin + im * cos;
        real[b] = (real[a] ?? 0) - turnedRe;
        imaginary[b] = (imaginary[a] ?? 0) - turnedIm;
        real[a] = (real[a] ?? 0) + turnedRe;
        imaginary[a] = (imaginary[a] ?? 0) + turnedIm;
      }
    }
  }
}

/** Steps of a scale of `length` units, at most `most` of them. */
export function ticksOf(length: number, most: number): number[] {
  if (!(length > 0) || most < 1) return [0];
  const power = 10 ** Math.floor(Math.log10(length / most));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => length / size <= most) ?? length;
  const ticks: number[] = [];
  for (let i = 0; i * step <= length * (1 + 1e-9); i++) ticks.push(Number((i * step).toPrecision(6)));
  return ticks;
}
