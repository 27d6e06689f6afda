import * as vscode from "vscode";
import { codeOf, contains, equal, open, until, uriOf } from "./editor";

const write = (name: string, text: string) =>
  vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));
const run = (command: string) => vscode.commands.executeCommand(`flatProfile.${command}`);
const setCommandLine = (words: readonly string[] | undefined) =>
  vscode.workspace.getConfiguration("flatProfile").update("commandLine", words, vscode.ConfigurationTarget.Global);
const shown = () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "flat-profile-rendered")?.getText();

/** The command line as it was built; undefined in hosts that start no programs. */
declare const builtCommandLine: string | undefined;
declare const process: { readonly execPath: string };

suite("templates with data", () => {
  suiteSetup(async function () {
    if (builtCommandLine === undefined) this.skip();
    await setCommandLine([process.execPath, builtCommandLine]);
    await write("templates/phones.csv", "name,volume,password\nLOBBY,9,cAnArY-4711\nHALL,70,cAnArY-4712\n");
    await write(
      "templates/phone.xml",
      "<flat-profile>\n<Host_Name>{{ name }}</Host_Name>\n<Ringer_Volume>{{ volume }}</Ringer_Volume>\n<GPP_A>{{ password }}</GPP_A>\n</flat-profile>\n",
    );
    await write(
      "templates/flat-profile.config.json",
      JSON.stringify({ templates: [{ files: ["*.xml"], data: ["phones.csv"] }] }),
    );
  });

  suiteTeardown(async () => {
    if (builtCommandLine === undefined) return;
    await setCommandLine(undefined);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await vscode.workspace.fs.delete(uriOf("templates"), { recursive: true });
  });

  test("the result of a row is shown beside, masked, and its problems at the template", async () => {
    const document = await open("templates/phone.xml");
    await run("showRendered");
    const text = await until("the first row", () => shown()?.includes("LOBBY") && shown());
    equal(text.includes("cAnArY"), false);
    contains(text, "<GPP_A>•");
    const problem = await until("a problem of the second row", () =>
      vscode.languages.getDiagnostics(document.uri).find((each) => codeOf(each) === "value/out-of-range"),
    );
    equal(problem.range.start.line, 2);
    contains(problem.message, "In row 2 (phones.csv:3).");
    await run("nextRow");
    await until("the second row", () => shown()?.includes("HALL"));
    await run("nextRow");
    await until("the first row again", () => shown()?.includes("LOBBY"));
    await run("previousRow");
    await until("the last row", () => shown()?.includes("HALL"));
    await write("templates/phones.csv", "name,volume,password\nLOBBY,9,x\n");
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(1, 0), "<!-- -->\n");
    await vscode.workspace.applyEdit(edit);
    await document.save();
    await until("no problem", () =>
      vscode.languages.getDiagnostics(document.uri).every((each) => codeOf(each) !== "value/out-of-range"),
    );
  });
});
