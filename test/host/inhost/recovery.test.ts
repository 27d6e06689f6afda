import * as vscode from "vscode";
import { codeOf, equal, open, place, until } from "./editor";

/** Node's own modules and process where there are some; in the web worker host there are none. */
interface NodeProcess {
  readonly platform: string;
  readonly pid: number;
  kill(pid: number, signal: string): void;
  getBuiltinModule(id: "fs"): {
    readdirSync(folder: string): string[];
    readFileSync(file: string, encoding: "utf8"): string;
  };
}

const node = (globalThis as { readonly process?: NodeProcess }).process;

/** The server process that this extension host started, as Linux lists it. */
function serverPid({ pid, getBuiltinModule }: NodeProcess): number | undefined {
  const { readdirSync, readFileSync } = getBuiltinModule("fs");
  const found = readdirSync("/proc").find((entry) => {
    if (!/^\d+$/.test(entry)) return false;
    try {
      const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${entry}/status`, "utf8"))?.[1];
      return Number(parent) === pid && readFileSync(`/proc/${entry}/cmdline`, "utf8").includes("server/dist/server.js");
    } catch {
      return false; // ended meanwhile
    }
  });
  return found === undefined ? undefined : Number(found);
}

suite("recovery", () => {
  test("a killed server comes back with unsaved text and settings", async function () {
    if (typeof node?.getBuiltinModule !== "function" || node.platform !== "linux") return this.skip();
    const document = await open("phone.xml");
    await vscode.commands.executeCommand("workbench.action.files.revert");
    const settings = vscode.workspace.getConfiguration("flatProfile");
    await settings.update("severity", { "parameter/unknown": "error" }, vscode.ConfigurationTarget.Workspace);
    const unknown = () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .filter((d) => codeOf(d) === "parameter/unknown" && d.severity === vscode.DiagnosticSeverity.Error)
        .map((d) => document.getText(d.range))
        .join();
    const type = async (name: string) => {
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit((edit) => edit.insert(place(document, "</flat-profile>"), `<${name}>1</${name}>\n`));
    };
    try {
      await type("Unheard_Of_Before");
      await until("the unsaved text", () => unknown() === "Resync_Peridic,Unheard_Of_Before");
      const first = serverPid(node);
      if (first === undefined) throw new Error("no server process");
      node.kill(first, "SIGKILL");
      const second = await until("another server", () => {
        const pid = serverPid(node);
        return pid !== undefined && pid !== first && pid;
      });
      await type("Unheard_Of_After");
      await until("both", () => unknown() === "Resync_Peridic,Unheard_Of_Before,Unheard_Of_After");
      equal(serverPid(node), second, "process");
    } finally {
      await settings.update("severity", undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand("workbench.action.files.revert");
    }
  });
});
