import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { audiocodesIni } from "../../../server/src/dialects/audiocodes/index";
import { script, scriptEdits, scripts } from "../../../server/src/features/scriptPanels";
import { table, tableEdits, tablePlace } from "../../../server/src/features/tables";
import type { TableAnswer, TableEditsParams } from "../../../server/src/protocol/table";
import { fixture } from "../../support/fixture";
import { answerFor } from "../../support/requests";

const open = (text: string) => fixture(text, undefined, audiocodesIni).file;

/** Rows as `number: cells`; what is wrong with a cell follows it in brackets. */
function rowsIn({ table: shown }: TableAnswer): string[] {
  const problems = (list: readonly { severity: string }[] = []) =>
    list.map(({ severity }) => ` <${severity}>`).join("");
  return (shown?.rows ?? []).map(
    ({ label, cells, problems: own }) =>
      `${label}: ${cells.map((cell) => `${cell.text}${problems(cell.problems)}`).join(" | ")}${problems(own)}`,
  );
}

function read(text: string, asked: { key?: string; position?: { line: number; character: number } } = {}): TableAnswer {
  const answer = answerFor(table, open(text), asked);
  assert.ok(answer);
  return answer;
}

/** The text after an edit; undefined where none is made. */
function edited(text: string, params: Omit<TableEditsParams, "textDocument">): string | undefined {
  const file = open(text);
  const answer = answerFor(tableEdits, file, params);
  if (!answer) return undefined;
  let after = text;
  for (const { range, newText } of [...answer.edits].reverse())
    after = after.slice(0, file.lines.offsetAt(range.start)) + newText + after.slice(file.lines.offsetAt(range.end));
  return after;
}

const text = `; Proxies
EnableSyslog = 1
[ ProxyIp ]
FORMAT ProxyIp_Index = ProxyIp_IpAddress, ProxyIp_ProxySetId;
ProxyIp 0 = "sip.example.com",  0 ; ; the first
; between
  ProxyIp 3 = 192.0.2.2,$$;
[ \\ProxyIp ]
MaxDigits = 7
[ ProxySet ]
FORMAT ProxySet_Index = ProxySet_EnableProxyKeepAlive;
[ \\ProxySet ]
`;

test("a table has its columns without its name, and its rows", () => {
  const answer = read(text);
  assert.deepEqual(
    answer.tables.map(({ name, rows }) => `${name} ${rows}`),
    ["ProxyIp 2", "ProxySet 0"],
  );
  assert.deepEqual(
    answer.table?.columns.map(({ name }) => name),
    ["IpAddress", "ProxySetId"],
  );
  assert.deepEqual(rowsIn(answer), ["0: sip.example.com | 0", "3: 192.0.2.2 | $$"]);
  const keepAlive = read(text, { key: "PROXYSET 0" }).table?.columns[0];
  assert.ok(keepAlive?.options?.some(({ value }) => value === "1"));
});

test("the table at a line of it is shown; otherwise that of the key", () => {
  const name = (line: number, key = "PROXYSET 0") => read(text, { key, position: { line, character: 0 } }).table?.name;
  for (const line of [2, 3]) assert.equal(name(line), "ProxyIp", `line ${line}`);
  assert.equal(name(5), "ProxyIp");
  assert.equal(name(8), "ProxySet");
  assert.equal(name(8, "PROXYIP 0"), "ProxyIp");
  assert.equal(name(8, "NONE"), "ProxyIp");
});

const cell = (row: number, label: string, column: number, before: string, fresh: string) =>
  edited(text, { key: "PROXYIP 0", action: "set", row, label, column, before, text: fresh });

test("an edit of a cell replaces its value alone, with its quotes", () => {
  assert.equal(cell(0, "0", 0, "sip.example.com", "b, c"), text.replace("sip.example.com", "b, c"));
  assert.equal(cell(1, "3", 1, "$$", "2"), text.replace("$$", "2"));
  assert.equal(cell(1, "3", 0, "192.0.2.2", "a;b"), text.replace("192.0.2.2", '"a;b"'));
});

test("nothing is edited where the table is not as it was shown", () => {
  assert.equal(cell(1, "1", 0, "192.0.2.2", "x"), undefined);
  assert.equal(cell(1, "3", 0, "192.0.2.9", "x"), undefined);
  assert.equal(cell(1, "3", 2, "", "x"), undefined);
  assert.equal(edited(text, { key: "NONE 0", action: "add" }), undefined);
});

test("a new row has the next free number and the defaults of the columns", () => {
  assert.equal(
    edited(text, { key: "PROXYIP 0", action: "add" }),
    text.replace(",$$;", () => ",$$;\n  ProxyIp 1 = $$, $$;"),
  );
  assert.equal(
    edited(text, { key: "PROXYSET 0", action: "add" }),
    text.replace("KeepAlive;\n", () => "KeepAlive;\nProxySet 0 = $$;\n"),
  );
  const windows = text.replaceAll("\n", "\r\n");
  assert.equal(
    edited(windows, { key: "PROXYSET 0", action: "add" }),
    windows.replace("KeepAlive;\r\n", () => "KeepAlive;\r\nProxySet 0 = $$;\r\n"),
  );
});

test("a row is taken out with its line, and comments stay", () => {
  assert.equal(
    edited(text, { key: "PROXYIP 0", action: "remove", row: 1, label: "3" }),
    text.replace("  ProxyIp 3 = 192.0.2.2,$$;\n", ""),
  );
});

test("problems are shown in their cells, or in their rows", () => {
  const set = `[ ProxySet ]
FORMAT ProxySet_Index = ProxySet_EnableProxyKeepAlive, ProxySet_ProxyKeepAliveTime;
ProxySet 0 = 1, abc;
[ \\ProxySet ]
`;
  assert.deepEqual(rowsIn(read(set)), ["0: 1 | abc <hint>"]);
  const wrong = `[ ProxyIp ]
FORMAT ProxyIp_Index = ProxyIp_IpAddress, ProxyIp_ProxySetId;
ProxyIp 0 = 192.0.2.1, 0;
ProxyIp 1 = 192.0.2.2;
ProxyIp 1 = 192.0.2.3, 0;
[ \\ProxyIp ]
`;
  assert.deepEqual(rowsIn(read(wrong)), ["0: 192.0.2.1 | 0", "1: 192.0.2.2 <error>", "1: 192.0.2.3 | 0 <error>"]);
});

test("secrets are masked, and a new one can be written", () => {
  const secret = `[ Authentication ]
FORMAT Authentication_Index = Authentication_UserId, Authentication_UserPassword;
Authentication 0 = ann, cAnArY;
[ \\Authentication ]
`;
  const answer = read(secret);
  assert.doesNotMatch(JSON.stringify(answer), /cAnArY/);
  const hidden = answer.table?.rows[0]?.cells[1];
  assert.equal(hidden?.secret, true);
  const key = answer.table?.key ?? "";
  assert.equal(
    edited(secret, { key, action: "set", row: 0, label: "0", column: 1, before: hidden?.text ?? "", text: "new" }),
    secret.replace("cAnArY", "new"),
  );
});

test("a row that a template fills in is not edited, and two tables of one name are apart", () => {
  const templated = `[ ProxyIp ]
FORMAT ProxyIp_Index = ProxyIp_IpAddress;
ProxyIp 0 = {{ip}};
[ \\ProxyIp ]
[ ProxyIp ]
FORMAT ProxyIp_Index = ProxyIp_IpAddress;
ProxyIp 1 = 192.0.2.1;
[ \\ProxyIp ]
`;
  const first = read(templated);
  assert.equal(first.table?.rows[0]?.cells[0]?.fixed, true);
  assert.equal(
    edited(templated, { key: "PROXYIP 0", action: "set", row: 0, label: "0", column: 0, before: "{{ip}}", text: "x" }),
    undefined,
  );
  assert.deepEqual(rowsIn(read(templated, { key: "PROXYIP 1" })), ["1: 192.0.2.1"]);
});

test("places of tables, rows and cells, and a lens above each table", () => {
  const file = open(text);
  const at = (row?: number, label?: string, column?: number) => {
    const range = answerFor(tablePlace, file, {
      key: "PROXYIP 0",
      ...(row !== undefined && { row }),
      ...(label !== undefined && { label }),
      ...(column !== undefined && { column }),
    });
    return range && text.slice(file.lines.offsetAt(range.start), file.lines.offsetAt(range.end));
  };
  assert.equal(at(1, "3", 0), "192.0.2.2");
  assert.equal(at(1, "3"), "ProxyIp 3 = 192.0.2.2,$$;");
  assert.equal(at(), "ProxyIp_Index = ProxyIp_IpAddress, ProxyIp_ProxySetId");
  assert.equal(at(1, "4"), null);
  const lenses = answerFor(scripts, file)?.scripts.filter(({ kind }) => kind === "table");
  assert.deepEqual(
    lenses?.map(({ position }) => position.line),
    [3, 10],
  );
});

test("a tone is played from any line of it, and is not written", () => {
  const tones = `[NUMBER OF CALL PROGRESS TONES]
Number of Call Progress Tones=2
[CALL PROGRESS TONE #0]
Tone Type=1
Tone Form=1
Low Freq [Hz]=350
Low Freq Level [-dBm]=14
[CALL PROGRESS TONE #1]
Tone Type=3
Tone Form=2
Low Freq [Hz]=400
Low Freq Level [-dBm]=10
First Signal On Time [10msec]=40
First Signal Off Time [10msec]=40
`;
  const at = (line: number) => answerFor(script, open(tones), { kind: "sound", position: { line, character: 1 } });
  for (const line of [2, 3, 6]) assert.match(at(line)?.text ?? "", /^350@-14;/, `line ${line}`);
  for (const line of [7, 10, 13]) assert.match(at(line)?.text ?? "", /^400@-10;/, `line ${line}`);
  assert.equal(at(10)?.isFixed, true);
  assert.deepEqual([at(3)?.name, at(10)?.name], ["CALL PROGRESS TONE #0", "CALL PROGRESS TONE #1"]);
  const edits = answerFor(scriptEdits, open(tones), { kind: "sound", name: "Tone Type", text: "x" });
  assert.equal(edits, null);
});

test("a file without tables, or one of another format, has none", () => {
  assert.deepEqual(answerFor(table, open("EnableSyslog = 1\n"))?.tables, []);
  assert.equal(answerFor(table, fixture("<flat-profile/>").file), null);
});

test("what is typed in a cell is what it has afterwards, and nothing else changes", () => {
  const value = fc.string({ unit: fc.constantFrom(..."aZ09 .,;'\"$=[]\\#\n"), maxLength: 12 });
  fc.assert(
    fc.property(value, fc.nat(1), fc.nat(1), (typed, row, column) => {
      const before = read(text);
      const shown = before.table?.rows[row]?.cells[column]?.text ?? "";
      const label = before.table?.rows[row]?.label ?? "";
      const after = edited(text, { key: "PROXYIP 0", action: "set", row, label, column, before: shown, text: typed });
      assert.ok(after !== undefined);
      const rows = read(after).table?.rows ?? [];
      assert.equal(rows.length, 2);
      for (const [i, each] of rows.entries())
        for (const [j, cellNow] of each.cells.entries())
          if (i !== row || j !== column) assert.equal(cellNow.text, before.table?.rows[i]?.cells[j]?.text, after);
    }),
    { numRuns: 200 },
  );
});
