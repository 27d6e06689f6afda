import { createRequire } from "node:module";
import { homedir } from "node:os";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { isMainThread, workerData } from "node:worker_threads";
import { atEnd, runCompiled } from "../node/compiledCode";
import { compiledFolder } from "../node/compiledFolder";
import { lateOptimizing } from "../node/lateOptimizing";
import { serverFlags } from "../node/serverFlags";
import type { runOneFile } from "./oneFile";
import type { Job } from "./threads";
import { isVerbName } from "./verbNames";

// The command line is a file beside this one, which would take longer to compile than most commands take. Threads run this
// file too. Each verb uses a part of it and has its compiled functions kept apart. What encrypts and decrypts single files is
// in a small file of its own: that takes hardly longer than its start.

const words = process.argv.slice(2);
const verb: unknown = isMainThread ? words[0] : (workerData as Job).work;

/**
 * Found by trying `check` of 3,000 files, which takes 8.8 seconds of processor time in place of 12.6 on two threads, and
 * `resolve` of a device, which takes half of what it took. With 1,000,000 these take a tenth less, and `plan` of 20,000
 * phones a fifth more.
 */
const commandBudget = 300_000;

function runWhole(): void {
  // A command that is started by its name cannot be given options of V8. Threads have those of the process.
  if (isMainThread)
    for (const option of verb === "lsp" ? serverFlags : lateOptimizing(commandBudget)) setFlagsFromString(option);
  runCompiled(
    path.join(__dirname, "commands.js"),
    compiledFolder(process.env, process.platform, homedir()),
    isMainThread ? atEnd : () => {},
    isVerbName(verb) ? verb : "",
  );
}

if (isMainThread && (words[0] === "encrypt" || words[0] === "decrypt")) {
  const oneFile = createRequire(__filename)("./oneFile.js") as { readonly runOneFile: typeof runOneFile };
  oneFile.runOneFile(words, runWhole);
} else runWhole();
