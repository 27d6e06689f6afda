import * as vscode from "vscode";
import type { Context } from "../context";
import { ScriptPanel } from "../scriptPanel";

const tester = new ScriptPanel({
  kind: "dial-plan",
  name: "tester",
  title: () => vscode.l10n.t("Dial Plan Tester"),
});

/** Opens the panel in which the dial plan at the cursor can be tried, key by key. */
export async function testDialPlan(context: Context, place?: unknown): Promise<string | undefined> {
  return tester.open(context, place);
}
