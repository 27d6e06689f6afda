import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import type { CodeAction, CompletionItem, CompletionList } from "vscode-languageserver-protocol";
import { audiocodesIni } from "../../../server/src/dialects/audiocodes/index";
import { codeActions } from "../../../server/src/features/codeActions";
import { completion } from "../../../server/src/features/completion";
import { documentSymbols } from "../../../server/src/features/documentSymbols";
import { formatting } from "../../../server/src/features/formatting";
import { hover } from "../../../server/src/features/hover";
import { inlayHints } from "../../../server/src/features/inlayHints";
import { rename } from "../../../server/src/features/rename";
import { signatureHelp } from "../../../server/src/features/signatureHelp";
import { fixture, noToken, textDocument } from "../../support/fixture";
import { problemsOf } from "../../support/problems";

const open = (text: string) => fixture(text, undefined, audiocodesIni);

const proxies = `[ ProxySet ]
FORMAT ProxySet_Index = ProxySet_EnableProxyKeepAlive, ProxySet_ProxyKeepAliveTime;
ProxySet 0 = 1, 60;
ProxySet 2 = 0, $$;
[ \\ProxySet ]
[ ProxyIp ]
FORMAT ProxyIp_Index = ProxyIp_IpAddress, ProxyIp_ProxySetId;
ProxyIp 0 = "192.0.2.1,5060", 2;
ProxyIp 1 = 192.0.2.2, 0;
[ \\ProxyIp ]
`;

const codesOf = (text: string, own?: string) =>
  problemsOf(text, undefined, audiocodesIni, own === undefined ? undefined : { own }).map(({ code }) => code);

/** Files and the codes of their problems, in order. */
const problems: readonly (readonly [text: string, ...codes: string[]])[] = [
  [proxies],
  ["ProxyIP = 192.0.2.1\nProxyIP = 192.0.2.2\n"],
  ["TrunkGroup_1 = 1-4,401\nTRUNKGROUP = 5-8,405\nTRUNKGROUP = 9-12,409\n"],
  ["Languages = 'English','German'\n"],
  ["LineBuildOut.Loss = 1\n"],
  ["EnableSyslog = {{ syslog }}\nMaxDigits = $digits\n#if($x)\nMaxDigits = 7\n#end\n"],
  ["[ X ]\n; *** TABLE X ***\n; hidden elements\n[ \\X ]\n"],
  ["3xxBehavior = 0\nPROTOCOLTYPE_3 = 1\n"],
  ["EnableSyslog = 1 \n# old comment\n;new comment\n\n"],
  ["ProxySet 0 = 1;\n", "table/format"],
  ["[ ProxySet ]\nProxySet 0 = 1;\n[ \\ProxySet ]\n", "table/format"],
  ["[ ProxySet ]\nFORMAT ProxySet_Index = ProxySet_SRD;\nProxyIp 0 = 1;\n[ \\ProxySet ]\n", "table/format"],
  ["[ ProxySet ]\nFORMAT ProxySet_Index = ProxyIp_IpAddress;\n[ \\ProxySet ]\n", "table/format"],
  [
    "[ ProxySet ]\nFORMAT ProxySet_Index = ProxySet_SRD;\nProxySet 0 = 1;\nProxySet 00 = 1;\n[ \\ProxySet ]\n",
    "table/row-duplicate",
  ],
  ["[ ProxySet ]\nFORMAT ProxySet_Index = ProxySet_SRD;\nProxySet 0 = 1;\n", "table/no-end"],
  [
    "[ ProxySet ]\nFORMAT ProxySet_Index = ProxySet_SRD;\nProxySet 0 = 1\n[ \\ProxyIp ]\n",
    "table/row-terminator",
    "table/end",
  ],
  // A setting within a table is reported once; rows after it are rows.
  [proxies.replace("ProxySet 2", "MaxDigits = 7\nUserName = a\nProxySet 2"), "table/end"],
  [`[ ProxySet ]\nFORMAT ProxySet_Index = ProxySet_SRD;\nProxySet 0 = 1;\nMaxDigits = 7\nUserName = a\n`, "table/end"],
  ["AutoUpdateFrequency = 65537\n", "value/out-of-range"],
  ["AutoUpdateFrequency = 60 minutes\n", "value/unit"],
  ["DigitMapping = xx.T\n"],
  ["IniFileURL = 'HTTP://192.0.2.1/<MAC>.ini'\n"],
  ["IniFileURL = 'http://192.0.2.1/<mac>.ini'\n", "update/mac-placeholder"],
  ["IniFileURL = 'http://192.0.2.1/{mac}.ini'\n", "update/mac-placeholder"],
  ["IniFileURL = 'http://192.0.2.1/{name}.ini'\n"],
  ["IniFileURL = '{{ base }}/{mac}.ini'\n"],
  ["IniFileURL = 'prov/mp.ini'\n", "update/url-scheme"],
  ["MaxDigits = 7\nMaxDigits = 7\n"],
  ["MaxDigits = 7\nmaxdigits = 8\n", "parameter/duplicate"],
  ["MaxDigits\n", "line/not-read"],
  ["\ufeffMaxDigits = 7\nUserName = a\n", "xml/byte-order-mark"],
  ['AutoUpdatePredefinedTime = "18:00"\n', "value/needs-quotes"],
  ['CallProgressTonesFilename = "usa.dat"\n', "value/needs-quotes"],
  ["NTPServerIP = 192.0.2.1 ;main\n", "value/remark"],
  ["CallProgressTonesFilename = 'usa.dat' ; tones\n", "value/remark"],
  ["NTPServerIP = 192.0.2.1;\nCallProgressTonesFilename = 'usa.dat';\n", "value/remark", "value/remark"],
  ["NTPServerIP = 192.0.2.300\nSyslogServerIP = 192.0.2\n", "value/bad-host", "value/bad-host"],
  [proxies.replace("192.0.2.2,", "192.0.2.2.2:5060,"), "value/bad-host"],
  ["NTPServerIP = 0.0.0.0\nSyslogServerIP = ntp.example.com\nProxyIP = 192.0.2.1:5060\n"],
  ["AupdHttpUserAgent = 'Mozilla/4.0 (a; b ; c)'\nSIPGatewayName = a;b\n;MaxDigits = 7 ; 8\n"],
  [proxies.replace("ProxySet 2", "ProxySet"), "table/row-number"],
];

for (const [text, ...codes] of problems)
  test(`problems of ${JSON.stringify(text).slice(0, 60)}`, () => {
    assert.deepEqual(codesOf(text), codes);
  });

test("the examples are clean, and the broken one shows many kinds of problems", () => {
  const folder = path.join(process.cwd(), "examples/audiocodes");
  for (const own of readdirSync(folder)) {
    const text = readFileSync(path.join(folder, own), "utf8");
    assert.ok(audiocodesIni.files.recognize(own, text) >= 0.5, own);
    const codes = new Set(codesOf(text, own));
    if (own.includes("broken")) assert.ok(codes.size >= 12, [...codes].join(" "));
    else assert.deepEqual([...codes], [], own);
  }
});

test("an encoded file is left alone", () => {
  assert.deepEqual(codesOf("\u0001\u0002MaxDigits = x\nnonsense\u0000\n[ \\X ]\n"), []);
});

test("a name that was meant is written as the manual writes it", () => {
  const [found] = problemsOf("enablesyslogg = 1\n", undefined, audiocodesIni);
  assert.equal(found?.severity, "warning");
  assert.equal(found?.fixes?.[0]?.edits[0]?.text, "EnableSyslog");
});

test("messages show a name as it is written, whatever its letters are compared as", () => {
  const text = "EnableSyslog = 1\nDhcpEnabel = 1\nFoo_Bar = 2\nFOO_bar = 3\n";
  const messages = problemsOf(text, undefined, audiocodesIni).map(({ message }) => message);
  assert.deepEqual(messages, [
    "`DhcpEnabel` is not in our catalogue. Did you mean `DHCPEnable`?",
    "`Foo_Bar` is set again later. The device takes only one of the values.",
    "`Foo_Bar` is not in our catalogue.",
    "`FOO_bar` is not in our catalogue.",
  ]);
});

test("a remark that moves to a line of its own ends it as the file ends its lines", () => {
  for (const end of ["\n", "\r\n"]) {
    const [found] = problemsOf(`NTPServerIP = 192.0.2.1 ;main${end}MaxDigits = 7${end}`, undefined, audiocodesIni);
    assert.equal(found?.fixes?.[0]?.edits[0]?.text, `;main${end}`);
  }
});

test("the name of a file has no hyphen and no space", () => {
  for (const own of ["mp-118.ini", "mp 118.ini"]) assert.deepEqual(codesOf("MaxDigits = 7\n", own), ["file/name"]);
  for (const own of ["mp_118.ini", "my-notes.txt"]) assert.deepEqual(codesOf("MaxDigits = 7\n", own), []);
});

test("names of files need quotes from 5.8 on", () => {
  const severityFor = (firmware: string | undefined) => {
    const head = firmware === undefined ? "" : `; flat-profile-device model=MP-118 firmware=${firmware}\n`;
    const text = `${head}CallProgressTonesFilename = usa.dat\n`;
    return problemsOf(text, undefined, audiocodesIni).map(({ severity }) => severity)[0];
  };
  assert.equal(severityFor(undefined), "warning");
  assert.equal(severityFor("5.40A.010"), undefined);
  assert.equal(severityFor("5.80A.010"), "error");
  assert.equal(severityFor("6.60A.100"), "error");
});

function itemsAt(text: string): readonly CompletionItem[] {
  const { file, position } = open(text);
  const found = completion.run(file, { textDocument, position }, noToken) as CompletionItem[] | CompletionList | null;
  return found === null ? [] : "items" in found ? found.items : found;
}

test("names, values, columns, rows and tables are offered", () => {
  const labels = (text: string) => itemsAt(text).map(({ label }) => label);
  assert.ok(labels("EnableSys$0").includes("EnableSyslog"));
  assert.ok(itemsAt("IsFaxUsed = $0\n").some(({ label, detail }) => label === "1" && detail?.includes("T.38")));
  assert.ok(labels("[ ProxyIp ]\nFORMAT ProxyIp_Index = Pro$0").includes("ProxyIp_IpAddress"));
  assert.deepEqual(labels(proxies.replace("[ \\ProxySet ]", "P$0\n[ \\ProxySet ]")), ["ProxySet 1", "[ \\ProxySet ]"]);
  // By words of the name in any order, and by words of what the manual says.
  assert.ok(labels("syslog enable$0\n").includes("EnableSyslog"));
  assert.ok(labels("digest$0\n").includes("AUPDDigestPassword"));
  assert.ok(labels("order of lines$0\n").includes("AUPDCheckIfIniChanged"));
  assert.ok(labels("[ Prox$0").includes("[ ProxyIp ]"));
  assert.ok(labels("IniFileURL = 'http://h/<$0'\n").includes("<MAC>"));
});

test("a column says what it is, in FORMAT and in a row", () => {
  const page = (text: string) => {
    const { file, position } = open(text);
    const found = hover.run(file, { textDocument, position }, noToken);
    return (found?.contents as { value: string } | undefined)?.value ?? "";
  };
  assert.match(page(proxies.replace("ProxyIp_ProxySetId;", "ProxyIp_Proxy$0SetId;")), /ProxySetId/);
  assert.match(page(proxies.replace("192.0.2.2", "192.0$0.2.2")), /ProxyIp\\_IpAddress/);
  assert.match(
    page("[CALL PROGRESS TONE $0#0]\nTone Type=1\nTone Form=1\nLow Freq [Hz]=425\nLow Freq Level [-dBm]=9\n"),
    /425 Hz, steady/,
  );
});

test("the columns of a row are named while it is typed and beside its values", () => {
  const { file, position } = open(proxies.replace("192.0.2.2", "192$0.0.2.2"));
  const help = signatureHelp.run(file, { textDocument, position }, noToken);
  assert.equal(help?.signatures[0]?.label, "IpAddress, ProxySetId");
  assert.equal(help?.activeParameter, 0);
  const range = { start: { line: 7, character: 0 }, end: { line: 8, character: 40 } };
  const hints = inlayHints.run(file, { textDocument, range }, noToken);
  assert.deepEqual(
    hints?.map(({ label }) => label),
    ["IpAddress:", "ProxySetId:", "IpAddress:", "ProxySetId:"],
  );
});

test("a row gets a new number together with the columns that mean it", () => {
  const { file, position } = open(proxies.replace("ProxySet 2 =", "ProxySet $02 ="));
  const edits = rename.run(file, { textDocument, position, newName: "5" }, noToken)?.changes?.[textDocument.uri];
  assert.deepEqual(
    edits?.map(({ range, newText }) => [range.start.line, newText]),
    [
      [3, "5"],
      [7, "5"],
    ],
  );
  assert.equal(rename.run(file, { textDocument, position, newName: "five" }, noToken), null);
});

test("tables and sections are in the outline", () => {
  const { file } = open(`[ SIP Params ]\nMaxDigits = 7\n${proxies}`);
  const names = documentSymbols.run(file, { textDocument }, noToken)?.map(({ name }) => name);
  assert.deepEqual(names, ["SIP Params"]);
});

test("the formatter changes blanks alone", () => {
  const { file } = open(
    "  MaxDigits=7  \n[ ProxyIp ]\nFORMAT ProxyIp_Index=ProxyIp_IpAddress,ProxyIp_ProxySetId;\nProxyIp 0=a,1;\n[ \\ProxyIp ]\n",
  );
  const edits = formatting.run(file, { textDocument, options: { tabSize: 2, insertSpaces: true } }, noToken);
  const { text } = file.snapshot;
  let out = text;
  for (const { range, newText } of [...(edits ?? [])].reverse())
    out = out.slice(0, file.lines.offsetAt(range.start)) + newText + out.slice(file.lines.offsetAt(range.end));
  assert.equal(
    out,
    "MaxDigits = 7\n[ ProxyIp ]\nFORMAT ProxyIp_Index=ProxyIp_IpAddress, ProxyIp_ProxySetId;\nProxyIp 0 = a, 1;\n[ \\ProxyIp ]\n",
  );
  assert.equal(out.replace(/\s/g, ""), text.replace(/\s/g, ""));
});

/** The titles of other forms at `$0`, and the file with the one whose title matches. */
function rewritten(marked: string, title: RegExp): string | undefined {
  const { file, position } = open(marked);
  const context = { diagnostics: [], only: ["refactor.rewrite"] };
  const actions = codeActions.run(file, { textDocument, range: { start: position, end: position }, context }, noToken);
  const found = actions?.find((action) => title.test(action.title)) as CodeAction | undefined;
  const edits = found?.edit?.changes?.[textDocument.uri];
  if (!edits) return undefined;
  let { text } = file.snapshot;
  for (const { range, newText } of [...edits].reverse())
    text = text.slice(0, file.lines.offsetAt(range.start)) + newText + text.slice(file.lines.offsetAt(range.end));
  return text;
}

test("rows get the numbers from 0 on, and the columns that mean them", () => {
  const result = rewritten(proxies.replace("ProxySet 2 =", "ProxySet $02 ="), /^Number the rows of `ProxySet`/);
  assert.equal(result, proxies.replace("ProxySet 2 =", "ProxySet 1 =").replace('5060", 2', '5060", 1'));
  assert.equal(rewritten(proxies.replace("ProxyIp 1 =", "ProxyIp $01 ="), /^Number/), undefined);
});

test("old lines become a table, and a table old lines", () => {
  const lines = "MaxDigits = 7\nPREFIX = 10,192.0.2.1\nEnableSyslog = 1\nPREFIX = 20,192.0.2.2,*\n";
  const table = rewritten(lines.replace("10,", "1$00,"), /as the table `PREFIX`/);
  assert.equal(
    table,
    `MaxDigits = 7
[ PREFIX ]
FORMAT PREFIX_Index = PREFIX_DestinationPrefix, PREFIX_DestAddress, PREFIX_SourcePrefix;
PREFIX 0 = 10, 192.0.2.1, $$;
PREFIX 1 = 20, 192.0.2.2, *;
[ \\PREFIX ]
EnableSyslog = 1
`,
  );
  assert.deepEqual(codesOf(table ?? ""), []);
  assert.equal(
    rewritten((table ?? "").replace("PREFIX 1", "PREFIX $01"), /as old lines/),
    "MaxDigits = 7\nPREFIX = 10,192.0.2.1,$$\nPREFIX = 20,192.0.2.2,*\nEnableSyslog = 1\n",
  );
  // A table with other columns has no such form, nor lines with more values than are known.
  assert.equal(rewritten(proxies.replace("ProxyIp 1 =", "ProxyIp $01 ="), /as old lines/), undefined);
  assert.equal(rewritten("CoderName = g711$0,20,1,2\n", /as the table/), undefined);
});

test("settings with the default that a manual says are removed, others stay", () => {
  const text = "AutoUpdateCmpFile = 0\nDHCPEnable = 0\nBaseUDPPort = 6000\nMaxDigits = 9\n";
  assert.equal(
    rewritten(text.replace("CmpFile = 0", "CmpFile = $00"), /have their default: 2$/),
    "DHCPEnable = 0\nMaxDigits = 9\n",
  );
  assert.equal(
    rewritten(`SetDefaultOnIniFileProcess = 0\n${text.replace("CmpFile = 0", "CmpFile = $00")}`, /default/),
    undefined,
  );
  assert.equal(rewritten(text.replace("Digits = 9", "Digits = $09"), /have their default/), undefined);
});
