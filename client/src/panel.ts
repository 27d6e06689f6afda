import * as vscode from "vscode";

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
  { extensionUri }: vscode.ExtensionContext,
  { name, title, column = vscode.ViewColumn.Beside, ready, receive }: PanelOptions<FromPanel>,
): Panel<ToPanel> {
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
  view.webview.html = page(name, title, address, view.webview.cspSource);
  return { view, send: (message) => void view.webview.postMessage(message) };
}

/** Only our bundle with this page's nonce runs; nothing is fetched, and no markup brings a style or a script. */
function page(name: string, title: string, address: (file: string) => string, source: string): string {
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
<main id="panel" data-texts="${escaped(JSON.stringify(vscode.l10n.bundle ?? {}))}"></main>
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
