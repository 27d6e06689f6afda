import * as vscode from "vscode";
import { inItsLanguage, isProfile } from "../dialectLanguages";
import type { Host } from "../host";
import { nameOf } from "../nameOf";
import { type Rendered, renderWith } from "./commandLine";
import { renderedScheme, renderedUri, templateOf } from "./renderedUri";

const memory = "templateData";
/** Left of the phone. */
const priority = 100.46;
const tags = /\{\{|\{%|\{\$/;
const isData = /\.(?:csv|json|ya?ml)$/i;

/** The files that a person chose for templates, by address. */
type Chosen = Readonly<Record<string, readonly string[]>>;

/**
 * Templates with their data, as they are saved: results as read-only documents, and problems of the results at the
 * templates. The command line renders them, in trusted windows only.
 */
export class RenderedTemplates implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #host: Host;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #problems = vscode.languages.createDiagnosticCollection("flat-profile-rendered");
  readonly #item: vscode.StatusBarItem;
  readonly #rows = new Map<string, number>();
  /** By template; those that are shown or have data. */
  readonly #results = new Map<string, Rendered>();
  readonly #listening: vscode.Disposable;

  constructor(host: Host) {
    this.#host = host;
    this.#item = vscode.window.createStatusBarItem("flatProfile.row", vscode.StatusBarAlignment.Right, priority);
    this.#item.name = vscode.l10n.t("Row of a template");
    this.#item.command = "flatProfile.showRendered";
    this.#listening = vscode.Disposable.from(
      this.#changed,
      this.#problems,
      this.#item,
      vscode.workspace.registerTextDocumentContentProvider(renderedScheme, this),
      vscode.workspace.onDidOpenTextDocument((document) => this.#opened(document)),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (this.#results.has(uri.toString())) void this.#renew(uri);
        // Included files and configurations may have any name.
        else for (const { uri: template } of this.#templates()) void this.#renew(template);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#problems.delete(uri);
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.#showRow()),
    );
    for (const document of vscode.workspace.textDocuments) this.#opened(document);
  }

  dispose(): void {
    this.#listening.dispose();
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const template = templateOf(uri);
    const { text, fault } = this.#results.get(template.toString()) ?? (await this.#render(template));
    return text ?? fault ?? "";
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
    await this.#renew(template);
    return files.length > 0;
  }

  /** Opens the result of the row beside the template; the data is chosen first where there is none. */
  async show(template: vscode.Uri): Promise<void> {
    let result = await this.#render(template);
    if (result.lacksData && (await this.choose(template))) result = await this.#render(template);
    if (result.lacksData) return;
    if (result.fault !== undefined) {
      void vscode.window.showWarningMessage(result.fault);
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
    const { row, rows } = this.#results.get(key) ?? (await this.#render(template));
    if (rows === 0) return this.show(template);
    this.#rows.set(key, ((row - 1 + by + rows) % rows) + 1);
    return this.#renew(template);
  }

  #chosen(): Chosen {
    return this.#host.extension.workspaceState.get<Chosen>(memory, {});
  }

  #templates(): readonly vscode.TextDocument[] {
    return vscode.workspace.textDocuments.filter(({ uri }) => this.#results.has(uri.toString()));
  }

  /** Templates whose data a person chose are rendered when they are opened. */
  #opened(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    if (isProfile(document) && Object.hasOwn(this.#chosen(), key) && !this.#results.has(key))
      void this.#renew(document.uri);
  }

  async #renew(template: vscode.Uri): Promise<void> {
    await this.#render(template);
    this.#changed.fire(renderedUri(template));
    this.#showRow();
  }

  async #render(template: vscode.Uri): Promise<Rendered> {
    const key = template.toString();
    const result = await renderWith(this.#host, template, this.#chosen()[key] ?? [], this.#rows.get(key) ?? 1);
    if (result.lacksData) this.#results.delete(key);
    else this.#results.set(key, result);
    this.#problems.set(template, [...result.problems]);
    return result;
  }

  /** In the status bar, while the template or its result is in the editor. */
  #showRow(): void {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const result = uri && this.#results.get(templateOf(uri).toString());
    if (!result) {
      this.#item.hide();
      return;
    }
    const { fault, row, rows } = result;
    const label = fault === undefined ? vscode.l10n.t("Row {0} of {1}", row, rows) : vscode.l10n.t("Not rendered");
    this.#item.text = `${fault === undefined ? "$(list-ordered)" : "$(warning)"} ${label}`;
    this.#item.tooltip = fault ?? vscode.l10n.t("Show what the template makes of this row");
    this.#item.show();
  }
}
