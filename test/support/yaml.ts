import { readFileSync } from "node:fs";

/** The package has no types of its own. */
const name: string = "js-yaml";

export async function readYaml<T>(file: string): Promise<T> {
  const { load } = (await import(name)) as { load(text: string): unknown };
  return load(readFileSync(file, "utf8")) as T;
}
