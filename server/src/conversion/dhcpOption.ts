import type { Loss } from "./concepts";

// Settings that a device gets by DHCP, in a text of its vendor.

export interface OptionSetting {
  readonly name: string;
  readonly value: string;
}

export interface DecodedOption {
  readonly settings: readonly OptionSetting[];
  /** What could not be read. */
  readonly problems: readonly string[];
  /** What it says beside settings of files, in words. */
  readonly facts?: readonly string[];
}

export interface EncodedOption {
  /** As it is typed into a DHCP server: the text, or hexadecimal digits. */
  readonly text: string;
  /** Settings that are not in it. */
  readonly losses: readonly Loss[];
}

export interface DhcpOption {
  readonly code: number;
  /** Where systems share a code: a text is surely of this one. */
  isOwn?(text: string): boolean;
  decode(text: string): DecodedOption;
  encode(settings: readonly OptionSetting[]): EncodedOption;
}
