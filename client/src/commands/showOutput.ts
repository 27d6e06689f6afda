import type { Context } from "./context";

export function showOutput({ log }: Context): void {
  log.show();
}
