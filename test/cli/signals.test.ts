import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { withSite } from "../support/commandLine";

test("tone shows what is heard and writes it", () =>
  withSite({}, async (site) => {
    const { code, out } = await site.run(["tone", "480@-19,620@-19;10(.5/.5/1+2)", "--wav", "busy.wav"]);
    assert.equal(code, 0);
    assert.match(out, /^480 \+ 620 Hz, on\/off 0\.5\/0\.5 s, for 10 s\nFactory busy tone\nbusy tone of North America/);
    assert.match(out, /Total Tone Length = 10 s/);
    const wav = readFileSync(site.path("busy.wav"));
    assert.equal(wav.toString("latin1", 0, 4), "RIFF");
    assert.equal(wav.length, 44 + 10 * 16_000 * 2);
    const { out: json } = await site.run(["tone", "60(2/4)", "--json"]);
    assert.deepEqual(JSON.parse(json), {
      frequencies: [],
      sections: [{ length: 60, segments: [{ on: 2, off: 4 }] }],
      total: 60,
    });
    const broken = await site.run(["tone", "350@-19,440@-19;10(*0/1+2)"]);
    assert.equal(broken.code, 1);
    assert.match(broken.err, /\^ Missing `\/`/);
  }));

test("dial follows keys and runs expectations", () =>
  withSite(
    {
      "good.txt":
        "# emergency\ndials 911 -> 911 at once\ndials 95551234 -> 5551234 after 3 s\ndials 1900 -> barred\n\ndials 3 -> rejected\n",
      "bad.txt": "dials 911 -> 911 after 3 s\n",
    },
    async (site) => {
      const plan = ["--plan", "(911S0|<9:>xxxxxxx.|1900!|2xx)"];
      const { code, out } = await site.run(["dial", ...plan, "911", "21"]);
      assert.equal(code, 0);
      assert.match(out, /^911 -> 911 at once {2}by 911S0$/m);
      assert.match(out, /^21 -> 21 after 10 s {2}\(MPP, PhoneOS\)\n21 -> rejected {2}\(SPA, ATA, 8831\)$/m);
      const known = await site.run(["dial", ...plan, "--family", "mpp88xx", "--quiet", "21", "911"]);
      assert.equal(known.out, "21 -> 21 after 10 s\n911 -> 911 at once  by 911S0\n");
      const good = await site.run(["dial", ...plan, "--test", "good.txt"]);
      assert.deepEqual([good.code, good.out], [0, "4 passed, 0 failed\n"]);
      const bad = await site.run(["dial", ...plan, "--test", "bad.txt"]);
      assert.equal(bad.code, 1);
      assert.match(bad.out, /bad\.txt:1: .*got 911 at once/);
      assert.equal((await site.run(["dial", ...plan])).code, 2);
    },
  ));

test("dial says no to what the check calls impossible", () =>
  withSite({}, async (site) => {
    const { out, err } = await site.run(["dial", "--plan", "(911SO|[2-8]xx)", "--quiet", "911", "211"]);
    assert.match(err, /Did you mean `S0`\? No number matches/);
    assert.equal(out, "911 -> rejected\n211 -> 211 at once  by [2-8]xx\n");
    const star = await site.run(["dial", "--plan", "(1xx)", "--quiet", "1*2"]);
    assert.equal(star.out, "1*2 -> rejected  (MPP, PhoneOS)\n1*2 -> 1*2 at once  by 1xx  (SPA, ATA, 8831)\n");
  }));
