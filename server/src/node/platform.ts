import { createCipheriv, createDecipheriv } from "node:crypto";
import type { Platform } from "../encryption/platform";

const { crypto, CompressionStream, DecompressionStream } = globalThis as unknown as Platform;

/** Node has the Web's cryptography and streams under the Web's names, and CBC over any number of calls of its own. */
export const platform: Platform = {
  crypto,
  CompressionStream,
  DecompressionStream,
  cbc: (how, key, iv) =>
    (how === "encrypt" ? createCipheriv : createDecipheriv)("aes-256-cbc", key, iv).setAutoPadding(false),
};
