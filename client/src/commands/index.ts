import * as vscode from "vscode";
import { showNotWritten } from "../encryption/encryption";
import { addDevice } from "./addDevice";
import { addParameter } from "./addParameter";
import { changeSettings } from "./changeSettings";
import { choosePhone } from "./choosePhone";
import { choosePreviewDevice } from "./choosePreviewDevice";
import { chooseTemplateData } from "./chooseTemplateData";
import { clearProfileFilter } from "./clearProfileFilter";
import { compareDevices } from "./compareDevices";
import { compareDump } from "./compareDump";
import { compareExpandedProfile } from "./compareExpandedProfile";
import { compareModels } from "./compareModels";
import { compareRunning } from "./compareRunning";
import type { Context } from "./context";
import { copyImpact } from "./copyImpact";
import { copyMatchingRule } from "./copyMatchingRule";
import { editDevices } from "./editDevices";
import { editTable } from "./editTable";
import { encryptAndSaveAs } from "./encryptAndSaveAs";
import { encryptOnSave } from "./encryptOnSave";
import { explainCode } from "./explainCode";
import { filterProfile } from "./filterProfile";
import { findSettings } from "./findSettings";
import { fixAll } from "./fixAll";
import { generateKey } from "./generateKey";
import { importDevices } from "./importDevices";
import { insertParameter } from "./insertParameter";
import { learnParameters } from "./learnParameters";
import { manageKeys } from "./manageKeys";
import { nextRow } from "./nextRow";
import { openEncrypted } from "./openEncrypted";
import { openExample } from "./openExample";
import { openReference } from "./openReference";
import { playTone } from "./playTone";
import { preview } from "./preview";
import { previewDevice } from "./previewDevice";
import { previousRow } from "./previousRow";
import { restartServer } from "./restartServer";
import { showEffectiveConfiguration } from "./showEffectiveConfiguration";
import { showExpandedProfile } from "./showExpandedProfile";
import { showFleet } from "./showFleet";
import { showGate } from "./showGate";
import { showImpact } from "./showImpact";
import { showKeyMap } from "./showKeyMap";
import { showOpensslCommand } from "./showOpensslCommand";
import { showOutput } from "./showOutput";
import { showRendered } from "./showRendered";
import { showRollout } from "./showRollout";
import { showUpdates } from "./showUpdates";
import { storeSecret } from "./storeSecret";
import { testDialPlan } from "./testDialPlan";
import { useDevice } from "./useDevice";
import { verifyAgainstRule } from "./verifyAgainstRule";

/** Every command of the manifest, without `flatProfile.` before it. */
const commands: Readonly<Record<string, (context: Context, argument?: unknown) => unknown>> = {
  addDevice,
  addParameter,
  changeSettings,
  choosePhone,
  choosePreviewDevice,
  chooseTemplateData,
  clearProfileFilter,
  compareDevices,
  compareDump,
  compareExpandedProfile,
  compareModels,
  compareRunning,
  explainCode,
  filterProfile,
  findSettings,
  fixAll,
  importDevices,
  insertParameter,
  learnParameters,
  playTone,
  preview,
  previewDevice,
  copyImpact,
  copyMatchingRule,
  encryptAndSaveAs,
  encryptOnSave,
  generateKey,
  manageKeys,
  openEncrypted,
  openReference,
  openExample,
  showOpensslCommand,
  verifyAgainstRule,
  editDevices,
  editTable,
  restartServer,
  showEffectiveConfiguration,
  showExpandedProfile,
  showFleet,
  showGate,
  showImpact,
  showKeyMap,
  showOutput,
  showRendered,
  nextRow,
  previousRow,
  showRollout,
  showUpdates,
  storeSecret,
  testDialPlan,
  useDevice,
};

export function registerCommands(context: Context): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, run]) =>
      vscode.commands.registerCommand(`flatProfile.${name}`, async (argument: unknown) => {
        try {
          return await run(context, argument);
        } catch (error) {
          if (!showNotWritten(context, error)) throw error;
          return undefined;
        }
      }),
    ),
  );
}
