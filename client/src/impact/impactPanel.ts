import * as vscode from "vscode";
import type { ImpactBase } from "../../../server/src/protocol/site";
import type { FromPanel, ToPanel } from "../../media/impact/messages";
import { copyText } from "../copyText";
import type { Host } from "../host";
import { LivePanel } from "../livePanel";
import { revealPlace } from "../reveal";
import { copyImpact } from "./copyImpact";
import type { ImpactRuns } from "./impactRuns";

/** A site map to begin with. */
const sample = `{
  "site": {
    "urls": [{ "prefix": "https://provisioning.example.com/", "folder": "." }],
    "inventory": "phones.csv"
  }
}
`;

/** The page with what the changes of a site's files do to its phones; there is one, and it follows the edits. */
export class ImpactPanel implements vscode.Disposable {
  readonly #runs: ImpactRuns;
  readonly #panel: LivePanel<ToPanel, FromPanel, readonly string[]>;

  constructor(host: Host, runs: ImpactRuns) {
    this.#runs = runs;
    this.#panel = new LivePanel(host, {
      name: "impact",
      title: () => titleOf(undefined),
      nothing: [],
      listening: [
        runs.onDidChange(() => this.#panel.fillSoon(0)),
        runs.onDidProgress(({ done, of }) => this.#panel.send({ kind: "progress", done, of })),
      ],
      fill: () => this.#send(),
      receive: (message) => this.#receive(message),
      closed: () => runs.watch(false),
    });
  }

  dispose(): void {
    this.#panel.dispose();
  }

  /** Opens the page, or brings it to the front; resolves to its headings. */
  async show(file: vscode.Uri | undefined, base?: ImpactBase): Promise<readonly string[]> {
    if (base) await this.#runs.use(base);
    if (file) this.#runs.follow(file);
    const shown = this.#panel.show();
    this.#runs.watch(true);
    return shown;
  }

  #send(): void {
    const { base, answer, isStale, isFailed } = this.#runs.state;
    this.#panel.send({ kind: "show", id: this.#panel.fill, base, answer, isStale }, titleOf(answer));
    if (isFailed) this.#panel.send({ kind: "failed" });
  }

  async #receive(message: FromPanel): Promise<void> {
    const { answer } = this.#runs.state;
    switch (message.kind) {
      case "reveal":
        if (answer?.kind === "report") await revealPlace(answer.folder, message.place);
        return;
      case "base":
        await this.#runs.use(message.base);
        return;
      case "copy":
        await copyImpact(this.#runs);
        return;
      case "copy text":
        await copyText(message.text, vscode.l10n.t("Copied: {0}", message.text));
        return;
      case "run":
        this.#runs.runAll();
        return;
      case "open":
        await this.#show(message.what);
        return;
      case "shown":
        if (message.id === this.#panel.fill && !this.#runs.state.isStale && answer) this.#panel.shown(message.headings);
    }
  }

  async #show(what: Extract<FromPanel, { readonly kind: "open" }>["what"]): Promise<void> {
    const { answer } = this.#runs.state;
    switch (what) {
      case "inventory":
        if (answer?.kind === "report" && answer.inventory !== undefined)
          await vscode.window.showTextDocument(vscode.Uri.parse(answer.inventory), {
            viewColumn: vscode.ViewColumn.One,
          });
        return;
      case "configuration":
        await openConfiguration();
        return;
      case "source control":
        await vscode.commands.executeCommand("workbench.view.scm");
        return;
      case "trust":
        await vscode.commands.executeCommand("workbench.trust.manage");
    }
  }
}

/** Opens the one of the window, or a new one that a person saves. */
async function openConfiguration(): Promise<void> {
  const [file] = await vscode.workspace.findFiles("**/flat-profile.config.json", "**/node_modules/**", 1);
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const made = folder && vscode.Uri.joinPath(folder.uri, "flat-profile.config.json").with({ scheme: "untitled" });
  const uri = file ?? made;
  if (!uri) return;
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
  if (document.getText() !== "") return;
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), sample);
  await vscode.workspace.applyEdit(edit);
}

function titleOf(answer: ImpactRuns["state"]["answer"]): string {
  if (answer?.kind !== "report") return vscode.l10n.t("Impact");
  return vscode.l10n.t("Impact ({0})", answer.changed);
}
