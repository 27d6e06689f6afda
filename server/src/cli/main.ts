import { runCommandLine } from "./commandLine";
import { guardOutput } from "./standardOutput";

guardOutput();
void runCommandLine(process.argv.slice(2), (code) => {
  process.exitCode = code;
});
