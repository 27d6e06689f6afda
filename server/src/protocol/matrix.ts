import type { Device } from "../devices/device";
import type { Matrix } from "../preview/matrix";

export interface MatrixParams {
  readonly textDocument: { readonly uri: string };
  /** Undefined for an invented device of each model. */
  readonly devices?: readonly Device[];
  /** Compares what is saved with what is typed. */
  readonly sinceSaved?: boolean;
}

/** Secrets are masked. */
export interface MatrixAnswer {
  readonly version: number;
  readonly matrix: Matrix;
  /** Devices that were given beyond the most that are compared. */
  readonly more: number;
  /** There is nothing saved to compare with; the matrix has no rows. */
  readonly isUnsaved?: boolean;
}
