/** A device that a person can choose. */
export interface DeviceChoice {
  /** `""`, an invented phone of the file's family; `own:`, `site:`, `list:` or `sample:` and an id otherwise. */
  readonly key: string;
  readonly label: string;
  readonly group: "own" | "site" | "list" | "sample";
}
