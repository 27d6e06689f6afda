import type { Context } from "./context";

/** Shows the template in the editor with the row before. */
export async function previousRow({ templates }: Context): Promise<void> {
  const template = templates.active();
  if (template) await templates.step(template, -1);
}
