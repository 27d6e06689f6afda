import * as vscode from "vscode";
import { editDevices as openDevices } from "../preview/editDevices";
import { deviceNode } from "../views/deviceView";
import type { Context } from "./context";

/** Opens the device file, at the phone of the view "Devices" when there is one. */
export async function editDevices(context: Context, argument?: unknown): Promise<void> {
  const id = deviceNode(argument)?.known?.device.id;
  const active = vscode.window.activeTextEditor?.document;
  await openDevices(context, context.deviceView.document ?? active);
  const editor = vscode.window.activeTextEditor;
  if (id === undefined || !editor?.document.uri.path.endsWith(".json")) return;
  const escaped = id.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const found = new RegExp(`"id"\\s*:\\s*"${escaped}"`).exec(editor.document.getText());
  if (!found) return;
  const place = editor.document.positionAt(found.index);
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
