import type { Settled } from "../../server/src/deployment/settle";

/** All that a run comes to, without what only says how it was worked out. */
export function plainRun({ outcome, period, isUpgradeLoop, rounds, next, end, start }: Settled) {
  const settingsOf = ({ settings }: Settled["end"]) =>
    [...settings.entries()]
      .filter(([, { value, access, isUserModified, how }]) => value ?? access ?? isUserModified ?? how)
      .map(([name, { before: _, ...current }]) => [name, current])
      .sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1));
  return {
    outcome,
    period,
    isUpgradeLoop,
    next,
    device: end.device,
    start: start.device.id,
    counts: [end.failures, end.successes, end.attempt],
    settings: settingsOf(end),
    rounds: rounds.map(({ state, steps, failed, consulted, ...round }) => ({
      ...round,
      consulted: [...consulted].sort(),
      settings: settingsOf(state),
      failed: failed && steps.indexOf(failed),
      steps: steps.map(({ applied, ...step }) => ({ ...step, applied: applied?.changes.map(({ name }) => name) })),
    })),
  };
}
