import type { RolloutReport } from "../rollout/report";

/** A rollout that a person writes down. */
export interface RolloutParams {
  /** Address of the description. */
  readonly uri: string;
  /** As it is typed. */
  readonly text: string;
}

export type RolloutAnswer =
  | {
      readonly kind: "report";
      readonly report: RolloutReport;
      /** Rows of the list that name no phone. */
      readonly faults: readonly string[];
    }
  | { readonly kind: "fault"; readonly message: string };
