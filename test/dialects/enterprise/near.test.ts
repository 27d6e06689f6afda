import test from "node:test";
import { ciscoEnterprise } from "../../../server/src/dialects/cisco-enterprise/index";
import { modelOfType, readLoad } from "../../../server/src/dialects/cisco-enterprise/load";
import { checkGolden } from "../../support/golden";
import { serviceOf } from "../../support/problems";
import { changesOf, slipsOf } from "../../support/variants";

// Which files each phone asks for and which firmware it takes, and what names of loads say, near some.

const { catalogue } = serviceOf(ciscoEnterprise);
const json = (value: unknown) => JSON.stringify(value) ?? "nothing";
const own = "SEP00005E005301.cnf.xml";

const texts = [
  "<device><deviceProtocol>SIP</deviceProtocol><loadInformation>SIP42.9-4-2SR3-1S</loadInformation><sshPassword>secret</sshPassword><sshUserId/><sipProfile><sipLines><line><name>1</name><name>{{ x }}</name></line></sipLines></sipProfile></device>",
  "<device><deviceProtocol> SCCP </deviceProtocol><loadInformation></loadInformation></device>",
  "<Default><loadInformation434>SIP42.9-4-2SR3-1S.loads</loadInformation434><loadInformation8>P0030801SR02</loadInformation8></Default>",
  "<DIALTEMPLATE/>",
  "",
];
const folders = [
  { own, others: [] },
  { own, others: ["CTLSEP00005E005301.tlv", "ITLFile.tlv", "XMLDefault.cnf.xml", "OS79XX.TXT", "dialplan.xml"] },
  { own: "XMLDefault.cnf.xml", others: [own] },
  { own: "XMLDefault.cnf.xml", others: [] },
  { own: "copy.xml", others: [] },
];
const devices = [
  {},
  { model: "7942" },
  { model: "7942", firmware: "SIP42.8-5-4S" },
  { model: "7942", firmware: "SIP42.9-4-2SR3-1S" },
  { model: "7942", firmware: "sip42.9-4-2sr3-1s.loads" },
  { model: "7942", firmware: "SCCP42.9-0-1S" },
  { model: "7965", firmware: "SIP45.9-4-2SR3-1S" },
  { model: "7960", firmware: "P0S3-8-12-00" },
  { model: "7960", firmware: "P0030801SR02" },
  { model: "8841", firmware: "sip88xx.12-5-1SR3-74" },
  { model: "7942", mac: "x" },
  { model: "unknown" },
];

test("what each phone asks for and takes (UPDATE_GOLDEN=1 writes the list)", () => {
  const lines: string[] = [];
  for (const text of texts) {
    const document = ciscoEnterprise.read(text, catalogue);
    for (const folder of folders) {
      lines.push(`# ${text} ${json(folder)}`);
      let before: unknown = {};
      for (const device of devices) {
        const neighbors = { own: folder.own, names: [folder.own, ...folder.others], read: () => undefined };
        const { rules: _, ...report } = (ciscoEnterprise.preview?.report(
          { document, catalogue, neighbors },
          { id: "desk", mac: "00:00:5e:00:53:01", ...device },
        ) ?? {}) as { readonly rules?: unknown };
        lines.push(`${json(device)} ${changesOf(before, report)}`);
        before = report;
      }
    }
  }
  checkGolden("test/dialects/enterprise/asked.golden.txt", lines);
});

test("what names of loads and phones say (UPDATE_GOLDEN=1 writes the list)", () => {
  const lines: string[] = [];
  const said = (name: string) => {
    const found = readLoad(name, catalogue);
    return found ? `${found.prefix} ${found.protocol} ${found.models.join(" ")}` : "nothing";
  };
  for (const name of [
    " SIP42.9-4-2SR3-1S",
    "SCCP45.9-0-1S.loads",
    "P0S3-8-12-00",
    "P00308010200",
    "cmterm-7936.3-3-21-0",
    "sip88xx.12-5-1SR3-74",
    "apps42.1",
    "x",
  ])
    lines.push(`${name}: ${said(name)}`, ...slipsOf(name, said).map((line) => `  ${line}`));
  for (let type = 0; type < 700; type++) {
    const model = modelOfType(type, catalogue);
    if (model) lines.push(`type ${type}: ${model.model}`);
  }
  const agent = "x Cisco-CP7942G/9.4.2 y";
  const deviceOf = (text: string) => json(ciscoEnterprise.preview?.deviceFromUserAgent(text));
  lines.push(deviceOf(agent), ...slipsOf(agent, deviceOf).map((line) => `  ${line}`));
  checkGolden("test/dialects/enterprise/loads.golden.txt", lines);
});
