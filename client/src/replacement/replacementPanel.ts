import * as vscode from "vscode";
import type { FromPanel, ToPanel } from "../../media/replacement/messages";
import { ask } from "../ask";
import { copyText } from "../copyText";
import type { Host } from "../host";
import { LivePanel } from "../livePanel";
import { nameOf } from "../nameOf";
import { onEdited } from "../onEdited";
import { revealLine } from "../reveal";
import { chooseExport } from "./chooseExport";

/** How long after the last keystroke the files are compared again. */
const pause = 300;

interface Files {
  /** Replaces what the device runs. */
  readonly file: vscode.Uri;
  readonly running: vscode.Uri;
}

/** The page that shows what a new file takes from a running device; there is one. */
export class ReplacementPanel implements vscode.Disposable {
  readonly #host: Host;
  readonly #panel: LivePanel<ToPanel, FromPanel, readonly string[]>;
  #files: Files | undefined;

  constructor(host: Host) {
    this.#host = host;
    const changed = ({ uri }: vscode.TextDocument) => {
      const { file, running } = this.#files ?? {};
      if ([file, running].some((each) => each?.toString() === uri.toString())) this.#panel.fillSoon(pause);
    };
    this.#panel = new LivePanel(host, {
      name: "replacement",
      title: () => vscode.l10n.t("Replacement"),
      nothing: [],
      listening: [onEdited(changed), vscode.workspace.onDidSaveTextDocument(changed)],
      fill: (isObsolete) => this.#fill(isObsolete),
      receive: (message) => this.#receive(message),
      failed: { kind: "failed" },
    });
  }

  dispose(): void {
    this.#panel.dispose();
  }

  /** Opens the page, or brings it to the front; resolves to its headings. */
  show(files: Files): Promise<readonly string[]> {
    this.#files = files;
    return this.#panel.show();
  }

  async #fill(isObsolete: () => boolean): Promise<void> {
    if (!this.#files) return;
    const { file, running } = this.#files;
    const id = this.#panel.fill;
    // The server knows files that are open.
    await vscode.workspace.openTextDocument(file);
    const client = await this.#host.ready();
    const uriOf = client.code2ProtocolConverter.asUri;
    const params = { textDocument: { uri: uriOf(file) }, running: uriOf(running) };
    const answer = await ask(client, "flatProfile/replacement", params);
    if (isObsolete()) return;
    const name = nameOf(file);
    this.#panel.send(
      { kind: "show", id, file: name, running: vscode.workspace.asRelativePath(running), answer },
      vscode.l10n.t("Replacement: {0}", name),
    );
  }

  async #receive(message: FromPanel): Promise<void> {
    const files = this.#files;
    if (!files) return;
    switch (message.kind) {
      case "reveal":
        await revealLine(message.side === "running" ? files.running : files.file, message.line);
        return;
      case "choose": {
        const running = await chooseExport(files.file);
        if (running) await this.show({ ...files, running });
        return;
      }
      case "swap":
        await this.show({ file: files.running, running: files.file });
        return;
      case "copy":
        await copyText(message.text, vscode.l10n.t("Copied the comparison."));
        return;
      case "shown":
        this.#panel.shown(message.headings, message.id);
    }
  }
}
