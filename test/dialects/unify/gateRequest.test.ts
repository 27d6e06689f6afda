import assert from "node:assert/strict";
import test from "node:test";
import { gateFormats } from "../../../server/src/deployment/gate/formats";
import { gate } from "../../../server/src/features/gate";
import type { Server } from "../../../server/src/features/requestFeature";
import type { GateAnswer, GateParams } from "../../../server/src/protocol/gate";
import { withSite } from "../../support/commandLine";
import { noToken } from "../../support/fixture";
import { pools as services } from "../../support/problems";
import { withSession, workspace } from "../../support/session";

// What the panel of the gate is answered.

const manifest = `{
  "inventory": "phones.csv",
  "images": [
    { "file": "CP400.img", "product": "CP400", "version": "V1 R10.0.0", "hardwareLevel": 3 },
    { "file": "OS_60.img", "version": "V3 R3.24.0" }
  ],
  "minVersions": { "OpenStage 60": "V3 R1.0.0" }
}`;
const list =
  "id,model,hwLevel,version\na,CP400,3,V1 R9.0.0\nb,CP400,2,V1 R9.0.0\nc,OpenStage 60,,V3 R1.0.0\nd,8841,,\ne,OpenStage 80,,\n";
const uri = `${workspace}/i.bind.json`;

type Report = Extract<GateAnswer, { readonly kind: "report" }>;

let pauses = 0;

async function asked(files: Record<string, string>, more: Partial<GateParams> = {}): Promise<GateAnswer> {
  const read = async (file: string) => files[file.slice(workspace.length + 1)];
  const pause = async () => {
    pauses++;
  };
  const params: GateParams = { uri, text: manifest, override: false, unsaved: [], ...more };
  return gate.run(params, { services, read, pause } as unknown as Server, noToken);
}

const reported = async (files: Record<string, string>, more: Partial<GateParams> = {}): Promise<Report> => {
  const answer = await asked(files, more);
  assert.equal(answer.kind, "report", JSON.stringify(answer));
  return answer as Report;
};
const inShort = ({ rows }: Report) =>
  rows.map(({ id, verdict, rule, because, line, imageLine }) =>
    [id, verdict, rule ?? "-", because, `${line}:${imageLine}`].join(" "),
  );

test("the panel gets each phone of the list with its verdict, rule, and both lines", async () => {
  const report = await reported({ "phones.csv": list });
  assert.deepEqual(inShort(report), [
    "a accept 1 compatible 2:4",
    "b reject 1 incompatible 3:4",
    "c accept 2 compatible 4:5",
    // Both images are for other models, so a person may have meant each of them.
    "e unknown 1 unknown 6:4",
    "e unknown 2 unknown 6:5",
  ]);
  assert.deepEqual(report.counts, { accept: 2, reject: 1, unknown: 2, override: 0 });
  assert.deepEqual(report.problems, [{ message: "d: It is not known how the phone checks software. It is skipped." }]);
  assert.equal(report.inventory.name, "phones.csv");
});

test("a refused phone goes on with its original application and does not restart", async () => {
  const { rows } = await reported({ "phones.csv": list });
  const refused = rows.find(({ id }) => id === "b");
  assert.deepEqual([refused?.after, refused?.restarts], ["original application", false]);
});

test("Override of the page takes what fails, and what is not known", async () => {
  const report = await reported({ "phones.csv": list }, { override: true });
  assert.deepEqual(report.counts, { accept: 5, reject: 0, unknown: 0, override: 3 });
});

test("the manifest counts as it is typed, and the list as it is edited", async () => {
  const typed = await reported({ "phones.csv": list }, { text: manifest.replace('Level": 3', 'Level": 2') });
  assert.deepEqual(inShort(typed).slice(0, 2), ["a reject 1 incompatible 2:4", "b accept 1 compatible 3:4"]);
  const unsaved = [{ uri: `${workspace}/phones.csv`, text: list.replace("b,CP400,2", "b,CP400,3") }];
  assert.equal((await reported({ "phones.csv": list }, { unsaved })).counts.reject, 0);
});

test("a list that a person chose counts in place of the one of the manifest", async () => {
  const files = { "phones.csv": list, "all/other phones.csv": "id,model,hwLevel\nz,CP400,3\n" };
  const report = await reported(files, { inventory: `${workspace}/all/other phones.csv` });
  assert.deepEqual(inShort(report), ["z accept 1 compatible 2:4"]);
  assert.equal(report.inventory.name, "other phones.csv");
});

test("what is wrong with the manifest is at its line, and its good parts count", async () => {
  const report = await reported({ "phones.csv": list }, { text: manifest.replace('"V3 R1.0.0"', '"new"') });
  assert.deepEqual(report.problems[0], {
    message: "`new` is not a version that can be compared.",
    line: 7,
  });
  assert.equal(inShort(report)[2], "c unknown 2 unknown 4:5");
});

test("without a list, images or phones there is a sentence", async () => {
  const sentence = async (files: Record<string, string>, text = manifest) => {
    const answer = await asked(files, { text });
    return answer.kind === "fault" ? [answer.message, answer.lacksInventory ?? false] : answer.kind;
  };
  const unnamed = '{"images": [{"file": "a.img"}]}';
  assert.deepEqual(await sentence({}, unnamed), ["The manifest does not name a list of phones.", true]);
  assert.deepEqual(await sentence({}), ["The list of phones `phones.csv` cannot be read.", true]);
  const outside = manifest.replace("phones.csv", "../phones.csv");
  assert.deepEqual(await sentence({}, outside), ["The list of phones `../phones.csv` cannot be read.", true]);
  assert.deepEqual(await sentence({}, "{}"), ["The manifest has no image.", false]);
  assert.deepEqual(await sentence({}, ""), ["The manifest has no image.", false]);
  assert.deepEqual(await sentence({ "phones.csv": "id,model\n" }), ["The list has no phone.", false]);
});

test("the page and the command line have the same rows, texts and counts", () =>
  withSite({ "i.bind.json": manifest, "phones.csv": list }, async (site) => {
    const report = await reported({ "phones.csv": list });
    const rows = report.rows.map(({ line: _, imageLine: __, ...row }) => row);
    for (const { name, write } of gateFormats) {
      const printed = await site.run(["gate", "i.bind.json", "--format", name]);
      assert.equal(printed.out, write(rows), name);
    }
  }));

test("Markdown has a row for each verdict, with the rule and what happens", async () => {
  const markdown = gateFormats.find(({ name }) => name === "markdown");
  const lines = markdown?.write((await reported({ "phones.csv": list })).rows).split("\n") ?? [];
  assert.equal(lines[0], "| Phone | Model | Image | Verdict | Rule | Why | What happens |");
  assert.match(
    lines[3] ?? "",
    /^\| b \| CP400 \| CP400\\\.img \| Rejected \| 1, hardware level \| .* without a restart\\\. \|$/,
  );
  assert.equal(lines.at(-2), "2 accepted \\(0 by Override\\), 1 rejected, 2 unknown");
});

test("a long list of phones is cut, and its counts are of all", async () => {
  const rows = Array.from({ length: 5200 }, (_, i) => `p${i},CP400,${i % 2 === 0 ? 3 : 2}`);
  const report = await reported({ "phones.csv": `id,model,hwLevel\n${rows.join("\n")}\n` });
  assert.deepEqual(report.counts, { accept: 2600, reject: 2600, unknown: 0, override: 0 });
  assert.deepEqual([report.rows.length, report.more], [5000, 200]);
  // Other requests get their turn meanwhile, and no row is lost where the text is cut.
  assert.ok(pauses > 0);
  assert.equal(new Set(report.rows.map(({ id }) => id)).size, 5000);
});

test("the server answers the request", () =>
  withSession({ files: { "phones.csv": list } }, async ({ client }) => {
    const params: GateParams = { uri, text: manifest, override: false, unsaved: [] };
    assert.deepEqual(await client.sendRequest("flatProfile/gate", params), await reported({ "phones.csv": list }));
  }));
