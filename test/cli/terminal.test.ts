import assert from "node:assert/strict";
import test from "node:test";
import { paintFor } from "../../server/src/cli/printable";
import { forTerminal } from "../../server/src/cli/terminal";

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
