import type { ProfileDocument } from "./profileDocument";

/** Works something out once for each version of a file. */
export function perDocument<T>(make: (document: ProfileDocument) => T): (document: ProfileDocument) => T {
  const kept = new WeakMap<ProfileDocument, { readonly result: T }>();
  return (document) => {
    let known = kept.get(document);
    if (!known) {
      known = { result: make(document) };
      kept.set(document, known);
    }
    return known.result;
  };
}
