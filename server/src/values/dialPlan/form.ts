/** How plans of a vendor are written, apart from the keys, classes and substitutions that all have. */
export interface PlanForm {
  /** `required` around the plan, `optional`, or not a part of it. */
  readonly parentheses: "required" | "optional" | "none";
  /** What is between sequences. */
  readonly separator: "|" | ",";
  /** Timers such as `S0` and `L:10`, and the second dial tone. */
  readonly timers: boolean;
  /** `[^12]` matches the other digits. */
  readonly negation: boolean;
  /** `<:9xx.>` is printed for `<:9>xx.` and means it. */
  readonly patternInSent: boolean;
  /** `S` alone waits so many seconds for more, `T` alone the usual time; undefined where they are no signs of plans. */
  readonly bareWait?: number;
  /** Characters at most. */
  readonly maxLength: number;
}

/** `(9xx|<:1>xxx)` */
export const parenthesized: PlanForm = {
  parentheses: "required",
  separator: "|",
  timers: true,
  negation: false,
  patternInSent: false,
  maxLength: 2048,
};

/** A map of numbers; guides print it without parentheses. */
export const numberMapForm: PlanForm = { ...parenthesized, parentheses: "optional", patternInSent: true };
