import type { PictureTheme } from "../pictureTheme";
import type { Frequency, Section } from "./script";

const width = 460;
const left = 62;
const laneHeight = 18;
/** Seconds shown of a section at most; a rhythm repeats. */
const maxShownSeconds = 12;

/**
 * Bars of on and off for each section: one lane for each frequency (one lane for a cadence), higher
 * for a louder one, with a scale of seconds below. Levels go from -40 to 0 dBm.
 */
export function signalPicture(
  frequencies: readonly Frequency[],
  sections: readonly Section[],
  theme: PictureTheme,
): string {
  const lanes = Math.max(1, frequencies.length);
  const sectionHeight = lanes * laneHeight + 34;
  const height = sections.length * sectionHeight + 4;
  const parts = sections.map((section, i) =>
    sectionPicture(section, frequencies, 2 + i * sectionHeight, lanes, theme, sections.length > 1 ? i + 1 : 0),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="10" fill="${theme.text}">${parts.join("")}</svg>`;
}

function sectionPicture(
  section: Section,
  frequencies: readonly Frequency[],
  top: number,
  lanes: number,
  theme: PictureTheme,
  number: number,
): string {
  const shown = shownSeconds(section);
  const scale = (width - left - 12) / shown;
  const x = (t: number) => round(left + t * scale);
  const bottom = top + lanes * laneHeight;
  const out: string[] = [];
  for (let lane = 0; lane < lanes; lane++) {
    const frequency = frequencies[lane];
    const label = frequency ? `${frequency.hz} Hz` : number > 0 ? String(number) : "";
    const base = top + (lane + 1) * laneHeight;
    if (label !== "") out.push(text(left - 6, base - 5, label, "end"));
    out.push(
      `<line x1="${left}" y1="${base}" x2="${width - 12}" y2="${base}" stroke="${theme.line}" stroke-width="0.5"/>`,
    );
    const color = theme.frequencies[lane % theme.frequencies.length] ?? theme.text;
    const barHeight = frequency ? round(4 + (10 * (Math.max(-40, Math.min(0, frequency.dbm)) + 40)) / 40) : 11;
    for (const { from, to, used } of bars(section, shown)) {
      if (used !== undefined && !used.includes(lane + 1)) continue;
      out.push(
        `<rect x="${x(from)}" y="${round(base - barHeight)}" width="${Math.max(0.8, round((to - from) * scale))}" height="${barHeight}" fill="${color}"/>`,
      );
    }
  }
  for (const t of ticks(shown)) {
    out.push(
      `<line x1="${x(t)}" y1="${bottom}" x2="${x(t)}" y2="${bottom + 4}" stroke="${theme.line}"/>`,
      text(x(t), bottom + 14, t === 0 ? "0 s" : String(t), "middle"),
    );
  }
  if (section.length.seconds > shown) {
    const end = section.length.seconds === Number.POSITIVE_INFINITY ? "∞" : `${section.length.seconds} s`;
    out.push(text(width - 10, bottom + 26, `… ${end}`, "end"));
  }
  return out.join("");
}

interface Bar {
  readonly from: number;
  readonly to: number;
  readonly used: readonly number[] | undefined;
}

/** Two rounds of the rhythm, or what there is of it. */
function shownSeconds({ length, segments }: Section): number {
  const round = segments.reduce((sum, { on, off }) => sum + on.seconds + off.seconds, 0);
  const wanted = Number.isFinite(round) && round > 0 ? Math.min(2 * round, maxShownSeconds) : maxShownSeconds;
  return Math.max(0.01, Math.min(length.seconds, Math.max(wanted, Math.min(round, maxShownSeconds))));
}

function bars({ segments }: Section, shown: number): Bar[] {
  const out: Bar[] = [];
  let at = 0;
  while (at < shown && out.length < 400) {
    const before = at;
    for (const { on, off, frequencies } of segments) {
      const used = frequencies?.map(({ index }) => index);
      if (on.seconds > 0 && at < shown) out.push({ from: at, to: Math.min(shown, at + on.seconds), used });
      at += on.seconds + off.seconds;
    }
    if (at <= before) break;
  }
  return out;
}

function ticks(shown: number): number[] {
  const step = [0.05, 0.1, 0.2, 0.5, 1, 2, 5].find((candidate) => shown / candidate <= 8) ?? 5;
  const out: number[] = [];
  for (let i = 0; i * step <= shown + 1e-9; i++) out.push(Number((i * step).toFixed(3)));
  return out;
}

function text(x: number, y: number, words: string, anchor: "end" | "middle"): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${words}</text>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
