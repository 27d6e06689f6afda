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

  test("a quick fix describes an unknown name in the file of parameters", async () => {
    const document = await open("dump.xml");
    const unknown = () =>
      vscode.languages.getDiagnostics(document.uri).filter((each) => codeOf(each) === "parameter/unknown");
    const problem = await until("the unknown name", () => unknown()[0]);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      problem.range,
    );
    const action = actions.find(({ title }) => title.includes(parameterFile));
    const [argument] = action?.command?.arguments ?? [];
    void vscode.commands.executeCommand(action?.command?.command ?? "", argument);
    await until("the name to be known", () => unknown().length === 0);
    await filesAreWatched();
    await vscode.workspace.fs.delete(uriOf(parameterFile));
    await until("the name to be unknown again", () => unknown().length > 0);
  });

  test("settings of the workspace are found, and the editor lists them", async () => {
    await open("clean.cfg");
    await vscode.commands.executeCommand("flatProfile.findSettings", { parameter: "Resync_Periodic" });
    // the list is open, and its own editor may be the active one
    await until("the first place", () =>
      vscode.window.visibleTextEditors.some(({ document, selection }) =>
        document.lineAt(selection.active.line).text.includes("Resync_Periodic"),
      ),
    );
    await vscode.commands.executeCommand("closeReferenceSearch");
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  });

  test("policies are reported in files, and their faults in the configuration", async () => {
    const config = uriOf("flat-profile.config.json");
    const write = (policy: object) =>
      vscode.workspace.fs.writeFile(config, new TextEncoder().encode(JSON.stringify({ policies: [policy] })));
    const document = await open("clean.cfg");
    const codes = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).map(codeOf);
    await filesAreWatched();
    await write({ parameter: "Admin_Passwd", required: true, message: "Set a password." });
    await until("the policy", () => codes(document.uri).includes("policy/required"));
    await write({ parameter: "Admin_Paswd", required: true });
    await until("the fault", () => codes(config).includes("policy/unknown-parameter"));
    await until("no policy", () => !codes(document.uri).includes("policy/required"));
    const shown = await vscode.workspace.openTextDocument(config);
    const inside = shown.positionAt(shown.getText().indexOf("Admin_Paswd") + 3);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      config,
      inside,
    );
    equal(
      list.items.some(({ label }) => (typeof label === "string" ? label : label.label) === "Proxy_n_"),
      true,
    );
    await vscode.workspace.fs.delete(config);
    await until("no faults", () => codes(config).length === 0);
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

  test("a manual page is a read-only file that the preview opens, in every host", async () => {
    const path = "/cisco-flat-profile/Proxy_{ext}_.md";
    const uri = vscode.Uri.from({ scheme: "flat-profile-reference", path });
    const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    contains(page, "# Proxy");
    contains(page, "(../cisco-flat-profile/Use_DNS_SRV_%7Bext%7D_.md)");
    equal(vscode.workspace.fs.isWritableFileSystem(uri.scheme), false);
    await vscode.commands.executeCommand("flatProfile.openReference", path);
    await until("the page", () => {
      const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
      return tab?.label.includes("Proxy_{ext}_") === true && tab.input instanceof vscode.TabInputWebview;
    });
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  });
});
