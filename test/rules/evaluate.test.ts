import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import type { Device } from "../../server/src/devices/device";
import { runDevice } from "../../server/src/dialects/cisco-flat-profile/preview/deviceRun";
import { ruleReports } from "../../server/src/dialects/cisco-flat-profile/preview/ruleReport";
import { exactShowing, maskedShowing } from "../../server/src/dialects/cisco-flat-profile/preview/secretsShown";
import { asSource } from "../../server/src/dialects/cisco-flat-profile/rules/evaluate";
import { expandMacros } from "../../server/src/dialects/cisco-flat-profile/rules/macro";
import { factoryRules, targetUrl } from "../../server/src/dialects/cisco-flat-profile/rules/ruleTarget";
import { catalogue } from "../support/catalogue";
import { fetches, phone, profile } from "../support/phone";

/** What the phone fetches by its rules, in order. */
function checkFetches(
  settings: Readonly<Record<string, string>>,
  device: Partial<Device>,
  urls: readonly (string | undefined)[],
): void {
  assert.deepEqual(fetches(settings, device), urls, JSON.stringify(settings));
}

test("lets assignments be valid for later rules and not for their own", () => {
  checkFetches(
    {
      Profile_Rule: '("$A" ne "done")? (a = "done"; User_ID_1_ = "u$B";)! http://h/$A-init | http://h/again',
      Profile_Rule_B: "http://h/$A/$UID1",
      GPP_B: "7",
    },
    {},
    ["http://h/-init", "http://h/done/u7"],
  );
  checkFetches({ Profile_Rule: '(Profile_Rule_B = "http://h/$MA";)!', Profile_Rule_B: "http://h/old" }, {}, [
    undefined,
    "http://h/000e08012345",
  ]);
});

test("asks DHCP for a server where the rule has none", () => {
  checkFetches({ Profile_Rule: "/$PSN.xml" }, {}, ["tftp://?/8841-3PCC.xml"]);
  checkFetches({ Profile_Rule: "/$PSN.xml" }, { dhcp: { "66": "prov.example.com", "160": "https://x.example.com" } }, [
    "tftp://prov.example.com/8841-3PCC.xml",
  ]);
  checkFetches(
    { Profile_Rule: "/a.xml", DHCP_Option_To_Use: "160,66" },
    { dhcp: { "66": "prov.example.com", "160": "https://x.example.com:8443" } },
    ["https://x.example.com:8443/a.xml"],
  );
  // A scheme without a host goes before that of DHCP.
  const dhcp = { "66": "prov.example.com", "160": "https://x.example.com:8443" };
  checkFetches({ Profile_Rule: "http:///a.xml" }, { dhcp }, ["http://prov.example.com/a.xml"]);
  checkFetches({ Profile_Rule: "http:///a.xml", DHCP_Option_To_Use: "160" }, { dhcp }, ["http://x.example.com/a.xml"]);
  checkFetches({ Upgrade_Rule: "http:///a.loads" }, { dhcp }, ["http:///a.loads"]);
  checkFetches({ Upgrade_Rule: "/sip88xx.12-0-1MPP0001-245.loads" }, { dhcp: { "66": "prov.example.com" } }, [
    "/sip88xx.12-0-1MPP0001-245.loads",
  ]);
});

test("takes the path of a DHCP option instead of the one it was shipped with", () => {
  const asked = "http://h/app/provision/?mac=$MA";
  const rows: readonly (readonly [option: string, settings: Readonly<Record<string, string>>, url: string])[] = [
    [asked, { Profile_Rule: "/$PSN.xml" }, "http://h/app/provision/?mac=000e08012345"],
    ["http://h:8667/spa$PSN.cfg", { Profile_Rule: "/$PSN.xml" }, "http://h:8667/spa8841-3PCC.cfg"],
    ["tftp://h/a/b.xml", { Profile_Rule: " /spa$PSN.cfg" }, "tftp://h/a/b.xml"],
    ["https://h/$MAU.xml", { Profile_Rule: "/init.cfg" }, "https://h/000E08012345.xml"],
    // Only a server.
    ["http://h:8667", { Profile_Rule: "/$PSN.xml" }, "http://h:8667/8841-3PCC.xml"],
    ["https://h/", { Profile_Rule: "/$PSN.xml" }, "https://h/8841-3PCC.xml"],
    ["h", { Profile_Rule: "/$PSN.xml" }, "tftp://h/8841-3PCC.xml"],
    // A rule that somebody wrote has its own path.
    [asked, { Profile_Rule: "/$MA.xml" }, "http://h/000e08012345.xml"],
    [asked, { Profile_Rule: "/8841-3PCC.xml" }, "http://h/8841-3PCC.xml"],
    [asked, { Profile_Rule: "http://other/$PSN.xml" }, "http://other/8841-3PCC.xml"],
    [asked, { Profile_Rule: "", Profile_Rule_B: "/b.xml" }, "http://h/b.xml"],
  ];
  for (const [option, settings, url] of rows) {
    const run = runDevice({ ...phone, dhcp: { "66": option } }, profile(settings));
    const found = run.profileRules.flatMap(({ target }) => (target ? [targetUrl(target)] : []));
    assert.deepEqual(found, [url], `${option} ${JSON.stringify(settings)}`);
  }
});

test("knows each rule that the catalogue calls a default", () => {
  const parameter = catalogue.find("Profile_Rule")?.parameter;
  const defaults = [parameter?.default, ...Object.values(parameter?.defaultByFamily ?? {})];
  assert.ok(defaults.length > 1);
  for (const rule of defaults) assert.ok(rule !== undefined && factoryRules.includes(rule), rule);
});

test("shows each operand as typed, as expanded and as understood", () => {
  const rule = '("$A" eq "x" and $SWVER ge 12-0-1MPP and 1 eq 1)? http://h/$MA';
  const run = runDevice(phone, profile({ Profile_Rule: rule, GPP_A: "x" }));
  const [report] = ruleReports(run, exactShowing, catalogue);
  const [alternative] = report?.alternatives ?? [];
  assert.equal(alternative?.fate, "condition false");
  assert.deepEqual(
    alternative?.comparisons.map(({ left, operator, right, outcome }) => [
      left.typed,
      left.expanded,
      left.understood,
      operator,
      right.typed,
      outcome,
    ]),
    [
      ['"$A"', '"x"', "string", "eq", '"x"', "true"],
      ["$SWVER", "sip88xx.11-3-2MPP0001-609", "version", "ge", "12-0-1MPP", "false"],
    ],
  );
  assert.deepEqual(alternative?.skipped, ["1 eq 1"]);
  assert.equal(alternative?.typedUrl, "http://h/$MA");
});

const canary = "cAnArY-4711";

function checkMasked(settings: Readonly<Record<string, string>>, device: Partial<Device> = {}): void {
  const run = runDevice({ ...phone, secrets: { SA: canary, SB: `${canary}]|"` }, ...device }, profile(settings));
  const reports = JSON.stringify(ruleReports(run, maskedShowing(run), catalogue));
  assert.ok(!reports.includes(canary), reports);
  assert.ok(!reports.includes(canary.slice(2, 9)), reports);
}

test("hides secrets wherever they are", () => {
  checkMasked({ Profile_Rule: "[--key $SA --pwd $SB] https://h/a" });
  checkMasked({ Profile_Rule: `[--key ${canary}] https://h/a` });
  checkMasked({
    Profile_Rule: `[--key${canary}] https://h/a`,
    Upgrade_Rule: `(1 eq 1)? [--pwd "${canary}"] http://h/x`,
  });
  checkMasked({ Profile_Rule: `(Admin_Passwd = "${canary}"; GPP_SC = "${canary}";)! https://h/a` });
  checkMasked({ Profile_Rule: "[--key $B] https://h/$B", GPP_B: canary });
  checkMasked({ Profile_Rule: "https://user:cAnArY-4711@h/a" });
  checkMasked({ Profile_Rule: `[--pwd $MPWD] http://h/a` }, { mobility: { password: canary } });
  checkMasked({ Profile_Rule: "[--key $(SA:2:5)] http://h/[$(SA:2:7)" });
  checkMasked({ Profile_Rule: '(b = "[$SA]";)! http://h/', Profile_Rule_B: "http://h/$B" });
  const run = runDevice({ ...phone, secrets: { SA: canary } }, profile({ Profile_Rule: "[--key $SA] https://h/a" }));
  assert.ok(JSON.stringify(ruleReports(run, exactShowing, catalogue)).includes(canary));
  assert.equal(ruleReports(run, maskedShowing(run), catalogue)[0]?.typed, "[--key $SA] https://h/a");
});

const words = fc.constantFrom(
  ...'( ) ? ! [ ] | " ; = $ $$ $A $B $(B:1:2) $SA $(SA:2) $SWVER $MA $MPWD $UID1 --key --pwd --uid and eq ne lt ge 1 -1 11-3-2MPP0001-609 7.5.5 http://h/a /x.cfg a Profile_Rule_B Admin_Passwd # user:'.split(
    " ",
  ),
  canary,
);
const anyRule = fc.array(words, { maxLength: 30 }).map((parts) => parts.join(parts.length % 2 ? "" : " "));

test("never shows a secret of the device, whatever the rules", () => {
  const safe = anyRule.map((rule) => rule.replaceAll(canary, "x"));
  fc.assert(
    fc.property(safe, safe, safe, (a, b, gpp) => {
      const run = runDevice(
        { ...phone, secrets: { SA: canary }, mobility: { password: canary } },
        profile({ Profile_Rule: a, Profile_Rule_B: b, GPP_A: gpp }),
      );
      const shown = JSON.stringify(ruleReports(run, maskedShowing(run), catalogue));
      assert.ok(!shown.includes(canary) && !shown.includes(canary.slice(3)), shown);
    }),
    { numRuns: 400 },
  );
});

test("takes the activation of a phone by code for what it is", () => {
  const run = runDevice(phone, profile({ Profile_Rule: "gds://" }));
  const [report] = ruleReports(run, maskedShowing(run), catalogue);
  assert.deepEqual([report?.fetches, report?.unusable], ["gds://", false]);
});

test("takes brackets in double quotes for text", () => {
  const values = { macros: { A: "x" }, secrets: { SA: "key" } };
  const expanded = (text: string) => expandMacros(asSource(text), values).text;
  assert.equal(expanded('("$A" ne "[")? http://h/$SA'), '("x" ne "[")? http://h/$SA');
  assert.equal(expanded('[--pwd "a]$SA" --key "$SA"] http://h/$SA'), '[--pwd "a]key" --key "key"] http://h/$SA');
});

test("messages know the address that was fetched by its parts", () => {
  const settings = {
    Profile_Rule: "https://prov.example.com:8443/a/$MA.xml",
    Log_Resync_Success_Msg: "$SCHEME $METH $SERV $SERVIP $PORT $PATH",
  };
  const sources = new Map(Object.entries(settings).map(([name, text]) => [name, asSource(text)]));
  const run = runDevice(phone, (name) => sources.get(name));
  const message = run.messages.find(({ parameter }) => parameter === "Log_Resync_Success_Msg");
  assert.equal(message?.expanded.text, "https https prov.example.com prov.example.com 8443 /a/000e08012345.xml");
});
