import type { DialectFiles, Offer } from "../../server/src/dialects/dialectFiles";
import { languagesOf, languagesWith } from "../../server/src/dialects/recognize";

/**
 * What the `when` clauses of the manifest ask for, such as `editorLangId in flatProfile.languages`. They are evaluated
 * for each editor, so nothing has to follow the active one.
 */
export function contextKeys(dialects: readonly { readonly files: DialectFiles }[]) {
  const languages = (has: (files: DialectFiles) => boolean) =>
    dialects.flatMap(({ files }) => (has(files) ? languagesOf(files) : []));
  const languagesOffering = (offer: Offer) => dialects.flatMap(({ files }) => languagesWith(files, offer));
  return {
    languages: languages(() => true),
    previewLanguages: languagesOffering("preview"),
    scriptLanguages: languagesOffering("scripts"),
    phoneLanguages: languagesOffering("phone"),
    dumpLanguages: languagesOffering("dumps"),
    matrixLanguages: languagesOffering("matrix"),
    fleetLanguages: languagesOffering("fleet"),
    keyLanguages: languagesOffering("keys"),
    tableLanguages: languagesOffering("tables"),
    updateLanguages: languagesOffering("updates"),
    encryptionLanguages: languages(({ encryption }) => encryption !== undefined),
  };
}
