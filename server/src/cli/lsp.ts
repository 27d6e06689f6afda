import { exit, UsageError, type Verb } from "./verb";

export const lsp: Verb = (program) => {
  program
    .command("lsp")
    .summary("run the language server")
    .option("--stdio", "communicate over standard input and output")
    .option("--clientProcessId <pid>", "exit when this process exits")
    .action(async ({ stdio }: { readonly stdio?: boolean }) => {
      if (!stdio) throw new UsageError("lsp requires --stdio.");
      process.stdout.once("error", () => process.exit(exit.clean)); // the client is gone
      // Run when asked for only, so that checking does not load the protocol.
      const [{ connect }, { startServer }] = await Promise.all([import("../node/main"), import("../lsp/startServer")]);
      startServer(connect());
    });
};
