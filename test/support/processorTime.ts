/** Milliseconds of the processor that `run` takes; what a busy machine adds does not count. */
export function processorTime(run: () => unknown): number {
  const began = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}
