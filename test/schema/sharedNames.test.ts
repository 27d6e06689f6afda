import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { catalogue } from "../support/catalogue";

const shared = path.resolve(process.cwd(), "../shared");
const skip = existsSync(shared) ? false : "the shared documents are not here";

/** Words of the documents that begin like parameters and are placeholders, formulas, functions or misprints. */
const otherWords = new Set(
  "CP_xxxx_MPP.cfg EVP_BytesToKey Failure_Msg Success_Msg Key_List Log_xxx_Msg PC_IP_Address WAN_IP_Address Par_Name Param_Name SERIAL_NUMBER UPGRADE_CHECK User_Agent GPP_x Extended_Function_ Enable_Broadsoft_Hoteling_1_ua Dial_Plan_1_3 Salted__ A-Za-z0-9_".split(
    " ",
  ),
);

test("every parameter that the specification and the first documents name is known", { skip }, () => {
  const seeds = path.join(shared, "seeds");
  const documents = [
    path.join(shared, "spec/flat-profile.md"),
    ...readdirSync(seeds).map((name) => path.join(seeds, name)),
  ];
  const folded = new Set<string>();
  for (const parameter of catalogue.parameters()) {
    folded.add(parameter.name.replace(/\{\w+\}/g, "#"));
    for (const section of parameter.path.split("/")) folded.add(section);
  }
  const starts = [...folded];
  /** A name as it is, one with its number left out, or the beginning of a group: `Log_Resync_*`. */
  const isKnown = (word: string) =>
    catalogue.findPattern(word) !== undefined ||
    folded.has(word) ||
    starts.some((name) => name.startsWith(word.replace(/\d+(?=_?$)/, "").replace(/_$/, "")) && word.includes("_"));
  const missing = new Set<string>();
  for (const document of documents)
    for (const [word] of readFileSync(document, "utf8").matchAll(
      /(?<![\w$.{/-])[A-Z][A-Za-z0-9.-]*_[A-Za-z0-9._-]*/g,
    )) {
      // A range, or `n` for a number.
      const name = word.replace(/(\.\.|[.-]+$).*/, "").replace(/_n_(?=[A-Z]|$)/, "_1_");
      // Letters with an index are those of formulas.
      if (/^[A-Z]_/.test(name) || otherWords.has(name) || isKnown(name)) continue;
      missing.add(name);
    }
  assert.deepEqual([...missing], []);
});

test("every name, default and option of the older products is known", { skip }, () => {
  const lines = readFileSync(path.join(shared, "data/cisco/additions/older-products.jsonl"), "utf8").trim().split("\n");
  assert.equal(lines.length, 156);
  for (const line of lines) {
    const fact = JSON.parse(line) as { name: string; products: string[]; options?: string[] };
    const parameter = catalogue.find(fact.name)?.parameter;
    assert.ok(parameter, fact.name);
    assert.ok(Object.keys(parameter.families).length > 0 || parameter.products, fact.name);
    const options = [...(parameter.options ?? []), ...Object.values(parameter.optionsByFamily ?? {}).flat()];
    for (const option of fact.options ?? []) assert.ok(options.includes(option.trim()), `${fact.name} ${option}`);
  }
});
