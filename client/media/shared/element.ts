type Child = Node | string | false | undefined;

/** An element with attributes and children; text is never read as markup. `true` sets an attribute without value. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (typeof value === "string") made.setAttribute(key, value);
  }
  for (const child of children.flat()) if (child !== false && child !== undefined) made.append(child);
  return made;
}
