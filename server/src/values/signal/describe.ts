import * as l10n from "@vscode/l10n";
import type { Frequency, Section, SignalSegment } from "./script";
import { seconds, totalLength } from "./section";

// What a script contains, in the order in which the vendor's guides print their examples.

/** One sentence: `350 + 440 Hz, on for 10 s`. */
export function signalSentence(frequencies: readonly Frequency[], sections: readonly Section[]): string {
  const pitch = frequencies.length === 0 ? "" : l10n.t("{0} Hz", frequencies.map(({ hz }) => hz).join(" + "));
  const rhythm = rhythmInWords(sections);
  return [pitch, rhythm].filter((words) => words !== "").join(", ");
}

function rhythmInWords(sections: readonly Section[]): string {
  const [first] = sections;
  const [only] = first?.segments ?? [];
  if (!first || !only) return "";
  const total = totalLength(sections);
  const isSteady = sections.length === 1 && first.segments.length === 1 && only.off.seconds === 0;
  if (isSteady)
    return total === Number.POSITIVE_INFINITY ? l10n.t("on without end") : l10n.t("on for {0}", seconds(total));
  const rhythm = first.segments
    .map((segment) => `${short(segment.on.seconds)}/${short(segment.off.seconds)}`)
    .join(", ");
  if (sections.length > 1)
    return total === Number.POSITIVE_INFINITY
      ? l10n.t("on/off {0} s, then another rhythm, without end", rhythm)
      : l10n.t("on/off {0} s, then another rhythm, for {1}", rhythm, seconds(total));
  return total === Number.POSITIVE_INFINITY
    ? l10n.t("on/off {0} s, without end", rhythm)
    : l10n.t("on/off {0} s, for {1}", rhythm, seconds(total));
}

function short(duration: number): string {
  return duration === Number.POSITIVE_INFINITY ? "∞" : String(duration);
}

/** The parts as a Markdown list. */
export function signalTable(frequencies: readonly Frequency[], sections: readonly Section[]): string {
  const lines = frequencyLines(frequencies);
  lines.push(l10n.t("Number of Cadence Sections = {0}", sections.length));
  sections.forEach((section, i) => {
    lines.push(
      l10n.t("Cadence Section {0}: Section Length = {1}", i + 1, seconds(section.length.seconds)),
      l10n.t("Number of Segments = {0}", section.segments.length),
    );
    section.segments.forEach((segment, n) => {
      lines.push(segmentLine(segment, n + 1));
    });
  });
  lines.push(
    frequencies.length > 0
      ? l10n.t("Total Tone Length = {0}", seconds(totalLength(sections)))
      : l10n.t("Total Ring Length = {0}", seconds(totalLength(sections))),
  );
  return listOf(lines);
}

/** The frequencies alone as a Markdown list. */
export function frequencyTable(frequencies: readonly Frequency[]): string {
  return listOf(frequencyLines(frequencies));
}

function frequencyLines(frequencies: readonly Frequency[]): string[] {
  if (frequencies.length === 0) return [];
  return [
    l10n.t("Number of Frequencies = {0}", frequencies.length),
    ...frequencies.map(({ hz, dbm }, i) => l10n.t("Frequency {0} = {1} Hz at {2} dBm", i + 1, hz, dbm)),
  ];
}

function listOf(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}

function segmentLine({ on, off, frequencies }: SignalSegment, n: number): string {
  const times = l10n.t("Segment {0}: On = {1}, Off = {2}", n, seconds(on.seconds), seconds(off.seconds));
  if (frequencies === undefined) return times;
  if (frequencies.length === 0) return l10n.t("{0}, silence", times);
  return frequencies.length === 1
    ? l10n.t("{0}, with Frequency {1}", times, frequencies[0]?.index ?? 0)
    : l10n.t("{0}, with Frequencies {1}", times, frequencies.map(({ index }) => index).join(" + "));
}
