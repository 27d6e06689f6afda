import type { SyntaxWord } from "../profile/cursorContext";
import type { Setting } from "../profile/setting";
import { contains, type Span } from "../text/span";
import { elementOf } from "./element";
import type { XmlPolicy } from "./policy";

/** The attribute at a place inside a setting, with what it means. One that is the name or the value is none. */
export function syntaxAt(
  { attributes: known, named }: XmlPolicy,
  setting: Setting,
  inside: number,
): { readonly span: Span; readonly page: string | undefined } | undefined {
  const { attributes, form } = elementOf(setting);
  if (form === "attribute") return undefined;
  const attribute = attributes.find(({ span }) => contains(span, inside));
  if (!attribute || attribute.name === named?.attribute) return undefined;
  return { span: attribute.span, page: known.find(({ name }) => name === attribute.name)?.page() };
}

/** The attributes that an element does not have yet. */
export function attributeNames({ attributes }: XmlPolicy, present: readonly string[]): readonly SyntaxWord[] {
  return attributes.flatMap(({ name, offer }) =>
    offer && !present.includes(name)
      ? {
          label: name,
          kind: "attribute",
          insert: { plain: `${name}=""`, snippet: `${name}="\${1}"` },
          detail: offer.detail(),
        }
      : [],
  );
}

export function attributeValues({ attributes }: XmlPolicy, name: string): readonly SyntaxWord[] {
  const values = attributes.find((attribute) => attribute.name === name)?.offer?.values ?? [];
  return values.map((label) => ({ label, kind: "attribute value" }));
}
