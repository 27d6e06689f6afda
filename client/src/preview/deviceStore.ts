import * as vscode from "vscode";
import type { DevicesAnswer, DevicesParams } from "../../../server/src/protocol";
import type { Device } from "../../../server/src/rules/device";
import type { DeviceChoice } from "../../media/preview/messages";
import type { Host } from "../context";
import { deviceFile, readDeviceFile } from "./editDevices";

// The phones that rules can be previewed for, and which one a person has chosen. Secrets stay in here.

const chosenKey = "flatProfile.device";
/** Before the names of secrets in the editor's storage. */
export const secretPrefix = "flatProfile.secret.";

export interface KnownDevice extends DeviceChoice {
  /** With its stored secrets. */
  readonly device: Device;
  /** Names of secrets that the device file refers to and nobody has stored. */
  readonly missing: readonly string[];
}

export class DeviceStore implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** The list or the choice is another. */
  readonly onDidChange = this.#changed.event;
  readonly #context: Host;
  readonly #listening: vscode.Disposable;
  #devices: readonly KnownDevice[] | undefined;
  #problems: readonly string[] = [];

  constructor(context: Host) {
    this.#context = context;
    const forget = () => {
      this.#devices = undefined;
      this.#changed.fire();
    };
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${deviceFile}`);
    this.#listening = vscode.Disposable.from(
      this.#changed,
      watcher,
      watcher.onDidChange(forget),
      watcher.onDidCreate(forget),
      watcher.onDidDelete(forget),
      vscode.workspace.onDidChangeWorkspaceFolders(forget),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.path.endsWith(`/${deviceFile}`)) forget();
      }),
      context.extension.secrets.onDidChange(({ key }) => {
        if (key.startsWith(secretPrefix)) forget();
      }),
    );
  }

  dispose(): void {
    this.#listening.dispose();
  }

  /** What is wrong in the workspace's file, as far as it has been read. */
  get problems(): readonly string[] {
    return this.#problems;
  }

  /** Of the chosen device; empty for an invented one of each file's family. */
  get chosen(): string {
    return this.#context.extension.workspaceState.get(chosenKey, "");
  }

  async choose(key: string): Promise<void> {
    await this.#context.extension.workspaceState.update(chosenKey, key);
    this.#changed.fire();
  }

  async devices(): Promise<readonly KnownDevice[]> {
    if (this.#devices) return this.#devices;
    const client = await this.#context.ready();
    const text = await readDeviceFiles();
    const params: DevicesParams = text === undefined ? {} : { text };
    const { own, samples, problems } = await client.sendRequest<DevicesAnswer>("flatProfile/devices", params);
    this.#problems = problems.map(({ message, line }) =>
      vscode.l10n.t("{0}, line {1}: {2}", deviceFile, line + 1, message),
    );
    this.#devices = [
      ...(await Promise.all(own.map((entry) => this.#withSecrets(entry)))),
      ...samples.map((device) => known(device, "sample", [])),
    ];
    return this.#devices;
  }

  async #withSecrets({ device, stored }: DevicesAnswer["own"][number]): Promise<KnownDevice> {
    const missing: string[] = [];
    const find = async (name: string) => {
      const value = await this.#context.extension.secrets.get(secretPrefix + name);
      if (value === undefined) missing.push(name);
      return value ?? "";
    };
    const { MPWD, ...letters } = stored;
    const secrets: Record<string, string> = { ...device.secrets };
    for (const [letter, name] of Object.entries(letters)) secrets[letter] = await find(name);
    const mobility = MPWD === undefined ? device.mobility : { ...device.mobility, password: await find(MPWD) };
    return known({ ...device, secrets, ...(mobility && { mobility }) }, "own", missing);
  }
}

function known(device: Device, group: DeviceChoice["group"], missing: readonly string[]): KnownDevice {
  return { key: `${group}:${device.id}`, label: device.label ?? device.id, group, device, missing };
}

/** The first folder that has a device file decides. */
async function readDeviceFiles(): Promise<string | undefined> {
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const text = await readDeviceFile(vscode.Uri.joinPath(folder.uri, deviceFile));
    if (text !== undefined) return text;
  }
  return undefined;
}
