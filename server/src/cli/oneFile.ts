import { runCommandLine } from "./commandLine";
import { decrypt } from "./decrypt";
import { encryptVerb } from "./encryptVerb";
import { programOf } from "./program";
import { endWith, guardOutput } from "./standardOutput";

// Encrypts and decrypts a file in less time than the whole command line takes to be read.

/** Does what `words` ask for; a folder is left to `runWhole`, which runs the whole command line with the same words. */
export function runOneFile(words: readonly string[], runWhole: () => void): void {
  const encrypt = encryptVerb(() => {
    runWhole();
    return new Promise<never>(() => {}); // the run ends there
  });
  guardOutput();
  void runCommandLine((finish) => programOf([encrypt, decrypt], finish), words, endWith);
}
