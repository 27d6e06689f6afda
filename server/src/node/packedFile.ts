import { readFileSync } from "node:fs";
import path from "node:path";

/** The text of a file that the build put beside the bundle; undefined when there is none. */
export function packedFile(name: string): string | undefined {
  try {
    return readFileSync(path.join(__dirname, name), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return undefined;
  }
}
