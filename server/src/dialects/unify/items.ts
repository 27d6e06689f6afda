import type { Profile } from "../../profile/profile";
import type { Setting } from "../../profile/setting";
import { partsOfName } from "../../xml/nameStyle";
import { policy } from "./policy";

/** `function-key-def[1002]`: an item by its name and index, as it is typed. */
export function itemOf({ name }: Pick<Setting, "name">): { readonly base: string; readonly index: string | undefined } {
  return partsOfName(policy.named, name);
}

export const indexed = (base: string, index: number | string) => `${base}[${index}]`;

/** The model of the phone, as a message of the phone itself says it. */
export function reportedModel(profile: Profile): string | undefined {
  return profile.text("device-type");
}
