import * as vscode from "vscode";
import { codeOf, contains, equal, open, place, problem, until } from "./editor";

interface Shown {
  readonly outcome: string;
  readonly settings: number;
}

const show = () => vscode.commands.executeCommand<Shown | undefined>("flatProfile.showEffectiveConfiguration");

function panels(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes("flatProfile.effective"));
}

async function hoverAt(document: vscode.TextDocument, text: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    place(document, text, 2),
  );
  return hovers.flatMap(({ contents }) => contents.map((part) => (part as vscode.MarkdownString).value)).join("\n");
}

suite("effective configuration", () => {
  suiteTeardown(async () => {
    await open("provider/www/common.xml");
    await vscode.commands.executeCommand("flatProfile.choosePreviewDevice", "");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  test("the panel shows the chosen device of the site's list, with what is typed in every file", async () => {
    const common = await open("provider/www/common.xml");
    await vscode.commands.executeCommand("flatProfile.choosePreviewDevice", "site:reception");
    const shown = await show();
    equal(shown?.outcome, "stable");
    equal(shown?.settings, 5, "settings");
    equal(panels()[0]?.label, "Effective: reception");
    await vscode.commands.executeCommand("workbench.action.focusFirstEditorGroup");
    const group = await open("provider/www/group.xml");
    const edit = new vscode.WorkspaceEdit();
    edit.insert(group.uri, place(group, "</flat-profile>"), "  <Proxy_2_>typed.example.com</Proxy_2_>\n");
    await vscode.workspace.applyEdit(edit);
    equal((await show())?.settings, 6, "settings with one that is typed");
    equal(panels().length, 1, "panels");
    contains(await hoverAt(common, "sip.example.com"), "On reception overridden by");
    contains(await hoverAt(group, "group.example.com"), "In effect on reception.");
  });

  test("a setting that no device of the list ends up with is faded", async () => {
    const common = await open("provider/www/common.xml");
    const faded = await problem(common, "site/never-wins");
    equal(faded.tags?.join(), String(vscode.DiagnosticTag.Unnecessary), "tags");
    equal(common.getText(faded.range).includes("Proxy_1_"), true, "the setting");
    await until("a group without the setting", async () => {
      const group = await open("provider/www/group.xml");
      const line = group.lineAt(1);
      if (!line.text.includes("Proxy_1_")) return true;
      const edit = new vscode.WorkspaceEdit();
      edit.delete(group.uri, line.rangeIncludingLineBreak);
      return vscode.workspace.applyEdit(edit).then(() => false);
    });
    await until("the same setting, no longer faded", () =>
      vscode.languages.getDiagnostics(common.uri).every((each) => codeOf(each) !== "site/never-wins"),
    );
    const group = await open("provider/www/group.xml");
    await vscode.commands.executeCommand("workbench.action.files.revert");
    equal(group.isDirty, false, "unsaved");
  });
});
