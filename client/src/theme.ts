import * as vscode from "vscode";
import type { ThemeKind, ThemeParams } from "../../server/src/protocol";
import { notify } from "./ask";
import type { Host } from "./host";

const kinds: Readonly<Record<vscode.ColorThemeKind, ThemeKind>> = {
  [vscode.ColorThemeKind.Light]: "light",
  [vscode.ColorThemeKind.Dark]: "dark",
  [vscode.ColorThemeKind.HighContrast]: "high-contrast",
  [vscode.ColorThemeKind.HighContrastLight]: "high-contrast-light",
};

/** Sends the server the theme that pictures in hovers must match. */
export function sendTheme({ server }: Pick<Host, "server">): vscode.Disposable {
  const send = () => {
    const params: ThemeParams = { kind: kinds[vscode.window.activeColorTheme.kind] };
    const client = server.running;
    if (client) void notify(client, "flatProfile/theme", params);
  };
  return vscode.Disposable.from(server.onDidStart(send), vscode.window.onDidChangeActiveColorTheme(send));
}
