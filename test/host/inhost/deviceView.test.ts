import * as vscode from "vscode";
import { contains, equal, open, until, uriOf } from "./editor";

const devices = `{
  "devices": [
    { "id": "hall", "label": "Hall", "model": "8841", "mac": "00:00:5e:00:53:07", "firmware": "sip88xx.12-0-3MPP0001-87" },
    { "id": "desk", "label": "Desk", "model": "8861", "mac": "00:00:5e:00:53:08", "firmware": "sip88xx.12-0-3MPP0001-87" }
  ]
}
`;
const file = () => uriOf(".vscode/flat-profile.devices.json");

/** What the view's rows hand to their commands. */
const row = (id: string) => ({ kind: "device", key: `own:${id}`, known: { device: { id } } });

async function hasLens(document: vscode.TextDocument, title: string): Promise<boolean> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    "vscode.executeCodeLensProvider",
    document.uri,
  );
  return lenses.some(({ command }) => command?.title === title);
}

suite("view of the devices", () => {
  const write = () => vscode.workspace.fs.writeFile(file(), new TextEncoder().encode(devices));
  suiteSetup(write);
  suiteTeardown(async () => {
    await vscode.commands.executeCommand("flatProfile.useDevice", { kind: "device", key: "" });
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await vscode.workspace.fs.delete(file());
  });

  test("a device is chosen and previewed", async () => {
    const document = await open("rules.xml");
    await vscode.commands.executeCommand("flatProfile.devices.focus");
    await until("the lens of the desk", async () => {
      await write(); // again, since what is written into a new folder may escape the watch on it
      await vscode.commands.executeCommand("flatProfile.useDevice", row("desk"));
      await new Promise((resolve) => setTimeout(resolve, 200));
      return hasLens(document, "Preview for Desk");
    });
    const rules = await vscode.commands.executeCommand<string[]>("flatProfile.previewDevice", row("hall"));
    contains(rules.join(), "Profile_Rule");
    await until("the lens of the hall", () => hasLens(document, "Preview for Hall"));
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  });

  test("the device file is opened at a device", async () => {
    await open("rules.xml");
    await vscode.commands.executeCommand("flatProfile.editDevices", row("desk"));
    const editor = vscode.window.activeTextEditor;
    equal(editor?.document.uri.toString(), file().toString());
    equal(editor?.selection.start.line, 3);
  });
});
