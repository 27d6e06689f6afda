import * as vscode from "vscode";
import { equal, open, until, uriOf } from "./editor";

async function staysAs(name: string, language: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uriOf(name));
  await vscode.window.showTextDocument(document);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const now = vscode.workspace.textDocuments.find((d) => d.uri.toString() === uriOf(name).toString());
  equal(now?.languageId, language, name);
}

suite("language", () => {
  test("an .xml file with our root", () => open("phone.xml"));
  test("a .cfg file with our root", () => open("clean.cfg"));
  test("a profile in a wrapper", () => open("wrapped.xml"));
  test("a router configuration without a file ending", () => open("spa000000000000"));
  test("a SEP file is for phones of Unified CM", () => staysAs("SEP001122334455.cnf.xml", "cisco-enterprise"));
  test("any other XML stays XML", () => staysAs("catalog.xml", "xml"));
  test("another .cfg stays what it was", () => staysAs("settings.cfg", "properties"));

  test("an unsaved document becomes a flat-profile as it is typed", async () => {
    const document = await vscode.workspace.openTextDocument({ language: "plaintext", content: "" });
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "<flat-profile>\n</flat-profile>\n"));
    await until("the language", () => vscode.window.activeTextEditor?.document.languageId === "flat-profile");
  });

  test("a person's own choice of language is kept", async () => {
    const document = await open("clean.cfg");
    await vscode.languages.setTextDocumentLanguage(document, "xml");
    await staysAs("clean.cfg", "xml");
    const now = vscode.workspace.textDocuments.find((d) => d.uri.path.endsWith("clean.cfg"));
    if (now) await vscode.languages.setTextDocumentLanguage(now, "flat-profile");
  });
});
