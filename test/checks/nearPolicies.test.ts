import assert from "node:assert/strict";
import test from "node:test";
import { readSitePolicies } from "../../server/src/analysis/sitePolicies";
import { Snapshot } from "../../server/src/analysis/snapshot";
import { dialects } from "../../server/src/dialects/index";
import { nameShape, nearShape, shapeSpelling } from "../../server/src/schema/nameShape";
import { applyEdits, inOrder } from "../../server/src/text/edits";
import { checkGolden } from "../support/golden";
import { pools } from "../support/problems";
import { filesNear, slipsOf } from "../support/variants";

// Policies of a site on files near some, and which names a policy means.

const policies: readonly object[] = [
  { parameter: "Admin_Passwd", required: true, severity: "error" },
  { parameter: "Admin_Passwd", value: "secret", message: "Not secret." },
  { parameter: ["Proxy_n_", "GPP_A"], matches: "\\.example\\.com$" },
  { parameter: "Proxy_*", doesNotMatch: "^a" },
  { parameter: "Web_Server_Port", value: ["80", "8080"] },
  { parameter: "Resync_On_Reset", value: "Yes", message: "Resync." },
  { parameter: "GPP_B", forbidden: true, severity: "hint" },
  { parameter: "User_ID_n_", required: true },
  { parameter: "Profile_Rule", matches: "^https:", family: ["mpp88xx"] },
  { parameter: "GPP_SA", doesNotMatch: "^.{0,7}$", message: "At least 8, not ^.{0,7}$" },
  { parameter: "router-configuration/SNMP/SNMP_Enabled", required: true, files: "ata/**" },
  { parameter: "*", doesNotMatch: "(?i)\\bhttp://" },
  { parameter: "L2QVLAN", value: "120", dialect: "avaya" },
];

const file = `<flat-profile>
<Admin_Passwd>other</Admin_Passwd>
<Proxy_1_>a.example.com</Proxy_1_>
<Proxy_2_>b.example.org</Proxy_2_>
<GPP_A>${"x".repeat(70)}</GPP_A>
<GPP_B>1</GPP_B>
<GPP_SA>short</GPP_SA>
<Web_Server_Port>81</Web_Server_Port>
<Resync_On_Reset>No</Resync_On_Reset>
<Profile_Rule>http://u:pw@h/$MA.xml</Profile_Rule>
<User_ID_1_></User_ID_1_>
<User_ID_1_>{{ user }}</User_ID_1_>
</flat-profile>
`;

function said(list: readonly object[], text: string, name: string, family?: string): string {
  const site = readSitePolicies(JSON.stringify({ policies: list }), pools);
  assert.deepEqual(site.problems, []);
  const dialect = dialects.find(({ files }) => files.recognize(name, text) >= 0.5) ?? dialects[0];
  assert.ok(dialect);
  const service = pools.of(dialect);
  const snapshot = new Snapshot(text, dialect.read(text, service.catalogue), service, {
    device: family === undefined ? {} : { family },
    severities: {},
    policies: site.policies?.forFile(name.split("/")),
  });
  return snapshot
    .problems()
    .filter(({ code }) => code.startsWith("policy/"))
    .map(({ code, severity, span, message, fixes = [] }) => {
      const made = fixes.map(({ title, edits }) => `${title}: ${applyEdits(text, inOrder(edits)).length}`);
      return [`${severity} ${code} ${span.start}-${span.end} ${message}`, ...made].join(" → ");
    })
    .join("; ");
}

test("what policies say of files near one (UPDATE_GOLDEN=1 writes the list)", () => {
  const lines: string[] = [];
  for (const name of ["a.xml", "ata/b/c.xml", "ata.xml"])
    for (const family of [undefined, "mpp88xx", "spa5xx"])
      lines.push(`${name} ${family}: ${said(policies, file, name, family)}`);
  for (const [i, near] of filesNear(file, 20).entries())
    lines.push(`${i}: ${said(policies, near, "ata/a.xml", "mpp88xx")}`);
  for (const policy of policies)
    lines.push(`${JSON.stringify(policy)}: ${said([policy], file, "ata/a.xml", "mpp88xx")}`);
  for (const value of ["yes", "YES", "true", "1", "Yes", "no", "x", " Yes "])
    lines.push(
      `${value}: ${said([{ parameter: "Resync_On_Reset", value: "Yes" }], file.replace(">No<", `>${value}<`), "a.xml")}`,
    );
  for (const text of [
    "",
    "x",
    "<GPP_A>1</GPP_A>\n<GPP_B>2</GPP_B>\n",
    "<flat-profile></flat-profile>",
    '<flat-profile>\n{% include "a" %}\n</flat-profile>',
    "<flat-profile>\n{% if a %}\n</flat-profile>",
    "<flat-profile>\n{{> a}}\n</flat-profile>",
    "<flat-profile>\n{# renders #}\n{% rendered %}\n</flat-profile>",
    "<flat-profile><GPP_A>1</GPP_A></flat-profile><flat-profile><User_ID_1_>2</User_ID_1_></flat-profile>",
  ])
    lines.push(`${JSON.stringify(text)}: ${said(policies.slice(0, 8), text, "a.xml")}`);
  for (const text of [
    "SET L2QVLAN 120\nSET HTTPSRVR a\n",
    "SET L2QVLAN 12\nSET HTTPSRVR http://a\n",
    "set l2qvlan 1\nSET SIG 1\n",
  ])
    lines.push(`${JSON.stringify(text)}: ${said(policies, text, "46xxsettings.txt")}`);
  checkGolden("test/checks/nearPolicies.golden.txt", lines);
});

test("which names a policy means (UPDATE_GOLDEN=1 writes the list)", () => {
  const texts: Readonly<Record<string, readonly string[]>> = {
    "cisco-flat-profile": [
      "Proxy_n_",
      "Proxy_{ext}_",
      "GPP_*",
      "*",
      "SNMP/Trap",
      "router-configuration/*",
      "GPP_{letter}",
      "Extended_Function_n_",
      "Admin_Passwd",
      "*.x",
      "Proxy_n_*",
    ],
    avaya: ["L2QVLAN", "l2qvlan", "SOFTKEY_*", "DSTn"],
    unify: ["e164", "function-key-def", "sip-*"],
    audiocodes: ["ProxyIP", "proxyip", "ProxySet/ProxySet_*", "TrunkGroup_n"],
    "cisco-enterprise": ["deviceProtocol", "loadInformation*", "devicePool/dateTimeSetting/timeZone"],
  };
  const names = [
    ["Proxy_1_", ""],
    ["Proxy_12_", ""],
    ["Proxy_x_", ""],
    ["GPP_A", ""],
    ["xGPP_A", ""],
    ["Trap", "SNMP"],
    ["Trap", ""],
    ["Trap", "router-configuration/SNMP"],
    ["L2QVLAN", ""],
    ["ProxySet_SRD", "ProxySet"],
    ["e164", ""],
  ] as const;
  const lines = dialects.flatMap((dialect) => {
    const { catalogue } = pools.of(dialect);
    const words = (text: string) => {
      const name = nameShape(text, catalogue);
      const near = nearShape(text, catalogue);
      if (!name) return `nothing, near ${near}`;
      const has = names.filter(([each, path]) => name.has(each, path)).map(([each, path]) => `${path}/${each}`);
      return `${name.path} ${name.exact} ${name.example} ${near}: ${has.join(" ")}`;
    };
    return (texts[dialect.id] ?? []).flatMap((text) => [
      `${dialect.id} ${text} ${shapeSpelling(text)} ${words(text)}`,
      ...slipsOf(text, words).map((line) => `  ${line}`),
    ]);
  });
  checkGolden("test/checks/policyNames.golden.txt", lines);
});
