import assert from "node:assert/strict";
import test from "node:test";
import { checkEachFix, checkRepair, repairedText } from "../fuzz/laws";
import { mutated } from "../fuzz/mutate";
import { Random } from "../fuzz/random";
import { corpusFiles } from "../support/corpus";
import { snapshotOf } from "../support/problems";
import { toySettings } from "../support/toy/index";

/** Nothing can be repaired safely, and no single fix leads to the same problem again. */
function checkLeftAlone(text: string): void {
  assert.equal(repairedText(snapshotOf(text)), text);
  checkEachFix(text);
}

function checkRepaired(text: string, expected: string): void {
  assert.equal(repairedText(snapshotOf(text)), expected);
  checkRepair(text);
  checkEachFix(text);
}

test("no end tag is put into what is not closed", () => {
  for (const rest of [
    "<!-- forgot\n",
    "<![CDATA[ x\n",
    "<?xml-stylesheet a\n",
    "<%= x\n",
    "<!DOCTYPE a [\n",
    "<!",
    "<GPP_B><![CDATA[x\n",
    "<router-configuration>\n<!-- -",
  ])
    checkLeftAlone(`<flat-profile>\n<GPP_A>1</GPP_A>\n${rest}`);
});

test("an end tag that is missing at the end of the file is added once", () => {
  checkRepaired("<flat-profile>\n<GPP_A>1</GPP_A>\n", "<flat-profile>\n<GPP_A>1</GPP_A>\n</flat-profile>\n");
});

test("a missing end tag comes before the comment that hides it, not into it", () => {
  checkRepaired(
    "<flat-profile>\n<GPP_A>1 <!-- a\nb -->\n<GPP_B>2</GPP_B>\n</flat-profile>\n",
    "<flat-profile>\n<GPP_A>1 <!-- a\nb --></GPP_A>\n<GPP_B>2</GPP_B>\n</flat-profile>\n",
  );
  checkEachFix("<flat-profile><GPP_A>{{<\n}}<");
  checkEachFix("<flat-profile><GPP_A><![CDATA[a\nb]]>\n<GPP_B>2</GPP_B></flat-profile>");
  checkEachFix("<flat-profile><GPP_A>1</GPP_A></flat-profile></flat-profile><GPP_B>2</GPP_B>");
  for (const section of ["<router-configuration>", "<WAN_Interface>", "<T_A>"])
    for (const inside of ["", "x", "<x>", "1</B>", section])
      for (const end of ["", "\n", "\n<GPP_A>1</GPP_A>"])
        checkEachFix(`<flat-profile>${section}${section}${inside}${section}${end}</flat-profile>`);
  checkEachFix("<flat-profile><GPP_A>1</GPP_A></flat-profile><GPP_B>2</GPP_B></flat-profile><GPP_C>3</GPP_C>");
  for (const long of [
    `<![CDATA[${"x".repeat(9_000)}]]>`,
    `<!--${" ".repeat(9_000)}-->`,
    `<![CDATA[<Foo ${"<a> ".repeat(3_000)}]]>`,
  ])
    for (const start of ["<GPP_A>", "<GPP_A", "<Proxy_1", "<GPP_A>a & b"])
      for (const end of ["", "\n", "\n</flat-profile>"]) checkEachFix(`<flat-profile>${start}${long}${end}`);
  for (const root of ["router-configuration", "flat-profile"])
    for (const inside of ["x</B>", "<GPP_A>1</GPP_A>", "", "<T_A>"])
      for (const end of ["", "\n", "\n".repeat(600)]) checkEachFix(`<${root}>\n<${root}>\n${inside}\n<${root}>${end}`);
});

test("what follows a tag without its > does not become part of the tag", () => {
  for (const text of [
    "<flat-profile>\n<GPP_A<>\n<GPP_B>1</GPP_B>\n</flat-profile>\n",
    "<router-configuration\n<m<>",
    "<flat-profile><GPP_A\n<GPP_B>1</GPP_B></flat-profile>",
  ]) {
    checkRepair(text);
    checkEachFix(text);
  }
});

test("one repair that cannot be used does not keep the others back", () => {
  const text = (amp: string) => `<flat-profile>\n<Text_Logo>a ${amp} b</Text_Logo>\n<!-- forgot\n`;
  checkRepaired(text("&"), text("&amp;"));
});

test("repairs of mutated files: twice is once, no more errors, no other value", (t) => {
  const seeds = corpusFiles().map(({ text }) => text.slice(0, 8000));
  if (seeds.length === 0) return t.skip("the shared corpus is absent");
  const words = ["<!--", "-->", "<![CDATA[", "]]>", "<GPP_A>", "</GPP_A>", "<", ">", "&", '"', "\u201c", "<?", "\n"];
  const random = new Random(1406);
  for (let i = 0; i < 150; i++) {
    const text = mutated(seeds, words, random, 6000);
    try {
      checkRepair(text);
      checkEachFix(text, 2);
    } catch (error) {
      throw new Error(`${(error as Error).message}\nfor ${JSON.stringify(text)}`);
    }
  }
});

test("a quick fix that leaves its problem is not offered", () => {
  for (const scheme of ["tftp:", "http:", "http:/", "https;//", "http://"])
    for (const again of ["tftp://", "HTTP://", "http://https://", "tftp:tftp://"])
      for (const rest of ["", "{}/spa$MA.xml", "192.0.2.1/a.xml"])
        checkEachFix(`<flat-profile>\n<Profile_Rule>${scheme}${again}${rest}</Profile_Rule>\n</flat-profile>`);
  for (const root of ["router-configuration", "flat-profile", "WAN_Interface"])
    for (const tail of ["<_", "<", "<GPP_A", "<GPP_A>1</", "<!--", "&"])
      checkEachFix(`<flat-profile>\n<GPP_A>1</GPP_A>\n<${root}<${root}>${tail}`);
});

test("two schemes become the second", () => {
  checkRepaired(
    "<flat-profile>\n<Profile_Rule>tftp:http://192.0.2.1/a.xml</Profile_Rule>\n</flat-profile>\n",
    "<flat-profile>\n<Profile_Rule>http://192.0.2.1/a.xml</Profile_Rule>\n</flat-profile>\n",
  );
});

test("a safe fix may remove whole settings, and no others are lost with them", () => {
  const repaired = (text: string) => {
    checkRepair(text, toySettings);
    return repairedText(snapshotOf(text, undefined, toySettings));
  };
  assert.equal(
    repaired("SET LANGUAGE german\nSET POLLHOUR 3\nSET LINE1NAME Ann\n"),
    "SET LANGUAGE german\nSET LINE1NAME Ann\n",
  );
  assert.equal(repaired("SET POLLHOUR 3\n").trim(), "");
  assert.equal(repaired("SET POLLHOUR 3").trim(), "");
  // with a fix of a value before and after it
  const dash = "SET SIPDOMAIN a\u2013b.example.com\n";
  assert.equal(
    repaired(`${dash}SET POLLHOUR 3\n${dash.replace("SIPDOMAIN", "LINE1NAME")}`).includes("POLLHOUR"),
    false,
  );
  assert.equal(
    repaired("SET POLLHOUR 3\nSET NEXTFILE http://h/a\u2013b.txt\n"),
    "SET POLLHOUR 3\nSET NEXTFILE http://h/a-b.txt\n",
  );
});
