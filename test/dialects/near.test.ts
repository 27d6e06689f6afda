import assert from "node:assert/strict";
import test from "node:test";
import { deviceFromUserAgent } from "../../server/src/dialects/cisco-flat-profile/devices/deviceImport";
import type { Dialect } from "../../server/src/dialects/dialect";
import { dialects } from "../../server/src/dialects/index";
import { recognize } from "../../server/src/dialects/recognize";
import { checkGolden, sameAs } from "../support/golden";
import { serviceOf } from "../support/problems";
import { phone } from "../support/site";
import { filesNear, slipsOf } from "../support/variants";

// How files are recognized, dumps are read and phones introduce themselves, with a slip at each place.

const heads = [
  "<flat-profile><GPP_A>1</GPP_A></flat-profile>",
  '<?xml version="1.0"?>\n<!-- a -->\n<flat-profile>',
  "<device><flat-profile/></device>",
  "<device>\n<deviceProtocol>SIP</deviceProtocol>",
  "<GPP_A>1</GPP_A>",
  "<html><head></head></html>",
  "<!DOCTYPE html><body>",
  '<polycomConfig a="1"/>',
  '<gs_provision version="1">',
  "<settings><phone-settings>",
  "<<VOIP CONFIG FILE>>Version:2",
  '<ProviderFrame xmlns="u">',
  "#!version:1.0.0.1\naccount.1.enable = 1",
  "## site\nSET L2QVLAN 120\nGOTO END",
  "IF $MODEL4 SEQ 9608 GOTO A",
  'GPP_A "1" ;\nGPP_B ! "2" ;',
  "This XML file does not appear to have any style information associated with it",
  '{"a": 1}',
  "[1]",
  "<root><x/></root>",
  "plain text",
  "ini a=1\n[SECTION]\nx = 2",
  "\ufeff <flat-profile>",
  "",
];

test("what files are recognized as (UPDATE_GOLDEN=1 writes the list)", () => {
  const lines: string[] = [];
  const names = ["a.xml", "SEP00005e005301.cnf.xml", "46xxsettings.txt", "a.ini", "a.cfg", "a.txt"];
  for (const head of heads) {
    lines.push(JSON.stringify(head));
    for (const name of names) {
      const sure = dialects.map(({ id, files }) => `${id} ${files.recognize(name, head)}`);
      lines.push(`  ${name}: ${recognize(dialects, name, head)?.id} (${sure.join(", ")})`);
    }
    for (const { id, otherText } of dialects) {
      const said = (text: string) => JSON.stringify(otherText?.(text));
      lines.push(`  to ${id}: ${said(head)}`);
      if (id === "cisco-flat-profile") lines.push(...slipsOf(head, said).map((line) => `    ${line}`));
    }
    lines.push(
      ...slipsOf(head, (text) => dialects.map(({ files }) => files.recognize("a.xml", text)).join(" ")).map(
        (line) => `  ${line}`,
      ),
    );
  }
  checkGolden("test/dialects/recognized.golden.txt", lines);
});

const dump = `<flat-profile>
<MAC_Address ua="na">00:00:5E:00:53:01</MAC_Address>
<Product_Name ua="na">CP-8841-3PCC</Product_Name>
<Serial_Number ua="na"> FCH00000001 </Serial_Number>
<Software_Version ua="na">sip88xx.12-0-5MPP0102-328</Software_Version>
<Hardware_Version ua="na">2.0.1</Hardware_Version>
<Current_IP ua="na">192.0.2.17</Current_IP>
<Client_Certificate ua="na">Installed</Client_Certificate>
<!-- <Admin_Password ua="na"/> -->
<!-- <Unknown_Name ua="rw"></Unknown_Name> <Password_2_ ua="RO" um="y"> -->
<Password_1_ ua="na">******</Password_1_>
<User_ID_1_ ua="na">201</User_ID_1_>
<GPP_A ua="rw">""</GPP_A>
<GPP_B ua="xx">**x</GPP_B>
<GPP_SA ua="na">x**</GPP_SA>
<Display_Brightness ua="rw" um="y">9</Display_Brightness>
<Station_Name ua=" RW " um="YES">a</Station_Name>
<Station_Name ua="ro" um="no">b</Station_Name>
</flat-profile>
`;

const agents = [
  "Cisco-CP-8841-3PCC/11.0 (00562b043615)",
  "Cisco/SPA508G-7.4.8a (0002FDFF2103)(CBT141400UK)",
  "Linksys/SPA-942-6.1.5(a) (88019FA42805)",
  "Cisco/ATA191-MPP-11-1-0-MSR4 (FCH2443D9R4)",
  "Sipura SPA2102-5.2.5",
  "Cisco-DP-9861/3.2.1 (00:00:5e:00:53:01) (FCH00000001)",
  "Cisco/x-7.4.8 (short)",
];

/** First lines of each kind, a file's name with them, and lines that say nothing. */
const fewLines: Readonly<Record<string, readonly (readonly [name: string, head: string])[]>> = {
  "cisco-flat-profile": [
    ["a.cfg", "<!-- a -->\n<flat-profile>"],
    ["a.txt", "\ufeff\n<GPP_A>1"],
  ],
  avaya: [
    ["a.txt", "## a\n#\n{% if %}\nSET L2QVLAN 1\nadd HTTPSRVR a"],
    ["a.scr", "IF $MODEL SEQ 9608 GOTO A\nGOTO A\n"],
    ["a.cfg", "GET a.txt\nGET b.scr \nSET X"],
    ["00005e005301.txt", "SET A_B-C 1"],
    ["00005e00530.txt", "SET A_B-C 1"],
    ["46xxsettings_a.txt", " <html>"],
    ["46xxsettings.txt", "anything"],
    ["a.txt", "SET A 1\nSET B 1\n@echo off"],
    ["a.txt", "SET A 1\nSET B 1\nSET B = 1"],
    ["a.txt", "SET A 1\nSET B 1\nselect 1"],
    ["a.txt", "SET A 1\nSET B 1\n fi"],
    ["a.txt", "#!/bin/sh\nSET A 1\nSET B 1"],
    ["a.txt", `${"text\n".repeat(38)}SET A 1\nSET B 1`],
    ["a.txt", `${"text\n".repeat(39)}SET A 1\nSET B 1`],
  ],
  unify: [
    ["a.xml", '\ufeff<?xml version="1.0"?>\n<!-- a --><% b %>{% c %}{# d #}<!DOCTYPE e>\n<DLSMessage>'],
    ["a.txt", "<a:WorkpointMessage/>"],
    ["a.xml", "<ItemList a='1'><Item index='1' name = 'a'>"],
    ["00005e005301_config.xml", '<a><Item name="b">'],
    ["00005E005301_config.xml.j2", ""],
    ["00005e00530_config.xml", '<a><Item name="b">'],
  ],
  audiocodes: [
    ["a.ini", "FORMAT A_Index = A_B;"],
    ["a.ini", "[SYSTEM Params]"],
    ["a.ini", "[ Voice Engine Params ]"],
    ["a.ini", ";** Ini File **"],
    ["a.ini", ";Board type: MP"],
    ["a.ini", ";** TABLE A"],
    ["a.ini", "IniFileTemplateURL = 'a'"],
    ["a.ini", "; a\n# b\n\nEnableSyslog = 1\nTrunkGroup_1 = 1"],
    ["a.ini", "MaxDigits=1"],
    ["a.ini", "MaxDigits=1\nMaxDigits=1"],
    ["a.txt", "MaxDigits=1\nMaxDigits=1"],
    ["a.txt", "a\n[NUMBER OF DISTINCTIVE RINGING PATTERNS]"],
    ["a.dat", " [CALL PROGRESS TONE #0]"],
    ["mp118.ini", ""],
    ["MP-124_b.ini.j2", ""],
    ["mp1.ini", ""],
    ["mediant.ini", ""],
    ["board(1).ini", ""],
    ["boards.ini", ""],
    ["keyboard.ini", ""],
    ["a.ini", `${"x\n".repeat(58)}MaxDigits=1\nMaxDigits=1`],
    ["a.ini", `${"x\n".repeat(59)}MaxDigits=1\nMaxDigits=1`],
  ],
  "cisco-enterprise": [
    ["a.xml", "\ufeff<?xml?><!-- a -->{% b %}\n<device a='1'><fullConfig>"],
    ["a.xml", "<device><loadInformation8/>"],
    ["a.xml", "<Default><callManagerGroup>"],
    ["a.xml", "<DIALTEMPLATE>"],
    ["SEP00005e005301.cnf.xml", "<device>"],
    ["XMLDefault.cnf.xml.tpl", " "],
    ["SEP00005e005301.cnf.xml", "<x>"],
    ["a.cnf.xml", "<device><a/>"],
  ],
};

test("names and first lines that make files ones of a dialect (UPDATE_GOLDEN=1 writes the list)", () => {
  const lines = dialects.flatMap(({ id, files }) => [
    `# ${id}`,
    ...(fewLines[id] ?? []).flatMap(([name, head]) => [
      `${JSON.stringify(name)} ${JSON.stringify(head)} ${files.recognize(name, head)}`,
      ...slipsOf(name, (typed) => String(files.recognize(typed, head))).map((line) => `  name ${line}`),
      ...slipsOf(head, (typed) => String(files.recognize(name, typed))).map((line) => `  ${line}`),
    ]),
  ]);
  checkGolden("test/dialects/fewLines.golden.txt", lines);
});

test("each word of a gateway's file counts, and two of them are enough", () => {
  const { files } = dialects.find(({ id }) => id === "audiocodes") as Dialect;
  const usual =
    "SIPGatewayName SIPDestinationPort LocalSIPPort IsProxyUsed ProxyIP EnableSyslog SyslogServerIP NTPServerIP NTPServerUTCOffset DigitMapping IsFaxUsed CoderName AutoUpdateFrequency AUPDVerifyCertificates CallProgressTonesFilename MaxDigits TimeBetweenDigits RegistrationTime DHCPEnable BootPDelay TrunkGroup_12 PstnPrefix ResetNow SetDefaultOnIniFileProcess TxDTMFOption RxDTMFOption BaseUDPPort PREFIX";
  for (const name of usual.split(" ")) {
    assert.equal(files.recognize("a.ini", `${name} = 1\n`), 0, name);
    assert.equal(files.recognize("a.ini", ` ${name.toLowerCase()}=1\nIsProxyUsed\t=0\n`), 0.7, name);
    assert.equal(
      files.recognize("a.ini", `${name}s = 1\nIsProxyUsed = 0\n`),
      /^(?:AutoUpdate|AUPD|BootP)/.test(name) ? 0.7 : 0,
      name,
    );
  }
  for (const kind of "SYSTEM BSP SIP ControlProtocols WEB SNMP MGCP MEGACO PSTN SS7".split(" "))
    assert.equal(files.recognize("a.ini", `[${kind} Params]\n`), 0.8, kind);
  for (const url of "IniFile IniFileTemplate CmpFile AutoCmpFile CptFile".split(" "))
    assert.equal(files.recognize("a.ini", `${url}URL = 'x'`), 0.8, url);
});

test("what dumps say, near one (UPDATE_GOLDEN=1 writes the list)", () => {
  const lines: string[] = [];
  const { dumps } = phone as { readonly dumps?: { read(text: string): unknown } };
  const said = (text: string) =>
    JSON.stringify(dumps?.read(text), (_, value) => (value instanceof Map ? Object.fromEntries(value) : value));
  const dialect = dialects[0] as Dialect;
  const seen = new Map<string, number>();
  for (const text of [dump, ...filesNear(dump, 20), dump.replace("</flat-profile>", ""), "<x/>", ""])
    lines.push(sameAs(said(text) ?? "nothing", lines.length + 1, seen));
  for (const text of dump.split("\n").filter((line) => /<!--|um=|\*\*|""/.test(line)))
    lines.push(
      text,
      ...slipsOf(text, (line) => said(`<flat-profile>${line}</flat-profile>`) ?? "nothing").map((line) => `  ${line}`),
    );
  for (const text of [dump, ...filesNear(dump, 20)]) {
    const document = dialect.read(text, serviceOf(dialect).catalogue);
    lines.push(`device ${sameAs(JSON.stringify(dialect.preview?.deviceFromDump(document)), lines.length + 1, seen)}`);
  }
  for (const agent of agents)
    lines.push(
      `${agent} ${JSON.stringify(deviceFromUserAgent(agent))}`,
      ...slipsOf(agent, (text) => JSON.stringify(deviceFromUserAgent(text)) ?? "nothing").map((line) => `  ${line}`),
    );
  checkGolden("test/dialects/dumps.golden.txt", lines);
});

test("which phones are invented to try a file (UPDATE_GOLDEN=1 writes the list)", () => {
  const lines = dialects.flatMap((dialect) => {
    const { id, preview } = dialect;
    const { catalogue } = serviceOf(dialect);
    const choices = catalogue.families.flatMap(({ id: family, models }) => [
      { family },
      { family, ...(models[0] && { model: models[0].model }) },
      { family, firmware: "sip88xx.11-2-3MPP-398" },
    ]);
    const typical = [{}, ...choices].map((choice) =>
      preview?.typicalDevice({ catalogue, device: { ...choice, certainty: "stated", reason: "" } }),
    );
    return [`# ${id}`, ...[...(preview?.samples(catalogue) ?? []), ...typical].map((device) => JSON.stringify(device))];
  });
  checkGolden("test/dialects/samples.golden.txt", lines);
});
