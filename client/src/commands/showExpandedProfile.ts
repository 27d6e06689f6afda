import { activeProfile } from "../preview/activeProfile";
import { showExpanded } from "../preview/openExpanded";

/** Opens the profile as the chosen device sees it, beside the one that is edited. */
export async function showExpandedProfile(): Promise<void> {
  const profile = activeProfile();
  if (profile) await showExpanded(profile);
}
