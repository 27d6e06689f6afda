import * as vscode from "vscode";
import { equal, keepsEdits, open, until, uriOf } from "./editor";

/** The headings of the page without their signs. */
async function show(): Promise<string> {
  const titles = await vscode.commands.executeCommand<readonly string[]>("flatProfile.showFleet");
  return titles.map((title) => title.replace(/^[^\d]+/, "")).join(" ");
}

async function insert(document: vscode.TextDocument, line: number, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(line, 0), text);
  await vscode.workspace.applyEdit(edit);
}

suite("fleet", () => {
  const profile = "provider/www/8841-3PCC.xml";
  keepsEdits(profile);

  test("the page has the phones of the site, and follows what is typed in the file and in the list", async () => {
    const document = await open(profile);
    equal(await show(), "2 phones have no upgrade rule.");
    await vscode.commands.executeCommand("workbench.action.focusFirstEditorGroup");
    await insert(document, 1, "<Upgrade_Rule>https://prov.example.com/sip68xx.12-0-3MPP0001-87.loads</Upgrade_Rule>\n");
    equal(await show(), "2 phones would fetch firmware for another model.");
    const list = await vscode.workspace.openTextDocument(uriOf("provider/phones.csv"));
    await insert(list, 1, "lobby,6841,zz\n");
    equal(
      await show(),
      "1 row of the list is invalid. 2 phones would fetch firmware for another model. 1 phone would install firmware that cannot be compared with the running firmware.",
    );
    await vscode.window.showTextDocument(list);
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await open(profile);
    equal(await show(), "2 phones would fetch firmware for another model.");
  });

  test("a code lens offers it where the site has a list", async () => {
    const commandsOf = async (name: string) => {
      const { uri } = await open(name);
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", uri);
      return lenses.map(({ command }) => command?.command);
    };
    await until("the lens", async () => (await commandsOf(profile)).includes("flatProfile.showFleet"));
    const others = await until("other lenses", async () => {
      const found = await commandsOf("rules.xml");
      return found.includes("flatProfile.preview") && found;
    });
    equal(others.includes("flatProfile.showFleet"), false);
  });
});
