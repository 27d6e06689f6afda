import * as vscode from "vscode";
import { activeProfile } from "../preview/activeProfile";
import type { DeviceList, KnownDevice } from "../preview/deviceStore";
import { compareExpanded } from "../preview/openExpanded";
import { deviceNode } from "../views/deviceView";
import type { Context } from "./context";

/**
 * Shows how the expanded profile differs between two devices: those of the keys given, or the chosen one and a row of
 * the view "Devices".
 */
export async function compareDevices({ preview: { devices }, deviceView }: Context, argument?: unknown): Promise<void> {
  const row = deviceNode(argument);
  const profile = (row && deviceView.document?.uri) ?? activeProfile();
  if (!profile) return;
  const list = await devices.for({ uri: profile });
  const known = (key: unknown) => list.devices.find((device) => device.key === key);
  const [one, other] = Array.isArray(argument) ? argument.map(known) : [list.chosen, row && known(row.key)];
  const first = one ?? (await pick(list, undefined));
  if (!first) return;
  const second = other && other !== first ? other : await pick(list, first);
  if (!second) return;
  await compareExpanded(profile, first, second);
}

async function pick({ devices }: DeviceList, first: KnownDevice | undefined): Promise<KnownDevice | undefined> {
  const items = devices
    .filter((device) => device !== first)
    .map((device) => ({
      label: device.label,
      description: [device.device.model, device.device.mac].filter((part) => part && part !== device.label).join(" · "),
      device,
    }));
  const picked = await vscode.window.showQuickPick(items, {
    title: first
      ? vscode.l10n.t("Compare {0} with", first.label)
      : vscode.l10n.t("Compare Profile of Two Devices: First Device"),
    matchOnDescription: true,
  });
  return picked?.device;
}
