import * as vscode from "vscode";
import type { Device } from "../../../server/src/devices/device";
import type { DevicesAnswer, DevicesParams, SiteDevicesAnswer } from "../../../server/src/protocol";
import type { DeviceChoice } from "../../media/shared/deviceChoice";
import { ask } from "../ask";
import type { Host } from "../host";
import { deviceFile, findDeviceFile, type InFile } from "./editDevices";
import { homeOf } from "./expandedUri";

// The phones that rules can be previewed for, and which one a person has chosen. Each document goes by the device file
// nearest to it, and each device file has a choice of its own. Secrets stay in here.

const noSite: SiteDevicesAnswer = { devices: [], problems: [] };
const chosenKey = "flatProfile.devices";
/** Before the names of secrets in the editor's storage. */
export const secretPrefix = "flatProfile.secret.";

export interface KnownDevice extends DeviceChoice {
  /** With its stored secrets. */
  readonly device: Device;
  /** Names of secrets that the device file refers to and that are not stored. */
  readonly missing: readonly string[];
}

/** The phones for one document. */
export interface DeviceList {
  readonly devices: readonly KnownDevice[];
  /** What is wrong in the device file. */
  readonly problems: readonly string[];
  /** Undefined for an invented phone of each file's family. */
  readonly chosen: KnownDevice | undefined;
}

interface ReadList extends Omit<DeviceList, "chosen"> {
  /** Address of the device file; empty when there is none. */
  readonly file: string;
}

export class DeviceStore implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** The list or the choice is another. */
  readonly onDidChange = this.#changed.event;
  readonly #host: Host;
  readonly #listening: vscode.Disposable;
  /** By the folder a document is in. */
  readonly #lists = new Map<string, Promise<ReadList>>();
  /** The device of a list that a person looked at last. */
  #visited: KnownDevice | undefined;

  constructor(host: Host) {
    this.#host = host;
    const forget = () => {
      this.#lists.clear();
      this.#changed.fire();
    };
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${deviceFile}`);
    // Lists of a site have the names that its map says.
    const lists = vscode.workspace.createFileSystemWatcher("**/{flat-profile.config.json,*.csv}");
    this.#listening = vscode.Disposable.from(
      this.#changed,
      watcher,
      watcher.onDidChange(forget),
      watcher.onDidCreate(forget),
      watcher.onDidDelete(forget),
      lists,
      lists.onDidChange(forget),
      lists.onDidCreate(forget),
      lists.onDidDelete(forget),
      vscode.workspace.onDidChangeWorkspaceFolders(forget),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.path.endsWith(`/${deviceFile}`)) forget();
      }),
      host.extension.secrets.onDidChange(({ key }) => {
        if (key.startsWith(secretPrefix)) forget();
      }),
    );
  }

  dispose(): void {
    this.#listening.dispose();
  }

  async for(document: InFile | undefined): Promise<DeviceList> {
    const { file, devices, problems } = await this.#list(document);
    const choices = this.#choices();
    // What was chosen before there was a device file goes on.
    const key = choices[file] ?? choices[""] ?? "";
    return { devices, problems, chosen: devices.find((device) => device.key === key) };
  }

  /** `key` is empty for an invented phone of each file's family. */
  async choose(key: string, document: InFile | undefined): Promise<void> {
    this.#lists.clear(); // the choice belongs to the file as it is now, for which the editor may not have sent an event yet
    const { file } = await this.#list(document);
    await this.#host.extension.workspaceState.update(chosenKey, { ...this.#choices(), [file]: key });
    this.#changed.fire();
  }

  /** Chooses a device of a list that is not in the device file. */
  async visit(device: Device, document: InFile): Promise<void> {
    this.#visited = known(device, "list", []);
    await this.choose(this.#visited.key, document);
  }

  #choices(): Readonly<Record<string, string>> {
    return this.#host.extension.workspaceState.get(chosenKey, {});
  }

  #list(document: InFile | undefined): Promise<ReadList> {
    const folder = document ? vscode.Uri.joinPath(homeOf(document.uri), "..").toString() : "";
    let list = this.#lists.get(folder);
    if (!list) {
      list = this.#read(document);
      this.#lists.set(folder, list);
      list.catch(() => this.#lists.delete(folder)); // a server that is down is asked again
    }
    return list;
  }

  async #read(document: InFile | undefined): Promise<ReadList> {
    const client = await this.#host.ready();
    const found = await findDeviceFile(document);
    const params: DevicesParams = found ? { text: found.text } : {};
    const [{ own, samples, problems }, site] = await Promise.all([
      ask(client, "flatProfile/devices", params),
      document
        ? ask(client, "flatProfile/siteDevices", {
            textDocument: { uri: client.code2ProtocolConverter.asUri(homeOf(document.uri)) },
          })
        : noSite,
    ]);
    const ids = new Set(own.map(({ device }) => device.id));
    return {
      file: found?.uri.toString() ?? "",
      problems: [
        ...problems.map(({ message, line }) => vscode.l10n.t("{0}, line {1}: {2}", deviceFile, line + 1, message)),
        ...site.problems,
      ],
      devices: [
        ...(await Promise.all(own.map((entry) => this.#withSecrets(entry)))),
        ...site.devices.filter(({ id }) => !ids.has(id)).map((device) => known(device, "site", [])),
        ...(this.#visited ? [this.#visited] : []),
        ...samples.map((device) => known(device, "sample", [])),
      ],
    };
  }

  async #withSecrets({ device, stored }: DevicesAnswer["own"][number]): Promise<KnownDevice> {
    const missing: string[] = [];
    const find = async (name: string) => {
      const value = await this.#host.extension.secrets.get(secretPrefix + name);
      if (value === undefined) missing.push(name);
      return value ?? "";
    };
    const { "mobility.password": password, ...letters } = stored;
    const secrets: Record<string, string> = { ...device.secrets };
    for (const [letter, name] of Object.entries(letters)) secrets[letter] = await find(name);
    const mobility = password === undefined ? device.mobility : { ...device.mobility, password: await find(password) };
    return known({ ...device, secrets, ...(mobility && { mobility }) }, "own", missing);
  }
}

function known(device: Device, group: DeviceChoice["group"], missing: readonly string[]): KnownDevice {
  return { key: `${group}:${device.id}`, label: device.label ?? device.id, group, device, missing };
}

/** What is to be said of secrets that these devices refer to and that are not stored. */
export function missingSecrets(devices: readonly KnownDevice[]): readonly string[] {
  const names = new Set(devices.flatMap(({ missing }) => missing));
  return [...names].map((name) => vscode.l10n.t("The secret {0} is not stored. It is treated as empty.", name));
}

/** What pages show of the devices: secrets stay in here. */
export function choicesOf(devices: readonly KnownDevice[]): readonly DeviceChoice[] {
  return devices.map(({ key, label, group }) => ({ key, label, group }));
}

/** The key of the device after this one in the list, or else of the first. */
export function keyAfter(devices: readonly KnownDevice[], key: string | undefined): string {
  const at = devices.findIndex((device) => device.key === key);
  return (devices[at + 1] ?? devices[0])?.key ?? "";
}
