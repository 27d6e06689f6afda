import * as vscode from "vscode";
import type { DriftAnswer, DriftParams } from "../../../server/src/protocol/site";
import type { FromPanel, ToPanel } from "../../media/drift/messages";
import { ask } from "../ask";
import { copyText } from "../copyText";
import { isProfile } from "../dialectLanguages";
import type { Host } from "../host";
import { LivePanel } from "../livePanel";
import { nameOf } from "../nameOf";
import { onEdited } from "../onEdited";
import { pickFile } from "../pickFile";
import type { DeviceStore } from "../preview/deviceStore";
import { reveal, revealPlace } from "../reveal";
import { siteOfWindow } from "../siteOfWindow";
import { workspaceProfiles } from "./workspaceProfiles";

/** How long after the last keystroke the dump is compared again. */
const pause = 400;

/** The page that compares a phone's dump with the files; there is one. */
export class DriftPanel implements vscode.Disposable {
  readonly #host: Host;
  readonly #devices: DeviceStore;
  readonly #panel: LivePanel<ToPanel, FromPanel, readonly string[]>;
  #dump: vscode.TextDocument | undefined;
  #against: vscode.Uri | undefined;
  #answer: DriftAnswer | undefined;

  constructor(host: Host, devices: DeviceStore) {
    this.#host = host;
    this.#devices = devices;
    this.#panel = new LivePanel(host, {
      name: "drift",
      title: () => vscode.l10n.t("Dump and Files"),
      nothing: [],
      listening: [
        onEdited((document) => {
          if (isProfile(document)) this.#panel.fillSoon(pause);
        }),
        vscode.workspace.onDidSaveTextDocument(() => this.#panel.fillSoon(pause)),
      ],
      started: () => this.#send(),
      fill: (isObsolete) => this.#fill(isObsolete),
      receive: (message) => this.#receive(message),
      failed: { kind: "failed" },
    });
  }

  dispose(): void {
    this.#panel.dispose();
  }

  /** Opens the page, or brings it to the front; resolves to its headings. */
  show(dump: vscode.TextDocument, against?: vscode.Uri): Promise<readonly string[]> {
    this.#dump = dump;
    this.#against = against;
    this.#answer = undefined;
    this.#send();
    return this.#panel.show();
  }

  async #fill(isObsolete: () => boolean): Promise<void> {
    const dump = this.#dump;
    if (!dump) return;
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
    if (isObsolete()) return;
    this.#answer = answer;
    this.#send();
  }

  #send(): void {
    const dump = this.#dump;
    if (!dump) return;
    const file = nameOf(dump.uri);
    this.#panel.send(
      {
        kind: "show",
        id: this.#panel.fill,
        file,
        answer: this.#answer,
        ...(this.#against && { against: vscode.workspace.asRelativePath(this.#against) }),
      },
      vscode.l10n.t("{0} and Files", file),
    );
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
        await copyText(message.text, vscode.l10n.t("Copied the lines."));
        return;
      case "shown":
        if (message.isAnswered) this.#panel.shown(message.headings, message.id);
    }
  }

  /** Selects the setting in the dump, where the dump has it. */
  async #revealSetting(name: string): Promise<void> {
    const dump = this.#dump;
    if (!dump) return;
    const client = await this.#host.ready();
    const contents = await ask(client, "flatProfile/parameterTree", {
      textDocument: { uri: client.code2ProtocolConverter.asUri(dump.uri) },
    });
    const found = contents?.parameters.find((each) => each.name === name);
    const selection = found && client.protocol2CodeConverter.asRange(found.range);
    await reveal(dump, selection);
  }
}

async function chooseFile(dump: vscode.TextDocument | undefined): Promise<vscode.Uri | undefined> {
  const files = (await workspaceProfiles()).filter((uri) => uri.toString() !== dump?.uri.toString());
  return pickFile(files, vscode.l10n.t("Select the file to compare with"));
}
