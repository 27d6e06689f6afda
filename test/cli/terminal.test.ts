import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";
import { paintFor } from "../../server/src/cli/printable";
import { forTerminal } from "../../server/src/cli/terminal";
import { withSite } from "../support/commandLine";

const esc = "\u001b";

function checkShown(written: string | Uint8Array, shown: string): void {
  assert.equal(forTerminal(written), shown);
}

test("a terminal gets no sequence that a file contains", () => {
  checkShown(`id${esc}]0;title\u0007,x\n`, "id\\u001b]0;title\\u0007,x\n");
  checkShown(`${esc}[2J${esc}[H${esc}[8mhidden`, "\\u001b[2J\\u001b[H\\u001b[8mhidden");
  checkShown("safe\rover\u009b31m\u202etxt", "safe\\u000dover\\u009b31m\\u202etxt");
  checkShown(new TextEncoder().encode(`<a>${esc}c</a>\n`), "<a>\\u001bc</a>\n");
});

test("colors, tabs, line ends and other languages stay", () => {
  const { red, bold } = paintFor({}, { FORCE_COLOR: "1" });
  for (const text of [red("error"), bold("a.xml:1:2"), "a\tb\n", "Grüße 你好 👋", `\r${esc}[K`]) checkShown(text, text);
});

const hostile = `${esc}]0;owned\u0007${esc}[2J\u009b31m`;
const element = `a${hostile}b`;
const files = {
  [`x${esc}[2J.xml`]: "<flat-profile>",
  "a.xml": `<flat-profile>
<Resync_On_Reset>so${hostile}on</Resync_On_Reset>
<${element}>1</${element}>
<Profile_Rule>http://h/${hostile}/x.xml</Profile_Rule>
</flat-profile>
`,
  "list.csv": `mac,model,firmware,GPP_A,no${hostile}name\n00005e005301,8841,${hostile},${hostile},x\n${hostile},88${hostile},,,\n`,
  "devices.json": JSON.stringify({
    devices: [{ id: `d${hostile}`, label: hostile, model: "8841", mac: "00005e005301" }],
  }),
  "numbers.txt": `dials 91${hostile} -> 1\n`,
};
const runs: readonly (readonly string[])[] = [
  ["check", "--show", "hint", "a.xml"],
  ["check", ...Object.keys(files)],
  ["check", "."],
  ["format", ...Object.keys(files)],
  ["preview", "a.xml", "--device", "devices.json"],
  ["preview", "a.xml", "--device", "devices.json", "--json"],
  ["fleet", "a.xml", "--devices", "list.csv"],
  ["fleet", "a.xml", "--devices", "list.csv", "--format", "jsonl"],
  ["explain", element],
  ["inspect", ...Object.keys(files)],
  ["learn", "a.xml", "--out", "-"],
  ["decrypt", "a.xml"],
  ["dial", "--plan", `(x${hostile}|xx.)`, "--test", "numbers.txt", "91"],
  ["tone", `350@-19${hostile}`],
  ["option", "242", `DOMAIN=a${hostile}`],
  ["convert", "--from", "avaya", "--to", "cisco-flat-profile", "--setting", `LOGSRVR=a${hostile}`],
  [`no${hostile}verb`],
];

/** What a terminal may be sent: text, line ends, tabs and the colors and the progress line of our own. */
const sequences = new RegExp(`${esc}\\[(?:1|22|2|31|39|33|34|36)m|\\r?${esc}\\[K|\\r*\\n|\\t`, "g");
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u001f\u007f-\u009f]/;

test("no verb sends a sequence of a file to a terminal", async (t) => {
  if (spawnSync("script", ["-qec", "true", "/dev/null"]).status !== 0)
    return t.skip("no script program (util-linux) that makes a pseudo-terminal");
  await withSite(files, async (site) => {
    for (const args of runs) {
      const { out, err } = await site.runOnTerminal(args);
      assert.equal(err, "");
      assert.notEqual(out.trim(), "", args.join(" "));
      const rest = out.replace(sequences, "");
      const at = rest.search(control);
      assert.equal(at, -1, `${JSON.stringify(args)}: ${JSON.stringify(rest.slice(Math.max(0, at - 60), at + 20))}`);
    }
    const { out } = await site.runOnTerminal(["check", "--show", "hint", "a.xml"]);
    assert.match(out, /\\u001b\[2J/);
    assert.ok(out.includes(`${esc}[`), "the terminal got no colors, so it was not one");
  });
});
