import * as vscode from "vscode";
import type { MatrixParams } from "../../../server/src/protocol/matrix";
import type { FromPanel, ToPanel, Which } from "../../media/matrix/messages";
import { ask } from "../ask";
import { copyText } from "../copyText";
import { hasOffer } from "../dialectLanguages";
import type { Host } from "../host";
import { LivePanel } from "../livePanel";
import { nameOf } from "../nameOf";
import { onEdited } from "../onEdited";
import { choicesOf, type DeviceStore, type KnownDevice, keyAfter, missingSecrets } from "../preview/deviceStore";
import { editDevices } from "../preview/editDevices";
import { revealLine } from "../reveal";

/** How long after the last keystroke devices are compared again. */
const pause = 250;

/** What the panel shows. */
export interface MatrixPage {
  readonly sentence: string;
  readonly settings: number;
}

const nothing: MatrixPage = { sentence: "", settings: 0 };

/** The page that compares what devices end up with; there is one, and it follows the editor. */
export class MatrixPanel implements vscode.Disposable {
  readonly #host: Host;
  readonly #store: DeviceStore;
  readonly #panel: LivePanel<ToPanel, FromPanel, MatrixPage>;
  #document: vscode.TextDocument | undefined;
  #which: Which = "models";
  #sinceSaved = false;
  /** Keys of the two devices, as far as a person chose them. */
  readonly #keys: [string | undefined, string | undefined] = [undefined, undefined];

  constructor(host: Host, store: DeviceStore) {
    this.#host = host;
    this.#store = store;
    const edited = (document: vscode.TextDocument) => {
      if (hasOffer(document, "matrix")) this.#panel.fillSoon(pause);
    };
    this.#panel = new LivePanel(host, {
      name: "matrix",
      title: () => vscode.l10n.t("Compare Models"),
      nothing,
      listening: [
        store.onDidChange(() => this.#panel.fillSoon(0)),
        vscode.window.onDidChangeActiveTextEditor((editor) => {
          if (!this.#panel.isOpen || !editor || !hasOffer(editor.document, "matrix")) return;
          this.#document = editor.document;
          this.#panel.fillSoon(0);
        }),
        onEdited(edited),
        vscode.workspace.onDidSaveTextDocument(edited),
      ],
      fill: (isObsolete) => this.#fill(isObsolete),
      receive: (message) => this.#receive(message),
      failed: { kind: "failed" },
    });
  }

  dispose(): void {
    this.#panel.dispose();
  }

  /** Opens the page, or brings it to the front; resolves to what it shows. */
  show(document: vscode.TextDocument, sinceSaved = this.#sinceSaved): Promise<MatrixPage> {
    this.#document = document;
    this.#sinceSaved = sinceSaved;
    return this.#panel.show();
  }

  async #receive(message: FromPanel): Promise<void> {
    switch (message.kind) {
      case "which":
        this.#which = message.which;
        this.#panel.fillSoon(0);
        return;
      case "choose":
        this.#keys[message.side === 0 ? 0 : 1] = message.key;
        this.#panel.fillSoon(0);
        return;
      case "since saved":
        this.#sinceSaved = message.on;
        this.#panel.fillSoon(0);
        return;
      case "reveal": {
        const uri = this.#document?.uri;
        if (!uri) return;
        const { file, line } = message;
        await revealLine(file === undefined ? uri : vscode.Uri.joinPath(uri, "..", file), line);
        return;
      }
      case "copy":
        await copyText(message.text, vscode.l10n.t("Copied the comparison."));
        return;
      case "edit devices":
        await editDevices(this.#host, this.#document);
        return;
      case "shown":
        this.#panel.shown({ sentence: message.sentence, settings: message.settings }, message.id);
    }
  }

  async #fill(isObsolete: () => boolean): Promise<void> {
    const document = this.#document;
    if (!document) return;
    const id = this.#panel.fill;
    const client = await this.#host.ready();
    const textDocument = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    const [list, about] = await Promise.all([
      this.#store.for(document),
      ask(client, "flatProfile/device", { textDocument }),
    ]);
    const families = new Set(about?.families.map((family) => family.id));
    const isOfFile = ({ device: { family } }: KnownDevice) => family === undefined || families.has(family);
    const devices = list.devices.filter(isOfFile);
    const chosen = list.chosen && isOfFile(list.chosen) ? list.chosen : undefined;
    const own = devices.filter(({ group }) => group !== "sample");
    const which = this.#which === "own" && own.length === 0 ? "models" : this.#which;
    const keys = this.#two(devices, chosen);
    const two = keys.flatMap((key) => devices.find((device) => device.key === key) ?? []);
    const compared = which === "own" ? own : which === "two" ? two : undefined;
    const params: MatrixParams = {
      textDocument,
      ...(compared && { devices: compared.map(({ device }) => device) }),
      sinceSaved: this.#sinceSaved,
    };
    const answer = await ask(client, "flatProfile/matrix", params);
    if (isObsolete()) return;
    const file = nameOf(document.uri);
    this.#panel.send(
      {
        kind: "show",
        id,
        file,
        devices: choicesOf(devices),
        problems: [...list.problems, ...missingSecrets(compared ?? [])],
        ...{ which, keys, sinceSaved: this.#sinceSaved },
        answer: answer ?? undefined,
      },
      vscode.l10n.t("Models: {0}", file),
    );
  }

  /** Until a person chooses others: the chosen device, and the next one in the list. */
  #two(devices: readonly KnownDevice[], chosen: KnownDevice | undefined): readonly [string, string] {
    const known = (key: string | undefined) => devices.find((device) => device.key === key)?.key;
    const first = known(this.#keys[0]) ?? chosen?.key ?? devices[0]?.key ?? "";
    return [first, known(this.#keys[1]) ?? keyAfter(devices, first)];
  }
}
