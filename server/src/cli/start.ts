import { createRequire } from "node:module";
import { homedir } from "node:os";
import path from "node:path";
import { isMainThread, workerData } from "node:worker_threads";
import { atEnd, runCompiled } from "../node/compiledCode";
import { compiledFolder } from "../node/compiledFolder";
import { optimizeLate } from "../node/optimizeLate";
import type { runOneFile } from "./oneFile";
import type { Job } from "./threads";
import { isVerbName } from "./verbNames";

// The command line is a file beside this one, which would take longer to compile than most commands take. Threads run this
// file too. Each verb uses a part of it and has its compiled functions kept apart. What encrypts and decrypts single files is
// in a small file of its own: that takes hardly longer than its start.

const words = process.argv.slice(2);
const verb: unknown = isMainThread ? words[0] : (workerData as Job).work;

const runWhole = () =>
  runCompiled(
    path.join(__dirname, "commands.js"),
    compiledFolder(process.env, process.platform, homedir()),
    isMainThread ? atEnd : () => {},
    isVerbName(verb) ? verb : "",
  );

// The option is of the whole process.
if (isMainThread) optimizeLate();
if (isMainThread && (words[0] === "encrypt" || words[0] === "decrypt")) {
  const oneFile = createRequire(__filename)("./oneFile.js") as { readonly runOneFile: typeof runOneFile };
  oneFile.runOneFile(words, runWhole);
} else runWhole();
