import assert from "node:assert/strict";
import test from "node:test";
import { ruleSuggestions } from "../../server/src/dialects/cisco-flat-profile/rules/ruleCompletion";

/** What is offered at the caret, and the text that it replaces when there is some. */
function checkOffered(marked: string, expected: string, kind: Parameters<typeof ruleSuggestions>[2] = "profile"): void {
  const offset = marked.indexOf("^");
  const text = marked.replace("^", "");
  const found = ruleSuggestions(text, offset, kind);
  const macros = found.filter((item) => item.kind === "macro").length;
  const labels = found.filter((item) => item.kind !== "macro").map(({ label }) => label);
  const replaced = found.map(({ replace }) => text.slice(replace.start, offset)).find((part) => part !== "");
  const shown = [...labels, ...(macros > 0 ? ["macros"] : [])].join(" ") + (replaced ? ` for ${replaced}` : "");
  assert.equal(shown, expected, marked);
}

const operators = "eq ne lt le gt ge";
const options = "--key --uid --pwd --post --alias --srv";
const schemes = "https:// http:// tftp://";
const beginnings = `( … )? [--key … ] ( … )! ${schemes}`;

test("an empty rule or alternative is offered the ways to begin one", () => {
  checkOffered("^", beginnings);
  checkOffered("  ^", beginnings);
  checkOffered("http://h/a | ^", beginnings);
  checkOffered("^", `( … )? ${schemes}`, "upgrade");
  checkOffered("^", `[--delta] URL ${schemes}`, "report");
  checkOffered("http://h/a^", "");
});

test("a comparison is written word by word", () => {
  checkOffered("(^", "macros");
  checkOffered("($PN ^", operators);
  checkOffered("($PN e^", `${operators} for e`);
  checkOffered("($PN eq ^", "macros");
  checkOffered("($PN = ^", "macros");
  checkOffered("($PN eq 8841 ^", "and");
  checkOffered('($PN eq "CP 8841" ^', "and");
  checkOffered("($PN >= 3 ^", "and");
  checkOffered("($PN eq 8841 a^", "and for a");
  checkOffered("($PN eq 8841 and ^", "macros");
  checkOffered("($PN eq 8841 and $A ^", operators);
  checkOffered('($PN eq 8841 and "a b" ^', operators);
  checkOffered('("a b" ^', operators);
});

test("nothing but macros is offered in a string", () => {
  checkOffered('("CP-^', "");
  checkOffered('($PN eq "CP-^', "");
  checkOffered('($PN eq "$P^', "macros for $P");
  checkOffered('($PN eq "a" and "b^', "");
});

test("after a condition comes an address, with macros", () => {
  checkOffered("($PN eq a)? ^", "");
  checkOffered("($PN eq a)? http://h/$^", "macros for $");
  checkOffered("http://h/$(MA^", "macros for $(MA");
});

test("options are offered in brackets, of reports some more", () => {
  checkOffered("[^] http://h/a", options);
  checkOffered("[--k^] http://h/a", `${options} for --k`);
  checkOffered("[--key $S^] http://h/a", "macros for $S");
  checkOffered("[^] http://h/a", `${options} --delta --status`, "report");
});
