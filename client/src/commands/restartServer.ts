import type { Context } from "../context";

export async function restartServer({ client, log, ready }: Context): Promise<void> {
  if (client.isRunning()) await client.stop();
  await ready();
  log.info("the language server has been started again");
}
