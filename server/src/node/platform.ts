import { createCipheriv, createDecipheriv } from "node:crypto";
import type { Platform } from "../encryption/platform";

const web = globalThis as unknown as Platform;

/**
 * Node has the Web's cryptography and streams under the Web's names, and CBC over any number of calls of its own. It loads
 * each when it is first asked for, which few runs do.
 */
export const platform: Platform = {
  get crypto() {
    return web.crypto;
  },
  get CompressionStream() {
    return web.CompressionStream;
  },
  get DecompressionStream() {
    return web.DecompressionStream;
  },
  cbc: (how, key, iv) =>
    (how === "encrypt" ? createCipheriv : createDecipheriv)("aes-256-cbc", key, iv).setAutoPadding(false),
};
