import { createRequire } from "node:module";
import path from "node:path";
import { exit, UsageError, type Verb } from "./verb";

export const lsp: Verb = (program) => {
  program
    .command("lsp")
    .summary("run the language server")
    .option("--stdio", "communicate over standard input and output")
    .option("--clientProcessId <pid>", "exit when this process exits")
    .action(({ stdio }: { readonly stdio?: boolean }) => {
      if (!stdio) throw new UsageError("lsp requires --stdio.");
      process.stdout.once("error", () => process.exit(exit.clean)); // the client is gone
      // The bundle beside this one, so that checking does not load the protocol.
      createRequire(__filename)(path.join(__dirname, "server.js"));
    });
};
