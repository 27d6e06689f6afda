import * as vscode from "vscode";
import type { ThemeKind, ThemeParams } from "../../server/src/protocol";
import type { Context } from "./context";

const kinds: Readonly<Record<vscode.ColorThemeKind, ThemeKind>> = {
  [vscode.ColorThemeKind.Light]: "light",
  [vscode.ColorThemeKind.Dark]: "dark",
  [vscode.ColorThemeKind.HighContrast]: "high-contrast",
  [vscode.ColorThemeKind.HighContrastLight]: "high-contrast-light",
};

/** Tells the server the colours that pictures in hovers must fit. */
export function tellTheme({ client }: Pick<Context, "client">): vscode.Disposable {
  const tell = () => {
    if (!client.isRunning()) return;
    const params: ThemeParams = { kind: kinds[vscode.window.activeColorTheme.kind] };
    void client.sendNotification("flatProfile/theme", params);
  };
  return vscode.Disposable.from(client.onDidChangeState(tell), vscode.window.onDidChangeActiveColorTheme(tell));
}
