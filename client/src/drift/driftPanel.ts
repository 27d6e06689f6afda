import * as vscode from "vscode";
import type { DriftAnswer, DriftParams } from "../../../server/src/protocol/site";
import type { FromPanel, ToPanel } from "../../media/drift/messages";
import { ask } from "../ask";
import { isProfile } from "../dialectLanguages";
import type { Host } from "../host";
import { openPanel, type Panel } from "../panel";
import type { DeviceStore } from "../preview/deviceStore";
import { revealPlace } from "../revealPlace";
import { siteOfWindow } from "../siteOfWindow";
import { workspaceProfiles } from "./workspaceProfiles";

/** How long after the last keystroke the dump is compared again. */
const pause = 400;

/** The page that compares a phone's dump with the files; there is one. */
export class DriftPanel implements vscode.Disposable {
  readonly #host: Host;
  readonly #devices: DeviceStore;
  #panel: Panel<ToPanel> | undefined;
  #dump: vscode.TextDocument | undefined;
  #against: vscode.Uri | undefined;
  #answer: DriftAnswer | undefined;
  #asked = 0;
  #sent = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: ((headings: readonly string[]) => void)[] = [];
  readonly #listening: vscode.Disposable;

  constructor(host: Host, devices: DeviceStore) {
    this.#host = host;
    this.#devices = devices;
    this.#listening = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && isProfile(document)) this.#soon(pause);
      }),
      vscode.workspace.onDidSaveTextDocument(() => this.#soon(pause)),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listening.dispose();
    this.#panel?.view.dispose();
  }

  /** Opens the page, or brings it to the front; resolves to its headings. */
  show(dump: vscode.TextDocument, against?: vscode.Uri): Promise<readonly string[]> {
    this.#dump = dump;
    this.#against = against;
    this.#answer = undefined;
    const shown = new Promise<readonly string[]>((resolve) => this.#waiting.push(resolve));
    if (this.#panel) {
      this.#panel.view.reveal(undefined, true);
      this.#send();
      this.#soon(0);
    } else this.#open();
    return shown;
  }

  #open(): void {
    const panel = openPanel<ToPanel, FromPanel>(this.#host.extension, {
      name: "drift",
      title: vscode.l10n.t("Dump and Files"),
      ready: () => {
        this.#send();
        if (!this.#answer) this.#soon(0);
      },
      receive: (message) => void this.#receive(message),
    });
    panel.view.onDidDispose(() => {
      this.#panel = undefined;
      this.#resolveShown([]);
    });
    this.#panel = panel;
  }

  #soon(wait: number): void {
    if (!this.#panel) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#compare(), wait);
  }

  async #compare(): Promise<void> {
    const dump = this.#dump;
    if (!dump) return;
    const asked = ++this.#asked;
    try {
      const client = await this.#host.ready();
      const uriOf = client.code2ProtocolConverter.asUri;
      const { devices } = await this.#devices.for(dump);
      const near = siteOfWindow();
      const params: DriftParams = {
        textDocument: { uri: uriOf(dump.uri) },
        isTrusted: vscode.workspace.isTrusted,
        ...(near && { near: uriOf(near) }),
        devices: devices.filter(({ group }) => group === "own").map(({ device }) => device),
        ...(this.#against && { against: uriOf(this.#against) }),
      };
      const answer = await ask(client, "flatProfile/drift", params);
      if (asked !== this.#asked) return; // a newer one is on its way
      this.#answer = answer;
      this.#send();
    } catch (error) {
      if (asked !== this.#asked) return;
      this.#host.log.error("the dump got no answer", error instanceof Error ? error.name : "");
      this.#panel?.send({ kind: "failed" });
      this.#resolveShown([]);
    }
  }

  #send(): void {
    const [panel, dump] = [this.#panel, this.#dump];
    if (!panel || !dump) return;
    const file = nameOf(dump.uri);
    panel.view.title = vscode.l10n.t("{0} and Files", file);
    panel.send({
      kind: "show",
      id: ++this.#sent,
      file,
      answer: this.#answer,
      ...(this.#against && { against: vscode.workspace.asRelativePath(this.#against) }),
    });
  }

  async #receive(message: FromPanel): Promise<void> {
    switch (message.kind) {
      case "reveal":
        if (this.#answer?.kind === "report") await revealPlace(this.#answer.folder, message.place);
        return;
      case "reveal setting":
        await this.#revealSetting(message.name);
        return;
      case "choose file": {
        const file = await chooseFile(this.#dump);
        if (file && this.#dump) await this.show(this.#dump, file);
        return;
      }
      case "use site":
        if (this.#dump) await this.show(this.#dump);
        return;
      case "copy text":
        await vscode.env.clipboard.writeText(message.text);
        vscode.window.setStatusBarMessage(vscode.l10n.t("Copied the lines."), 4_000);
        return;
      case "shown":
        if (message.id === this.#sent && this.#answer) this.#resolveShown(message.headings);
    }
  }

  /** Selects the setting in the dump, where the dump has it. */
  async #revealSetting(name: string): Promise<void> {
    const dump = this.#dump;
    if (!dump) return;
    const client = await this.#host.ready();
    const contents = await ask(client, "flatProfile/contents", {
      textDocument: { uri: client.code2ProtocolConverter.asUri(dump.uri) },
    });
    const found = contents?.parameters.find((each) => each.name === name);
    const selection = found && client.protocol2CodeConverter.asRange(found.range);
    const open = vscode.window.visibleTextEditors.find(({ document }) => document === dump);
    await vscode.window.showTextDocument(dump, {
      viewColumn: open?.viewColumn ?? vscode.ViewColumn.One,
      ...(selection && { selection }),
    });
  }

  #resolveShown(headings: readonly string[]): void {
    for (const resolve of this.#waiting.splice(0)) resolve(headings);
  }
}

async function chooseFile(dump: vscode.TextDocument | undefined): Promise<vscode.Uri | undefined> {
  const files = (await workspaceProfiles()).filter((uri) => uri.toString() !== dump?.uri.toString());
  const items = files.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("Select the file to compare with"),
    matchOnDescription: true,
  });
  return chosen?.uri;
}

function nameOf({ path }: vscode.Uri): string {
  return path.split("/").at(-1) ?? path;
}
