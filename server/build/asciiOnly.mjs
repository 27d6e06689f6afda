import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * An esbuild plugin: escapes what esbuild leaves beyond ASCII, which is in regular expressions. With one such character V8
 * keeps the whole bundle with two bytes for each of its characters.
 */
export const asciiOnly = {
  name: "ascii-only",
  setup(build) {
    const { absWorkingDir = ".", outfile, write } = build.initialOptions;
    if (write === false) return;
    build.onEnd(({ errors }) => {
      if (errors.length > 0) return;
      const file = path.resolve(absWorkingDir, outfile);
      const code = readFileSync(file, "utf8");
      const escaped = code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
      if (escaped !== code) writeFileSync(file, escaped);
    });
  },
};
