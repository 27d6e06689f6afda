import type { Context } from "./context";

/** Asks for the files with the data of the template in the editor, and remembers them. */
export async function chooseTemplateData({ templates }: Context): Promise<void> {
  const template = templates.active();
  if (template) await templates.choose(template);
}
