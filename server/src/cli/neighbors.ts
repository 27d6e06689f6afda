import { readdirSync } from "node:fs";
import type { Dialect } from "../dialects/dialect";
import { baseOf, folderOf, joinPath } from "../node/filePath";
import { readOrdinarySync } from "../node/ordinaryFile";
import type { Neighbors } from "../profile/neighbors";
import type { ProfileDocument } from "../profile/profileDocument";
import type { Catalogue } from "../schema/catalogue";
import { decode } from "./encoding";
import type { Input } from "./inputs";

/** Larger files are not read only because another one names them. */
const maxBytes = 20_000_000;

/** The folder of a file, read where a check asks; undefined for standard input. */
export function neighborsOf(
  { name, path }: Pick<Input, "name" | "path">,
  { dialect, catalogue }: { readonly dialect: Dialect; readonly catalogue: Catalogue },
): Neighbors | undefined {
  if (name === "-") return undefined;
  const folder = folderOf(path);
  let names: readonly string[] | undefined;
  const known = new Map<string, ProfileDocument | undefined>();
  const own = baseOf(path);
  return {
    own: own.toString(),
    get names() {
      names ??= listed(folder);
      return names;
    },
    read(other) {
      if (!known.has(other)) known.set(other, this.names.includes(other) ? readFile(other) : undefined);
      return known.get(other);
    },
  };

  function readFile(other: string): ProfileDocument | undefined {
    try {
      const { text } = decode(readOrdinarySync(joinPath(folder, other), { limit: maxBytes }));
      return dialect.read(text, catalogue);
    } catch {
      return undefined;
    }
  }
}

function listed(folder: Parameters<typeof joinPath>[0]): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => name);
  } catch {
    return [];
  }
}
