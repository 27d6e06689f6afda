import * as vscode from "vscode";
import type { EvaluateParams } from "../../../server/src/protocol";
import { ask } from "../ask";
import { firstLanguageWith, inItsLanguage } from "../dialectLanguages";
import type { Host } from "../host";
import type { DeviceStore } from "./deviceStore";
import { expandedOf, expandedScheme } from "./expandedUri";

/** How long after the last keystroke a profile is expanded again. */
const pause = 200;

/** Profiles as a device sees them, as read-only documents. They follow their source and the device. */
export class ExpandedProfiles implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #host: Host;
  readonly #store: DeviceStore;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #listening: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host, store: DeviceStore) {
    this.#host = host;
    this.#store = store;
    this.#listening = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(expandedScheme, this),
      store.onDidChange(() => this.#soon(0)),
      vscode.workspace.onDidChangeTextDocument(({ document: { uri } }) => {
        if (this.#open().some((expanded) => expandedOf(expanded)?.source.toString() === uri.toString()))
          this.#soon(pause);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("flatProfile")) this.#soon(pause);
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listening.dispose();
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const of = expandedOf(uri);
    if (!of) return "";
    const source = await openProfile(of.source);
    const { devices, chosen } = await this.#store.for({ uri: of.source });
    const device = of.key === "" ? chosen : devices.find(({ key }) => key === of.key);
    const client = await this.#host.ready();
    const params: EvaluateParams = {
      textDocument: { uri: client.code2ProtocolConverter.asUri(source.uri) },
      ...(device && { device: device.device }),
    };
    const answer = await ask(client, "flatProfile/expand", params);
    return answer?.text ?? "";
  }

  #open(): vscode.Uri[] {
    return vscode.workspace.textDocuments.flatMap(({ uri }) => (uri.scheme === expandedScheme ? [uri] : []));
  }

  #soon(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      for (const uri of this.#open()) this.#changed.fire(uri);
    }, wait);
  }
}

/** The source may have been closed; the server has it only while it is open. */
async function openProfile(uri: vscode.Uri): Promise<vscode.TextDocument> {
  return inItsLanguage(await vscode.workspace.openTextDocument(uri), firstLanguageWith("preview"));
}
