import type { Context } from "./context";

/** Shows the template in the editor with its next row. */
export async function nextRow({ templates }: Context): Promise<void> {
  const template = templates.active();
  if (template) await templates.step(template, 1);
}
