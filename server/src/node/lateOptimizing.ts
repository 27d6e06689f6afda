/**
 * Options with which V8 optimizes only what runs for long. By default it begins within the first milliseconds and discards
 * much of that: on all threads a new process takes up to twice the processor time. `budget` is in bytes of bytecode that run
 * before V8 looks at a function again; by default it is 67,584. V8 13 does not have the option.
 */
export function lateOptimizing(budget: number): readonly string[] {
  return Number.parseInt(process.versions.v8, 10) < 13 ? [`--interrupt-budget=${budget}`] : [];
}
