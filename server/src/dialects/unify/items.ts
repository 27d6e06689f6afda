import type { Interest } from "../../checks/check";
import type { Profile } from "../../profile/profile";
import type { Setting } from "../../profile/setting";
import type { DeviceChoice } from "../../schema/model";
import { partsOfName } from "../../xml/nameStyle";
import { policy } from "./policy";

/** `function-key-def[1002]`: an item by its name and index, as it is typed. */
export function itemOf({ name }: Pick<Setting, "name">): { readonly base: string; readonly index: string | undefined } {
  return partsOfName(policy.named, name);
}

export function indexed(base: string, index: number | string | undefined): string {
  return index === undefined ? base : `${base}[${index}]`;
}

/** The items with one of these names, whatever their index; for `select` of a check. */
export function itemsNamed(...bases: readonly string[]): Interest {
  return { name: (setting) => bases.includes(itemOf(setting).base) };
}

/** The model of the phone: the stated one, else what a message of the phone itself says. */
export function modelOf(profile: Profile, { certainty, model }: DeviceChoice): string | undefined {
  return (certainty === "stated" ? model : undefined) ?? profile.text("device-type");
}
