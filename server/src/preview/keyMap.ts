import type { ProfileDocument } from "../profile/profileDocument";
import type { Setting } from "../profile/setting";
import type { Catalogue } from "../schema/catalogue";
import type { DeviceChoice } from "../schema/model";

// The programmable keys of a device as a file sets them.

/** How a dialect reads the keys of a file. */
export interface KeyMaps {
  /** Models whose keys are known. */
  models(catalogue: Catalogue): readonly string[];
  /** `device` is that of the file, or one with the model that a person chose. */
  of(document: ProfileDocument, device: DeviceChoice, catalogue: Catalogue): KeyMap;
}

export interface KeyMap {
  /** Whose keys are shown; undefined where it is not known which keys there are. */
  readonly model?: string;
  readonly pages: readonly KeyPage[];
}

/** Keys that a person sees together: those of the phone or of a module, on one level. */
export interface KeyPage {
  readonly title: string;
  /** In their order; where the keys of the model are not known, those that the file sets. */
  readonly keys: readonly MappedKey[];
}

export interface MappedKey {
  /** As files write it. */
  readonly number: string;
  readonly label?: Setting;
  readonly does?: { readonly setting: Setting; readonly words: string };
  /** Other settings of the key, in the order of the file, with their names as they are without the key's number. */
  readonly more: readonly { readonly name: string; readonly setting: Setting }[];
  /** What the key lacks to do something; for a key with no problem that a check reports. */
  readonly lacks?: string;
}
