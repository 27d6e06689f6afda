import * as vscode from "vscode";
import { LineReporter, report } from "./reporter";

declare const require: (module: string) => unknown;
declare const module: { exports: unknown };

// mocha's browser build puts itself into module.exports, so ours comes after it
require("mocha/mocha");
module.exports = {
  run(): Promise<void> {
    report({ kind: "info", text: `VS Code ${vscode.version}, web worker host` });
    const { mocha } = globalThis as unknown as { mocha: BrowserMocha };
    mocha.setup({ ui: "tdd", timeout: 60_000, reporter: LineReporter as unknown as Mocha.ReporterConstructor });
    (require("all-tests") as { load(): void }).load();
    return new Promise((resolve, reject) =>
      mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} tests failed`)) : resolve())),
    );
  },
};
