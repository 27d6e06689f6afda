import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { globSync } from "tinyglobby";
import { defaultSettings } from "../../../server/src/analysis/snapshot";
import { ciscoEnterprise } from "../../../server/src/dialects/cisco-enterprise/index";
import { dialects } from "../../../server/src/dialects/index";
import { recognize } from "../../../server/src/dialects/recognize";
import { problemsOf } from "../../support/problems";

const { files } = ciscoEnterprise;

/** Beginnings of files that other programs write and read. */
const others = [
  '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
  '<rss version="2.0"><channel><title>News</title></channel></rss>',
  '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion></project>',
  "<domain type='kvm'><devices><disk device='disk'/></devices></domain>",
  "<device><name>pci_0000_00_19_0</name><driver><name>e1000e</name></driver></device>",
  '<device schemaVersion="1.3"><vendor>ARM</vendor><name>ARM_Example</name><peripherals/></device>',
  '<?xml version="1.0"?>\n<device name="ATmega328P" architecture="AVR8"><address-spaces/></device>',
  '<root xmlns="urn:schemas-upnp-org:device-1-0"><device><deviceType>a</deviceType></device></root>',
  "<device/>",
  "<devices><device><name>lamp</name></device></devices>",
  "<Default/>",
  '<Default Extension="xml" ContentType="application/xml"/>',
  "<Default><Style>plain</Style><color>red</color></Default>",
  '<Types><Default Extension="rels" ContentType="a"/></Types>',
  "<flat-profile><Profile_Rule>/a.xml</Profile_Rule></flat-profile>",
  "<settings><phone-settings><language>English</language></phone-settings></settings>",
  '<?xml version="1.0"?>\n<PHONE_CONFIG><ALL device.set="1" voIpProt.SIP.use="1"/></PHONE_CONFIG>',
  '<gs_provision version="1"><config version="1"><P271>1</P271></config></gs_provision>',
  '<DLSMessage><Message nonce="1"><Action>WriteItems</Action></Message></DLSMessage>',
  "<CiscoIPPhoneMenu><Title>Menu</Title></CiscoIPPhoneMenu>",
  "<CiscoIPPhoneDirectory><Title>Directory</Title></CiscoIPPhoneDirectory>",
  '<displayInstance xmlns="http://www.cisco.com/AXL/1.0"><name>xmldi</name></displayInstance>',
  "<configuration><appSettings/></configuration>",
  '<manifest package="com.example"><application/></manifest>',
  '<plist version="1.0"><dict><key>device</key><string>phone</string></dict></plist>',
  '<testsuites><testsuite name="a" tests="1"/></testsuites>',
  "<html><body><device><vendorConfig/></device></body></html>",
  "<!-- <device><devicePool/></device> --><note>device</note>",
  '<xsl:stylesheet version="1.0"><xsl:template match="/device"/></xsl:stylesheet>',
  "device: { sipProfile: 1 }",
  "",
  "<template><match>9*</match></template>",
  '<tones><trkLocaleName>United_States</trkLocaleName><tone c1="30958"/></tones>',
  "<softkeys><device>1</device></softkeys>",
];

const names = ["phone.xml", "devices.xml", "default.xml", "config.cfg.xml", "a.xml", "SEPARATE.xml", "pom.xml"];

test("no file of another kind is claimed", () => {
  const made = others.flatMap((text) => names.map((name) => [name, text] as const));
  const found = globSync(["node_modules/**/*.{xml,svg,xsd,plist,xhtml}", "**/*.svg"], { dot: false })
    .slice(0, 500)
    .map((file) => [path.basename(file), readFileSync(file, "utf8")] as const);
  assert.ok(made.length >= 200);
  for (const [name, text] of [...made, ...found]) {
    assert.equal(files.recognize(name, text), 0, `${name}: ${text.slice(0, 80)}`);
    assert.notEqual(recognize(dialects, name, text), ciscoEnterprise);
  }
});

test("files for phones are recognized by their name or root", () => {
  const own: readonly (readonly [name: string, text: string])[] = [
    ["SEP00005E005301.cnf.xml", "<device>\n</device>"],
    ["SEPMAC.cnf.xml.tpl", "{% if a %}\n<device><x>1</x></device>"],
    ["XMLDefault.cnf.xml", '\ufeff<?xml version="1.0"?>\n<!-- a -->\n<Default>'],
    ["phone.xml", "<device><deviceProtocol>SIP</deviceProtocol></device>"],
    ["phone.xml", '<?xml version="1.0"?>\n<device>\n  <devicePool uuid="{1}">'],
    ["default.xml", "<Default><callManagerGroup>"],
    ["dialplan.xml", '<DIALTEMPLATE>\n<TEMPLATE MATCH="*"/>'],
    ["SEP00005E005301.cnf.xml", ""],
  ];
  for (const [name, text] of own) assert.equal(recognize(dialects, name, text), ciscoEnterprise, `${name}: ${text}`);
  assert.equal(recognize(dialects, "SEP00005E005301.cnf.xml", "<flat-profile>")?.id, "cisco-flat-profile");
});

const corpus = "../shared/corpus/vendors/cisco";

test("real files have no errors but those of XML, and no warnings", () => {
  const texts = globSync("*", { cwd: corpus }).map((file) => [file, readFileSync(path.join(corpus, file), "utf8")]);
  const bad = texts.flatMap(([file = "", text = ""]) =>
    problemsOf(text, defaultSettings, ciscoEnterprise)
      .filter(({ severity }) => severity === "error" || severity === "warning")
      .map(({ code }) => `${file.replace(/^.*__/, "")} ${code}`),
  );
  // One file has four end tags of other names, as a strict parser says too.
  assert.deepEqual(
    [...new Set(bad)],
    texts.length === 0 ? [] : ["SEP0000000000.cnf.xml_annotated xml/mismatched-end-tag"],
  );
});
