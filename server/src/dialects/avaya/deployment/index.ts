import { perFile } from "../../../deployment/perFile";
import type { MergedValue, Phone } from "../../../deployment/phone";
import { plainPhone } from "../../../deployment/plainPhone";
import { DeviceSettings, type SettingState } from "../../../deployment/settings";
import { completeDevice, type Device } from "../../../devices/device";
import type { Catalogue } from "../../../schema/catalogue";
import { dhcpOptions } from "../dhcpOptions";
import { variableOf } from "../flow/variables";
import { secrets } from "../secrets";
import { mayHave, signalingOf } from "../software";
import { write } from "../write";
import { nextStart } from "./next";
import { RoundRun } from "./round";
import { ScriptFile } from "./scriptFile";

/** Phones that read upgrade scripts and settings files. */
export function avayaPhone(catalogue: Catalogue): Phone {
  const read = perFile((file) => new ScriptFile(file, catalogue));
  /** Where all phones begin, so that they share what is worked out. */
  const factory = DeviceSettings.factory();
  const plain = plainPhone(catalogue, {
    secrets,
    written: (name, value) => write.element(name, value),
    merged: (values) => `${values.map(mergedLine).join("\n")}\n`,
  });
  const host = {
    catalogue,
    read,
    knows(device: Device, name: string) {
      const parameter = catalogue.find(name)?.parameter;
      return !parameter || device.family === undefined || mayHave([device.family], parameter);
    },
  };
  return {
    ...plain,
    start(given, start) {
      const device = completeDevice(given, catalogue);
      const signaling = signalingOf(given, catalogue);
      const own = {
        ...(signaling && { SIG_IN_USE: signaling === "sip" ? "SIP" : "H323" }),
        ...variablesIn(start.values),
        ...device.settings,
      };
      const firmware = start.firmware ?? device.firmware;
      const begin = factory.with([...beginning(device, start.dhcp)].filter(([name]) => !variableOf(name)));
      const pinned = (start.pinned ?? []).filter((name) => begin.get(name)?.how === "start");
      return {
        device: { ...device, settings: own, ...(firmware !== undefined && { firmware }) },
        settings: begin.with(Object.entries(start.values ?? {}).map(([name, value]) => [name, startState(value)])),
        begin,
        ...(start.rule !== undefined && { rule: start.rule }),
        failures: start.failures ?? 0,
        successes: 0,
        ...(pinned.length > 0 && { pinned: new Set(pinned) }),
      };
    },
    round: (state, occasion) => new RoundRun(state, occasion, host).run(),
    next: (state, last) =>
      nextStart(last, (name) => (host.knows(state.device, name) ? plain.valueOf(state, name) : undefined)),
  };
}

function startState(value: string, from: SettingState["from"] = {}): SettingState {
  return { value, how: from.rule === undefined ? "start" : "assigned", at: from, from };
}

function variablesIn(values: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => variableOf(name)));
}

/** What DHCP says, and over it what was typed into the device. */
function* beginning(
  { dhcp, settings }: Device,
  siteDhcp: Readonly<Record<string, string>> = {},
): Generator<[string, SettingState]> {
  const said = { ...siteDhcp, ...dhcp };
  for (const { code, decode } of dhcpOptions) {
    const text = said[code];
    if (text === undefined) continue;
    const rule = `DHCP option ${code}`;
    for (const { name, value } of decode(text).settings) yield [name, startState(value, { rule })];
  }
  for (const [name, value] of Object.entries(settings ?? {})) yield [name, startState(value)];
}

function mergedLine({ name, value, isHidden }: MergedValue): string {
  return isHidden ? `## SET ${name}` : write.element(name, value);
}
