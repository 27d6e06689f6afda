import * as vscode from "vscode";
import { isProfile as isProfileText } from "../dialectLanguages";
import type { DeviceList, DeviceStore, KnownDevice } from "../preview/deviceStore";
import { findDeviceFile } from "../preview/editDevices";
import { expandedScheme } from "../preview/expandedUri";

/** A phone to preview rules for; without `known` an invented one of each file's family. */
interface DeviceNode {
  readonly kind: "device";
  /** As the store takes it. */
  readonly key: string;
  readonly known?: KnownDevice;
}

interface GroupNode {
  readonly kind: KnownDevice["group"];
  readonly devices: readonly DeviceNode[];
}

type Node = GroupNode | DeviceNode;

/** A longer list of a site is folded at first. */
const maxUnfolded = 30;

const groups = ["own", "site", "list", "sample"] as const;

/** The explorer's view "Devices": the phones that rules can be previewed for, and which one is chosen. */
export class DeviceView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #store: DeviceStore;
  readonly #view: vscode.TreeView<Node>;
  readonly #parts: vscode.Disposable;
  #list: DeviceList | undefined;
  #reading: Promise<DeviceList | undefined> | undefined;
  #document: vscode.TextDocument | undefined;
  /** Key of the device that was last scrolled to. */
  #revealed: string | undefined;

  constructor(store: DeviceStore) {
    this.#store = store;
    this.#view = vscode.window.createTreeView("flatProfile.devices", { treeDataProvider: this });
    const load = () => void this.#load();
    this.#parts = vscode.Disposable.from(
      this.#view,
      this.#changed,
      store.onDidChange(load),
      this.#view.onDidChangeVisibility(load),
      vscode.window.onDidChangeActiveTextEditor(load),
      vscode.workspace.onDidOpenTextDocument(load),
      vscode.workspace.onDidCloseTextDocument(load),
    );
    load();
  }

  /** The profile whose devices are listed: the active one, or the last one while another editor is active. */
  get document(): vscode.TextDocument | undefined {
    const active = vscode.window.activeTextEditor?.document;
    if (active && isProfile(active)) this.#document = active;
    if (this.#document?.isClosed) this.#document = undefined;
    return this.#document ?? vscode.workspace.textDocuments.find(isProfile);
  }

  getChildren(node?: Node): Node[] | undefined | Promise<Node[]> {
    if (!node) return this.#roots();
    return node.kind === "device" ? undefined : [...node.devices];
  }

  /** Waits for the list, so that the welcome text does not flash up. */
  async #roots(): Promise<Node[]> {
    this.#reading ??= this.#read();
    this.#list = await this.#reading;
    return this.#list ? [{ kind: "device", key: "" }, ...groups.flatMap((kind) => this.#group(kind))] : [];
  }

  getParent(node: Node): Node | undefined {
    return node.kind === "device" && node.known ? this.#group(node.known.group)[0] : undefined;
  }

  #group(kind: GroupNode["kind"]): GroupNode[] {
    const members = (this.#list?.devices ?? []).filter(({ group }) => group === kind);
    const devices = members.map((known): DeviceNode => ({ kind: "device", key: known.key, known }));
    return devices.length > 0 ? [{ kind, devices }] : [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return node.kind === "device" ? this.#deviceItem(node) : this.#groupItem(node);
  }

  #groupItem({ kind, devices }: GroupNode): vscode.TreeItem {
    const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
    const hasOwn = this.#list?.devices.some(({ group }) => group !== "sample") ?? false;
    const isChosenHere = devices.some(({ key }) => key === this.#list?.chosen?.key);
    const item = new vscode.TreeItem(
      groupTitle(kind),
      kind === "own" || isChosenHere || !hasOwn || (kind === "site" && devices.length <= maxUnfolded)
        ? Expanded
        : Collapsed,
    );
    item.id = kind;
    item.description = String(devices.length);
    return item;
  }

  #deviceItem(node: DeviceNode): vscode.TreeItem {
    const { key, known } = node;
    const label = known?.label ?? vscode.l10n.t("Typical phone for this file");
    const isChosen = (this.#list?.chosen?.key ?? "") === key;
    const missing = (known?.missing ?? []).map((name) =>
      vscode.l10n.t("The secret {0} is not stored. It is treated as empty.", name),
    );
    const facts = known
      ? [known.device.model, known.device.mac].filter((fact) => fact !== undefined && fact !== label)
      : [vscode.l10n.t("an invented phone of its family")];
    const chosen = isChosen ? [vscode.l10n.t("current")] : [];
    const item = new vscode.TreeItem(label);
    item.id = `device ${key}`;
    item.description = [...chosen, ...facts].join(" · ");
    item.tooltip = [label, ...facts, known?.device.firmware, ...chosen, ...missing].filter(Boolean).join("\n");
    item.accessibilityInformation = { label: [label, ...chosen, ...facts, ...missing].join(", ") };
    item.iconPath = iconOf(isChosen, missing.length > 0);
    item.contextValue = known?.group ?? "typical";
    item.command = { command: "flatProfile.useDevice", title: vscode.l10n.t("Choose…"), arguments: [node] };
    return item;
  }

  async #load(): Promise<void> {
    if (!this.#view.visible) return;
    const reading = this.#read();
    this.#reading = reading;
    const list = await reading;
    if (reading !== this.#reading) return; // a newer one is on its way
    this.#list = list;
    this.#view.description = list?.chosen?.label ?? "";
    const problems = list?.problems ?? [];
    this.#view.message = problems.join("\n");
    this.#changed.fire(undefined);
    await this.#reveal();
  }

  /** Undefined without a profile and without devices: the welcome text shows then, and no server is started for it. */
  async #read(): Promise<DeviceList | undefined> {
    const { document } = this;
    if (!document && !(await findDeviceFile(undefined))) return undefined;
    return this.#store.for(document).catch(() => undefined); // a server that stopped has shown a message
  }

  /** Scrolls to a device that was chosen elsewhere; there are more samples than the view has rows. */
  async #reveal(): Promise<void> {
    const known = this.#list?.chosen;
    if (known?.key === this.#revealed) return;
    this.#revealed = known?.key;
    if (!known) return;
    const node: DeviceNode = { kind: "device", key: known.key, known };
    await this.#view.reveal(node, { select: true }).then(undefined, () => undefined); // the list may have changed by now
  }

  dispose(): void {
    this.#parts.dispose();
  }
}

function groupTitle(kind: KnownDevice["group"]): string {
  switch (kind) {
    case "own":
      return vscode.l10n.t("Devices of this workspace");
    case "site":
      return vscode.l10n.t("Devices of the site");
    case "list":
      return vscode.l10n.t("Device of a list");
    case "sample":
      return vscode.l10n.t("Sample devices");
  }
}

/** What a device sees of a profile is none. */
function isProfile(document: vscode.TextDocument): boolean {
  return isProfileText(document) && document.uri.scheme !== expandedScheme;
}

function iconOf(isChosen: boolean, lacksSecrets: boolean): vscode.ThemeIcon {
  const color = lacksSecrets ? new vscode.ThemeColor("problemsWarningIcon.foreground") : undefined;
  return new vscode.ThemeIcon(isChosen ? "check" : lacksSecrets ? "warning" : "device-mobile", color);
}

/** What a menu or a click of the view gives a command; undefined from the palette. */
export function deviceNode(argument: unknown): DeviceNode | undefined {
  const isNode = typeof argument === "object" && argument !== null && "key" in argument;
  return isNode && typeof argument.key === "string" ? (argument as DeviceNode) : undefined;
}
