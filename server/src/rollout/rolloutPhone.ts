/** A row of a list: one phone, or several that are alike. */
export interface RolloutPhone {
  readonly id: string;
  readonly model: string;
  readonly count: number;
  readonly site: string;
  /** Empty where it is not known. */
  readonly subnet: string;
  readonly firmware?: string;
  /** The load it is to take. */
  readonly load?: string;
  /** Phones of one wave restart at the same time. */
  readonly wave?: string;
  /** Whether sharing is on, by the column of the place that says so. */
  readonly switches: ReadonlyMap<string, boolean>;
}
