import type { TextDocumentIdentifier } from "vscode-languageserver-protocol";
import type { Method } from "../protocol";
import { addDevice } from "./addDevice";
import { codeActions } from "./codeActions";
import { codeLens } from "./codeLens";
import { codePages } from "./codePages";
import { completion, completionResolve } from "./completion";
import { definition } from "./definition";
import { device } from "./device";
import { deviceDirective } from "./deviceDirective";
import { deviceList } from "./deviceList";
import { dialTests } from "./dialTests";
import { documentHighlight } from "./documentHighlight";
import { documentLinks } from "./documentLinks";
import { documentSymbols } from "./documentSymbols";
import { drift } from "./drift";
import { effective } from "./effective";
import { element } from "./element";
import { evaluation } from "./evaluation";
import { expandedProfile } from "./expandedProfile";
import type { Feature } from "./feature";
import { findSettings, parameterNames } from "./findSettings";
import { fleet, fleetDevice, fleetDone, fleetExport } from "./fleet";
import { folding } from "./folding";
import { formatting, onTypeFormatting, rangeFormatting } from "./formatting";
import { gate } from "./gate";
import { hover } from "./hover";
import { impact } from "./impact";
import { importDevices } from "./importDevices";
import { inlayHints } from "./inlayHints";
import { keyMap } from "./keyMap";
import { learned } from "./learned";
import { linkedEditing } from "./linkedEditing";
import { matrix } from "./matrix";
import { parameters } from "./parameters";
import { parameterTree } from "./parameterTree";
import { plainText } from "./plainText";
import { policyWords } from "./policyWords";
import { referenceEntries, referencePageAt } from "./reference/requests";
import { references } from "./references";
import { prepareRename, rename } from "./rename";
import { rendered } from "./rendered";
import { aboutFile, type RequestFeature, type WorkspaceFeature } from "./requestFeature";
import { rollout } from "./rollout";
import { ruleKeys } from "./ruleKeys";
import { script, scriptEdits, scripts } from "./scriptPanels";
import { selectionRanges } from "./selectionRanges";
import { semanticTokens, semanticTokensDelta, semanticTokensRange } from "./semanticTokens";
import { signatureHelp } from "./signatureHelp";
import { siteDevices } from "./siteDevices";
import { table, tableEdits, tablePlace } from "./tables";
import { replacement, updates } from "./updates";
import { workspaceSymbol } from "./workspaceSymbols";

// Each feature keeps its own parameter and result types; the list is read by the server's runner only.
// biome-ignore lint/suspicious/noExplicitAny: a list of features of different requests
type AnyFeature = Feature<{ readonly textDocument: TextDocumentIdentifier } & any, any, any, any>;

/** Every request about one file that the server answers. */
export const features: readonly AnyFeature[] = [
  completion,
  hover,
  signatureHelp,
  codeActions,
  documentSymbols,
  folding,
  selectionRanges,
  linkedEditing,
  documentLinks,
  inlayHints,
  codeLens,
  definition,
  references,
  documentHighlight,
  prepareRename,
  rename,
  formatting,
  rangeFormatting,
  onTypeFormatting,
  semanticTokens,
  semanticTokensDelta,
  semanticTokensRange,
];

// biome-ignore lint/suspicious/noExplicitAny: as above
type AnyWorkspaceFeature = WorkspaceFeature<any, any>;

/** Every other request of the LSP. */
export const workspaceFeatures: readonly AnyWorkspaceFeature[] = [completionResolve, workspaceSymbol];

/** Every request of our own client: the compiler asks for each method of the protocol. */
export const requests: { readonly [M in Method]: RequestFeature<M> } = {
  "flatProfile/parameters": aboutFile(parameters),
  "flatProfile/parameterTree": aboutFile(parameterTree),
  "flatProfile/element": aboutFile(element),
  "flatProfile/device": aboutFile(device),
  "flatProfile/deviceDirective": aboutFile(deviceDirective),
  "flatProfile/devices": deviceList,
  "flatProfile/addDevice": addDevice,
  "flatProfile/importDevices": importDevices,
  "flatProfile/impact": impact,
  "flatProfile/drift": drift,
  "flatProfile/rollout": rollout,
  "flatProfile/gate": gate,
  "flatProfile/fleet": fleet,
  "flatProfile/fleetExport": fleetExport,
  "flatProfile/fleetDevice": fleetDevice,
  "flatProfile/fleetDone": fleetDone,
  "flatProfile/table": aboutFile(table),
  "flatProfile/tableEdits": aboutFile(tableEdits),
  "flatProfile/tablePlace": aboutFile(tablePlace),
  "flatProfile/updates": aboutFile(updates),
  "flatProfile/replacement": replacement,
  "flatProfile/evaluate": aboutFile(evaluation),
  "flatProfile/keyMap": aboutFile(keyMap),
  "flatProfile/matrix": matrix,
  "flatProfile/expand": aboutFile(expandedProfile),
  "flatProfile/rendered": rendered,
  "flatProfile/effective": effective,
  "flatProfile/siteDevices": siteDevices,
  "flatProfile/ruleKeys": aboutFile(ruleKeys),
  "flatProfile/script": aboutFile(script),
  "flatProfile/scriptEdits": aboutFile(scriptEdits),
  "flatProfile/scripts": aboutFile(scripts),
  "flatProfile/dialTests": aboutFile(dialTests),
  "flatProfile/learn": aboutFile(learned),
  "flatProfile/codes": codePages,
  "flatProfile/policyWords": policyWords,
  "flatProfile/reference": referenceEntries,
  "flatProfile/referencePage": referencePageAt,
  "flatProfile/plainText": plainText,
  "flatProfile/names": parameterNames,
  "flatProfile/findSettings": findSettings,
};
