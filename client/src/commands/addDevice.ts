import * as vscode from "vscode";
import type { AddDeviceParams } from "../../../server/src/protocol";
import { ask } from "../ask";
import { isProfile } from "../dialectLanguages";
import { nameOf } from "../nameOf";
import type { DeviceStore } from "../preview/deviceStore";
import { deviceFileFor, deviceTextToChange, writeDeviceFile } from "../preview/editDevices";
import { decoded } from "../preview/textOf";
import type { Context } from "./context";

interface WayItem extends vscode.QuickPickItem {
  /** Undefined when the person goes no further. */
  readonly ask: () => Promise<AddDeviceParams | undefined>;
}

/**
 * Adds a phone to the workspace's device file, and previews rules for it from then on. A User-Agent, or the address of
 * a dump, may be given.
 */
export async function addDevice(context: Context, source?: unknown): Promise<void> {
  const { devices } = context.preview;
  const document = vscode.window.activeTextEditor?.document;
  const uri = await deviceFileFor(document);
  if (!uri) return;
  const client = await context.ready();
  const ways: WayItem[] = [
    { label: vscode.l10n.t("Step by step"), ask: () => askStepByStep(devices) },
    {
      label: vscode.l10n.t("From an HTTP User-Agent"),
      ask: askUserAgent,
    },
  ];
  if (isProfile(document))
    ways.push({
      label: vscode.l10n.t("From the dump in the editor"),
      description: nameOf(document.uri),
      ask: async () => ({ textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) } }),
    });
  ways.push(
    {
      label: vscode.l10n.t("From a phone's dump…"),
      description: "cfg.xml",
      ask: askDump,
    },
    {
      label: vscode.l10n.t("From a list…"),
      description: "CSV",
      ask: async () => {
        await vscode.commands.executeCommand("flatProfile.importDevices");
        return undefined;
      },
    },
  );
  const pick = () => vscode.window.showQuickPick(ways, { title: vscode.l10n.t("Add Device") });
  const answered =
    typeof source === "string"
      ? { userAgent: source }
      : source instanceof vscode.Uri
        ? { dump: await textOf(source) }
        : await (await pick())?.ask();
  if (!answered) return;

  const existing = await deviceTextToChange(uri);
  const params: AddDeviceParams = existing === undefined ? answered : { ...answered, existing };
  const added = await ask(client, "flatProfile/addDevice", params);
  if (!added) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t("The source describes no device, or the device file has errors."),
    );
    return;
  }
  await writeDeviceFile(context, uri, added.text);
  await devices.choose(`own:${added.id}`, document);
}

async function askStepByStep(devices: DeviceStore): Promise<AddDeviceParams | undefined> {
  const title = vscode.l10n.t("Add Device");
  const samples = (await devices.for(undefined)).devices.filter(({ group }) => group === "sample");
  const model = await vscode.window.showQuickPick(
    samples.map(({ label, device }) => ({ label, description: device.family ?? "", device })),
    { title, placeHolder: vscode.l10n.t("Model"), matchOnDescription: true },
  );
  if (!model) return undefined;
  const mac = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t("MAC address"),
    value: model.device.mac ?? "",
    validateInput: (text) =>
      /^(?:[\s:.-]*[0-9A-Fa-f]){12}\s*$/.test(text) ? undefined : vscode.l10n.t("Enter twelve hexadecimal digits."),
  });
  if (mac === undefined) return undefined;
  const firmware = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t("Running firmware"),
    value: model.device.firmware ?? "",
  });
  if (firmware === undefined) return undefined;
  const label = await vscode.window.showInputBox({ title, prompt: vscode.l10n.t("Name"), value: model.label });
  if (label === undefined) return undefined;
  const { family, model: name } = model.device;
  const id = mac.replace(/[^0-9A-Fa-f]/g, "").toLowerCase();
  return {
    device: {
      id,
      label: label || id,
      ...(family !== undefined && { family }),
      ...(name !== undefined && { model: name }),
      mac,
      ...(firmware !== "" && { firmware }),
    },
  };
}

async function askUserAgent(): Promise<AddDeviceParams | undefined> {
  const userAgent = await vscode.window.showInputBox({
    title: vscode.l10n.t("Add Device"),
    prompt: vscode.l10n.t("HTTP User-Agent, copied from the log of the server"),
  });
  return userAgent === undefined ? undefined : { userAgent };
}

async function askDump(): Promise<AddDeviceParams | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t("Select a phone's dump (/admin/cfg.xml on its web page)"),
      filters: { XML: ["xml", "cfg"] },
    })) ?? [];
  return file && { dump: await textOf(file) };
}

async function textOf(file: vscode.Uri): Promise<string> {
  return decoded(await vscode.workspace.fs.readFile(file));
}
