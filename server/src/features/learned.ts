import { dialectsOfParameters } from "../analysis/siteParameters";
import type { ProfileDocument } from "../profile/profileDocument";
import { type DumpFact, learn } from "../schema/learn";
import { isObject, isText, optional, type Shape } from "./paramShapes";
import { type FileRequestFeature, fileParams } from "./requestFeature";

const isNamed: Shape<{ readonly name: string; readonly path: string }> = (
  raw,
): raw is { readonly name: string; readonly path: string } => isObject(raw) && isText(raw.name) && isText(raw.path);

/** What the dump in `file` adds to the built-in catalogue and to the workspace's own file, `existing`. */
export const learned: FileRequestFeature<"flatProfile/learn"> = {
  params: { ...fileParams, existing: optional(isText), only: optional(isNamed) },
  empty: null,
  run({ snapshot }, { existing, only }, { services }) {
    const { document, device, dialect } = snapshot;
    const builtIn = services.builtIn(dialect);
    const { text, added, widened, incomplete } = learn(
      only ? [factOf(only, document)] : (dialect.dumpFacts?.(document) ?? []),
      builtIn,
      {
        ...(only && { isDump: false }),
        ...(!only && device.family !== undefined && device.certainty !== "unknown" && { family: device.family }),
        ...(existing !== undefined && { existing }),
        dialect: { id: dialect.id, isOfFile: dialectsOfParameters(existing ?? "", services).includes(dialect) },
      },
    );
    return { text, added, widened, incomplete };
  },
};

/** A name with the values that say what type it may have. */
function factOf({ name, path }: { readonly name: string; readonly path: string }, document: ProfileDocument): DumpFact {
  const key = path === "" ? name : `${path}/${name}`;
  const setting = document.profiles.map((profile) => profile.inEffect(key)).find((each) => each && !each.templated);
  return { name, path, value: setting?.text ?? "" };
}
