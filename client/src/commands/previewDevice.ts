import * as vscode from "vscode";
import type { Context } from "../context";
import { deviceNode } from "../views/deviceView";

/** Tells beside the editor what the profile at hand makes a phone of the view "Devices" do. */
export async function previewDevice({ preview, deviceView }: Context, argument?: unknown): Promise<readonly string[]> {
  const node = deviceNode(argument);
  const { document } = deviceView;
  if (node) await preview.devices.choose(node.key, document);
  if (document) return preview.panel.show(document);
  void vscode.window.showInformationMessage(vscode.l10n.t("Open a flat-profile file first."));
  return [];
}
