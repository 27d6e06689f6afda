import * as vscode from "vscode";
import { codeOf, contains, equal, open, until, uriOf } from "./editor";

const write = (name: string, text: string) =>
  vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));
const run = (command: string) => vscode.commands.executeCommand(`flatProfile.${command}`);
const shown = () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "flat-profile-rendered")?.getText();

suite("templates with data", () => {
  suiteSetup(async () => {
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
  });

  test("problems and results follow the typed text and the saved data", async () => {
    const document = await open("templates/phone.xml");
    const problems = () =>
      vscode.languages.getDiagnostics(document.uri).filter((each) => codeOf(each) === "value/out-of-range");
    const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 11), "x-"));
    await until("the typed text", () => shown()?.includes("<Host_Name>x-"));
    equal(document.isDirty, true);
    equal(problems().length, 1);
    await write("templates/phones.csv", "name,volume,password\nLOBBY,9,x\nHALL,8,y\n");
    await until("no problem", () => problems().length === 0);
    await write("templates/phones.csv", "name,volume,password\nHALL,90,y\n");
    await until("a problem", () => problems()[0]?.message.includes("In row 1 (phones.csv:2)."));
    await until("the new row", () => shown()?.includes("x-HALL"));
    const { end } = document.lineAt(2).range;
    await editor.edit((edit) => edit.replace(new vscode.Range(new vscode.Position(2, 15), end), "7</Ringer_Volume>"));
    await until("no problem", () => problems().length === 0);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });
});
