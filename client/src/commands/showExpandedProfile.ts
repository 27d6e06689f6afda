import { showExpanded } from "../preview/openExpanded";
import { profileAtHand } from "../preview/profileAtHand";

/** Opens the profile as the chosen device sees it, beside the one that is edited. */
export async function showExpandedProfile(): Promise<void> {
  const profile = profileAtHand();
  if (profile) await showExpanded(profile);
}
