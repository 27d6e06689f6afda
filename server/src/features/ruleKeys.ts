import { type FileRequestFeature, fileParams } from "./requestFeature";

/** Where the rules of a file have their keys; null where the files of a dialect are not encrypted. */
export const ruleKeys: FileRequestFeature<"flatProfile/ruleKeys"> = {
  params: fileParams,
  empty: null,
  run({ version, snapshot }) {
    const keys = snapshot.dialect.ruleKeys?.(snapshot.document);
    return keys ? { version, ...keys } : null;
  },
};
