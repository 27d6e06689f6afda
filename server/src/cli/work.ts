import type { Work } from "./threads";

/** What threads can do, by the name that a job has for it: that of the verb. */
export const works: Readonly<Record<string, () => Promise<Work<never, unknown>>>> = {
  check: async () => (await import("./check/checkWork")).checkWork,
  drift: async () => (await import("./driftWork")).driftWork,
  encrypt: async () => (await import("./encryptWork")).encryptWork,
  fleet: async () => (await import("./fleetWork")).fleetWork,
  format: async () => (await import("./formatWork")).formatWork,
  plan: async () => (await import("./plan/planWork")).planWork,
};
