import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { unknownDevice } from "../../server/src/analysis/deviceChoice";
import { resolveParameter } from "../../server/src/schema/effectiveParameter";
import { catalogue } from "../support/catalogue";
import { dialect } from "../support/problems";

/** The examples, and a profile of `count` parameters of the catalogue. */
export function soakTexts(count: number): readonly string[] {
  const folder = path.resolve("examples");
  const examples = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".xml"))
    .sort()
    .map((name) => readFileSync(path.join(folder, name), "utf8"));
  const names = catalogue.concreteNames({});
  const elements = Array.from({ length: count }, (_, i) => {
    const name = names[(i * 7) % names.length] ?? "GPP_A";
    return `<${name} ua="na">${["Yes", "No", "60", "", "a.example.com"][i % 5]}</${name}>`;
  });
  return [...examples, dialect.file(elements), dialect.file(elements.slice(0, 40)), "<catalog><book/></catalog>\n"];
}

/** Files of so many settings each, in profiles of at most 3,000: with the defaults of phones, one in a hundred wrong. */
export function largeTexts(sizes: readonly number[]): readonly string[] {
  const settings = catalogue
    .concreteNames({})
    .slice(0, 3000)
    .map((name, i) => {
      const found = catalogue.find(name);
      const value = found ? resolveParameter(found, name, unknownDevice, catalogue).default : undefined;
      return dialect.write.element(name, i % 100 === 50 ? "many words" : (value ?? ""));
    });
  return sizes.map((size) => {
    const profiles: string[] = [];
    for (let from = 0; from < size; from += settings.length)
      profiles.push(dialect.file(settings.slice(0, size - from)));
    return profiles.length === 1 ? (profiles[0] ?? "") : `<device>\n${profiles.join("")}</device>\n`;
  });
}
