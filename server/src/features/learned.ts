import { dialectsOfParameters } from "../analysis/siteParameters";
import { learn } from "../schema/learn";
import { isText, optional } from "./paramShapes";
import { type FileRequestFeature, fileParams } from "./requestFeature";

/** What the dump in `file` adds to the built-in catalogue and to the workspace's own file, `existing`. */
export const learned: FileRequestFeature<"flatProfile/learn"> = {
  params: { ...fileParams, existing: optional(isText) },
  empty: null,
  run({ snapshot }, { existing }, { services }) {
    const { document, device, dialect } = snapshot;
    const builtIn = services.builtIn(dialect);
    const { text, added, widened, incomplete } = learn(dialect.dumpFacts?.(document) ?? [], builtIn, {
      ...(device.family !== undefined && device.certainty !== "unknown" && { family: device.family }),
      ...(existing !== undefined && { existing }),
      dialect: { id: dialect.id, isOfFile: dialectsOfParameters(existing ?? "", services).includes(dialect) },
    });
    return { text, added, widened, incomplete };
  },
};
