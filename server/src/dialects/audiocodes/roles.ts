import type { Profile } from "../../profile/profile";
import type { Setting } from "../../profile/setting";
import type { Catalogue } from "../../schema/catalogue";

/** The setting in effect with a role of the catalogue, if it can be judged. */
export function settingWith(profile: Profile, role: string, catalogue: Catalogue): Setting | undefined {
  for (const name of catalogue.roles[role] ?? []) {
    const setting = profile.inEffect(name);
    if (setting && !setting.isEmpty && !setting.templated) return setting;
  }
  return undefined;
}

/** A number other than 0. */
export function isOn(text: string | undefined): boolean {
  return text !== undefined && /^0*[1-9]\d*$/.test(text);
}
