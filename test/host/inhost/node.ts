import * as vscode from "vscode";
import { LineReporter, report } from "./reporter";

declare const require: (module: string) => unknown;

export async function run(): Promise<void> {
  report({ kind: "info", text: `VS Code ${vscode.version}, Node host ${process.version}` });
  const module = require("mocha") as typeof Mocha & { readonly default?: typeof Mocha };
  const Runner = module.default ?? module;
  const mocha = new Runner({
    ui: "tdd",
    timeout: 60_000,
    reporter: LineReporter as unknown as Mocha.ReporterConstructor,
  });
  mocha.suite.emit("pre-require", globalThis, "inhost", mocha);
  (require("all-tests") as { load(): void }).load();
  await new Promise<void>((resolve, reject) =>
    mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} tests failed`)) : resolve())),
  );
}
