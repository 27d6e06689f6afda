import type { Section } from "./script";
import { maxSegments } from "./section";
import { printTime } from "./shorten";

// A rhythm that a person taps, as a script. Fingers are not exact: times that are nearly alike are meant alike.

/** When the key went down and up again, in milliseconds. */
export interface Press {
  readonly down: number;
  readonly up: number;
}

export interface Rhythm {
  /** Milliseconds. */
  readonly segments: readonly { readonly on: number; readonly off: number }[];
  /** More was tapped than fits in a section. */
  readonly isCut: boolean;
}

/** Milliseconds that times are rounded to: below a second and above. */
const fine = 50;
const coarse = 100;
/** Equal taps on and on are a rhythm of one; fewer are a group before the pause. */
const minAlike = 4;
const usualLength = "60";

/** What was tapped; repeats are written once. The pause, in milliseconds, follows what does not repeat. */
export function rhythmOfTaps(presses: readonly Press[], pause: number): Rhythm | undefined {
  if (presses.length === 0) return undefined;
  const ons = presses.map(({ down, up }) => up - down);
  const offs = presses.slice(1).map(({ down }, i) => down - (presses[i]?.up ?? down));
  const meant = evened([...ons, ...offs]);
  const heard = ons.map((_, i) => ({ on: meant[i] ?? fine, off: meant[ons.length + i] ?? Math.max(fine, pause) }));
  const size = repeated(heard);
  const segments = heard.slice(0, Math.min(size, maxSegments));
  return { segments, isCut: size > maxSegments };
}

/** Each time as the middle of those that are nearly the same, rounded. */
function evened(times: readonly number[]): readonly number[] {
  const meant: number[] = times.map(() => fine);
  const order = times.map((time, i) => ({ time, i })).sort((a, b) => a.time - b.time);
  for (let from = 0; from < order.length; ) {
    const shortest = order[from]?.time ?? 0;
    let to = from + 1;
    while (to < order.length && (order[to]?.time ?? 0) <= shortest * 1.35 + 30) to++;
    const alike = order.slice(from, to);
    const middle = alike.reduce((sum, { time }) => sum + time, 0) / alike.length;
    for (const { i } of alike) meant[i] = rounded(middle);
    from = to;
  }
  return meant;
}

function rounded(time: number): number {
  const step = time < 1000 ? fine : coarse;
  return Math.max(fine, Math.round(time / step) * step);
}

/** How many segments it takes until the rhythm repeats; the time after the last press is unknown. */
function repeated(segments: Rhythm["segments"]): number {
  for (let size = 1; size * 2 <= segments.length; size++) {
    if (size === 1 && segments.length < minAlike) continue;
    const isSame = segments.every(({ on, off }, i) => {
      const first = segments[i % size];
      return on === first?.on && (off === first.off || i === segments.length - 1);
    });
    if (isSame) return size;
  }
  return segments.length;
}

export function cadenceOfRhythm({ segments }: Rhythm): string {
  return `${usualLength}(${segments.map(({ on, off }) => `${printTime(on)}/${printTime(off)}`).join()})`;
}

/** A tone of the same frequencies in another rhythm. */
export function toneInRhythm(text: string, sections: readonly Section[], { segments }: Rhythm): string {
  const [section] = sections;
  const sounding = section?.segments.find(({ frequencies }) => frequencies && frequencies.length > 0);
  const used = sounding?.frequencies?.map(({ index }) => index).join("+") ?? "1";
  const length = section ? text.slice(section.length.span.start, section.length.span.end) : usualLength;
  const body = segments.map(({ on, off }) => `${printTime(on)}/${printTime(off)}/${used}`).join();
  return `${text.slice(0, text.indexOf(";"))};${length}(${body})`;
}
