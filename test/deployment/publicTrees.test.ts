import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import type { ResolveReport } from "../../server/src/deployment/report";
import type { DeviceImpact } from "../../server/src/impact/impact";
import { type Site, withSite } from "../support/commandLine";
import { corpusFolder } from "../support/corpus";

// Three ways in which public servers lay out their files, with names of our own. What is expected is worked out by hand
// from the rules of provisioning, and the reason is written next to it; the tool must come to the same.

const profile = (...lines: readonly string[]) =>
  `<?xml version="1.0"?>\n<flat-profile>\n${lines.join("\n")}\n</flat-profile>\n`;

const firmware = "sip88xx.12-0-7MPP0001-46";
const mac = (last: number) => `00005e0053${last}`;

async function resolved(site: Site, device: string, ...args: readonly string[]): Promise<ResolveReport> {
  const config = ["--config", "base/flat-profile.config.json"];
  const { out, err } = await site.run(["resolve", "--device", device, "--format", "json", ...config, ...args]);
  assert.ok(out, err);
  return JSON.parse(out) as ResolveReport;
}

const urlsOf = ({ rounds }: ResolveReport) => rounds.map(({ steps }) => steps.flatMap(({ url }) => url ?? []));

/** `value ← file:line, over value (file:line) by …` */
function whoSet({ settings }: ResolveReport, name: string): string {
  const found = settings.find((each) => each.name === name);
  if (!found) return "not set";
  const value = (of: object) => ("value" in of ? String(of.value) : "secret" in of ? "(secret)" : "(unknown)");
  const place = (of: unknown) => {
    const { file, line } = of as { readonly file?: string; readonly line?: number };
    return file === undefined ? "?" : `${path.basename(file)}:${line}`;
  };
  const over = (found.over ?? [])
    .filter(({ why }) => why !== "same value again")
    .map((each) => `, over ${value(each)} (${place(each)}) ${String(each.why)}`);
  return `${value(found)} ← ${place(found.from)}${over.join("")}`;
}

async function planned(
  site: Site,
): Promise<{ readonly code: number | null; readonly of: Record<string, DeviceImpact> }> {
  const sides = ["--base-site", "base", "--head-site", "head", "--devices", "phones.csv"];
  const { code, out, err } = await site.run(["plan", ...sides, "--format", "jsonl"]);
  assert.ok(out, err);
  const all = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as DeviceImpact);
  return { code, of: Object.fromEntries(all.map((each) => [each.id, each])) };
}

/** `name from → to (file:line)`, a line for each. */
function changesOf({ changes }: DeviceImpact): readonly string[] {
  return changes.map(({ name, from, to, secret, place }) => {
    const file = place === undefined ? "" : ` (${path.basename(place)})`;
    return secret ? `${name} changes${file}` : `${name} ${from} → ${to}${file}`;
  });
}

const keptBy = ({ leftBehind }: DeviceImpact) =>
  leftBehind.map(({ name, deployed, secret }) => (secret ? `${name} (secret)` : `${name} ${deployed}`));

const below = (folder: string, files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));

// Staging within one round, as wazo's plugins do it: the file of the product sets rules B and C.

const staging = {
  config: {
    urls: [{ prefix: "http://prov.example.com:8667/", folder: "www" }],
    dhcp: { "66": "http://prov.example.com:8667" },
  },
  product: profile(
    '<Profile_Rule_B ua="na">http://prov.example.com:8667/family-88xx.xml</Profile_Rule_B>', // line 3
    '<Profile_Rule_C ua="na">http://prov.example.com:8667/$MA.xml</Profile_Rule_C>',
    '<Resync_Periodic ua="na">3600</Resync_Periodic>',
    '<Resync_On_Reset ua="na">Yes</Resync_On_Reset>',
  ),
  family: [
    '<Resync_Periodic ua="na">0</Resync_Periodic>', // line 3
    '<Primary_NTP_Server ua="na">ntp.example.com</Primary_NTP_Server>',
    '<Time_Zone ua="na">GMT+01:00</Time_Zone>',
    '<Proxy_1_ ua="na">sip.example.com</Proxy_1_>',
    '<Syslog_Server ua="na">192.0.2.20</Syslog_Server>',
  ],
  north: profile(
    "<Time_Zone>GMT+02:00</Time_Zone>", // line 3
    "<Proxy_1_>sip.example.com</Proxy_1_>",
    "<User_ID_1_>401</User_ID_1_>",
    "<Password_1_>poplar-Canary-29</Password_1_>",
  ),
  south: profile("<User_ID_1_>402</User_ID_1_>", "<Password_1_>willow-Canary-83</Password_1_>"),
};

const stagingBase = {
  "flat-profile.config.json": JSON.stringify({ site: { ...staging.config, inventory: "../phones.csv" } }),
  "www/8841-3PCC.xml": staging.product,
  "www/family-88xx.xml": profile(...staging.family),
  [`www/${mac(41)}.xml`]: staging.north,
  [`www/${mac(42)}.xml`]: staging.south,
};

/** The timer and the log server deleted, another proxy, and one phone without its file. */
const stagingHead = {
  "flat-profile.config.json": stagingBase["flat-profile.config.json"],
  "www/8841-3PCC.xml": staging.product,
  "www/family-88xx.xml": profile(
    ...staging.family.slice(1, 3),
    '<Proxy_1_ ua="na">sip2.example.com</Proxy_1_>', // line 5
  ),
  [`www/${mac(41)}.xml`]: staging.north,
};

const stagingPhones = `id,mac,model,firmware
north,${mac(41)},8841,${firmware}
south,${mac(42)},8841,${firmware}
east,${mac(43)},7841,sip78xx.12-0-7MPP0001-46
`;

test("staging by rules A, B and C", () =>
  withSite(
    { "phones.csv": stagingPhones, ...below("base", stagingBase), ...below("head", stagingHead) },
    async (site) => {
      const at = "http://prov.example.com:8667";
      const round = [`${at}/8841-3PCC.xml`, `${at}/family-88xx.xml`, `${at}/${mac(41)}.xml`];
      // DHCP names a bare server, so the factory rule /$PSN.xml is asked there. Rules B and C are read when their turn
      // comes, so what A sets counts in the same round. B then turns the timer off: the second round needs a restart, asks
      // for the same and changes nothing.
      const north = await resolved(site, "north");
      assert.deepEqual([north.outcome, urlsOf(north)], ["stable", [round, round]]);
      assert.deepEqual(
        north.rounds.map(({ needs }) => needs),
        [undefined, "restart"],
      );
      assert.equal(
        whoSet(north, "Resync_Periodic"),
        "0 ← family-88xx.xml:3, over 3600 (8841-3PCC.xml:5) by a later file",
      );
      assert.equal(
        whoSet(north, "Time_Zone"),
        `GMT+02:00 ← ${mac(41)}.xml:3, over GMT+01:00 (family-88xx.xml:5) by a later file`,
      );
      // The same value twice is not overridden; the later place has it.
      assert.equal(whoSet(north, "Proxy_1_"), `sip.example.com ← ${mac(41)}.xml:4`);
      assert.equal(whoSet(north, "Password_1_"), `(secret) ← ${mac(41)}.xml:6`);
      // 4 of A, 5 of B, 4 of C; three names are in two files.
      assert.deepEqual([north.settings.length, north.overridden], [10, 2]);

      // If a phone read all rules at the start, B and C would come a round, that is an hour, later.
      const late = await resolved(site, "north", "--rules", "at-start");
      assert.deepEqual([late.outcome, urlsOf(late)], ["stable", [round.slice(0, 1), round, round]]);
      assert.deepEqual(
        late.rounds.map(({ needs }) => needs),
        [undefined, undefined, "restart"],
      );

      // The server has no file for another product.
      assert.equal((await resolved(site, "east")).outcome, "failing");

      const { code, of } = await planned(site);
      assert.equal(code, 1);
      const { north: first, south, east } = of;
      assert.ok(first && south && east);
      // A's timer counts again, from the file that always had it. The phone's own proxy wins over the new one. Nothing
      // clears the log server. All that arrives at a restart only, as the old files turned the timer off.
      assert.deepEqual([...first.kinds].sort(), ["left behind", "settings"]);
      assert.deepEqual(changesOf(first), ["Resync_Periodic 0 → 3600 (8841-3PCC.xml:5)"]);
      assert.deepEqual(keptBy(first), ["Syslog_Server 192.0.2.20"]);
      assert.deepEqual(first.leftBehind[0]?.clear, "<Syslog_Server></Syslog_Server>");
      assert.equal((first.lands as { needs?: string }).needs, "restart");
      // A and B still arrive, then C is missing: it fails, and can be mended by A or B. It keeps its account.
      assert.deepEqual([...south.kinds].sort(), ["failing", "left behind", "settings"]);
      assert.deepEqual(changesOf(south), [
        "Proxy_1_ sip.example.com → sip2.example.com (family-88xx.xml:5)",
        "Resync_Periodic 0 → 3600 (8841-3PCC.xml:5)",
      ]);
      assert.deepEqual(south.failing, {
        rule: "Profile_Rule_C",
        url: `${at}/$MA.xml`,
        class: "B",
        reason: "404",
        fetches: "some",
        place: "www/8841-3PCC.xml:4",
      });
      assert.deepEqual(keptBy(south), ["Password_1_ (secret)", "Syslog_Server 192.0.2.20", "User_ID_1_ 402"]);
      // A new phone does not get an account; this one must not lose its own for that.
      assert.ok(south.leftBehind.every(({ clear }) => clear === undefined));
      // It failed before.
      assert.deepEqual([east.kinds, east.changes, east.leftBehind], [["none"], [], []]);
    },
  ));

// One URL with the MAC address in its query, as FusionPBX has it; the files are recordings of it. They are rendered
// templates of 2013, 2019 and 2025 from the shared corpus, which is not part of the repository.

test("recordings of a site that is asked by ?mac=", {
  skip: corpusFolder === undefined && "the shared corpus is absent",
}, async () => {
  const rendered = (name: string) => readFileSync(path.join(corpusFolder ?? "", "rendered/fusionpbx", name), "utf8");
  const at = "http://pbx.example.com/app/provision/";
  const config = JSON.stringify({
    site: {
      urls: [{ prefix: at, file: "rendered/{query.mac}.xml" }],
      dhcp: { "66": `${at}?mac=$MA` },
      inventory: "../phones.csv",
    },
  });
  const phones = `id,mac,model,firmware
desk,${mac(51)},8811,${firmware}
old,${mac(52)},SPA921,5.1.8
stranger,${mac(53)},8811,${firmware}
`;
  const side = (year: string, desk: string, old: string) => ({
    "flat-profile.config.json": config,
    [`rendered/${mac(51)}.xml`]: rendered(`cisco-8811-${desk}.xml`),
    [`rendered/${mac(52)}.xml`]: rendered(`linksys-spa921-${old}.xml`),
    year,
  });
  const files = {
    "phones.csv": phones,
    ...below("base", side("2019", "2019-06-25", "2013-11-10")),
    ...below("head", side("2025", "2025-11-26", "2025-06-05")),
  };
  await withSite(files, async (site) => {
    // DHCP gives a URL with a path: it is used whole. The file then sets its own rule, with a user and a password, for
    // the same URL. The second round asks there and changes nothing.
    const desk = await resolved(site, "desk");
    const url = `${at}?mac=${mac(51)}`;
    assert.deepEqual([desk.outcome, urlsOf(desk)], ["stable", [[url], [url]]]);
    assert.deepEqual(
      desk.rounds.map(({ needs }) => needs),
      [undefined, undefined],
    );
    assert.equal(whoSet(desk, "Resync_Periodic"), `3600 ← ${mac(51)}.xml:146`);
    assert.equal(whoSet(desk, "Proxy_1_"), `pbx.example.com ← ${mac(51)}.xml:502`);
    // The element is empty and has ua: only the access changes.
    assert.equal(desk.settings.find(({ name }) => name === "Auth_ID_1_")?.how, "access");
    // The template leaves out the last `_`; phones ignore names that they do not have.
    assert.ok(desk.ignored.includes("Unit_1_Key_1"), desk.ignored.join(" "));
    assert.doesNotMatch(JSON.stringify(desk), /Pr0vPass|Secr3t/);
    const old = await resolved(site, "old");
    assert.deepEqual([old.outcome, urlsOf(old)], ["stable", [[`${at}?mac=${mac(52)}`], [`${at}?mac=${mac(52)}`]]]);
    assert.equal((await resolved(site, "stranger")).outcome, "failing");

    const { code, of } = await planned(site);
    assert.equal(code, 0);
    const { desk: changed, old: older, stranger } = of;
    assert.ok(changed && older && stranger);
    // Both files set almost every parameter, so nothing is left behind. Elements that were empty with ua and are now
    // empty without it mean the same value. Values that were the factory's and are written now are no change.
    const lines = (count: number, line: (n: number) => string) => Array.from({ length: count }, (_, i) => line(i + 1));
    assert.deepEqual(
      changesOf(changed).map((text) => text.replace(/ \(.*\)$/, "").replace(/^(Connected_Key_List).*/, "$1")),
      [
        ...lines(4, (n) => `Auth_ID_${n}_  → 100${n}`),
        "BXfer_On_Speed_Dial_Enable No → Yes",
        "Call_Park_Code *68 → #68",
        "Call_Pickup_Code *97 → #97",
        "Call_Unpark_Code *88 → #88",
        "Connected_Key_List",
        ...lines(10, (n) => `Enable_URI_Dialing_${n}_ No → Yes`).sort(),
        "Group_Call_Pickup_Code *98 → #98",
        "NAT_Keep_Alive_Intvl 15 → 90",
        "Proxy_1_ pbx.example.com → sip.example.com",
        "RTP_Packet_Size 0.030 → 0.020",
        "Resync_Periodic 3600 → 0",
        "Resync_Random_Delay 2 → 1",
        ...lines(4, (n) => `Reversed_Auth_Realm_${n}_  → sip.example.com`),
        "Unit_1_Key_1_  → 2002;nme=Sales",
      ],
    );
    // Its timer is off now, and no time of day is set. The old timer brings the change: 1 h, and up to 2 × 20 s.
    assert.deepEqual([...changed.kinds].sort(), ["restart only", "settings"]);
    assert.deepEqual(changed.lands, { cause: "periodic", earliest: 3600, latest: 3640 });
    assert.deepEqual(keptBy(changed), []);
    // The web server and its port are at their factory values already; that of the contrast is not documented.
    assert.deepEqual(
      changesOf(older).map((text) => text.replace(/ \(.*\)$/, "").replace(/^(Dial_Plan_1_).*/, "$1")),
      [
        "Admin_Passwd changes",
        "Dial_Plan_1_",
        "Lcd_Contrast null → 0",
        "Resync_Periodic 3600 → 0",
        "Secondary_NTP_Server  → 2.us.pool.ntp.org",
        "Station_Name User 1 → Desk",
        "Time_Format 24hr → 12hr",
        "Time_Zone GMT → GMT-07:00",
      ],
    );
    assert.deepEqual(
      [[...older.kinds].sort(), older.restart, keptBy(older)],
      [["restart only", "settings"], "may", []],
    );
    assert.deepEqual(stranger.kinds, ["none"]);
  });
});

// One file for each phone, to which the product's file redirects, as a small public server does it.

const redirect = (location: string) =>
  JSON.stringify({
    site: {
      urls: [
        { prefix: "http://nps.example.com/", folder: "www" },
        { prefix: "http://nps.example.com/8841-3PCC.xml", answer: 302, location },
      ],
      dhcp: { "66": "http://nps.example.com" },
      inventory: "../phones.csv",
    },
  });

const own = (user: number, ...more: readonly string[]) =>
  profile("<Resync_Periodic>7200</Resync_Periodic>", `<User_ID_1_>${user}</User_ID_1_>`, ...more);

test("one file for each phone, by redirect", () =>
  withSite(
    {
      "phones.csv": `id,mac,model,firmware\n${["a", "b", "c", "d"].map((id, i) => `${id},${mac(61 + i)},8841,${firmware}\n`).join("")}`,
      "base/flat-profile.config.json": redirect("/cp/conf/$MAU.xml"),
      "base/www/cp/conf/00005E005361.xml": own(501),
      "base/www/cp/conf/00005E005362.xml": own(502),
      "base/www/cp/conf/00005E005364.xml": own(504),
      "head/flat-profile.config.json": redirect("/cp/v2/$MAU.xml"),
      "head/www/cp/v2/00005E005361.xml": own(501),
      "head/www/cp/v2/00005E005363.xml": own(503),
      "head/www/cp/v2/00005E005364.xml": own(504, "<Provision_Enable>No</Provision_Enable>"),
    },
    async (site) => {
      // The factory rule leads to the product's file, which redirects at once. No file sets a rule, so each round begins
      // there again.
      const at = (folder: string, last: number) => `http://nps.example.com/cp/${folder}/00005E0053${last}.xml`;
      const a = await resolved(site, "a");
      assert.deepEqual([a.outcome, urlsOf(a)], ["stable", [[at("conf", 61)], [at("conf", 61)]]]);
      assert.deepEqual(a.rounds[0]?.steps[0]?.redirects, ["http://nps.example.com/8841-3PCC.xml"]);
      assert.equal(whoSet(a, "User_ID_1_"), "501 ← 00005E005361.xml:4");
      assert.equal((await resolved(site, "c")).outcome, "failing");

      const { code, of } = await planned(site);
      assert.equal(code, 1);
      const within = { cause: "periodic", earliest: 7200, latest: 7240 };
      // The same values from another place.
      assert.deepEqual([of.a?.kinds, of.a?.changes, of.a?.lands], [["addresses"], [], within]);
      assert.deepEqual(of.a?.urls, { added: [at("v2", 61)], removed: [at("conf", 61)] });
      // Its new place is empty, and it asks nowhere else. It keeps its account, which a new phone would not get.
      assert.deepEqual([...(of.b?.kinds ?? [])].sort(), ["failing", "left behind"]);
      assert.deepEqual(of.b?.failing, {
        rule: "Profile_Rule",
        url: "http://nps.example.com/$PSN.xml",
        class: "B",
        reason: "404",
        fetches: "none",
      });
      assert.deepEqual(of.b && keptBy(of.b), ["Resync_Periodic 7200", "User_ID_1_ 502"]);
      // It has failed twice, so it asks again after the second delay of the factory list, 120 s.
      assert.deepEqual([...(of.c?.kinds ?? [])].sort(), ["recovered", "settings"]);
      assert.deepEqual(of.c?.lands, { cause: "retry", earliest: 120, latest: 120 });
      assert.deepEqual(of.c && changesOf(of.c), [
        "Resync_Periodic 3600 → 7200 (00005E005363.xml:3)",
        "User_ID_1_  → 503 (00005E005363.xml:4)",
      ]);
      // Nothing that is put on the server reaches it any more.
      assert.deepEqual([...(of.d?.kinds ?? [])].sort(), ["settings", "stranded"]);
      assert.deepEqual(of.d?.stranded, { reason: "switched off" });
      assert.deepEqual(of.d && changesOf(of.d), ["Provision_Enable Yes → No (00005E005364.xml:5)"]);
    },
  ));
