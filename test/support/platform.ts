import type { Platform } from "../../server/src/sealed/platform";

/** The host of the tests. */
export const platform = globalThis as unknown as Platform;
