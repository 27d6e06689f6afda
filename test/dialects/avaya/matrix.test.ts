import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Device } from "../../../server/src/devices/device";
import { avayaSettings } from "../../../server/src/dialects/avaya/index";
import { changesOf, type EndValues, type Matrix, matrixOf } from "../../../server/src/preview/matrix";
import type { MatrixAnswer } from "../../../server/src/protocol/matrix";
import { snapshotOf } from "../../support/problems";
import { uri, withSession, workspace } from "../../support/session";

// What all models end up with, and what an edit changes for whom.

interface Folder {
  readonly own: string;
  readonly others?: Record<string, string>;
}

function valuesOf(text: string, devices: readonly Device[], folder: Folder = { own: "46xxsettings.txt" }) {
  const snapshot = snapshotOf(text, undefined, avayaSettings, folder);
  const values = avayaSettings.preview?.endValues?.(snapshot, devices);
  assert.ok(values);
  return values;
}

const phone = (model: string, more: Partial<Device> = {}): Device => ({
  id: model,
  model,
  family: familyOf(model),
  ...more,
});
const familyOf = (model: string) =>
  model.startsWith("J") ? "avayaj169" : model.startsWith("16") ? "avaya16xx" : "avaya96x0h323";
const phones = ["1608", "1616", "9620", "J179"].map((model) => phone(model));

/** `NAME: 1608 1616 = value:line, …`, with a mark where all have the same. */
function linesOf({ rows, devices }: Matrix): string[] {
  return rows.map(({ name, isSame, cells, of }) => {
    const texts = cells.map(({ now, was }, cell) => {
      const labels = devices.filter((_, i) => of[i] === cell).map(({ label }) => label);
      const words = [was, now].map((value) =>
        value ? `${value.value}${value.isCertain ? "" : "?"}:${value.file ?? ""}${value.line}` : "-",
      );
      return `${labels.join(" ")} = ${was || !now ? words.join(" to ") : words[1]}`;
    });
    return `${name}${isSame ? " (same)" : ""}: ${texts.join(", ")}`;
  });
}

const settings = `SET L2QVLAN 120
IF $MODEL4 SEQ 1608 GOTO SMALL
IF $MODEL4 SEQ 1616 GOTO SMALL
SET DSCPAUD 46
IF $GROUP SEQ 7 GOTO END
SET HTTPPORT 81
GOTO END
# SMALL
SET DSCPAUD 40
SET L2QVLAN 120
SET PROCPSWD 27238
# END
GET more.txt
`;

test("each model's value, with the line that sets it", () => {
  const folder = { own: "46xxsettings.txt", others: { "more.txt": "## more\nSET PHNCC 49\n" } };
  const matrix = matrixOf(phones, valuesOf(settings, phones, folder));
  assert.deepEqual(linesOf(matrix), [
    "L2QVLAN (same): 1608 1616 = 120:10, 9620 J179 = 120:1",
    "DSCPAUD: 1608 1616 = 40:9, 9620 J179 = 46:4",
    "PROCPSWD: 1608 1616 = ••••:11",
    "PHNCC (same): 1608 1616 9620 J179 = 49:more.txt2",
    "HTTPPORT: 9620 J179 = 81?:6",
  ]);
  assert.deepEqual(matrix.alike, [
    [0, 1],
    [2, 3],
  ]);
});

test("a value that is unknown on every phone is not the same on all", () => {
  const matrix = matrixOf(phones, valuesOf("IF $GROUP SEQ 7 GOTO END\nSET HTTPPORT 81\n# END\n", phones));
  assert.deepEqual(linesOf(matrix), ["HTTPPORT: 1608 1616 9620 J179 = 81?:2"]);
  assert.equal(matrix.alike.length, 1);
});

test("an edit changes a value, its line alone, a secret, or whether something is set", () => {
  const after = settings
    .replace("DSCPAUD 40", "DSCPAUD 34")
    .replace("27238", "27239")
    .replace("SET L2QVLAN 120\nIF", "IF")
    .replace("SET HTTPPORT 81\n", "");
  const changes = changesOf(phones, valuesOf(settings, phones), valuesOf(after, phones));
  assert.deepEqual(linesOf(changes), [
    "DSCPAUD: 1608 1616 = 40:9 to 34:7",
    "L2QVLAN: 9620 J179 = 120:1 to -",
    "PROCPSWD: 1608 1616 = ••••:11 to ••••:9",
    "HTTPPORT: 9620 J179 = 81?:6 to -",
  ]);
  assert.deepEqual(changes.alike, [
    [0, 1],
    [2, 3],
  ]);
  const same = changesOf(phones, valuesOf(settings, phones), valuesOf(`## moved\n${settings}`, phones));
  assert.deepEqual([same.rows, same.alike], [[], [[0, 1, 2, 3]]]);
});

const label = fc.constantFrom("A", "B", "C");
const statement = fc.oneof(
  fc.tuple(fc.constantFrom("L2QVLAN", "DSCPAUD", "X"), fc.nat(9)).map(([name, value]) => `SET ${name} ${value}`),
  fc.tuple(fc.constantFrom("DNSSRVR", "X"), fc.nat(9)).map(([name, value]) => `ADD ${name} ${value}`),
  label.map((name) => `GOTO ${name}`),
  label.map((name) => `# ${name}`),
  fc
    .tuple(fc.constantFrom("MODEL4", "GROUP", "SIG", "NONE"), fc.constantFrom("1608", "J179", "j179", "7"), label)
    .map(([variable, value, target]) => `IF $${variable} SEQ ${value} GOTO ${target}`),
  fc.constantFrom("GET b.txt", "GET c.txt", "GET $MACADDR.txt", "GET $GROUP.txt"),
);
const file = fc.array(statement, { maxLength: 14 }).map((lines) => lines.join("\n"));
const many = [
  ...["1608", "9620", "J179"].flatMap((model) => [phone(model), phone(model, { settings: { GROUP: "7" } })]),
  phone("J179", { mac: "00005e005301" }),
  phone("J179", { mac: "00005e005302" }),
  { id: "no family", model: "J179" },
];

test("phones that are compared together end up with what each of them does alone", () => {
  const flat = (values: EndValues | undefined) =>
    [...(values ?? [])].map(
      ([
        name,
        {
          text,
          isCertain,
          origin: { offset, file: of },
        },
      ]) => [name, text, isCertain, offset, of],
    );
  fc.assert(
    fc.property(file, file, file, (text, b, own) => {
      const folder = { own: "a.txt", others: { "b.txt": b, "00005e005301.txt": own, "7.txt": "SET X 7" } };
      const together = valuesOf(text, many, folder);
      for (const [i, device] of many.entries())
        assert.deepEqual(flat(together[i]), flat(valuesOf(text, [device], folder)[0]), device.id);
    }),
    { numRuns: 40 },
  );
});

test("the server compares what is typed with what is saved, in the whole folder", async () => {
  const upgrade = "SET X 1\nGET 46xxsettings.txt\n";
  const common = "SET DSCPAUD 46\n";
  const at = (name: string) => `${workspace}/${name}`;
  await withSession({ files: { "16xxupgrade.txt": upgrade, "46xxsettings.txt": common } }, async (session) => {
    const open = (text: string, name: string) => session.open(text, name, "avaya-settings");
    const ask = (params: object, name = at("16xxupgrade.txt")) =>
      session.ask<MatrixAnswer | null>("flatProfile/matrix", params, name);
    await open(upgrade, at("16xxupgrade.txt"));
    await open(common.replace("46", "34"), at("46xxsettings.txt"));
    const answer = await ask({ devices: phones });
    assert.deepEqual(answer && linesOf(answer.matrix).slice(1), [
      "DSCPAUD (same): 1608 1616 9620 J179 = 34:46xxsettings.txt1",
    ]);
    const changes = await ask({ devices: phones, sinceSaved: true });
    assert.deepEqual(changes && linesOf(changes.matrix), [
      "DSCPAUD: 1608 1616 9620 J179 = 46:46xxsettings.txt1 to 34:46xxsettings.txt1",
    ]);
    session.files["46xxsettings.txt"] = common.replace("46", "34");
    assert.deepEqual((await ask({ sinceSaved: true }))?.matrix.rows, []);
    assert.equal((await ask({}))?.matrix.devices.length, 28);
    const all = Array.from({ length: 203 }, (_, i) => ({ ...phone("1608"), id: String(i) }));
    assert.equal((await ask({ devices: [...all, { id: "other", dialect: "other" }] }))?.more, 3);
    await open(common, "untitled:46xxsettings.txt");
    assert.equal((await ask({ sinceSaved: true }, "untitled:46xxsettings.txt"))?.isUnsaved, true);
    await session.open("<flat-profile></flat-profile>");
    assert.equal(await ask({}, uri), null);
  });
});
