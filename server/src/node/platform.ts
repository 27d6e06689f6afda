import type { Platform } from "../sealed/platform";

/** Node has the Web's cryptography and streams under the Web's names. */
export const platform = globalThis as unknown as Platform;
