import assert from "node:assert/strict";
import test from "node:test";
import { isSound, maxPlayedSeconds, type Playable, rate, type Sound, soundOf } from "../../client/media/player/sound";
import { peaksOf, spectrumOf, ticksOf } from "../../client/media/player/wave";

function checkSound(playable: Playable): Sound {
  assert.ok(isSound(playable), JSON.stringify(playable));
  return playable;
}

const tone = (text: string) => checkSound(soundOf({ type: "ToneScript", text }));

/** The highest frequencies of a spectrum, each with its level, from low to high. */
function loudest(levels: Float32Array, size: number, count: number): { hz: number; dbm: number }[] {
  return [...levels]
    .map((dbm, i) => ({ hz: (i * rate) / size, dbm }))
    .filter(({ dbm }, i) => dbm >= (levels[i - 1] ?? -200) && dbm > (levels[i + 1] ?? -200))
    .sort((a, b) => b.dbm - a.dbm)
    .slice(0, count)
    .sort((a, b) => a.hz - b.hz);
}

test("shows the frequencies of a tone with their levels in dBm", () => {
  const size = 4096;
  for (const [text, wanted] of [
    [
      "350@-19,440@-19;10(*/0/1+2)",
      [
        [350, -19],
        [440, -19],
      ],
    ],
    [
      "480@-10,620@0;10(*/0/1+2)",
      [
        [480, -10],
        [620, 0],
      ],
    ],
    ["1000@-16;10(*/0/1)", [[1000, -16]]],
  ] as const) {
    const found = loudest(spectrumOf(tone(text).samples, rate, size), size, wanted.length);
    wanted.forEach(([hz, dbm], i) => {
      assert.ok(Math.abs((found[i]?.hz ?? 0) - hz) <= rate / size, `${text}: ${JSON.stringify(found)}`);
      assert.ok(Math.abs((found[i]?.dbm ?? 0) - dbm) < 1.5, `${text}: ${JSON.stringify(found)}`);
    });
  }
});

test("a spectrum outside the sound, or in silence, is low everywhere", () => {
  const { samples } = tone("480@-19,620@-19;2(.5/.5/1+2)");
  assert.ok(Math.max(...spectrumOf(samples, 0.6 * rate, 2048)) < -100);
  assert.equal(Math.max(...spectrumOf(new Float32Array(10), 5, 64)), -120);
});

test("the envelope shows when the tone is on", () => {
  const peaks = peaksOf(tone("480@-19,620@-19;2(.5/.5/1+2)").samples, 20);
  const shape = [...peaks].map((peak) => (peak > 0.05 ? "#" : ".")).join("");
  assert.match(shape, /^#####[#.]\.{4}#####[#.]\.{4}$/); // an edge falls off within 2 ms
  assert.equal(peaksOf(new Float32Array(0), 3).length, 3);
});

test("plays a cadence and the rhythm of a ring; an endless tone has an end here", () => {
  assert.equal(checkSound(soundOf({ type: "CadScript", text: "4(1/1)" })).samples.length, 4 * rate);
  const ring = checkSound(
    soundOf({ type: "RingScript", text: "n=A;w=3;c=2", cadence: { name: "Cadence_2", text: "2(1/1)" } }),
  );
  assert.equal(ring.samples.length, 2 * rate);
  const endless = tone("440@-19;*(2/4/1)");
  assert.equal(endless.total, Number.POSITIVE_INFINITY);
  assert.equal(endless.samples.length, maxPlayedSeconds * rate);
});

test("says why something cannot be played", () => {
  for (const value of [
    { type: "ToneScript", text: "" },
    { type: "ToneScript", text: "440@-19" },
    { type: "CadScript", text: "60(2/4" },
    { type: "RingScript", text: "n=A;w=file://a.rwb;c=0" },
  ]) {
    const playable = soundOf(value);
    assert.ok("fault" in playable && playable.fault.length > 10, JSON.stringify(value));
  }
});

test("a scale has round steps", () => {
  assert.deepEqual(ticksOf(10, 5), [0, 2, 4, 6, 8, 10]);
  assert.deepEqual(ticksOf(0.6, 6), [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]);
  assert.deepEqual(ticksOf(0, 6), [0]);
});
