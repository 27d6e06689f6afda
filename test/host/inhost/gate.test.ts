import * as vscode from "vscode";
import { equal, keepsEdits, open, place, until, uriOf } from "./editor";

/** The headings of the page without their signs. */
async function show(file: vscode.Uri): Promise<string> {
  const titles = await vscode.commands.executeCommand<readonly string[]>("flatProfile.showGate", file);
  return titles.map((title) => title.replace(/^[^A-Z]+/, "")).join(", ");
}

async function replace(document: vscode.TextDocument, text: string, by: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const at = place(document, text);
  edit.replace(document.uri, new vscode.Range(at, at.translate(0, text.length)), by);
  await vscode.workspace.applyEdit(edit);
}

suite("gate of software", () => {
  keepsEdits("unify/images.bind.json", "json");

  const manifest = () => uriOf("unify/images.bind.json");

  test("the panel shows the outcomes, and follows what is typed in the manifest and in the list", async () => {
    equal(await show(manifest()), "Rejected2, Accepted2");
    const document = await vscode.workspace.openTextDocument(manifest());
    await replace(document, '"hardwareLevel": 2', '"hardwareLevel": 4');
    equal(await show(manifest()), "Rejected3, Accepted1");
    const list = await vscode.workspace.openTextDocument(uriOf("unify/gate.csv"));
    await replace(list, "V1 R10.0.0", "V1 R9.0.0");
    equal(await show(manifest()), "Rejected2, Accepted2");
    await replace(list, "V1 R9.0.0", "V1 R10.0.0");
    await replace(document, '"hardwareLevel": 4', '"hardwareLevel": 2');
    equal(await show(manifest()), "Rejected2, Accepted2");
  });
});

suite("keys of a phone", () => {
  keepsEdits("unify/00005e0053a1_config.xml", "unify-xml");

  test("the panel has the keys of the model on both levels, and of another file a sentence", async () => {
    await open("unify/00005e0053a1_config.xml", "unify-xml");
    const showKeys = () => vscode.commands.executeCommand<{ titles: string[]; keys: number }>("flatProfile.showKeyMap");
    const page = await until("the keys", showKeys);
    equal(page.titles.join(" | "), "Phone | Phone, second level");
    equal(page.keys, 12);
    const document = await open("unify/00005e0053a1_config.xml", "unify-xml");
    await replace(document, 'index="1002"', 'index="1301"');
    const more = await until("the keys of a module", showKeys);
    equal(more.titles.join(" | "), "Phone | Phone, second level | Key module 1, second level");
    await open("rules.xml");
    equal(await showKeys(), undefined);
  });
});
