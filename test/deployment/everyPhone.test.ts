import test from "node:test";
import type { Phone } from "../../server/src/deployment/phone";
import type { Device } from "../../server/src/devices/device";
import type { Dialect } from "../../server/src/dialects/dialect";
import { dialectCases } from "../support/dialectCases";
import { checkGolden } from "../support/golden";
import { serviceOf } from "../support/problems";
import { samplesOf } from "../support/valueSamples";
import { changesOf, filesNear, linesNear } from "../support/variants";

// What the machine asks of the phones of every system between rounds: which values mean the same, which release is older,
// what a file would have, what is a dump.

const releases: Readonly<Record<string, readonly string[]>> = {
  "cisco-flat-profile": ["sip88xx.12-0-5MPP0102-328", "sip88xx.11-3-1MPP-697", "7.5.5", "7.4.9a"],
  avaya: ["S96x1_SALBR7_1_15_0U", "hb96xxua3_2_7.bin", "R7.1.15.0.14", "6.6.6", "4.1.2.0.11"],
  unify: ["V3 R5.10.0", "V3 R5.9.1", "V1 R10.3.0", "V3"],
  audiocodes: ["6.60A.100", "6.60A.020.003", "5.80A.023", "7.2"],
};
const noReleases = ["", "x", "10"];

const dumps: Readonly<Record<string, readonly string[]>> = {
  audiocodes: [
    ";**************\n;** Ini File **\n;**************\n;Board: MP-118 FXS\n;Serial Number: 1234567\n;Software Version: 6.60A.100\n;Board IP Address: 192.0.2.17\n\n[SYSTEM Params]\nEnableSyslog = 1\nSyslogServerIP = 192.0.2.7\nAdminPassword = *\n\n[ ProxyIp ]\nFORMAT ProxyIp_Index = ProxyIp_IpAddress, ProxyIp_ProxySetId;\nProxyIp 0 = 192.0.2.1, 0;\n[ \\ProxyIp ]\n",
  ],
  unify: [
    '<WorkpointMessage><Message><ReasonForContact>start-up</ReasonForContact><ItemList><Item name="mac-addr">00:1A:E8:00:00:01</Item><Item name="software-version">V3 R5.10.0</Item><Item name="device-type">OpenStage 40</Item><Item name="e164">201</Item><Item name="sip-pwd">secret</Item></ItemList></Message></WorkpointMessage>',
  ],
};

const words = (value: unknown) =>
  JSON.stringify(value, (_, each) => (each instanceof Map || each instanceof Set ? [...each] : each)) ?? "nothing";

/** Ways to write a value, of which some mean the same. */
function waysOf(text: string): readonly string[] {
  const ways = [text, ` ${text}`, text.toUpperCase(), text.toLowerCase(), `0${text}`, `"${text}"`, `${text}0`, ""];
  return [...new Set(ways)];
}

function* sameValues(phone: Phone, dialect: Dialect, device: Device): Generator<string> {
  for (const [type, samples] of [...samplesOf(dialect)].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const { text, at } of [...samples.values()].slice(0, 3)) {
      const ways = waysOf(text.slice(0, 40));
      const same = ways.flatMap((a) =>
        ways.filter((b) => a < b && phone.isSameValue(at.name, a, b, device)).map((b) => `${words(a)}=${words(b)}`),
      );
      yield `${type} ${at.name} ${words(text.slice(0, 40))}: ${same.join(" ")}`;
      yield `  ${phone.written(at.name, text.slice(0, 40))} | ${phone.written(at.name, null)} | ${words(phone.factoryOf(device, at.name))}`;
    }
}

function* traits(phone: Phone, names: readonly string[], device: Device): Generator<string> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const key = [
      words(phone.dumps?.traitsOf(name)),
      phone.dumps?.isSupported(name, device),
      phone.shown([]).isSecret(name, "x"),
      phone.factoryOf(device, name)?.basis,
    ].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  for (const [key, list] of groups) yield `${key}: ${list.length}: ${list.join(" ")}`;
}

for (const { dialect, device, files } of dialectCases) {
  if (!dialect.phone) continue;
  const { catalogue } = serviceOf(dialect);
  const phone = dialect.phone(catalogue);
  test(`what phones of ${dialect.id} are asked between rounds (UPDATE_GOLDEN=1 writes the list)`, () => {
    const lines: string[] = [];
    const known = [...(releases[dialect.id] ?? []), ...noReleases];
    for (const a of known) lines.push(`${a} is older than ${known.filter((b) => phone.isOlder(a, b)).join(", ")}`);
    const names = phone.namesOf(device);
    lines.push(`names ${names.length}, ${phone.namesOf({ id: "x" }).length}; restarts ${phone.mayRestart(device)}`);
    const few = names.filter((name) => !/[3-9]|[12]\d/.test(name));
    lines.push(...traits(phone, [...few, "Invented", "Invented 0 Invented_A"], device));
    lines.push(...sameValues(phone, dialect, device));
    lines.push(...(phone.dumps?.resets([...few.filter((_, i) => i % 9 === 0), "Invented"]) ?? []));
    const values = Object.fromEntries(few.slice(0, 40).map((name, i) => [name, `v${i}`]));
    const state = phone.start(device, { values, access: { [few[0] ?? ""]: "rw" }, failures: 1 });
    lines.push(
      ...few.slice(0, 42).map((name) => `${name} ${phone.valueOf(state, name)} ${phone.accessOf(state, name)}`),
    );
    lines.push(words(phone.next(state, undefined)), words(phone.next(state, {})));
    const merged = few.slice(0, 60).map((name, i) => ({
      ...{ name, value: i % 7 === 0 ? "" : `a<b&"${i}` },
      ...(i % 5 === 0 && { isHidden: true }),
      ...(i % 3 === 0 && { access: "rw" }),
    }));
    lines.push(phone.merged(merged), phone.merged([]));
    const shown = phone.shown([state], [[few[0] ?? "", "planted"]]);
    lines.push(shown.text("x planted v1 http://ann:pass@h/a?b=v2"));
    for (const dump of [...(dumps[dialect.id] ?? []), files[0] ?? "", "x", ""]) {
      const read = (text: string) => ({ start: phone.startOfDump(text), dump: phone.dumps?.read(text) });
      const whole = read(dump);
      lines.push(words(whole));
      const near = dump.includes("</") ? filesNear(dump, 8) : linesNear(dump).slice(0, 60);
      for (const text of near) lines.push(`  ${changesOf(whole, read(text))}`);
    }
    checkGolden(`test/deployment/everyPhone.${dialect.id}.golden.txt`, lines);
  });
}
