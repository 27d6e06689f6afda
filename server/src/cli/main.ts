import { isMainThread } from "node:worker_threads";
import { runCommandLine } from "./commandLine";
import { guardOutput } from "./standardOutput";
import { work } from "./threads";
import { makeProgram } from "./wholeProgram";
import { works } from "./work";

if (isMainThread) {
  guardOutput();
  void runCommandLine(makeProgram, process.argv.slice(2), (code) => {
    process.exitCode = code;
  });
} else void work(works);
