import { isMainThread } from "node:worker_threads";
import { runCommandLine } from "./commandLine";
import { endWith, guardOutput } from "./standardOutput";
import { work } from "./threads";
import { makeProgram } from "./wholeProgram";
import { works } from "./work";

if (isMainThread) {
  guardOutput();
  void runCommandLine(makeProgram, process.argv.slice(2), endWith);
} else void work(works);
