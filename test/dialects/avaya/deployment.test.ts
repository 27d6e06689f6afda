import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { type Answer, type Request, type SiteFile, urlOf } from "../../../server/src/deployment/exchange";
import { historyOf } from "../../../server/src/deployment/history";
import { NeverWinning } from "../../../server/src/deployment/neverWins";
import type { Start } from "../../../server/src/deployment/phone";
import { resolveReport } from "../../../server/src/deployment/report";
import { drive, maxRounds, type Settled, type SettleOptions, settle } from "../../../server/src/deployment/settle";
import type { Device } from "../../../server/src/devices/device";
import { avayaPhone } from "../../../server/src/dialects/avaya/deployment/index";
import { avayaSettings } from "../../../server/src/dialects/avaya/index";
import { impactOf } from "../../../server/src/impact/impact";
import { serviceOf } from "../../support/problems";
import { reportOf, resolveCases } from "../../support/resolveCases";
import { oracle } from "./oracle";

const { catalogue } = serviceOf(avayaSettings);
const phone = avayaPhone(catalogue);

const desk: Device = {
  id: "desk-1",
  model: "1608",
  mac: "00:00:5e:00:53:01",
  dhcp: { "242": "HTTPSRVR=pbx" },
  settings: { GROUP: "0", BOOTNAME: "hb1608.bin", APPNAME: "ha1608_1.bin" },
};

/** A text is a file, a number a status; what is not there is missing. */
type Server = Readonly<Record<string, string | number | Answer>>;

interface Run extends Settled {
  /** Every URL in order, loads of software after `load `. */
  readonly asked: readonly string[];
}

function run(
  server: Server,
  { device = desk, ...how }: Start & SettleOptions & { readonly device?: Device } = {},
): Run {
  const asked: string[] = [];
  const files = new Map<string, SiteFile>();
  const answer = ({ target, purpose }: Request): Answer => {
    const url = urlOf(target);
    asked.push(purpose === "load" ? `load ${url}` : url);
    const found = Object.hasOwn(server, url) ? server[url] : 404;
    if (typeof found === "number") return { kind: "status", status: found };
    if (typeof found !== "string") return found as Answer;
    if (purpose === "load") return { kind: "status", status: 200 };
    const file = files.get(url) ?? { name: url.replace(/^.*\//, ""), text: found, layers: [] };
    files.set(url, file);
    return { kind: "file", file };
  };
  const settled = drive(settle(phone, phone.start(device, how), { keepsHistory: true, ...how }), answer);
  return { ...settled, asked };
}

function values({ end }: Settled, ...names: readonly string[]): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(names.map((name) => [name, phone.valueOf(end, name)]));
}

const script = "SET APPNAME ha1608_2.bin\nGET 46xxsettings.txt\n";
const settings = "SET L2QVLAN 120\n";

// The sentences of the guide.

test("a phone asks for the script, then for the application file that it names, and at last for the settings", () => {
  const { asked, outcome, end, rounds } = run({
    "http://pbx/16xxupgrade.txt": script,
    "http://pbx/46xxsettings.txt": settings,
    "http://pbx/ha1608_2.bin": 200,
  });
  assert.deepEqual(asked.slice(0, 4), [
    "http://pbx/16xxupgrade.txt",
    "load http://pbx/ha1608_2.bin",
    "http://pbx/16xxupgrade.txt",
    "http://pbx/46xxsettings.txt",
  ]);
  assert.equal(outcome, "stable");
  assert.deepEqual(
    rounds.map(({ cause }) => cause),
    ["power-up", "after upgrade", "power-up"],
  );
  assert.equal(end.device.firmware, "ha1608_2.bin");
  assert.equal(phone.valueOf(end, "L2QVLAN"), "120");
});

test("a phone without an application file, and one with a wrong one, ask for the one in the script", () => {
  for (const running of ["", "ha1608_1.bin"]) {
    const device = { ...desk, settings: { ...desk.settings, APPNAME: running } };
    const { rounds } = run({ "http://pbx/16xxupgrade.txt": script, "http://pbx/ha1608_2.bin": 200 }, { device });
    assert.equal(rounds[0]?.upgrade?.outcome, "load taken");
    assert.equal(rounds[0]?.state.device.settings?.APPNAME, "ha1608_2.bin");
  }
});

test("a phone with the right application file does not ask for it again", () => {
  const device = { ...desk, settings: { ...desk.settings, APPNAME: "HA1608_2.bin" } };
  const { asked, rounds } = run(
    { "http://pbx/16xxupgrade.txt": script, "http://pbx/46xxsettings.txt": settings },
    { device },
  );
  assert.deepEqual(asked.slice(0, 2), ["http://pbx/16xxupgrade.txt", "http://pbx/46xxsettings.txt"]);
  assert.equal(rounds[0]?.upgrade?.outcome, "already running");
});

test("HTTPS servers are asked first, and the application file comes over HTTP", () => {
  const device = { ...desk, dhcp: { "242": "TLSSRVR=tls,TLSDIR=avaya,HTTPSRVR=pbx,HTTPDIR=fw" } };
  const { asked } = run(
    {
      "https://tls/avaya/16xxupgrade.txt": script,
      "https://tls/avaya/46xxsettings.txt": settings,
      "http://pbx/fw/ha1608_2.bin": 200,
    },
    { device },
  );
  assert.deepEqual(asked.slice(0, 4), [
    "https://tls/avaya/16xxupgrade.txt",
    "load http://pbx/fw/ha1608_2.bin",
    "https://tls/avaya/16xxupgrade.txt",
    "https://tls/avaya/46xxsettings.txt",
  ]);
});

test("a server that does not answer, or has no script, leads to the next one", () => {
  const device = { ...desk, dhcp: { "242": "TLSSRVR=tls,HTTPSRVR=a,b:8080" } };
  const { asked, rounds, outcome } = run(
    {
      "https://tls/16xxupgrade.txt": { kind: "failed", reason: "refused" },
      "http://b:8080/16xxupgrade.txt": "GET 46xxsettings.txt\n",
      "http://b:8080/46xxsettings.txt": settings,
    },
    { device },
  );
  assert.deepEqual(asked.slice(0, 4), [
    "https://tls/16xxupgrade.txt",
    "http://a/16xxupgrade.txt",
    "http://b:8080/16xxupgrade.txt",
    "http://b:8080/46xxsettings.txt",
  ]);
  assert.deepEqual(
    rounds[0]?.steps.map((step) => `${step.rule} ${step.class} ${step.isForgiven ?? false}`),
    ["TLSSRVR C true", "HTTPSRVR B true", "HTTPSRVR A false", "GET 46xxsettings.txt A false"],
  );
  assert.equal(outcome, "stable");
});

test("without any script a phone fails, and keeps what it has", () => {
  const { outcome, end, rounds } = run({}, { values: { L2QVLAN: "7" } });
  assert.equal(outcome, "failing");
  assert.equal(rounds[0]?.failed?.rule, "HTTPSRVR");
  assert.equal(phone.valueOf(end, "L2QVLAN"), "7");
});

test("boot file and application file are taken one after the other", () => {
  const server = {
    "http://pbx/16xxupgrade.txt":
      "IF $BOOTNAME SEQ hb1608_2.bin GOTO APP\nSET APPNAME hb1608_2.bin\nGOTO GETSET\n# APP\nSET APPNAME ha1608_2.bin\n# GETSET\nGET 46xxsettings.txt\n",
    "http://pbx/46xxsettings.txt": settings,
    "http://pbx/hb1608_2.bin": 200,
    "http://pbx/ha1608_2.bin": 200,
  };
  const { asked, outcome, end } = run(server);
  assert.deepEqual(
    asked.filter((each) => each.startsWith("load")),
    ["load http://pbx/hb1608_2.bin", "load http://pbx/ha1608_2.bin"],
  );
  assert.equal(outcome, "stable");
  assert.deepEqual(values({ end } as Settled, "L2QVLAN"), { L2QVLAN: "120" });
});

test("scripts that lead from one software to the other make a loop", () => {
  const { outcome, isUpgradeLoop, period } = run({
    "http://pbx/16xxupgrade.txt":
      "IF $APPNAME SEQ ha1608_2.bin GOTO OLD\nSET APPNAME ha1608_2.bin\nGOTO END\n# OLD\nSET APPNAME ha1608_1.bin\n# END\nGET 46xxsettings.txt\n",
    "http://pbx/ha1608_1.bin": 200,
    "http://pbx/ha1608_2.bin": 200,
  });
  assert.deepEqual([outcome, isUpgradeLoop, period], ["loop", true, 2]);
});

test("software that the server does not have is not taken, and settings are read", () => {
  const settled = run({ "http://pbx/16xxupgrade.txt": script, "http://pbx/46xxsettings.txt": settings });
  assert.equal(settled.end.device.settings?.APPNAME, "ha1608_1.bin");
  assert.deepEqual(values(settled, "L2QVLAN"), { L2QVLAN: "120" });
  const { problems } = resolveReport(phone, settled, [], { show: "set", why: [] });
  assert.deepEqual(
    problems.map(({ code, url }) => `${code} ${url}`),
    ["site/load-missing http://pbx/ha1608_2.bin"],
  );
});

test("who set a value, and what it replaced", () => {
  const device = { ...desk, dhcp: { "242": "HTTPSRVR=pbx,L2QVLAN=5" } };
  const { end } = run(
    {
      "http://pbx/16xxupgrade.txt": "GET 46xxsettings.txt\n",
      "http://pbx/46xxsettings.txt": "SET L2QVLAN 10\nSET L2QVLAN 20\nGET $MACADDR.txt\n",
      "http://pbx/00005e005301.txt": "## own\nSET L2QVLAN 30\n",
    },
    { device },
  );
  const current = end.settings.get("L2QVLAN");
  assert.ok(current);
  assert.deepEqual(
    historyOf(phone, end, "L2QVLAN", current).map(({ at, value }) => `${value} ${at.file ?? at.rule}:${at.line ?? ""}`),
    ["5 DHCP option 242:", "10 46xxsettings.txt:1", "20 46xxsettings.txt:2", "30 00005e005301.txt:2"],
  );
});

test("what is added to a list is a part of it: no line of it is overridden", () => {
  const device: Device = { id: "j", model: "J179", family: "avayaj169", dhcp: desk.dhcp ?? {} };
  const settled = run(
    {
      "http://pbx/J100Supgrade.txt": "GET 46xxsettings.txt\n",
      "http://pbx/46xxsettings.txt": 'SET SOFTKEY_IDLE "a"\nADD SOFTKEY_IDLE "b"\nGET own.txt\n',
      "http://pbx/own.txt": "ADD SOFTKEY_IDLE c\n",
    },
    { device },
  );
  assert.deepEqual(values(settled, "SOFTKEY_IDLE"), { SOFTKEY_IDLE: "a,b,c" });
  const report = resolveReport(phone, settled, [], { show: "set", why: [] });
  assert.equal(report.settings.find(({ name }) => name === "SOFTKEY_IDLE")?.over, undefined);
  const winning = new NeverWinning();
  winning.add(settled, (name) => name);
  winning.add(settled, (name) => name);
  assert.deepEqual(winning.all(), []);
});

test("a common setting that each phone's own file replaces never wins", () => {
  const winning = new NeverWinning();
  for (const mac of ["00005e005301", "00005e005302"])
    winning.add(
      run(
        {
          "http://pbx/16xxupgrade.txt": "GET 46xxsettings.txt\n",
          "http://pbx/46xxsettings.txt": "SET L2QVLAN 10\nSET DSCPAUD 46\nGET $MACADDR.txt\n",
          [`http://pbx/${mac}.txt`]: "SET L2QVLAN 30\n",
        },
        { device: { ...desk, id: mac, mac } },
      ),
      (name) => name,
    );
  assert.deepEqual(
    winning.all().map(({ name, devices, isReplacedAlike }) => ({ name, devices, isReplacedAlike })),
    [{ name: "L2QVLAN", devices: 2, isReplacedAlike: true }],
  );
});

test("facts that are not known leave the outcome open", () => {
  const { settings: _, ...plain } = desk;
  const open = {
    "http://pbx/16xxupgrade.txt": "GET 46xxsettings.txt\n",
    "http://pbx/46xxsettings.txt": "SET DSCPAUD 46\nIF $GROUP SEQ 7 GOTO G7\nSET L2QVLAN 10\n# G7\n",
  };
  const { outcome, end, rounds } = run(open, { device: plain });
  assert.equal(outcome, "undecided");
  assert.deepEqual(values({ end } as Settled, "DSCPAUD", "L2QVLAN"), { DSCPAUD: "46", L2QVLAN: undefined });
  const [, step] = rounds[0]?.steps ?? [];
  assert.deepEqual([step?.class, step?.reason, step?.unknown], ["undecided", "unknown value", ["GROUP"]]);
  // A test that changes nothing leaves nothing open.
  const same = run(
    { ...open, "http://pbx/46xxsettings.txt": "IF $GROUP SEQ 7 GOTO G7\n# G7\nSET L2QVLAN 10\n" },
    { device: plain },
  );
  assert.equal(same.outcome, "stable");
});

test("a phone that may have either signaling does not say which script it asks for", () => {
  const device: Device = { id: "j", model: "J179", dhcp: desk.dhcp ?? {} };
  const { outcome, asked, rounds } = run({}, { device });
  assert.deepEqual([outcome, asked, rounds[0]?.steps[0]?.unknown], ["undecided", [], ["SIG"]]);
  const firstOf = (more: Partial<Device>) => run({}, { device: { ...device, ...more } }).asked[0];
  assert.equal(firstOf({ family: "avayaj169" }), "http://pbx/J100Supgrade.txt");
  assert.equal(firstOf({ firmware: "4.0.10" }), "http://pbx/J100Supgrade.txt");
  assert.equal(firstOf({ firmware: "6.8.5" }), "http://pbx/J100Hupgrade.txt");
  assert.equal(firstOf({ model: "J129" }), "http://pbx/J100Supgrade.txt");
  assert.equal(firstOf({ model: "9608", settings: { SIG: "2" } }), "http://pbx/96x1Supgrade.txt");
  assert.equal(firstOf({ model: "9608", firmware: "6.8" }), undefined);
  assert.equal(firstOf({ model: "9640" }), "http://pbx/96xxupgrade.txt");
  assert.equal(firstOf({ model: "K175" }), undefined);
});

test("an address that is typed names the first file", () => {
  const { asked } = run(
    { "http://other/x/46xxsettings.txt": "GET b.txt\n" },
    { rule: "http://other/x/46xxsettings.txt" },
  );
  assert.deepEqual(asked.slice(0, 2), ["http://other/x/46xxsettings.txt", "http://other/x/b.txt"]);
  assert.equal(run({}, { rule: "tftp://other/x.txt" }).outcome, "failing");
});

test("a template is not read as a script, and a value that a program fills in is not known", () => {
  const { outcome, rounds } = run({ "http://pbx/16xxupgrade.txt": "{% if a %}\nGET x.txt\n{% endif %}\n" });
  assert.deepEqual([outcome, rounds[0]?.steps[0]?.reason], ["undecided", "template"]);
  const filled = run({ "http://pbx/16xxupgrade.txt": "SET L2QVLAN {{ vlan }}\nSET DSCPAUD 46\n" });
  assert.deepEqual(values(filled, "L2QVLAN", "DSCPAUD"), { L2QVLAN: undefined, DSCPAUD: "46" });
});

test("a setting that no file has any more is as the phone was shipped; without any settings file it is not known", () => {
  const old = run({
    "http://pbx/16xxupgrade.txt": "GET 46xxsettings.txt\n",
    "http://pbx/46xxsettings.txt": "SET L2QVLAN 10\nSET DSCPAUD 40\n",
  });
  const over = (server: Server) => {
    const answer = ({ target }: Request): Answer => {
      const found = server[urlOf(target)];
      return typeof found === "string"
        ? { kind: "file", file: { name: urlOf(target), text: found, layers: [] } }
        : { kind: "status", status: 404 };
    };
    return drive(settle(phone, old.end, { isDeployed: true }), answer);
  };
  const gone = over({
    "http://pbx/16xxupgrade.txt": "GET 46xxsettings.txt\n",
    "http://pbx/46xxsettings.txt": "SET DSCPAUD 46\n",
  });
  assert.deepEqual(values(gone, "L2QVLAN", "DSCPAUD"), { L2QVLAN: "0", DSCPAUD: "46" });
  const impact = impactOf(phone, { before: old, after: gone, fresh: gone });
  assert.deepEqual(
    [impact.kinds, impact.leftBehind, impact.lands],
    [["settings"], [], { cause: "power-up", earliest: 0, latest: 0, needs: "restart" }],
  );
  const lost = over({ "http://pbx/16xxupgrade.txt": "GET 46xxsettings.txt\n" });
  assert.deepEqual(values(lost, "L2QVLAN", "DSCPAUD"), { L2QVLAN: undefined, DSCPAUD: undefined });
  assert.deepEqual(impactOf(phone, { before: old, after: lost, fresh: undefined }).kinds, ["settings", "undecided"]);
});

test("automatic updates come every day in their window", () => {
  const device: Device = { id: "j", model: "J179", family: "avayaj169", dhcp: desk.dhcp ?? {} };
  const nextOf = (text: string) => run({ "http://pbx/J100Supgrade.txt": text }, { device }).next;
  assert.deepEqual(nextOf("SET AUTOMATIC_UPDATE_POLICY 1\nSET AUTOMATIC_UPDATE_WINDOW 22,4\n"), {
    ...{ cause: "periodic", earliest: 0, latest: 108_000, elapsed: 86_400 },
    daily: { earliest: 79_200, latest: 100_800 },
  });
  assert.deepEqual(nextOf("SET AUTOMATIC_UPDATE_POLICY 0\n"), {
    ...{ cause: "power-up", earliest: 0, latest: 0, elapsed: 0, needs: "restart" },
  });
});

test("no secret is shown, wherever it is", () => {
  const settled = run({
    "http://pbx/16xxupgrade.txt": "GET 46xxsettings.txt\n",
    "http://pbx/46xxsettings.txt": "SET PROCPSWD 7654321\nSET HTTPDIR x7654321\nSET SIPDOMAIN 7654321\n",
  });
  const text = JSON.stringify(resolveReport(phone, settled, [], { show: "set", why: ["PROCPSWD"] }));
  assert.ok(!text.includes("7654321"));
  assert.ok(text.includes("PROCPSWD"));
  assert.equal(
    phone.merged([
      { name: "PROCPSWD", value: "", isHidden: true },
      { name: "LANG", value: "a b" },
    ]),
    '## SET PROCPSWD\nSET LANG "a b"\n',
  );
});

test("the cases of npm run cases come to the same without the command line", async () => {
  const cases = resolveCases("avaya").filter(({ feature }) => feature === "resolve");
  assert.ok(cases.length >= 6);
  for (const each of cases) {
    const report = await reportOf(each, phone);
    const { outcome, settings = {}, neverPrinted = [] } = each.expect;
    assert.equal(report.outcome, outcome, each.id);
    for (const [name, value] of Object.entries(settings)) {
      const found = report.settings.find((setting) => setting.name === name);
      assert.equal(found && "value" in found ? found.value : undefined, value, `${each.id} ${name}`);
    }
    for (const word of neverPrinted) assert.ok(!JSON.stringify(report).includes(word), each.id);
  }
});

// Any scripts and phones.

const label = fc.constantFrom("A", "B", "C");
const statement = fc.oneof(
  fc.tuple(fc.constantFrom("L2QVLAN", "DSCPAUD", "X"), fc.nat(9)).map(([name, value]) => `SET ${name} ${value}`),
  fc.constantFrom("a1.bin", "a2.bin", "hb1.bin").map((name) => `SET APPNAME ${name}`),
  label.map((name) => `GOTO ${name}`),
  label.map((name) => `# ${name}`),
  fc
    .tuple(fc.constantFrom("GROUP SEQ 7", "APPNAME SEQ a1.bin", "BOOTNAME SEQ hb1.bin", "NONE SEQ 1"), label)
    .map(([test, name]) => `IF $${test} GOTO ${name}`),
  fc.constantFrom("GET b.txt", "GET c.txt", "## remark", "", " SET X 1"),
);
const file = fc.array(statement, { maxLength: 12 }).map((lines) => lines.join("\n"));

test("whatever the scripts, a phone ends, asks for each file once a round, and has what a small interpreter has", () => {
  fc.assert(
    fc.property(file, file, file, fc.constantFrom("0", "7"), (a, b, c, group) => {
      const device = { ...desk, settings: { ...desk.settings, GROUP: group } };
      const files = { "16xxupgrade.txt": a, "b.txt": b, "c.txt": c };
      const server = Object.fromEntries([
        ...Object.entries(files).map(([name, text]) => [`http://pbx/${name}`, text] as const),
        ...["a1.bin", "a2.bin", "hb1.bin"].map((name) => [`http://pbx/${name}`, 200] as const),
      ]);
      const { rounds, outcome } = run(server, { device });
      assert.ok(rounds.length <= maxRounds);
      assert.ok(outcome === "stable" || outcome === "loop", outcome);
      for (const { urls, state } of rounds) {
        assert.equal(new Set(urls).size, urls.length);
        for (const [, current] of state.settings.entries()) {
          const places = new Set<string>();
          for (let each: typeof current | undefined = current; each; each = each.before) {
            const place = `${each.at.file}:${each.at.line}`;
            if (each.at.file !== undefined) assert.ok(!places.has(place), place);
            places.add(place);
          }
        }
      }
      const last = rounds.at(-1);
      const before = rounds.at(-2)?.state.device ?? device;
      if (!last || last.upgrade?.firmware !== undefined) return;
      const { APPNAME = "", BOOTNAME = "" }: Readonly<Record<string, string>> = before.settings ?? {};
      const expected = oracle("16xxupgrade.txt", files, { GROUP: group, APPNAME, BOOTNAME });
      const found = [...last.state.settings.entries()].filter(([, { from }]) => from.file !== undefined);
      assert.deepEqual(new Map(found.map(([name, { value }]) => [name, value])), expected);
    }),
  );
});

test("a phone of which little is known ends up with what each possible phone has, as far as anything is said", () => {
  fc.assert(
    fc.property(file, file, (a, b) => {
      const server = { "http://pbx/16xxupgrade.txt": a, "http://pbx/b.txt": b, "http://pbx/c.txt": 404 };
      const { settings: _, ...little } = desk;
      const open = run(server, { device: { ...little, settings: { APPNAME: "a9.bin", BOOTNAME: "hb9.bin" } } });
      const files = { "16xxupgrade.txt": a, "b.txt": b };
      for (const group of ["0", "7"]) {
        const expected = oracle("16xxupgrade.txt", files, { GROUP: group, APPNAME: "a9.bin", BOOTNAME: "hb9.bin" });
        for (const [name, { value, isUnknown, from }] of open.end.settings.entries())
          if (!isUnknown && from.file !== undefined) assert.equal(value, expected.get(name), name);
        if (open.outcome === "stable")
          for (const [name, value] of expected) assert.equal(open.end.settings.get(name)?.value, value, name);
      }
    }),
  );
});
