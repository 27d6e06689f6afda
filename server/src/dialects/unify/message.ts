import { namespace } from "./policy";

/** A whole message of the server: an action, and items of which those with the same index belong together. */
export function messageOf(action: string, items: readonly string[]): string {
  const list = items.length === 0 ? "" : `\n<ItemList>\n${items.join("\n")}\n</ItemList>`;
  return `<DLSMessage xmlns="${namespace}">\n<Message>\n<Action>${action}</Action>${list}\n</Message>\n</DLSMessage>\n`;
}

export function item(name: string, value: string, index?: number): string {
  return `<Item name="${name}"${index === undefined ? "" : ` index="${index}"`}>${value}</Item>`;
}

/** A file that sets these items. */
export const written = (...items: readonly string[]) => messageOf("WriteItems", items);
