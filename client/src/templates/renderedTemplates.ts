import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { RenderedAnswer, TemplateNews, TemplateState } from "../../../server/src/protocol/templates";
import { ask, notify } from "../ask";
import { inItsLanguage } from "../dialectLanguages";
import type { Host } from "../host";
import { nameOf } from "../nameOf";
import { renderedScheme, renderedUri, templateOf } from "./renderedUri";

const memory = "templateData";
/** Left of the phone. */
const priority = 100.46;
const tags = /\{\{|\{%|\{\$/;
const isData = /\.(?:csv|json|ya?ml)$/i;

/** The files that a person chose for templates, by address. */
type Chosen = Readonly<Record<string, readonly string[]>>;

/** What the server makes of templates and their data, as read-only documents. It reports the problems itself. */
export class RenderedTemplates implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #host: Host;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #item: vscode.StatusBarItem;
  /** The row that is shown, by template. */
  readonly #rows = new Map<string, number>();
  readonly #states = new Map<string, TemplateState>();
  readonly #listening: vscode.Disposable;

  constructor(host: Host) {
    this.#host = host;
    this.#item = vscode.window.createStatusBarItem("flatProfile.row", vscode.StatusBarAlignment.Right, priority);
    this.#item.name = vscode.l10n.t("Row of a template");
    this.#item.command = "flatProfile.showRendered";
    this.#listening = vscode.Disposable.from(
      this.#changed,
      this.#item,
      vscode.workspace.registerTextDocumentContentProvider(renderedScheme, this),
      host.server.onDidStart((client) => this.#follow(client)),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#send()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#states.delete(uri.toString())),
      vscode.window.onDidChangeActiveTextEditor(() => this.#showRow()),
    );
  }

  dispose(): void {
    this.#listening.dispose();
  }

  async provideTextDocumentContent(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    const answer = await this.#render(templateOf(uri), token);
    return answer?.text ?? answer?.fault ?? "";
  }

  /** The template in the editor, also when its result is shown there; shows a message when there is none. */
  active(): vscode.Uri | undefined {
    const document = vscode.window.activeTextEditor?.document;
    if (document && (document.uri.scheme === renderedScheme || tags.test(document.getText())))
      return templateOf(document.uri);
    const example = "{{ name }}";
    void vscode.window.showInformationMessage(
      vscode.l10n.t("Open a template first: a file with tags such as {0}.", example),
    );
    return undefined;
  }

  /** Lets a person choose the files with the data of a template, and remembers them; whether there are any. */
  async choose(template: vscode.Uri): Promise<boolean> {
    const found = await vscode.workspace.findFiles("**/*.{csv,json,yaml,yml}", "**/{node_modules,.vscode}/**", 500);
    const before = new Set(this.#chosen()[template.toString()]);
    const items = found
      .filter(
        ({ path }) => isData.test(path) && !/\/(?:package(?:-lock)?|tsconfig|flat-profile\.\w+)\.json$/.test(path),
      )
      .map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri, picked: before.has(uri.toString()) }))
      .sort((a, b) => Number(b.picked) - Number(a.picked) || a.label.localeCompare(b.label));
    if (items.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t("The workspace has no CSV, JSON or YAML file with data for {0}.", nameOf(template)),
      );
      return false;
    }
    const picked = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t("Data for {0}: a list of rows, and values that all rows share", nameOf(template)),
      canPickMany: true,
    });
    if (!picked) return false;
    const { [template.toString()]: _, ...others } = this.#chosen();
    const files = picked.map(({ uri }) => uri.toString());
    const all = files.length === 0 ? others : { ...others, [template.toString()]: files };
    await this.#host.extension.workspaceState.update(memory, all);
    this.#rows.delete(template.toString());
    await this.#send();
    return files.length > 0;
  }

  /** Opens the result of the row beside the template; the data is chosen first where there is none. */
  async show(template: vscode.Uri): Promise<void> {
    let answer = await this.#render(template);
    if (answer?.lacksData && (await this.choose(template))) answer = await this.#render(template);
    if (answer?.lacksData) return;
    if (answer?.text === undefined) {
      const unknown = vscode.l10n.t(
        "The system that {0} is for is not recognized. Choose its language.",
        nameOf(template),
      );
      void vscode.window.showWarningMessage(answer?.fault ?? unknown);
      return;
    }
    const document = await vscode.workspace.openTextDocument(renderedUri(template));
    await vscode.window.showTextDocument(await inItsLanguage(document), {
      viewColumn: vscode.ViewColumn.Beside,
      preview: true,
    });
    this.#changed.fire(renderedUri(template));
    this.#showRow();
  }

  /** Shows another row; after the last comes the first. */
  async step(template: vscode.Uri, by: number): Promise<void> {
    const key = template.toString();
    const { rows } = this.#states.get(key) ?? { rows: 0 };
    if (rows === 0) return this.show(template);
    this.#rows.set(key, ((this.#row(template) - 1 + by + rows) % rows) + 1);
    this.#changed.fire(renderedUri(template));
    this.#showRow();
  }

  #chosen(): Chosen {
    return this.#host.extension.workspaceState.get<Chosen>(memory, {});
  }

  #row(template: vscode.Uri): number {
    return this.#rows.get(template.toString()) ?? 1;
  }

  #follow(client: BaseLanguageClient): void {
    client.onNotification("flatProfile/template", ({ uri, ...state }: TemplateNews) => {
      const template = client.protocol2CodeConverter.asUri(uri);
      this.#states.set(template.toString(), state);
      this.#changed.fire(renderedUri(template));
      this.#showRow();
    });
    void this.#send();
  }

  /** A new server knows no choices. */
  async #send(): Promise<void> {
    const client = this.#host.server.running;
    if (!client) return;
    const address = (uri: string) => client.code2ProtocolConverter.asUri(vscode.Uri.parse(uri, true));
    const files = Object.entries(this.#chosen()).map(([uri, data]) => ({ uri: address(uri), data: data.map(address) }));
    await notify(client, "flatProfile/templates", { files, mayRun: vscode.workspace.isTrusted });
  }

  /** Undefined for a file of no system that is known, which the server does not see. */
  async #render(template: vscode.Uri, token?: vscode.CancellationToken): Promise<RenderedAnswer | undefined> {
    const client = await this.#host.ready();
    const { uri } = await inItsLanguage(await vscode.workspace.openTextDocument(template)); // it may have been closed
    const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
    const asked = this.#row(template);
    const answer = await ask(client, "flatProfile/rendered", { textDocument, row: asked }, token);
    if (!answer) return undefined;
    const { rows, checked, fault } = answer;
    // A row may fail alone.
    const why = rows === 0 && fault !== undefined && { fault };
    this.#states.set(template.toString(), { rows, ...(checked !== undefined && { checked }), ...why });
    if (rows > 0 && this.#row(template) === asked) this.#rows.set(template.toString(), answer.row);
    this.#showRow();
    return answer;
  }

  /** In the status bar, while the template or its result is in the editor. */
  #showRow(): void {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const template = uri && templateOf(uri);
    const state = template && this.#states.get(template.toString());
    if (!state) {
      this.#item.hide();
      return;
    }
    const { fault, rows, checked } = state;
    const label =
      fault === undefined ? vscode.l10n.t("Row {0} of {1}", this.#row(template), rows) : vscode.l10n.t("Not rendered");
    this.#item.text = `${fault === undefined ? "$(list-ordered)" : "$(warning)"} ${label}`;
    const shows = vscode.l10n.t("Show what the template makes of this row");
    const cut = checked === undefined ? "" : `\n\n${vscode.l10n.t("The first {0} rows are checked.", checked)}`;
    this.#item.tooltip = fault ?? `${shows}${cut}`;
    this.#item.show();
  }
}
