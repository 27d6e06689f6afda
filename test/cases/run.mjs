import { features } from "./features.mjs";

/** Why a case fails; nothing when it passes. */
export async function runCase({ feature, given, expect }) {
  const run = features[feature];
  return run ? run(given, expect) : [`there is no feature ${feature} yet`];
}
