import type { DialectFiles } from "../../server/src/dialects/dialectFiles";
import { languagesOf } from "../../server/src/dialects/recognize";

/**
 * What the `when` clauses of the manifest ask for, such as `editorLangId in flatProfile.languages`. They are evaluated
 * for each editor, so nothing has to follow the active one.
 */
export function contextKeys(dialects: readonly { readonly files: DialectFiles }[]) {
  const languages = (has: (files: DialectFiles) => boolean) =>
    dialects.flatMap(({ files }) => (has(files) ? languagesOf(files) : []));
  return {
    languages: languages(() => true),
    previewLanguages: languages(({ offers }) => offers.includes("preview")),
    scriptLanguages: languages(({ offers }) => offers.includes("scripts")),
    phoneLanguages: languages(({ offers }) => offers.includes("phone")),
    dumpLanguages: languages(({ offers }) => offers.includes("dumps")),
    matrixLanguages: languages(({ offers }) => offers.includes("matrix")),
    keyLanguages: languages(({ offers }) => offers.includes("keys")),
    tableLanguages: languages(({ offers }) => offers.includes("tables")),
    updateLanguages: languages(({ offers }) => offers.includes("updates")),
    encryptionLanguages: languages(({ encryption }) => encryption !== undefined),
  };
}
