import assert from "node:assert/strict";
import test from "node:test";
import { type Answer, type Request, type SiteFile, urlOf } from "../../../server/src/deployment/exchange";
import type { Start } from "../../../server/src/deployment/phone";
import { drive, type Settled, type SettleOptions, settle } from "../../../server/src/deployment/settle";
import type { Device } from "../../../server/src/devices/device";
import { unifyPhone } from "../../../server/src/dialects/unify/deployment/index";
import { dhcpOptions } from "../../../server/src/dialects/unify/dhcpOptions";
import { unifyXml } from "../../../server/src/dialects/unify/index";
import { item, messageOf, written } from "../../../server/src/dialects/unify/message";
import { serviceOf } from "../../support/problems";

// What a phone fetches from a server of files, and what it ends up with.

const phone = unifyPhone(serviceOf(unifyXml).catalogue);
const desk: Device = {
  id: "desk",
  model: "OpenStage 40",
  mac: "00:00:5e:00:53:a1",
  dhcp: { "66": "https://dms/phones" },
};
const own = "https://dms/phones/00005e0053a1_config.xml";
const common = "https://dms/phones/000000000000_config.xml";

/** A text is a file, a number a status; what is not there is missing. */
type Server = Readonly<Record<string, string | number | Answer>>;

interface Run extends Settled {
  readonly asked: readonly string[];
  /** Of the first round. */
  readonly classes: string;
}

function run(
  server: Server,
  { device = desk, ...how }: Start & SettleOptions & { readonly device?: Device } = {},
): Run {
  const asked: string[] = [];
  const files = new Map<string, SiteFile>();
  const answer = ({ target }: Request): Answer => {
    const url = urlOf(target);
    asked.push(url);
    const found = Object.hasOwn(server, url) ? server[url] : 404;
    if (typeof found === "number") return { kind: "status", status: found };
    if (typeof found !== "string") return found as Answer;
    const file = files.get(url) ?? { name: url.replace(/^.*\//, ""), text: found, layers: [] };
    files.set(url, file);
    return { kind: "file", file };
  };
  const settled = drive(settle(phone, phone.start(device, how), { keepsHistory: true, ...how }), answer);
  const [first] = settled.rounds;
  const classes = first?.steps.map((step) => `${step.class}${step.isForgiven ? "!" : ""}`).join(" ") ?? "";
  return { ...settled, asked, classes };
}

const value = ({ end }: Settled, name: string) => phone.valueOf(end, name);

test("a phone asks for the file of its address, and takes its items", () => {
  const settled = run({ [own]: written(item("e164", "201"), item("function-key-def", "59", 1)) });
  assert.deepEqual(new Set(settled.asked), new Set([own]));
  assert.equal(settled.outcome, "stable");
  assert.equal(settled.classes, "A");
  assert.deepEqual([value(settled, "e164"), value(settled, "function-key-def[1]")], ["201", "59"]);
  assert.equal(settled.rounds[0]?.steps[0]?.set, 2);
});

test("after a 404 it asks for the default file, which no other answer leads to", () => {
  const settled = run({ [common]: written(item("e164", "0")) });
  assert.deepEqual(settled.asked.slice(0, 2), [own, common]);
  assert.equal(settled.classes, "B! A");
  assert.equal(value(settled, "e164"), "0");
  for (const status of [401, 403, 500, 503]) {
    const refused = run({ [own]: status, [common]: written(item("e164", "0")) });
    assert.deepEqual(new Set(refused.asked), new Set([own]), String(status));
    assert.equal(refused.classes, "C");
    assert.notEqual(refused.outcome, "stable");
  }
  const lost = run({ [own]: { kind: "failed", reason: "time-out" }, [common]: written(item("e164", "0")) });
  assert.deepEqual(new Set(lost.asked), new Set([own]));
});

test("without either file the round fails, and the settings stay", () => {
  const settled = run({}, { values: { e164: "9" } });
  assert.equal(settled.classes, "B! B");
  assert.equal(value(settled, "e164"), "9");
  assert.equal(settled.rounds[0]?.failed?.urls[0], common);
});

test("the server is the one of option 43 or of option 66, with the path that the URL has", () => {
  const [option] = dhcpOptions;
  assert.ok(option);
  const url = "https://10.1.2.3:8443/dms/";
  const hex = option.encode([{ name: "url", value: url }]).text;
  const asked = (dhcp: Record<string, string>, how: Start = {}) => {
    const { asked: urls, outcome } = run({}, { device: { ...desk, dhcp }, ...how });
    return urls[0] ?? outcome;
  };
  assert.equal(asked({ "43": hex }), "https://10.1.2.3:8443/dms/00005e0053a1_config.xml");
  assert.equal(asked({ "66": "http://dms" }), "http://dms/00005e0053a1_config.xml");
  assert.equal(asked({ "43": hex, "66": url }), "https://10.1.2.3:8443/dms/00005e0053a1_config.xml");
  assert.equal(asked({}, { dhcp: { "66": "https://site/d" } }), "https://site/d/00005e0053a1_config.xml");
  // A person types it.
  assert.equal(asked({}, { rule: "https://typed/x" }), "https://typed/x/00005e0053a1_config.xml");
});

test("what is not documented is undecided: two servers, a server that speaks with phones, no server, no address", () => {
  const [option] = dhcpOptions;
  const hex = option?.encode([{ name: "url", value: "https://one" }]).text ?? "";
  const unknown = (device: Partial<Device>) => {
    const { rounds, outcome, asked } = run({}, { device: { ...desk, ...device } });
    assert.deepEqual(asked, []);
    return [outcome, ...(rounds[0]?.steps[0]?.unknown ?? [])];
  };
  assert.deepEqual(unknown({ dhcp: { "43": hex, "66": "https://other" } }), [
    "undecided",
    "DHCP option 43",
    "DHCP option 66",
  ]);
  assert.deepEqual(unknown({ dhcp: {} }), ["undecided", "DHCP option 43", "DHCP option 66"]);
  assert.deepEqual(unknown({ dhcp: { "66": "sdlp://dls:18443" } }), ["undecided", "DHCP option 66"]);
  const { mac: _, ...nameless } = desk;
  assert.equal(run({}, { device: nameless }).rounds[0]?.steps[0]?.unknown?.[0], "MAC");
});

test("a file that a program makes, or that is not a message, leaves the outcome open", () => {
  for (const text of [
    "<DLSMessage>{% if x %}<Message><ItemList><Item name='e164'>1</Item></ItemList></Message>{% endif %}</DLSMessage>",
    "<html><body>Login</body></html>",
    "",
  ]) {
    const settled = run({ [own]: text });
    assert.equal(settled.outcome, "undecided", text);
    assert.notEqual(value(settled, "e164"), "1");
  }
  const templated = run({ [own]: written(item("e164", "{{ number }}"), item("reg-addr", "sip.example.com")) });
  assert.equal(value(templated, "e164"), undefined);
});

test("items count where the action writes them, also after the message; a failed item and a question do not", () => {
  const settled = run({
    [own]: `<DLSMessage><Message><Action>WriteItems</Action></Message><ItemList>
${item("e164", "1")}<Item name="reg-addr" status="failed">x</Item></ItemList></DLSMessage>`,
  });
  assert.equal(value(settled, "e164"), "1");
  assert.equal(settled.end.settings.get("reg-addr"), undefined);
  const asking = run({ [own]: messageOf("ReadItems", [item("e164", "1")]) });
  assert.equal(asking.end.settings.get("e164"), undefined);
});

test("what a phone does with software in a file is open, and its items are not settings", () => {
  const settled = run({ [own]: messageOf("SoftwareDeployment", [item("file-sw-version", "V3 R3.24.0")]) });
  assert.deepEqual(settled.rounds[0]?.steps[0]?.unknown, ["SoftwareDeployment"]);
  assert.equal(settled.outcome, "undecided");
  assert.equal(settled.end.settings.get("file-sw-version"), undefined);
});

test("the last item of a name counts, NULL is empty, and a pinned setting stays", () => {
  const settled = run(
    { [own]: written(item("e164", "1"), item("e164", "2"), item("reg-id", "NULL"), item("reg-addr", "b")) },
    { device: { ...desk, settings: { "reg-addr": "a" } }, pinned: ["reg-addr"] },
  );
  assert.deepEqual([value(settled, "e164"), value(settled, "reg-id"), value(settled, "reg-addr")], ["2", "", "a"]);
});

test("a phone asks again when it starts, and for nothing by itself", () => {
  const first = phone.next(phone.start(desk, {}), undefined);
  assert.ok("cause" in first && first.cause === "power-up" && first.needs === undefined);
  const next = phone.next(phone.start(desk, {}), {});
  assert.ok("needs" in next && next.needs === "restart");
});

test("secrets of items are hidden in every text", () => {
  const settled = run({ [own]: written(item("admin-pwd", "geheim-1")) });
  const shown = phone.shown([settled.end]);
  assert.ok(shown.isSecret("admin-pwd", "geheim-1"));
  assert.doesNotMatch(shown.text("it is geheim-1"), /geheim/);
});
