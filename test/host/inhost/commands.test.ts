import * as vscode from "vscode";
import { codeOf, contains, equal, filesAreWatched, open, until, uriOf } from "./editor";

const parameterFile = "flat-profile.parameters.json";

suite("commands", () => {
  test("every command of the manifest exists", async () => {
    await open("clean.cfg");
    const extension = vscode.extensions.getExtension("flat-profile.flat-profile");
    const declared: { command: string }[] = extension?.packageJSON.contributes.commands;
    const present = new Set(await vscode.commands.getCommands(true));
    const missing = declared.filter(({ command }) => !present.has(command));
    equal(missing.map(({ command }) => command).join(), "");
    equal(declared.length > 5, true);
  });

  test("a dump teaches the catalogue a parameter, and the server knows it at once", async () => {
    const document = await open("dump.xml");
    const unknown = () =>
      vscode.languages.getDiagnostics(document.uri).filter((diagnostic) => codeOf(diagnostic).startsWith("parameter/"));
    await until("the unknown name", () => unknown().length > 0);
    // the message with its button stays until a person closes it, so the command is not awaited
    void vscode.commands.executeCommand("flatProfile.learnParameters");
    const text = await until("the parameter file", async () => {
      try {
        return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(parameterFile)));
      } catch {
        return undefined;
      }
    });
    contains(text, "Zebra_Crossing_Mode");
    contains(text, "Fast");
    await until("the name to be known", () => unknown().length === 0);
    await filesAreWatched();
    await vscode.workspace.fs.delete(uriOf(parameterFile));
    await until("the name to be unknown again", () => unknown().length > 0);
  });

  test("a code is explained in a page", async () => {
    await open("phone.xml");
    await vscode.commands.executeCommand("flatProfile.explainCode", "parameter/unknown");
    await until("the page", () =>
      vscode.workspace.textDocuments.some(
        (document) => document.languageId === "markdown" && document.getText().includes("`parameter/unknown`"),
      ),
    );
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  });
});
