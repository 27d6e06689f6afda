import type { TextDocumentIdentifier } from "vscode-languageserver-protocol";
import { codeActions } from "./codeActions";
import { codeLens } from "./codeLens";
import { completion } from "./completion";
import { definition } from "./definition";
import { documentHighlight } from "./documentHighlight";
import { documentLinks } from "./documentLinks";
import { documentSymbols } from "./documentSymbols";
import type { Feature } from "./feature";
import { folding } from "./folding";
import { formatting, onTypeFormatting, rangeFormatting } from "./formatting";
import { hover } from "./hover";
import { inlayHints } from "./inlayHints";
import { linkedEditing } from "./linkedEditing";
import { references } from "./references";
import { prepareRename, rename } from "./rename";
import { selectionRanges } from "./selectionRanges";
import { semanticTokens, semanticTokensDelta, semanticTokensRange } from "./semanticTokens";
import { signatureHelp } from "./signatureHelp";

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
