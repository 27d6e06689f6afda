import { homedir } from "node:os";
import path from "node:path";
import { isMainThread } from "node:worker_threads";
import { atEnd, runCompiled } from "../node/compiledCode";
import { compiledFolder } from "../node/compiledFolder";

// The command line is a file beside this one, which would take longer to compile than most commands take. Threads run this
// file too.

runCompiled(
  path.join(__dirname, "commands.js"),
  compiledFolder(process.env, process.platform, homedir()),
  isMainThread ? atEnd : () => {},
);
