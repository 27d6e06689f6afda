import { perFile } from "../../../deployment/perFile";
import type { MergedValue, Phone } from "../../../deployment/phone";
import { plainPhone } from "../../../deployment/plainPhone";
import { DeviceSettings, type SettingState } from "../../../deployment/settings";
import { completeDevice } from "../../../devices/device";
import type { Catalogue } from "../../../schema/catalogue";
import { format } from "../policy";
import { secrets } from "../secrets";
import { ItemFile } from "./itemFile";
import { round } from "./round";

/** Phones that fetch a file of items from their server. */
export function unifyPhone(catalogue: Catalogue): Phone {
  const read = perFile((file) => new ItemFile(file, catalogue));
  /** Where all phones begin, so that they share what is worked out. */
  const factory = DeviceSettings.factory();
  return {
    ...plainPhone(catalogue, {
      secrets,
      written: (name, value) => format.write.element(name, value),
      merged: (values) => format.file(values.map(mergedItem)),
    }),
    start(given, start) {
      const device = completeDevice(given, catalogue);
      const firmware = start.firmware ?? device.firmware;
      const own = { ...start.values, ...device.settings };
      const settings = factory.with(Object.entries(own).map(([name, value]) => [name, startState(value)]));
      const pinned = (start.pinned ?? []).filter((name) => settings.get(name) !== undefined);
      const dhcp = { ...start.dhcp, ...device.dhcp };
      return {
        device: { ...device, dhcp, ...(firmware !== undefined && { firmware }) },
        settings,
        ...(start.rule !== undefined && { rule: start.rule }),
        failures: start.failures ?? 0,
        successes: 0,
        ...(pinned.length > 0 && { pinned: new Set(pinned) }),
      };
    },
    round: (state, occasion) => round(state, occasion, read),
    // That a phone asks by itself at other times is not documented; its server may make it.
    next: (_state, last) => ({
      ...{ cause: "power-up", earliest: 0, latest: 0, elapsed: 0 },
      ...(last && { needs: "restart" }),
    }),
  };
}

function startState(value: string): SettingState {
  return { value, how: "start", at: {}, from: {} };
}

function mergedItem({ name, value, isHidden }: MergedValue): string {
  return isHidden ? format.comment(name) : format.write.element(name, value);
}
