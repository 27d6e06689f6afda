import type { Platform } from "../../server/src/encryption/platform";

/** The host of the tests. */
export const platform = globalThis as unknown as Platform;
