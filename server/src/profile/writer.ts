import type { Edit } from "../text/span";
import type { Profile } from "./profile";
import type { Setting } from "./setting";

/** Writes elements the way a format needs them. All edits count from the setting's segment. */
export interface Writer {
  /** `value` as it must be written where the setting has its value. */
  encode(value: string, setting: Setting): string;
  /** A whole element on one line; in a profile as its other elements are written. */
  element(name: string, value: string, profile?: Profile): string;
  setValue(setting: Setting, value: string): Edit[];
  rename(setting: Setting, name: string): Edit[];
  /** Removes the element and, when it is alone there, its line. */
  remove(setting: Setting): Edit[];
  /** A new element on a line of its own after `setting`, indented alike. */
  insertAfter(setting: Setting, name: string, value: string): Edit[];
}
