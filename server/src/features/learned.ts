import type { LearnAnswer } from "../protocol";
import type { Catalogue } from "../schema/catalogue";
import { learn } from "../schema/learn";
import type { OpenFile } from "./feature";

/** What the dump in `file` adds to the built-in catalogue and to the workspace's own file, `existing`. */
export function learnAnswer({ snapshot }: OpenFile, builtIn: Catalogue, existing: string | undefined): LearnAnswer {
  const { document, device } = snapshot;
  const { text, added, widened, incomplete } = learn(snapshot.dialect.dumpFacts?.(document) ?? [], builtIn, {
    ...(device.family !== undefined && device.certainty !== "unknown" && { family: device.family }),
    ...(existing !== undefined && { existing }),
  });
  return { text, added, widened, incomplete };
}
