import type { Context } from "../context";
import { compareWithTyped } from "../preview/openExpanded";
import { profileAtHand } from "../preview/profileAtHand";

/** Shows what the macros of the profile come to for the chosen device, beside what is typed. */
export async function compareExpandedProfile({ preview: { devices } }: Context): Promise<void> {
  const profile = profileAtHand();
  if (profile) await compareWithTyped(profile, (await devices.for({ uri: profile })).chosen);
}
