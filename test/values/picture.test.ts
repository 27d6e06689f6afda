import assert from "node:assert/strict";
import test from "node:test";
import { readCadence } from "../../server/src/values/signal/cadence";
import { signalPicture } from "../../server/src/values/signal/picture";
import { readTone } from "../../server/src/values/signal/toneScript";

const theme = { text: "#000", line: "#888", frequencies: ["#100", "#200"] };

/** Each bar: its color, from where to where in pixels, and its height. */
function barsOf(svg: string): string[] {
  return [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="([\d.]+)" fill="(#\d+)"/g)].map(
    ([, x, width, height, color]) => `${color} ${x}+${width} high ${height}`,
  );
}

function toneBars(script: string): string[] {
  const { frequencies, sections } = readTone(script);
  return barsOf(signalPicture(frequencies, sections, theme));
}

test("a louder frequency has a higher bar, from -40 to 0 dBm", () => {
  const heights = (dbm: string) => toneBars(`440@${dbm};1(*/0/1)`).map((bar) => bar.replace(/.*high /, ""));
  assert.deepEqual(heights("-40"), ["4"]);
  assert.deepEqual(heights("-20"), ["9"]);
  assert.deepEqual(heights("0"), ["14"]);
});

test("a bar for each time a frequency is heard, in its lane's color", () => {
  // 386 pixels for four seconds: two rounds
  assert.deepEqual(toneBars("440@-20,480@-20;10(1/1/1,.5/.5/2)"), [
    "#100 62+64.33 high 9",
    "#100 255+64.33 high 9",
    "#200 190.67+32.17 high 9",
    "#200 383.67+32.17 high 9",
  ]);
});

test("a cadence has one lane", () => {
  const { sections } = readCadence("60(2/4)");
  assert.deepEqual(barsOf(signalPicture([], sections, theme)), ["#100 62+64.33 high 11", "#100 255+64.33 high 11"]);
});

/** The words of a picture with where they are: frequencies, seconds of the axis, and how long it goes on. */
function wordsOf(script: string): string[] {
  const { frequencies, sections } = readTone(script);
  return [...signalPicture(frequencies, sections, theme).matchAll(/<text x="([\d.]+)"[^>]*>([^<]*)</g)].map(
    ([, x, words]) => `${words} at ${x}`,
  );
}

test("the words are the frequencies, the seconds of the axis and the whole length", () => {
  assert.deepEqual(wordsOf("440@-20,480@-20;10(1/1/1,.5/.5/2)"), [
    "440 Hz at 56",
    "480 Hz at 56",
    "0 s at 62",
    ...["1 at 126.33", "2 at 190.67", "3 at 255", "4 at 319.33", "5 at 383.67", "6 at 448"],
    "… 10 s at 450",
  ]);
  assert.deepEqual(wordsOf("350@-19;*(*/0/1)"), [
    "350 Hz at 56",
    "0 s at 62",
    ...["2 at 126.33", "4 at 190.67", "6 at 255", "8 at 319.33", "10 at 383.67", "12 at 448"],
    "… ∞ at 450",
  ]);
  assert.deepEqual(wordsOf("350@-19;1(.2/.3/0)"), [
    "350 Hz at 56",
    "0 s at 62",
    ...["0.2 at 139.2", "0.4 at 216.4", "0.6 at 293.6", "0.8 at 370.8", "1 at 448"],
  ]);
});
