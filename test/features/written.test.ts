import assert from "node:assert/strict";
import test from "node:test";
import { device } from "../../server/src/features/device";
import { deviceDirective } from "../../server/src/features/deviceDirective";
import { element } from "../../server/src/features/element";
import { brokenFiles } from "../support/brokenFiles";
import { fixture } from "../support/fixture";
import { answerFor } from "../support/requests";

// What commands of the editor write into a file, in the syntax of its dialect.

const noRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function checkDirective(text: string, family: string, expected: string): void {
  const { file } = fixture(text);
  const answer = answerFor(deviceDirective, file, { family });
  assert.ok(answer);
  assert.equal(answer.version, file.version);
  assert.ok(answer.edits.length <= 1);
  const [{ range, newText } = { range: noRange, newText: "" }] = answer.edits;
  const [start, end] = [file.lines.offsetAt(range.start), file.lines.offsetAt(range.end)];
  assert.equal(text.slice(0, start) + newText + text.slice(end), expected);
}

const comment = (family: string) => `<!-- flat-profile-device family=${family} -->`;

test("a comment that names the phone comes above the settings", () => {
  checkDirective(
    "<flat-profile>\n</flat-profile>\n",
    "mpp88xx",
    `${comment("mpp88xx")}\n<flat-profile>\n</flat-profile>\n`,
  );
  checkDirective(
    '<?xml version="1.0"?>\r\n<!-- ours -->\r\n  <flat-profile/>\r\n',
    "spa5xx",
    `<?xml version="1.0"?>\r\n<!-- ours -->\r\n  ${comment("spa5xx")}\r\n  <flat-profile/>\r\n`,
  );
  checkDirective(
    '<?xml version="1.0"?><flat-profile/>',
    "spa5xx",
    `<?xml version="1.0"?>${comment("spa5xx")}\n<flat-profile/>`,
  );
  checkDirective(
    "<Resync_Periodic>60</Resync_Periodic>",
    "spa5xx",
    `${comment("spa5xx")}\n<Resync_Periodic>60</Resync_Periodic>`,
  );
  checkDirective("", "spa5xx", `${comment("spa5xx")}\n`);
});

test("a comment that names a phone is replaced where it is, or removed with its line", () => {
  const file = (line: string) => `<flat-profile>\n  <!-- a -->\n${line}<A/>\n</flat-profile>\n`;
  const old = "<!--flat-profile-device model=8841\n firmware=12.0.3 -->";
  checkDirective(file(`${old}\n`), "mpp68xx", file(`${comment("mpp68xx")}\n`));
  checkDirective(file(`${old} \r\n`), "", file(""));
  checkDirective(file(`${old}`), "", file(""));
  checkDirective(file(""), "", file(""));
});

test("the file is for the phone that was written into it", () => {
  for (const text of brokenFiles) {
    const { file } = fixture(text);
    const [edit] = answerFor(deviceDirective, file, { family: "spa5xx" })?.edits ?? [];
    assert.ok(edit, text);
    const at = file.lines.offsetAt(edit.range.start);
    const changed = text.slice(0, at) + edit.newText + text.slice(file.lines.offsetAt(edit.range.end));
    // a file with nothing in it is for no phone yet; an open comment or tag takes whatever follows it
    if (text !== "" && !/<!--(?![\s\S]*-->)|<[^>]*$/.test(text))
      assert.equal(answerFor(device, fixture(changed).file)?.family, "spa5xx", changed);
  }
});

test("a parameter is written as an element with a place for its value", () => {
  const { file } = fixture("<flat-profile>\n</flat-profile>\n");
  assert.deepEqual(answerFor(element, file, { name: "Resync_Periodic" }), {
    before: "<Resync_Periodic>",
    after: "</Resync_Periodic>",
  });
  assert.equal(answerFor(element, file, { name: "a b" }), null);
  assert.equal(answerFor(element, file, { name: "" }), null);
});

test("an inserted element is written as its neighbors are", () => {
  const written = (text: string) => {
    const { file, offset } = fixture(text);
    const answer = answerFor(element, file, { name: "GPP_B", position: file.lines.positionAt(offset) });
    return answer && `${answer.before}|${answer.after}`;
  };
  const root = (lines: string) => `<flat-profile>\n${lines}\n$0\n</flat-profile>`;
  assert.equal(written(root('<GPP_A ua="na">1</GPP_A>')), '<GPP_B ua="na">|</GPP_B>');
  assert.equal(written(root("<GPP_A>1</GPP_A>")), "<GPP_B>|</GPP_B>");
  assert.equal(written(root("")), "<GPP_B>|</GPP_B>");
});
