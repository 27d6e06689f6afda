import type { Device } from "../devices/device";

// The settings of a running device, as its dump or report lists them.

export interface DumpEntry {
  /** Preceded by its path for one inside sections. */
  readonly name: string;
  /** Undefined: the device has a value and does not show it. */
  readonly value: string | undefined;
  readonly access?: string;
  /** The device says that its user changed the value. */
  readonly isUserModified?: boolean;
  /** It says what the device does now rather than how it is set. */
  readonly isStatus?: boolean;
}

export interface Dump {
  /** The device as the dump describes it. */
  readonly identity: Omit<Device, "id">;
  /** The last one of each name, in the order of the dump. */
  readonly entries: ReadonlyMap<string, DumpEntry>;
  /** The file is damaged or was cut off: a setting that it does not have says nothing. */
  readonly isDamaged: boolean;
  /** All values, to find secrets with. */
  readonly values: ReadonlyMap<string, string>;
}

/** What is known of a setting, whatever its value is. */
export interface SettingTraits {
  readonly isStatus: boolean;
  readonly isSecret: boolean;
  /** Dumps never have it. */
  readonly isNeverShown: boolean;
  readonly isKnown: boolean;
}
