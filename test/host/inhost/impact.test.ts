import * as vscode from "vscode";
import { contains, equal, keepsEdits, open, place, until, uriOf } from "./editor";

const show = (argument?: object) =>
  vscode.commands.executeCommand<readonly string[]>("flatProfile.showImpact", argument);

function titles(type: string): string[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes(`flatProfile.${type}`))
    .map(({ label }) => label);
}

async function lensAt(document: vscode.TextDocument): Promise<string> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    "vscode.executeCodeLensProvider",
    document.uri,
    10,
  );
  return lenses.find(({ command }) => command?.command === "flatProfile.showImpact")?.command?.title ?? "";
}

suite("impact and dumps", () => {
  keepsEdits("provider/www/common.xml");

  test("without a commit the page says so, and unsaved edits are compared with the saved files", async () => {
    const common = await open("provider/www/common.xml");
    contains((await show()).join(), "Git");
    await vscode.commands.executeCommand("workbench.action.focusFirstEditorGroup");
    const edit = new vscode.WorkspaceEdit();
    const at = place(common, ">3600<", 1);
    edit.replace(common.uri, new vscode.Range(at, at.translate(0, 4)), "600");
    await vscode.workspace.applyEdit(edit);
    contains((await show({ base: "saved" })).join(), "2 of 2 phones change");
    equal(titles("impact").join(), "Impact (2)");
    equal(await until("the lens", () => lensAt(common)), "changes 2 of 2 phones");
  });

  test("the page follows what is typed on", async () => {
    const common = await open("provider/www/common.xml");
    const edit = new vscode.WorkspaceEdit();
    edit.delete(common.uri, common.lineAt(3).rangeIncludingLineBreak);
    await vscode.workspace.applyEdit(edit);
    equal(await until("phones that keep it", async () => (await lensAt(common)).includes("left behind")), true);
  });

  test("the Markdown is copied, without secrets", async () => {
    await open("provider/www/common.xml");
    const text = await vscode.commands.executeCommand<string>("flatProfile.copyImpact");
    contains(text, "### Flat Profile: plan for 2 devices");
    contains(text, "Password\\_1\\_ stays");
    equal(text.includes("canary"), false, "a secret");
    equal(await vscode.env.clipboard.readText(), text);
  });

  test("a dump is compared with what its phone fetches", async () => {
    const dump = uriOf("provider/reception.xml");
    const text =
      "<flat-profile>\n<MAC_Address>00005e005301</MAC_Address>\n<Proxy_1_>x.example</Proxy_1_>\n</flat-profile>";
    await vscode.workspace.fs.writeFile(dump, new TextEncoder().encode(text));
    await open("provider/reception.xml");
    const headings = await vscode.commands.executeCommand<readonly string[]>("flatProfile.compareDump");
    contains(headings.join(), "Differs");
    equal(titles("drift").join(), "reception.xml and Files");
    await vscode.workspace.fs.delete(dump);
  });
});
