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
