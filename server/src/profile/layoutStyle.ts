export interface LayoutStyle {
  /** One step of indentation. */
  readonly indent: string;
  /** Empty lines that may follow each other. */
  readonly blankLines: number;
}
