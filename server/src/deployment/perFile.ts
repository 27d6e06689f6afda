import type { SiteFile } from "./exchange";

/** Remembers what is read of a file, as one file goes to many phones. */
export function perFile<T extends object>(read: (file: SiteFile) => T): (file: SiteFile) => T {
  const known = new WeakMap<SiteFile, T>();
  return (file) => {
    let found = known.get(file);
    if (!found) {
      found = read(file);
      known.set(file, found);
    }
    return found;
  };
}
