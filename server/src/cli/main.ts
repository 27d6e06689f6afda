import { isMainThread } from "node:worker_threads";
import { runCommandLine } from "./commandLine";
import { endWith, guardOutput } from "./standardOutput";
import { work } from "./threads";
import { programFor } from "./wholeProgram";
import { works } from "./work";

if (isMainThread) {
  guardOutput();
  const words = process.argv.slice(2);
  void runCommandLine((finish) => programFor(words, finish), words, endWith);
} else void work(works);
