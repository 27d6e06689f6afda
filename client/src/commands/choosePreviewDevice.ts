import * as vscode from "vscode";
import type { KnownDevice } from "../preview/deviceStore";
import { editDevices } from "../preview/editDevices";
import type { Context } from "./context";

interface DeviceItem extends vscode.QuickPickItem {
  /** Undefined for the items that add to or open the workspace's file. */
  readonly key?: string;
  readonly command?: string;
}

/** Picks the phone that rules are previewed for. Its key may be given: `own:` or `sample:` and its id, or nothing. */
export async function choosePreviewDevice(context: Context, key?: unknown): Promise<void> {
  const store = context.preview.devices;
  const document = vscode.window.activeTextEditor?.document;
  if (typeof key === "string") {
    await store.choose(key, document);
    return;
  }
  const { devices, chosen } = await store.for(document);
  const itemsOf = (group: KnownDevice["group"], title: string): DeviceItem[] => {
    const items = devices
      .filter((device) => device.group === group)
      .map(
        ({ key, label, device }): DeviceItem => ({
          label,
          description: [device.model, device.mac, key === chosen?.key && vscode.l10n.t("current")]
            .filter((part) => typeof part === "string" && part !== label)
            .join(" · "),
          ...(device.firmware !== undefined && { detail: device.firmware }),
          key,
        }),
      );
    return items.length > 0 ? [{ label: title, kind: vscode.QuickPickItemKind.Separator }, ...items] : [];
  };
  const picked = await vscode.window.showQuickPick<DeviceItem>(
    [
      {
        label: vscode.l10n.t("Typical phone for this file"),
        description: vscode.l10n.t("an invented phone of its family"),
        key: "",
      },
      ...itemsOf("own", vscode.l10n.t("Devices of this workspace")),
      ...itemsOf("site", vscode.l10n.t("Devices of the site")),
      ...itemsOf("sample", vscode.l10n.t("Sample devices")),
      { label: "", kind: vscode.QuickPickItemKind.Separator },
      { label: vscode.l10n.t("Add Device…"), command: "flatProfile.addDevice" },
      { label: vscode.l10n.t("Show Effective Configuration"), command: "flatProfile.showEffectiveConfiguration" },
      { label: vscode.l10n.t("Edit Devices…"), description: ".vscode/flat-profile.devices.json" },
    ],
    {
      title: vscode.l10n.t("Choose the device for the preview"),
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
  if (!picked) return;
  if (picked.command !== undefined) await vscode.commands.executeCommand(picked.command);
  else if (picked.key === undefined) await editDevices(context, document);
  else await store.choose(picked.key, document);
}
