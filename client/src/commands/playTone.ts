import * as vscode from "vscode";
import { ScriptPanel } from "../scriptPanel";
import type { Context } from "./context";

const player = new ScriptPanel({ kind: "sound", name: "player", title: () => vscode.l10n.t("Tone Player") });

/** Opens the panel that plays the tone, cadence or ring at the cursor. */
export async function playTone(context: Context, place?: unknown): Promise<string | undefined> {
  return player.open(context, place);
}
