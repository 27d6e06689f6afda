import * as vscode from "vscode";
import { equal, open, place, until } from "./editor";

function tabs(name: string): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes(`flatProfile.${name}`));
}

async function lenses(document: vscode.TextDocument, command: string): Promise<vscode.CodeLens[]> {
  return until(`lenses of ${command}`, async () => {
    const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      "vscode.executeCodeLensProvider",
      document.uri,
    );
    const own = found.filter((lens) => lens.command?.command === command);
    return own.length > 0 && own;
  });
}

suite("panels of tones and dial plans", () => {
  test("the command plays the tone at the cursor, in one panel", async () => {
    const document = await open("tones.xml");
    const select = (text: string) => {
      const editor = vscode.window.visibleTextEditors.find((visible) => visible.document === document);
      if (editor) editor.selection = new vscode.Selection(place(document, text), place(document, text));
    };
    select("480@");
    equal(await vscode.commands.executeCommand("flatProfile.playTone"), "Busy_Tone");
    equal(tabs("player")[0]?.label, "Tone Player");
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    select("60(2/4)");
    equal(await vscode.commands.executeCommand("flatProfile.playTone"), "Cadence_1");
    equal(tabs("player").length, 1, "panels");
    await vscode.window.tabGroups.close(tabs("player"));
  });

  test("code lenses open them for the element below", async () => {
    const document = await open("tones.xml");
    const [, busy] = await lenses(document, "flatProfile.playTone");
    equal(busy?.range.start.line, 2);
    const [plan] = await lenses(document, "flatProfile.testDialPlan");
    equal(plan?.range.start.line, 4);
    const shown = await vscode.commands.executeCommand("flatProfile.testDialPlan", ...(plan?.command?.arguments ?? []));
    equal(shown, "Dial_Plan_1_");
    equal(tabs("tester")[0]?.label, "Dial Plan Tester");
    await vscode.window.tabGroups.close(tabs("tester"));
  });
});
