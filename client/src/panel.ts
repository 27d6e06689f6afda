import * as vscode from "vscode";
import type { PackedTexts } from "../../server/src/text/numberedTexts";
import { textsOfPages } from "./texts";

// A panel is a web page beside the editor. Its script is a bundle of its own (client/media/NAME/main.ts becomes
// client/dist/NAME.js, and NAME.css when it imports one); it gets data as messages and never contains markup of ours.

interface PanelOptions<FromPanel> {
  /** Of the bundle, and after `flatProfile.` the type of the panel. */
  readonly name: string;
  readonly title: string;
  readonly column?: vscode.ViewColumn;
  /** Called each time the script has started: at first, and when a hidden panel is shown again. Send everything. */
  ready(): void;
  receive(message: FromPanel): void;
}

export interface Panel<ToPanel> {
  readonly view: vscode.WebviewPanel;
  send(message: ToPanel): void;
}

/** Opens a panel beside the editor. The script posts `{ kind: "ready" }` before anything else. */
export function openPanel<ToPanel, FromPanel extends { readonly kind: string }>(
  extension: vscode.ExtensionContext,
  { name, title, column = vscode.ViewColumn.Beside, ready, receive }: PanelOptions<FromPanel>,
): Panel<ToPanel> {
  const { extensionUri } = extension;
  const folder = vscode.Uri.joinPath(extensionUri, "client/dist");
  const view = vscode.window.createWebviewPanel(
    `flatProfile.${name}`,
    title,
    { viewColumn: column, preserveFocus: false },
    { enableScripts: true, localResourceRoots: [folder], enableFindWidget: true },
  );
  view.iconPath = vscode.Uri.joinPath(extensionUri, "client/media/icon.png");
  view.webview.onDidReceiveMessage((message: FromPanel | { readonly kind: "ready" }) => {
    if (message.kind === "ready") ready();
    else receive(message as FromPanel);
  });
  const address = (file: string) => view.webview.asWebviewUri(vscode.Uri.joinPath(folder, file)).toString();
  let isClosed = false;
  view.onDidDispose(() => {
    isClosed = true;
  });
  const load = (texts: PackedTexts | undefined) => {
    if (!isClosed) view.webview.html = page({ name, title, address, source: view.webview.cspSource, texts });
  };
  textsOfPages(extension).then(load, () => load(undefined)); // better in English than not at all
  return { view, send: (message) => void view.webview.postMessage(message) };
}

interface PageOptions {
  readonly name: string;
  readonly title: string;
  address(file: string): string;
  /** Where the editor serves files of ours from. */
  readonly source: string;
  readonly texts: PackedTexts | undefined;
}

/** Only our bundle with this page's nonce runs; nothing is fetched, and no markup brings a style or a script. */
function page({ name, title, address, source, texts }: PageOptions): string {
  const nonce = newNonce();
  const policy = `default-src 'none'; style-src ${source}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${escaped(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${escaped(address(`${name}.css`))}">
</head>
<body>
<main id="panel" data-texts="${texts ? escaped(JSON.stringify(texts)) : ""}"></main>
<script nonce="${nonce}" src="${escaped(address(`${name}.js`))}"></script>
</body>
</html>`;
}

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
