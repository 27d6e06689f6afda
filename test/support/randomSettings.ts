import fc from "fast-check";

// Random settings of profiles, for what must be true of whatever a site contains.

export const words = (text: string) => fc.constantFrom(...text.split(" "));

/** Elements of profiles; `_` in `attributes` is an element without one. */
export function randomElement(
  names: fc.Arbitrary<string>,
  values: fc.Arbitrary<string>,
  attributes: string,
): fc.Arbitrary<string> {
  const attribute = words(attributes).map((text) => (text === "_" ? "" : ` ${text}`));
  return fc
    .tuple(names, values, attribute, fc.nat(7))
    .map(([name, value, attribute, form]) =>
      form === 0
        ? `<${name}${attribute}/>`
        : form === 1
          ? `<${name}${attribute}></${name}>`
          : `<${name}${attribute}>${value.replaceAll("&", "&amp;")}</${name}>`,
    );
}
