import type { Snapshot } from "../analysis/snapshot";
import type { Setting } from "../profile/setting";

/** Characters of a value that an outline shows. */
const detailLength = 80;

/** The value, shortened; of a secret only that there is one. */
export function detailOf(setting: Setting, snapshot: Snapshot): string {
  if (setting.text === "") return "";
  if (snapshot.isSecret(setting)) return "•••";
  const shown = snapshot.shownText(setting);
  return shown.length > detailLength ? `${shown.slice(0, detailLength - 1)}…` : shown;
}
