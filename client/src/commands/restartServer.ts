import type { Context } from "./context";

export async function restartServer({ server, log, ready }: Context): Promise<void> {
  await server.stop();
  await ready();
  log.info("the language server has been started again");
}
