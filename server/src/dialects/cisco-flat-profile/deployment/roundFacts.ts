import type { Decryption, Request, Secret } from "../../../deployment/exchange";
import type { Occasion } from "../../../deployment/phone";
import type { SettingState } from "../../../deployment/settings";
import type { Device } from "../../../devices/device";
import { hasMark } from "./ruleOutcome";

// What one round takes from its phone and its rules.

/** Secrets that were not given are unknown, not empty. */
export function isUnknownSetting(name: string, current: SettingState | undefined): boolean {
  return current?.isUnknown === true || (/^GPP_S[A-D]$/.test(name) && current === undefined);
}

/** Macros whose values change on a phone that fetches nothing, beside the state and the time of provisioning. */
const varying: ReadonlyMap<string, (device: Device) => unknown> = new Map<string, (device: Device) => unknown>([
  ["EXTIP", ({ externalIp }) => externalIp],
  ["UPGST", ({ upgrade }) => upgrade?.state],
  ["UPGERR", ({ upgrade }) => upgrade?.error],
  ["UPGTMR", ({ upgrade }) => upgrade?.seconds],
  ["REGTMR1", ({ registration }) => registration?.["1"]],
  ["REGTMR2", ({ registration }) => registration?.["2"]],
  ["EMS", ({ mobility }) => mobility?.state],
  ["MUID", ({ mobility }) => mobility?.user],
  ["MPWD", ({ mobility }) => mobility?.password],
  ["AUTHSTATUS", ({ authorization }) => authorization],
]);

/** It may have any value later; what the device itself states stays. */
export function varies(macro: string, device: Device): boolean {
  const stated = varying.get(macro);
  return stated !== undefined && stated(device) === undefined;
}

/** The phone as the macros of this round see it; what the device itself states stays. */
export function duringRound(
  device: Device,
  { number, cause, elapsed }: Pick<Occasion, "number" | "cause" | "elapsed">,
): Device {
  const isStart = cause === "power-up" || (number === 1 && elapsed === undefined);
  const state = isStart ? 0 : cause === "retry" ? 2 : cause === "request" ? -1 : 1;
  return {
    ...device,
    provisioning: { state, ...(elapsed !== undefined && { seconds: elapsed }), ...device.provisioning },
  };
}

/** What the phone can open an answer with. */
export function decryptionOf(key: string | true | undefined, material: SettingState | undefined): Decryption {
  return {
    ...(typeof key === "string" && { key: secretOf(key) }),
    keyingMaterial:
      material?.value === undefined || material.isUnknown
        ? { kind: "unknown" }
        : { kind: "known", text: material.value },
  };
}

export function registerOf(letter: string): string {
  return `GPP_${letter.toUpperCase()}`;
}

function secretOf(text: string): Secret {
  return hasMark(text) ? { kind: "unknown" } : { kind: "known", text };
}

export function credentialsOf({ uid, pwd }: Readonly<Record<string, string | true>>): Request["credentials"] {
  if (typeof uid !== "string" && typeof pwd !== "string") return undefined;
  const text = (word: string | true | undefined) => secretOf(typeof word === "string" ? word : "");
  return { user: text(uid), password: text(pwd) };
}
