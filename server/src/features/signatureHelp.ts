import {
  MarkupKind,
  type SignatureHelp,
  type SignatureHelpParams,
  type SignatureHelpRegistrationOptions,
  SignatureHelpRequest,
} from "vscode-languageserver-protocol";
import type { Setting } from "../profile/setting";
import type { Feature } from "./feature";
import { columnName, rowOf } from "./rows";

/** The parts of the script at the cursor, with the one that is edited. */
export const signatureHelp: Feature<
  SignatureHelpParams,
  SignatureHelp | null,
  never,
  SignatureHelpRegistrationOptions
> = {
  request: SignatureHelpRequest.type,
  capability: {
    signatureHelpProvider: { triggerCharacters: ["(", "[", "="], retriggerCharacters: [";", ",", "/", "|", "=", "+"] },
  },
  empty: null,
  run({ snapshot, lines }, { position }) {
    const offset = lines.offsetAt(position);
    const { document, dialect, text: typed, catalogue } = snapshot;
    if (dialect.contextAt(document, typed, offset, catalogue).kind !== "value") return null;
    const located = snapshot.at(offset);
    if (located && !located.setting.hasName) return rowHelp(located.setting);
    const { effective, type } = located?.facts ?? {};
    if (!located || !effective || !type?.signature || located.setting.templated) return null;
    const { setting, start } = located;
    const at = setting.value.fromSource(offset - start);
    // As many dots as characters, so that the cursor stays in its part.
    const text = snapshot.shownText(setting, (length) => "•".repeat(length));
    const signature = at === undefined ? undefined : type.signature(text, at, effective);
    if (!signature) return null;
    const parameters = signature.parts.map(({ span, documentation }) => ({
      label: [span.start, span.end] as [number, number],
      documentation: { kind: MarkupKind.Markdown, value: documentation },
    }));
    return {
      signatures: [{ label: signature.label, parameters }],
      activeSignature: 0,
      activeParameter: signature.active,
    };
  },
};

/** The names of the values of a row, which are written elsewhere. */
function rowHelp(setting: Setting): SignatureHelp | null {
  const row = rowOf(setting);
  const names = row.map(columnName);
  let at = 0;
  const parameters = names.map((name) => {
    const label: [number, number] = [at, at + name.length];
    at += name.length + 2;
    return { label };
  });
  return {
    signatures: [{ label: names.join(", "), parameters }],
    activeSignature: 0,
    activeParameter: row.indexOf(setting),
  };
}
