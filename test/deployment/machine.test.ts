import assert from "node:assert/strict";
import test from "node:test";
import { desk, phone, type Server, type Situation, settled } from "../support/site";

const first = "http://pbx/8841-3PCC.xml";

interface Expected {
  readonly outcome: string;
  /** Each round with its last URLs, without the server. */
  readonly rounds?: readonly string[];
  readonly values?: Readonly<Record<string, string | undefined>>;
  readonly never?: string;
  readonly needs?: readonly (string | undefined)[];
}

function check(server: Server, expected: Expected, how: Situation = {}): void {
  const found = settled(server, how);
  assert.equal(found.outcome, expected.outcome);
  if (expected.rounds)
    assert.deepEqual(
      found.rounds.map(({ urls }) => urls.map((url) => url.replace("http://pbx/", "")).join(" ")),
      expected.rounds,
    );
  for (const [name, value] of Object.entries(expected.values ?? {}))
    assert.equal(phone.valueOf(found.end, name), value, name);
  if (expected.never) assert.deepEqual(found.next, { never: expected.never });
  if (expected.needs)
    assert.deepEqual(
      found.rounds.map(({ needs }) => needs),
      expected.needs,
    );
}

test("a file may set the rules after it, and not its own, in the same round", () => {
  const server = {
    [first]: "<Profile_Rule>http://pbx/b</Profile_Rule><Profile_Rule_B>http://pbx/c</Profile_Rule_B>",
    "http://pbx/b": "<GPP_A>b</GPP_A>",
    "http://pbx/c": "<GPP_A>c</GPP_A>",
  };
  check(server, { outcome: "stable", rounds: ["8841-3PCC.xml c", "b c", "b c"], values: { GPP_A: "c" } });
  check(
    server,
    { outcome: "stable", rounds: ["8841-3PCC.xml", "b c", "b c"], values: { GPP_A: "c" } },
    { rules: "at start" },
  );
});

test("a failure ends the round, and the next begins with the first rule", () => {
  const server = { "http://pbx/a": "<GPP_A>1</GPP_A>", "http://pbx/c": "<GPP_C>1</GPP_C>" };
  const values = {
    Profile_Rule: "http://pbx/a",
    Profile_Rule_B: '($PRVST ne "2")? http://pbx/b',
    Profile_Rule_C: "http://pbx/c",
  };
  check(
    server,
    { outcome: "failing", rounds: ["a b", "a b"], values: { GPP_A: "1", GPP_C: "" } },
    {
      values: { ...values, Profile_Rule_B: "http://pbx/b" },
    },
  );
  check(
    server,
    { outcome: "loop", rounds: ["a b", "a c", "a b", "a c"], values: { GPP_C: "1" } },
    { values: { ...values, Profile_Rule_B: "($PRVST ne 2)? http://pbx/b" } },
  );
});

test("answers are of three classes, and a missing file can be forgiven", () => {
  const classes = (answer: Server[string], scheme = "http") => {
    const { rounds } = settled({ [`${scheme}://pbx/a`]: answer }, { values: { Profile_Rule: `${scheme}://pbx/a` } });
    return rounds[0]?.steps[0]?.class;
  };
  assert.equal(classes("<GPP_A>1</GPP_A>"), "A");
  for (const status of [400, 403, 410, 500, 503, 304, 307]) assert.equal(classes(status), "C", String(status));
  assert.equal(classes(404), "B");
  assert.equal(classes(200), "B");
  assert.equal(classes("<?access denied"), "B");
  assert.equal(classes("<?<html><body>no</body></html>"), "B");
  assert.equal(classes("<?<flat-profile><GPP_A>1</GPP_A><GPP_B>2</flat-profile>"), "B");
  assert.equal(classes({ kind: "failed", reason: "time-out" }), "C");
  assert.equal(classes({ kind: "failed", reason: "tftp", code: 1 }, "tftp"), "B");
  assert.equal(classes({ kind: "failed", reason: "tftp", code: 2 }, "tftp"), "C");
  check(
    { "http://pbx/b": "<GPP_B>1</GPP_B>" },
    { outcome: "stable", values: { GPP_B: "1" } },
    { values: { Profile_Rule: "http://pbx/a", Profile_Rule_B: "http://pbx/b", Resync_Fails_On_FNF: "No" } },
  );
  check(
    { "http://pbx/a": 500, "http://pbx/b": "<GPP_B>1</GPP_B>" },
    { outcome: "failing", values: { GPP_B: "" } },
    { values: { Profile_Rule: "http://pbx/a", Profile_Rule_B: "http://pbx/b", Resync_Fails_On_FNF: "No" } },
  );
});

test("redirects are followed five times, with macros", () => {
  const to = (location: string) => ({ kind: "status", status: 302, location }) as const;
  check(
    { [first]: to("/$MAU.xml"), "http://pbx/00005E005301.xml": "<GPP_A>1</GPP_A>" },
    {
      outcome: "stable",
      rounds: ["00005E005301.xml", "00005E005301.xml"],
      values: { GPP_A: "1" },
    },
  );
  check({ [first]: to("other.xml"), "http://pbx/other.xml": to(first) }, { outcome: "failing" });
  const places: Readonly<Record<string, readonly [location: string, place: string]>> = {
    "http://pbx/a/b": ["c", "http://pbx/a/c"],
    "http://pbx/a/b?x=1/2": ["c?y=/", "http://pbx/a/c?y=/"],
    "http://pbx/b": ["?mac=1", "http://pbx/b?mac=1"],
    "http://pbx/a/b/c": ["../d/./e.xml#top", "http://pbx/a/d/e.xml"],
    "http://pbx:8080/a": ["//other/x", "http://other/x"],
    "http://pbx:8080/b": ["/../x", "http://pbx:8080/x"],
  };
  for (const [asked, [location, place]] of Object.entries(places))
    check(
      { [asked]: to(location), [place]: "<GPP_A>3</GPP_A>" },
      { outcome: "stable", values: { GPP_A: "3" } },
      { rule: asked },
    );
  check(
    { [first]: to("https://elsewhere:8443/x"), "https://elsewhere:8443/x": "<GPP_A>2</GPP_A>" },
    {
      outcome: "stable",
      values: { GPP_A: "2" },
    },
  );
});

test("credentials go to the server of the rule after a challenge, twice at most", () => {
  const asked: (string | undefined)[] = [];
  const start = phone.start(desk, { rule: "[--uid u --pwd secret] http://pbx/a" });
  const round = phone.round(start, {
    number: 1,
    cause: "power-up",
    elapsed: undefined,
    keepsHistory: true,
    rules: "in turn",
  });
  let step = round.next();
  while (!step.done) {
    const { credentials } = step.value;
    asked.push(credentials && credentials.password.kind === "known" ? credentials.password.text : undefined);
    step = round.next({ kind: "status", status: 401 });
  }
  assert.deepEqual(asked, [undefined, "secret", "secret"]);
  assert.equal(step.value.failed?.class, "C");
});

test("what is unknown makes the end undecided", () => {
  const a = "<GPP_A>1</GPP_A>";
  const unknown = { kind: "unknown", reason: "unmapped" } as const;
  check(
    { "http://pbx/a": unknown, "http://pbx/b": a },
    { outcome: "undecided", values: { GPP_A: "1" } },
    {
      values: { Profile_Rule: "http://pbx/a", Profile_Rule_B: "http://pbx/b" },
    },
  );
  check({}, { outcome: "undecided" }, { rule: "http://pbx/$SN.xml" });
  check({}, { outcome: "undecided" }, { rule: '("$SN" eq "1")? http://pbx/a | http://pbx/b' });
  // the part that decides is known
  check(
    { "http://pbx/b": a },
    { outcome: "stable" },
    { rule: '($PRVST eq 9 and "$SN" eq "1")? http://x/ | http://pbx/b' },
  );
  // a server need not look at a query
  check({ "http://pbx/a?sn=$SN": a }, { outcome: "stable", values: { GPP_A: "1" } }, { rule: "http://pbx/a?sn=$SN" });
  check({ [first]: "<Profile_Rule_B>http://{{ host }}/b</Profile_Rule_B>" }, { outcome: "undecided" });
  check(
    { [first]: "<GPP_A>{{ secret }}</GPP_A><Profile_Rule_B>http://pbx/$A.xml</Profile_Rule_B>" },
    {
      outcome: "undecided",
      values: { GPP_A: undefined },
    },
  );
});

test("what switches a phone off or leaves it without a time counts after the round", () => {
  check(
    { [first]: "<Provision_Enable>No</Provision_Enable>" },
    { outcome: "stable", rounds: ["8841-3PCC.xml"], never: "switched off" },
  );
  check(
    { [first]: "<Resync_Periodic>0</Resync_Periodic><Resync_On_Reset>No</Resync_On_Reset>" },
    {
      outcome: "stable",
      rounds: ["8841-3PCC.xml"],
      never: "no schedule",
    },
  );
  check(
    { [first]: "<Profile_Rule># off</Profile_Rule>" },
    { outcome: "stable", rounds: ["8841-3PCC.xml"], never: "no rule" },
  );
  check({ [first]: "<Resync_Periodic>0</Resync_Periodic>" }, { outcome: "stable", needs: [undefined, "restart"] });
  check(
    { [first]: "<Resync_Periodic>0</Resync_Periodic><Resync_At__HHmm_>0300</Resync_At__HHmm_>" },
    {
      outcome: "stable",
      needs: [undefined, undefined],
    },
  );
});

test("triggers delay an interval on some phones, and start rounds on others", () => {
  check(
    { [first]: '<Resync_Trigger_1>"$A" eq "go"</Resync_Trigger_1>' },
    { outcome: "stable", never: "blocked by triggers" },
  );
  // a restart may come when the timer is long enough
  check(
    { [first]: "<Resync_Periodic>0</Resync_Periodic><Resync_Trigger_1>$PRVTMR ge 21600</Resync_Trigger_1>" },
    { outcome: "stable", needs: [undefined, "restart"] },
  );
  check(
    { [first]: '<Resync_Periodic>0</Resync_Periodic><Resync_Trigger_1>"$A" eq "go"</Resync_Trigger_1>' },
    { outcome: "stable", never: "blocked by triggers" },
  );
  // a retry comes too early, and the interval begins again
  check(
    {
      [first]: "<Resync_Trigger_1>$PRVTMR ge 21600</Resync_Trigger_1><Profile_Rule_B>http://pbx/none</Profile_Rule_B>",
    },
    { outcome: "failing", rounds: ["8841-3PCC.xml none", "8841-3PCC.xml none"] },
  );
  // the timer goes on until it is long enough
  check(
    { [first]: "<Resync_Trigger_1>$PRVTMR ge 7200</Resync_Trigger_1>" },
    {
      outcome: "stable",
      rounds: ["8841-3PCC.xml", "8841-3PCC.xml"],
    },
  );
  const spa = { id: "spa", model: "SPA504G", mac: "00005e005302", firmware: "7.5.5", dhcp: { "66": "http://pbx" } };
  const found = settled(
    {
      "http://pbx/spa504.cfg":
        "<Resync_Periodic>0</Resync_Periodic><Resync_Trigger_1>$PRVTMR ge 600</Resync_Trigger_1>",
    },
    { device: spa },
  );
  assert.equal(found.outcome, "stable");
  assert.equal("cause" in found.next ? found.next.cause : "", "trigger");
});

test("a load is taken after a good round, and one that is not there is not", () => {
  const load = "http://pbx/sip88xx.12-0-6MPP0001-65.loads";
  const rule = `<Upgrade_Rule>${load}</Upgrade_Rule>`;
  const found = settled({ [first]: rule, [load]: 200 });
  assert.equal(found.end.device.firmware, "sip88xx.12-0-6MPP0001-65");
  assert.deepEqual(
    found.rounds.map(({ cause }) => cause),
    ["power-up", "after upgrade"],
  );
  const missing = settled({ [first]: rule });
  assert.equal(missing.end.device.firmware, desk.firmware);
  assert.equal(missing.rounds[0]?.upgrade?.isMissing, true);
  const other = "http://pbx/sip88xx.12-0-5MPP0102-328.loads";
  const loop = settled({
    [first]: `<Upgrade_Rule>($SWVER eq 12-0-5MPP0102-328)? ${load} | ${other}</Upgrade_Rule>`,
    [load]: 200,
    [other]: 200,
  });
  assert.equal(loop.outcome, "loop");
  assert.equal(loop.isUpgradeLoop, true);
});

test("a name is unknown to phones of other families and of older firmware", () => {
  check(
    { [first]: "<NAT_Mapping_Enable_99_>Yes</NAT_Mapping_Enable_99_><Nothing>1</Nothing><gpp_a>1</gpp_a>" },
    {
      outcome: "stable",
      values: { GPP_A: "" },
    },
  );
  const { rounds } = settled({ [first]: "<Nothing>1</Nothing><gpp_a>1</gpp_a>" });
  assert.deepEqual(rounds[0]?.steps[0]?.ignored, ["Nothing", "gpp_a"]);
});

test("settings in sections of adapters are known by their path", () => {
  const device = {
    id: "ata",
    model: "ATA191",
    mac: "00005e005303",
    firmware: "11-2-4MPP0001-115",
    dhcp: { "66": "http://pbx" },
  };
  const section = (name: string) =>
    `<router-configuration><Internet_Option><${name}>a1</${name}></Internet_Option></router-configuration>`;
  const found = settled({ "http://pbx/ata191.cfg": section("Host_Name") + section("Nothing") }, { device });
  assert.equal(phone.valueOf(found.end, "router-configuration/Internet_Option/Host_Name"), "a1");
  assert.deepEqual(found.rounds[0]?.steps[0]?.ignored, ["router-configuration/Internet_Option/Nothing"]);
});

test("an alias map sets parameters from any file, beside a profile in it", () => {
  check(
    {
      "http://pbx/a":
        "<?<device><sip><number>201</number></sip><flat-profile><GPP_B>b</GPP_B></flat-profile><other>x</other></device>",
    },
    { outcome: "stable", values: { User_ID_1_: "201", GPP_B: "b" } },
    { values: { Profile_Rule: "[--alias c] http://pbx/a", GPP_C: "/sip/number = /flat-profile/User_ID_1_ ;" } },
  );
});

test("a phone does not connect to servers outside the allowed domains", () => {
  check(
    { "http://prov.example.net/a": "<GPP_A>1</GPP_A>" },
    { outcome: "failing", values: { GPP_A: "" } },
    { values: { Profile_Rule: "http://prov.example.net/a", Restricted_Access_Domains: "example.com" } },
  );
});
