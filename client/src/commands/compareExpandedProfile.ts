import * as vscode from "vscode";
import type { Context } from "../context";
import { profileAtHand } from "../preview/profileAtHand";

/** Shows what the macros of the profile come to for the chosen device, beside what is typed. */
export async function compareExpandedProfile({ preview: { expanded, devices } }: Context): Promise<void> {
  const profile = profileAtHand();
  if (!profile) return;
  const { chosen } = await devices.for({ uri: profile });
  const name = profile.path.split("/").at(-1) ?? "";
  const title = vscode.l10n.t("{0}: typed ↔ {1}", name, chosen?.label ?? vscode.l10n.t("Typical phone for this file"));
  await vscode.commands.executeCommand("vscode.diff", profile, expanded.addressOf(profile), title);
}
