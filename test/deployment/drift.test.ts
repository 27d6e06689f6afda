import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { type DriftRow, driftRows, type Past } from "../../server/src/deployment/drift";
import { driftReport } from "../../server/src/deployment/driftReport";
import type { PhoneState } from "../../server/src/deployment/phone";
import type { Device } from "../../server/src/devices/device";
import { desk, phone, type Server, settled } from "../support/site";

const { dumps } = phone;
assert.ok(dumps);

interface More {
  readonly device?: Device;
  readonly isDelta?: boolean;
  /** Earlier files, the newest first, by their revision. */
  readonly past?: Readonly<Record<string, string>>;
  /** What the phone fetches, instead of one file. */
  readonly server?: Server;
}

const profile = (settings: string) => `<flat-profile>${settings}</flat-profile>`;

function stateAfter(settings: string, device: Device): { state: PhoneState; ignored: readonly string[] } {
  const applied = dumps?.applied(phone.start(device, {}), { name: "a.xml", text: profile(settings), layers: [] });
  assert.ok(applied);
  return applied;
}

function rowsOf(file: string, dumped: string, { device = desk, isDelta = false, past = {}, server }: More = {}) {
  const dump = dumps?.read(profile(dumped));
  assert.ok(dump && dumps);
  const { state, ignored } = server
    ? { state: settled(server, { device }).end, ignored: [] }
    : stateAfter(file, device);
  return driftRows({
    phone,
    dumps,
    end: state,
    dump,
    isDelta,
    isPartial: false,
    ignored: new Map(ignored.map((name) => [name, "1"])),
    past: Object.entries(past).map(([revision, text]): Past => ({ revision, state: stateAfter(text, device).state })),
    isLeftOut: () => false,
  });
}

/** Each row as `Name: status` with what belongs to it. */
function check(file: string, dumped: string, expected: readonly string[], more?: More): void {
  const inWords = ({ name, status, certainty, revision, step, access }: DriftRow) =>
    [
      `${name}: ${status}`,
      ...(certainty === "certain" ? ["certain"] : []),
      ...(revision === undefined ? [] : [`as in ${revision}`]),
      ...(step ? [`without ${step.file}`] : []),
      ...(status === "access differs" ? [`${access?.expected} ${access?.found}`] : []),
    ].join(", ");
  assert.deepEqual(rowsOf(file, dumped, more).map(inWords), expected);
}

const old: Device = { ...desk, firmware: "sip88xx.11-3-1MPP-697" };
const five = '<Display_Brightness ua="rw">5</Display_Brightness>';
const nine = '<Display_Brightness ua="rw">9</Display_Brightness>';
const marked = '<Display_Brightness ua="rw" um="y">9</Display_Brightness>';

test("values of the same meaning are the same", () => {
  check("<Resync_On_Reset>yes</Resync_On_Reset>", "<Resync_On_Reset>Yes</Resync_On_Reset>", [
    "Resync_On_Reset: same, certain",
  ]);
  check("<SIP_Port_1_>0x13c4</SIP_Port_1_>", "<SIP_Port_1_>5060</SIP_Port_1_>", ["SIP_Port_1_: same, certain"]);
  check("<GPP_A>a &amp; b</GPP_A>", "<GPP_A>\n a &#38; b </GPP_A>", ["GPP_A: same, certain"]);
  check('<Syslog_Server>""</Syslog_Server>', "<Syslog_Server></Syslog_Server>", ["Syslog_Server: same, certain"]);
  check("<Resync_Periodic></Resync_Periodic>", "<Resync_Periodic>3600</Resync_Periodic>", [
    "Resync_Periodic: same, certain",
  ]);
  check("", "<Resync_Periodic>3600</Resync_Periodic>", ["Resync_Periodic: default, certain"]);
  check("<GPP_A>a</GPP_A>", "<GPP_A>b</GPP_A>", ["GPP_A: drift"]);
  check("<Resync_Periodic></Resync_Periodic>", "<Resync_Periodic>60</Resync_Periodic>", ["Resync_Periodic: drift"]);
});

test("what the user changed is said to be the user's", () => {
  check(five, marked, ["Display_Brightness: changed by the user, certain"]);
  check("", marked, ["Display_Brightness: changed by the user, certain"]);
  check(five, nine, ["Display_Brightness: drift"]);
  check(five, nine, ["Display_Brightness: probably changed by the user"], { device: old });
  check("", nine, ["Display_Brightness: probably changed by the user"]);
  const preferred = five.replace(">5", ' user-pref="y">5');
  check(preferred, marked, ["Display_Brightness: kept for the user, certain"]);
  check(preferred, nine, ["Display_Brightness: kept for the user"]);
  check(preferred, nine, ["Display_Brightness: probably changed by the user"], { device: old });
  check(five, five.replace("5", "15"), ["Display_Brightness: back to default"]);
});

test("secrets are not compared where the phone hides them", () => {
  const file = "<Password_1_>p</Password_1_>";
  check(file, '<!-- <Password_1_ ua="na"/> -->', ["Password_1_: secret"]);
  check(file, "<Password_1_>********</Password_1_>", ["Password_1_: secret"]);
  check(file, "<Password_1_></Password_1_>", ["Password_1_: secret"]);
  check(file, "", ["Password_1_: never shown"]);
  check("<GPP_SA>x</GPP_SA>", "", ["GPP_SA: never shown"]);
  check("", '<!-- <Password_1_ ua="na"/> -->', ["Password_1_: secret"]);
});

test("a setting that the dump does not have is missing only where it should be there", () => {
  check("<GPP_A>1</GPP_A>", "", ["GPP_A: missing"]);
  check("<GPP_A>1</GPP_A>", "<GPP_B>1</GPP_B>", ["GPP_B: unexplained"], { isDelta: true });
  check("<FXS_Port_Power_Limit>3</FXS_Port_Power_Limit>", "", ["FXS_Port_Power_Limit: unsupported"]);
  check("", "<Current_IP>192.0.2.7</Current_IP>", []);
  check("", "<Not_Heard_Of>1</Not_Heard_Of>", ["Not_Heard_Of: new"]);
  check("", "<Syslog_Server>192.0.2.20</Syslog_Server>", ["Syslog_Server: unexplained"]);
  const cut = dumps?.read("<flat-profile><GPP_B>1</GPP_B><GPP");
  assert.equal(cut?.isDamaged, true);
});

test("earlier revisions and earlier steps explain a value", () => {
  const past = { c2: "<GPP_A>2</GPP_A>", c1: "<GPP_A>1</GPP_A><GPP_B>1</GPP_B>", c0: "<GPP_A>1</GPP_A>" };
  check("<GPP_A>3</GPP_A>", "<GPP_A>1</GPP_A>", ["GPP_A: not yet fetched, certain, as in c1"], { past });
  check("<GPP_A>3</GPP_A>", "<GPP_A>2</GPP_A>", ["GPP_A: not yet fetched, certain, as in c2"], { past });
  check("<GPP_A>3</GPP_A>", "<GPP_A>4</GPP_A>", ["GPP_A: drift"], { past });
  check("", "<GPP_B>1</GPP_B>", ["GPP_B: left behind, certain, as in c1"], { past });
  const server = {
    "http://pbx/8841-3PCC.xml": "<Profile_Rule_B>http://pbx/b</Profile_Rule_B><GPP_A>1</GPP_A>",
    "http://pbx/b": "<GPP_A>2</GPP_A>",
  };
  const rule = "<Profile_Rule_B>http://pbx/b</Profile_Rule_B>";
  check(
    "",
    `${rule}<GPP_A>1</GPP_A>`,
    ["Profile_Rule_B: same, certain", "GPP_A: a later step did not arrive, without b"],
    {
      server,
    },
  );
  check("", `${rule}<GPP_A>3</GPP_A>`, ["Profile_Rule_B: same, certain", "GPP_A: drift"], { server });
});

test("another access is a row of its own", () => {
  check('<GPP_A ua="na">1</GPP_A>', '<GPP_A ua="rw">1</GPP_A>', [
    "GPP_A: same, certain",
    "GPP_A: access differs, na rw",
  ]);
  check("<GPP_A>1</GPP_A>", '<GPP_A ua="rw">1</GPP_A>', ["GPP_A: same, certain"]);
});

const canary = "cnry7x1q";
const values = fc.constantFrom("", "1", "yes", "0x10", "a b", "***", '""', "{{x}}", `https://u:${canary}@h/$MA.xml`);
const names = fc.constantFrom(
  "GPP_A",
  "GPP_B",
  "GPP_SA",
  "Password_1_",
  "Profile_Rule",
  "Current_IP",
  "Odd_Name",
  "X/Y",
);
const element = fc.oneof(
  fc
    .record({ name: names, value: values, ua: fc.constantFrom("", ' ua="rw"', ' ua="na" um="y"', ' user-pref="y"') })
    .map(({ name, value, ua }) => `<${name}${ua}>${/Pass|_SA/.test(name) ? canary : value}</${name}>`),
  fc.constantFrom(
    '<!-- <Password_1_ ua="na"/> -->',
    "<router-configuration><WAN/></router-configuration>",
    "<",
    "</a>",
  ),
  fc.string({ maxLength: 12 }),
);
const content = fc.array(element, { maxLength: 8 }).map((parts) => parts.join(""));

test("any two texts can be compared, and no secret is shown", () => {
  fc.assert(
    fc.property(content, content, content, (file, dumped, before) => {
      const dump = dumps?.read(profile(dumped));
      if (!dump || !dumps) return;
      const start = phone.start(desk, {});
      const after = (text: string) => dumps.applied(start, { name: "a.xml", text: profile(text), layers: [] });
      const end = after(file) ?? { state: start, ignored: [] };
      const past = after(before);
      const ignored = new Map(end.ignored.map((name) => [name, canary]));
      const rows = driftRows({
        phone,
        dumps,
        end: end.state,
        dump,
        isDelta: false,
        isPartial: false,
        ignored: new Map(),
        past: past ? [{ revision: "r", state: past.state }] : [],
        isLeftOut: () => false,
      });
      const facts = { dump: "d.xml", device: { id: "d" }, problems: [] };
      const how = { withSuggestions: true, withoutQuiet: false };
      const report = driftReport(facts, rows, phone.shown([end.state], [...ignored, ...dump.values]), dumps, how);
      assert.ok(!JSON.stringify(report).includes(canary), JSON.stringify(report));
      // A setting has one status, beside its access.
      const listed = rows.filter(({ status }) => status !== "access differs").map(({ name }) => name);
      assert.equal(new Set(listed).size, listed.length);
    }),
    { numRuns: 400 },
  );
});

test("a phone that has what one file says does not drift", () => {
  const value = fc.stringMatching(/^[a-z0-9 .:-]{1,12}$/);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom("GPP_A", "GPP_B", "Proxy_1_", "Display_Name_2_"), value), (settings) => {
      const file = Object.entries(settings)
        .map(([name, text]) => `<${name}>${text}</${name}>`)
        .join("");
      for (const { status } of rowsOf(file, file)) assert.ok(status === "same" || status === "default", status);
    }),
    { numRuns: 100 },
  );
});
