import * as vscode from "vscode";
import { equal, keepsEdits, open, place, until, uriOf } from "./editor";

interface Table {
  readonly sentence: string;
  readonly rows: readonly string[];
}

const language = "audiocodes-ini";
const run = <T>(command: string, argument?: unknown) =>
  vscode.commands.executeCommand<T>(`flatProfile.${command}`, argument);

suite("tables, updates and replacements", () => {
  keepsEdits("gateway/mp118.ini", language);

  test("a lens above a table opens it, and it follows the text", async () => {
    const document = await open("gateway/mp118.ini", language);
    const lens = await until("the lens", async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        "vscode.executeCodeLensProvider",
        document.uri,
      );
      return found.find(({ command }) => command?.command === "flatProfile.editTable");
    });
    equal(lens.range.start.line, 8);
    const shown = await run<Table>("editTable", lens.command?.arguments?.[0]);
    equal(shown?.sentence, "ProxyIp: 2 rows");
    equal(shown?.rows[1], "1: sip.example.com | abc");
    const edit = new vscode.WorkspaceEdit();
    const at = place(document, "abc");
    edit.replace(document.uri, new vscode.Range(at, at.translate(0, 3)), "1");
    await vscode.workspace.applyEdit(edit);
    const after = await run<Table>("editTable", lens.command?.arguments?.[0]);
    equal(after?.rows[1], "1: sip.example.com | 1");
  });

  test("the plan has the four sentences, its triggers and the verdict of a version", async () => {
    await vscode.commands.executeCommand("workbench.action.focusFirstEditorGroup");
    await open("gateway/mp118.ini", language);
    const question = {
      mac: "00:90:8f:00:00:01",
      firmware: "6.60A.100",
      offered: "6.20A.1",
      firmwareBytes: 10,
      devices: 7,
    };
    const texts = await run<readonly string[]>("showUpdates", question);
    for (const words of [
      "https://192.0.2.1/mp118_00908f000001.ini",
      "Loaded when its time stamp is later",
      "Downloaded first. Then its version is compared",
      "Loaded once for each text of the URL",
      "when the device starts",
      "every day at 02:00",
      "downloaded, older: burnt, then a restart",
      "is older than the running software",
      "by BootP, then by DHCP",
      "7 devices: 70",
    ])
      equal(
        texts?.some((text) => text.includes(words)),
        true,
        words,
      );
  });

  test("a new file is compared with the export of the device", async () => {
    await vscode.commands.executeCommand("workbench.action.focusFirstEditorGroup");
    await open("gateway/mp118.ini", language);
    const headings = await run<readonly string[]>("compareRunning", { running: uriOf("gateway/running.ini") });
    equal(headings?.[0], "The new file takes 3 settings or rows from the device, and changes 1.");
    equal(
      headings?.some((heading) => heading.includes("Table rows lost")),
      true,
      "rows",
    );
    equal(headings?.join(" ").includes("cAnArY"), false, "a secret");
  });

  test("a tone of several settings is played", async () => {
    await vscode.commands.executeCommand("workbench.action.focusFirstEditorGroup");
    await open("gateway/call_progress.ini", "audiocodes-cpt");
    equal(await run("playTone"), "CALL PROGRESS TONE #0");
    equal((await run<readonly string[]>("showUpdates"))?.length, 0, "a plan of a file of tones");
  });
});
