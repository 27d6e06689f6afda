import { activeProfile } from "../preview/activeProfile";
import { compareWithTyped } from "../preview/openExpanded";
import type { Context } from "./context";

/** Shows what the macros of the profile come to for the chosen device, beside what is typed. */
export async function compareExpandedProfile({ preview: { devices } }: Context): Promise<void> {
  const profile = activeProfile();
  if (profile) await compareWithTyped(profile, (await devices.for({ uri: profile })).chosen);
}
