import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { dialects } from "../../../server/src/dialects/index";
import { certain, headLength, recognize } from "../../../server/src/dialects/recognize";
import { unifyXml } from "../../../server/src/dialects/unify/index";
import { problemsOf } from "../../support/problems";

const isOurs = (name: string, head: string) => recognize(dialects, name, head, certain) === unifyXml;

test("files are known by their root, or by their name with items in it", () => {
  const items = '<Item name="e164">1</Item>';
  const ours: readonly (readonly [string, string])[] = [
    ["a.xml", `<DLSMessage xmlns="http://www.siemens.com/DLS"><Message/></DLSMessage>`],
    ["a.xml.erb", `<DlsMessage><Message nonce="<%=@my_nonce%>"/></DlsMessage>`],
    ["a.xml", `<?xml version="1.0" encoding="UTF-8"?>\n<!-- a -->\n<WorkpointMessage>`],
    ["reply.txt", "<dls:DLSMessage/>"],
    ["00005e005402_config.xml", `<Config>${items}</Config>`],
    ["000000000000_config.xml", ""],
    ["00005E005402_CONFIG.XML", `<ItemList>${items}</ItemList>`],
    ["items.xml", `<ItemList>\n${items}\n</ItemList>`],
    ["a.xml", "{% if x %}<DLSMessage/>{% endif %}"],
  ];
  for (const [name, head] of ours) assert.ok(isOurs(name, head), name + head);
  const others: readonly (readonly [string, string])[] = [
    ["a.xml", `<flat-profile><Item name="a">1</Item></flat-profile>`],
    ["00005e005402_config.xml", "<flat-profile><Profile_Rule>a</Profile_Rule></flat-profile>"],
    ["00005e00540_config.xml", `<Config>${items}</Config>`],
    ["a.xml", `<Project><ItemGroup>${items}</ItemGroup></Project>`],
    ["a.xml", `<rss><channel><item name="a">1</item></channel></rss>`],
    ["a.xml", "<ItemList><item>1</item></ItemList>"],
    ["a.xml", `<Catalog><DLSMessage/></Catalog>`],
    ["a.xml", "<DLSMessages/>"],
    ["a.cs", `var text = "<DLSMessage/>";`],
    ["a.rb", "doc.search('Message/ItemList').each do |a| puts a end"],
    ["a.xml", items],
    ["a.xml", ""],
  ];
  for (const [name, head] of others) assert.ok(!isOurs(name, head), name + head);
});

const corpus = path.resolve("../shared/corpus");

test("no file of another kind is claimed", { skip: existsSync(corpus) ? false : "the shared corpus is absent" }, () => {
  const claimed: string[] = [];
  let looked = 0;
  for (const name of readdirSync(corpus, { recursive: true, encoding: "utf8" })) {
    if (!/\.\w+$/.test(name) || name.endsWith(".jsonl")) continue;
    looked++;
    if (isOurs(name, readFileSync(path.join(corpus, name), "latin1").slice(0, headLength))) claimed.push(name);
  }
  assert.ok(looked > 200, String(looked));
  assert.deepEqual(
    claimed.filter((name) => !name.startsWith(path.join("vendors", "unify"))),
    [],
  );
  assert.equal(claimed.length, 5);
});

test("real files have the problems that a person found in them", {
  skip: existsSync(corpus) ? false : "the shared corpus is absent",
}, () => {
  const folder = path.join(corpus, "vendors", "unify");
  const found = readdirSync(folder).flatMap((name) =>
    name.endsWith(".rb")
      ? []
      : problemsOf(readFileSync(path.join(folder, name), "utf8"), undefined, unifyXml)
          .filter(({ severity }) => severity !== "info" && severity !== "hint")
          .map(({ severity, code }) => `${name.replace(/^.*__/, "")} ${severity} ${code}`),
  );
  assert.deepEqual(found, [
    // Two servers spell the root otherwise than the guide.
    "clean-up.xml.erb warning message/root",
    "index.xml.erb warning message/root",
    "write.xml.erb warning message/root",
    // As the guide prints it.
    "p54_workpoint_status.xml error xml/tag-not-closed",
  ]);
});
