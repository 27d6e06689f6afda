import * as vscode from "vscode";
import { contains, equal, open, until, uriOf } from "./editor";

function previewTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes("flatProfile.preview"));
}

suite("preview", () => {
  test("the command opens the panel, whose page shows the rules", async () => {
    await open("rules.xml");
    const rules = await vscode.commands.executeCommand<string[]>("flatProfile.preview");
    equal(rules.join(), "Resync_Trigger_1,Profile_Rule,Profile_Rule_B,Upgrade_Rule");
    const [tab] = previewTabs();
    equal(tab?.label, "Preview rules.xml");
    await vscode.commands.executeCommand("workbench.action.focusFirstEditorGroup");
    await open("rules.xml");
    await vscode.commands.executeCommand("flatProfile.preview");
    equal(previewTabs().length, 1, "panels");
    if (tab) await vscode.window.tabGroups.close(previewTabs());
  });

  test("a device that is added is previewed from then on", async () => {
    const document = await open("rules.xml");
    const file = uriOf(".vscode/flat-profile.devices.json");
    await vscode.commands.executeCommand("flatProfile.addDevice", "Cisco-CP-8861-3PCC/11.0 (00005e005301)");
    contains(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)), '"pn": "CP-8861-3PCC"');
    await until("a lens for it", async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        "vscode.executeCodeLensProvider",
        document.uri,
      );
      return lenses.some(({ command }) => command?.title === "Preview for 8861");
    });
    await vscode.workspace.fs.delete(file);
  });

  test("a code lens above the first profile rule and the upgrade rule offers it", async () => {
    const document = await open("rules.xml");
    const lenses = await until("the lenses", async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        "vscode.executeCodeLensProvider",
        document.uri,
      );
      const own = found.filter(({ command }) => command?.command === "flatProfile.preview");
      return own.length > 0 && own;
    });
    equal(lenses.map(({ range }) => range.start.line).join(), "3,5");
    equal(lenses[0]?.command?.title.startsWith("Preview for "), true);
  });
});
