import assert from "node:assert/strict";
import test from "node:test";
import { readOptionComment } from "../../server/src/dialects/cisco-flat-profile/optionComment";
import { readExtension } from "../../server/src/schema/extension";
import { type DumpFact, type Learned, type LearnOptions, learn } from "../../server/src/schema/learn";
import { catalogue } from "../support/catalogue";

function checkOptions(comment: string, options: readonly string[] | undefined, value?: string): void {
  assert.deepEqual(readOptionComment(comment, value)?.options, options, comment);
}

test("option lists of dump comments", () => {
  checkOptions(" options: none/tftp/http/https ", ["none", "tftp", "http", "https"]);
  checkOptions("  available options: UDP|TCP|TLS|AUTO  ", ["UDP", "TCP", "TLS", "AUTO"]);
  checkOptions("  available options: month/day|day/month  ", ["month/day", "day/month"]);
  checkOptions(" options: month/day/day/month ", ["month/day", "day/month"], "month/day");
  checkOptions(" options: month/day/day/month ", ["month/day", "day/month"]);
  checkOptions(" options: 1-line/1-line excl. OPT|NTFY/full ", ["1-line", "1-line excl. OPT|NTFY", "full"]);
  checkOptions(" options: 600/600+2.16uF/220+820||120nF ", ["600", "600+2.16uF", "220+820||120nF"]);
  checkOptions(" options: -3/-2/-1/0 ", ["-3", "-2", "-1", "0"]);
  checkOptions(" available options: Auto|EAP-FAST|||PSK||None ", ["Auto", "EAP-FAST", "PSK", "None"]);
  for (const text of ["", "options", "options:", " options: one ", "this has options: a/b", " see the options: a/b "])
    checkOptions(text, undefined);
  assert.deepEqual(readOptionComment("options: 0:None, 2:Remote TFTP...")?.labels, { 0: "None", 2: "Remote TFTP" });
  assert.equal(readOptionComment(` options: ${"a/".repeat(5000)}`), undefined);
});

function fact(name: string, value = "", more: Partial<DumpFact> = {}): DumpFact {
  return { name, path: "", value, ...more };
}

/** Learns and reads the result back; the result must be a valid extension. */
function learned(
  facts: readonly DumpFact[],
  options?: LearnOptions,
): Learned & { readonly file: { readonly parameters: Record<string, unknown>[] } } {
  const result = learn(facts, catalogue, options);
  assert.deepEqual(readExtension(result.text, "f", catalogue).problems, []);
  return { ...result, file: JSON.parse(result.text) };
}

test("a dump of known elements teaches nothing", () => {
  const { added, widened } = learned([
    fact("Dial_Plan_1_", "(x.)"),
    fact("Resync_On_Reset", "Yes", { options: ["Yes", "No"] }),
  ]);
  assert.deepEqual([added, widened], [[], []]);
});

test("new names are described, numbered ones as one pattern", () => {
  const { added, file } = learned(
    [
      fact("Brand_New_1_", "b", { options: ["a", "b"], ua: "rw", group: "Ext_1/Call_Features" }),
      fact("Brand_New_2_", "a", { options: ["a", "b"] }),
      fact("Shiny_Enable", "No"),
      fact("Owner_Of_Phone", "Jane"),
      fact("Shiny_Password", "1234"),
    ],
    { family: "mpp88xx" },
  );
  assert.deepEqual(added, ["Brand_New_{n}_", "Shiny_Enable", "Owner_Of_Phone", "Shiny_Password"]);
  const [pattern, bool, owner, password] = file.parameters;
  assert.deepEqual(
    [pattern?.index, pattern?.options, pattern?.default, pattern?.defaultUa, pattern?.section],
    [{ n: [1, 2] }, ["a", "b"], "b", "rw", "Call Features"],
  );
  assert.deepEqual([bool?.type, bool?.default, bool?.families], ["Bool", "No", { mpp88xx: "dump" }]);
  assert.deepEqual([owner?.default, password?.default, password?.secret], [undefined, undefined, true]);
});

test("numbers and texts of a dump are not kept: they may be the code of a door", () => {
  const { text, file } = learned([fact("Door_Code", "4711"), fact("Gate_Host", "gate.example.com"), fact("Bare")]);
  assert.deepEqual(
    file.parameters.map(({ name, default: value }) => [name, value]),
    [
      ["Door_Code", undefined],
      ["Gate_Host", undefined],
      ["Bare", ""],
    ],
  );
  assert.doesNotMatch(text, /4711|example/);
});

test("known elements grow: choices, numbers, families", () => {
  const { widened, file } = learned(
    [
      fact("Report_To_Server", "Hourly", { options: ["On Request", "Hourly"] }),
      fact("Line_Enable_40_", "Yes"),
      fact("Accept_Last_Act_Code", "*64"),
    ],
    { family: "mpp88xx" },
  );
  assert.deepEqual(widened, ["Report_To_Server", "Line_Enable_{ext}_", "Accept_Last_Act_Code"]);
  const extended = catalogue.extend(readExtension(JSON.stringify(file), "f", catalogue).parameters);
  assert.ok(extended.has("Line_Enable_40_") && extended.has("Line_Enable_1_"));
  const report = extended.find("Report_To_Server")?.parameter;
  assert.ok(report?.optionsByFamily?.mpp88xx?.includes("Hourly") && !report.options?.includes("Hourly"));
  assert.equal(extended.find("Accept_Last_Act_Code")?.parameter.families.mpp88xx, "dump");
});

test("what was learned before is kept, and learning twice changes nothing", () => {
  const facts = [
    fact("Brand_New_1_", "b", { options: ["a", "b"] }),
    fact("Report_To_Server", "Hourly", { options: ["Hourly", "On Request"] }),
  ];
  const first = learned(facts, { family: "mpp88xx" });
  const second = learned([...facts, fact("Other_Thing", "1")], { family: "mpp88xx", existing: first.text });
  assert.deepEqual([second.added, second.widened], [["Other_Thing"], []]);
  assert.deepEqual(
    second.file.parameters.map((p) => p.name),
    ["Brand_New_{n}_", "Report_To_Server", "Other_Thing"],
  );
  const third = learned(facts, { family: "mpp88xx", existing: second.text });
  assert.equal(third.text, second.text);
});

test("hostile names and an unreadable file do no harm", () => {
  const { added, incomplete } = learned(
    [fact("__proto__", "x"), fact("a b", "x"), fact("<x>", "x"), fact("constructor", "y")],
    { existing: "not json {" },
  );
  assert.deepEqual(added, ["__proto__", "constructor"]);
  assert.ok(incomplete);
  assert.ok(!learned([], { existing: '{ "parameters": [] }' }).incomplete && !learned([]).incomplete);
});

test("a name that a person wrote is described without a default", () => {
  const facts = [{ name: "Acme_Mode", path: "", value: "Yes" }];
  const { text } = learn(facts, catalogue, { isDump: false });
  assert.deepEqual(JSON.parse(text).parameters, [{ name: "Acme_Mode", type: "Bool", typeBasis: "inferred" }]);
});
