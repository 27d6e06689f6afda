import * as vscode from "vscode";
import { equal, open, place, until } from "./editor";

/** What the editor knows of the tests of a file, by the number of the test. */
async function listed(document: vscode.TextDocument): Promise<ReadonlyMap<string, string>> {
  const paths = await vscode.commands.executeCommand<string[][]>("vscode.testing.getTestsInFile", document.uri);
  return new Map(
    paths.flatMap(([controller, file, test]) =>
      controller === "flatProfile.dialTests" && test ? [[test, [controller, file, test].join("\0")]] : [],
    ),
  );
}

suite("tests beside dial plans", () => {
  test("they are listed, follow an edit, and run", async function () {
    const commands = await vscode.commands.getCommands();
    if (!["vscode.testing.getTestsInFile", "vscode.peekTestError"].every((name) => commands.includes(name)))
      this.skip(); // an editor that does not report its tests
    const document = await open("dialling.xml");
    await until("two tests", async () => (await listed(document)).size === 2);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, place(document, " -->"), "\n       dials 2345678 -> 2345678");
    equal(await vscode.workspace.applyEdit(edit), true);
    const tests = await until("a third", async () => {
      const found = await listed(document);
      return found.size === 3 && found;
    });
    await vscode.commands.executeCommand("testing.runAll");
    const hasFailed = (test: string) => vscode.commands.executeCommand("vscode.peekTestError", tests.get(test));
    equal(await hasFailed("0"), false, "failure of 911");
    equal(await hasFailed("1"), true, "failure of 0");
    equal(await hasFailed("2"), false, "failure of 2345678");
    const back = new vscode.WorkspaceEdit();
    back.delete(document.uri, new vscode.Range(place(document, "\n       dials 2345678"), place(document, " -->")));
    equal(await vscode.workspace.applyEdit(back), true);
    equal(await document.save(), true);
    await until("two again", async () => (await listed(document)).size === 2);
  });
});
