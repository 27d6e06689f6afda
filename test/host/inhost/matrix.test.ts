import * as vscode from "vscode";
import { equal, keepsEdits, open, place } from "./editor";

interface Shown {
  readonly sentence: string;
  readonly settings: number;
}

const show = (wishes?: object) =>
  vscode.commands.executeCommand<Shown | undefined>("flatProfile.compareModels", wishes);

suite("comparison of models", () => {
  keepsEdits("avaya/46xxsettings.txt", "avaya-settings");

  test("the panel shows what differs, and what unsaved edits change", async () => {
    const document = await open("avaya/46xxsettings.txt", "avaya-settings");
    const shown = await show();
    equal(shown?.sentence, "28 devices, 2 different results.");
    equal(shown?.settings, 1, "settings that differ");
    const file = document.uri;
    equal((await show({ file, sinceSaved: true }))?.sentence, "The edits change nothing for 28 devices.");
    const edit = new vscode.WorkspaceEdit();
    const at = place(document, "40");
    edit.replace(file, new vscode.Range(at, at.translate(0, 2)), "34");
    await vscode.workspace.applyEdit(edit);
    const changed = await show({ file, sinceSaved: true });
    equal(changed?.sentence, "The edits change 1 of 28 devices.");
    equal(changed?.settings, 1, "settings that change");
  });

  test("a file whose settings cannot be compared has a sentence instead", async () => {
    await vscode.commands.executeCommand("workbench.action.focusFirstEditorGroup");
    await open("rules.xml");
    equal((await show({ sinceSaved: false }))?.sentence, "Open a file with settings of several models.");
  });
});
