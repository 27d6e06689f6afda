import * as vscode from "vscode";
import type { Context } from "../context";
import { choosePhone } from "./choosePhone";
import { choosePreviewDevice } from "./choosePreviewDevice";
import { clearProfileFilter } from "./clearProfileFilter";
import { explainCode } from "./explainCode";
import { filterProfile } from "./filterProfile";
import { fixAll } from "./fixAll";
import { insertParameter } from "./insertParameter";
import { learnParameters } from "./learnParameters";
import { playTone } from "./playTone";
import { preview } from "./preview";
import { restartServer } from "./restartServer";
import { showOutput } from "./showOutput";
import { storeSecret } from "./storeSecret";
import { testDialPlan } from "./testDialPlan";

/** Every command of the manifest, without `flatProfile.` before it. */
const commands: Readonly<Record<string, (context: Context, argument?: unknown) => unknown>> = {
  choosePhone,
  choosePreviewDevice,
  clearProfileFilter,
  explainCode,
  filterProfile,
  fixAll,
  insertParameter,
  learnParameters,
  playTone,
  preview,
  restartServer,
  showOutput,
  storeSecret,
  testDialPlan,
};

export function registerCommands(context: Context): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, run]) =>
      vscode.commands.registerCommand(`flatProfile.${name}`, (argument: unknown) => run(context, argument)),
    ),
  );
}
