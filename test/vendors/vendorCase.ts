/** One line of a file of cases. */
export interface VendorCase {
  readonly id: string;
  readonly system: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  /** The text of a file that the case names. */
  fileOf?(name: string): string | undefined;
}
