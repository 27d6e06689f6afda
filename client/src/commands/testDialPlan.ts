import * as vscode from "vscode";
import { ScriptPanel } from "../scriptPanel";
import type { Context } from "./context";

const tester = new ScriptPanel({
  kind: "dial-plan",
  name: "tester",
  title: () => vscode.l10n.t("Dial Plan Tester"),
});

/** Opens the panel in which the dial plan at the cursor can be tried, key by key. */
export async function testDialPlan(context: Context, place?: unknown): Promise<string | undefined> {
  return tester.open(context, place);
}
