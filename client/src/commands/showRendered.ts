import type { Context } from "./context";

/** Opens what the template in the editor makes of a row, beside it. */
export async function showRendered({ templates }: Context): Promise<void> {
  const template = templates.active();
  if (template) await templates.show(template);
}
