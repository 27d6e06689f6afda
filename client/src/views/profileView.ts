import * as vscode from "vscode";
import type { FileParams, ParameterTreeAnswer, TreeParameter } from "../../../server/src/protocol";
import { ask } from "../ask";
import { isProfile } from "../dialectLanguages";
import type { Host } from "../host";
import { nameOf } from "../nameOf";
import { countOf, filterFrom, type Group, treeOf } from "./profileTree";

/** How long after the last keystroke the view follows. */
const pause = 600;

type Node = Group | TreeParameter;

/** The explorer's view "Profile": what the active file sets, by web page. */
export class ProfileView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<Node>;
  readonly #parts: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #uri: vscode.Uri | undefined;
  #parameters: readonly TreeParameter[] = [];
  #more = false;
  #filter = "";

  constructor(readonly host: Host) {
    this.#view = vscode.window.createTreeView("flatProfile.profile", { treeDataProvider: this, showCollapseAll: true });
    const ofTheView = (document: vscode.TextDocument) => document === vscode.window.activeTextEditor?.document;
    this.#parts = vscode.Disposable.from(
      this.#view,
      this.#changed,
      new vscode.Disposable(() => clearTimeout(this.#timer)),
      this.#view.onDidChangeVisibility(() => this.#soon(0)),
      vscode.window.onDidChangeActiveTextEditor(() => this.#soon(0)),
      vscode.workspace.onDidOpenTextDocument(() => this.#soon(0)),
      vscode.workspace.onDidCloseTextDocument(() => this.#soon(0)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (ofTheView(document)) this.#soon(pause);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("flatProfile")) this.#soon(pause);
      }),
    );
    this.#soon(0);
  }

  get filter(): string {
    return this.#filter;
  }

  set filter(text: string) {
    this.#filter = text;
    this.#update();
  }

  /** How many parameters the filter leaves. */
  get count(): number {
    return this.#roots().reduce((sum, group) => sum + countOf(group), 0);
  }

  getChildren(node?: Node): Node[] | undefined {
    if (node === undefined) return [...this.#roots()];
    return isGroup(node) ? [...node.groups, ...node.parameters] : undefined;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return isGroup(node) ? this.#groupItem(node) : this.#parameterItem(node);
  }

  #roots(): readonly Group[] {
    return treeOf(this.#parameters, filterFrom(this.#filter));
  }

  #groupItem(group: Group): vscode.TreeItem {
    const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(
      group.name === "" ? vscode.l10n.t("Other parameters") : group.name,
      this.#filter.trim() === "" && group.groups.length > 0 ? Collapsed : Expanded,
    );
    // a filter opens everything; VS Code keeps what a person opened or closed by this name
    item.id = `${this.#filter === "" ? "" : "?"}${group.id}`;
    item.description = String(countOf(group));
    return item;
  }

  #parameterItem(parameter: TreeParameter): vscode.TreeItem {
    const { name, label, tab, section, value, range } = parameter;
    const item = new vscode.TreeItem(name);
    item.description = value;
    const marks = marksOf(parameter);
    item.iconPath = iconOf(parameter);
    item.tooltip = [[tab, section, label].filter(Boolean).join(" > "), ...marks].filter(Boolean).join("\n");
    item.accessibilityInformation = { label: [name, value, ...marks].filter(Boolean).join(", ") };
    if (this.#uri) {
      const { start, end } = range;
      const selection = new vscode.Range(start.line, start.character, end.line, end.character);
      item.command = {
        command: "vscode.open",
        title: vscode.l10n.t("Go to Element"),
        arguments: [this.#uri, { selection } satisfies vscode.TextDocumentShowOptions],
      };
    }
    return item;
  }

  #soon(wait: number): void {
    clearTimeout(this.#timer);
    if (!this.#view.visible) return;
    this.#timer = setTimeout(() => void this.#load().catch(() => undefined), wait); // a server that stopped has shown a message
  }

  async #load(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    // the output, a page or a settings editor in front does not empty the view
    if (!editor && this.#uri && vscode.workspace.textDocuments.some((open) => open.uri.toString() === `${this.#uri}`))
      return;
    const document = editor?.document;
    if (!isProfile(document)) return this.#show(undefined, undefined);
    const { version } = document;
    const client = await this.host.ready();
    const params: FileParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) } };
    const answer = await ask(client, "flatProfile/parameterTree", params);
    if (document.isClosed || document.version !== version || document !== vscode.window.activeTextEditor?.document)
      return;
    this.#show(document.uri, answer ?? undefined);
  }

  #show(uri: vscode.Uri | undefined, answer: ParameterTreeAnswer | undefined): void {
    this.#uri = uri;
    this.#parameters = answer?.parameters ?? [];
    this.#more = answer?.more ?? false;
    this.#update();
  }

  #update(): void {
    const filtered = this.#filter.trim() !== "";
    void vscode.commands.executeCommand("setContext", "flatProfile.profileFiltered", filtered);
    this.#view.description = this.#uri ? nameOf(this.#uri) : "";
    this.#view.message = this.#message(filtered);
    this.#changed.fire(undefined);
  }

  /** Without parameters there is no message, so that the welcome text shows. */
  #message(filtered: boolean): string {
    if (this.#parameters.length === 0) return "";
    if (filtered)
      return vscode.l10n.t("{0} of {1} parameters: {2}", this.count, this.#parameters.length, this.#filter.trim());
    return this.#more ? vscode.l10n.t("First {0} parameters", this.#parameters.length) : "";
  }

  dispose(): void {
    this.#parts.dispose();
  }
}

function isGroup(node: Node): node is Group {
  return "groups" in node;
}

function marksOf({ changed, secret, problems }: TreeParameter): string[] {
  return [
    ...(problems === 1 ? [vscode.l10n.t("1 problem")] : problems > 1 ? [vscode.l10n.t("{0} problems", problems)] : []),
    ...(changed ? [vscode.l10n.t("differs from the default")] : []),
    ...(secret ? [vscode.l10n.t("secret")] : []),
  ];
}

function iconOf({ severity, changed, secret }: TreeParameter): vscode.ThemeIcon {
  const icon = (name: string, color?: string) => new vscode.ThemeIcon(name, color && new vscode.ThemeColor(color));
  if (severity === "error") return icon("error", "problemsErrorIcon.foreground");
  if (severity === "warning") return icon("warning", "problemsWarningIcon.foreground");
  if (secret) return icon("key");
  if (severity === "info") return icon("info", "problemsInfoIcon.foreground");
  return changed ? icon("circle-filled", "gitDecoration.modifiedResourceForeground") : icon("circle-outline");
}
