// The documents of the benchmark: the same parameters as flat-profile XML, and as JSON, YAML and XML with a
// schema for other servers. Every hundredth value is wrong.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** Parameters that all formats can say: a name, a kind and a good value. */
function parameters(root) {
  const folder = path.join(root, "schemas/cisco-flat-profile/parameters");
  const found = new Map();
  for (const file of readdirSync(folder).sort()) {
    const { sections } = JSON.parse(readFileSync(path.join(folder, file), "utf8"));
    for (const section of sections)
      for (const parameter of section.parameters) {
        if (parameter.path || /\{letter\}/.test(parameter.name) || !/^[A-Za-z]/.test(parameter.name)) continue;
        const kind = { Bool: "bool", Uns: "int", Time: "int", Port: "int", Enum: "enum", Str: "text" }[parameter.type];
        if (!kind || (kind === "enum" && !(parameter.options?.length > 1))) continue;
        if (kind === "int" && !/^\d+$/.test(parameter.default ?? "")) continue;
        const most = Math.min(16, ...Object.values(parameter.index ?? { none: [1, 1] }).map(([, high]) => high));
        for (let n = 1; n <= most; n++) {
          const name = parameter.name.replace(/\{\w+\}/g, String(n));
          if (!found.has(name)) found.set(name, { name, kind, options: parameter.options, number: parameter.default });
        }
      }
  }
  return [...found.values()];
}

function sampleOf({ kind, options, number }, wrong) {
  if (kind === "bool") return wrong ? "Perhaps" : "Yes";
  if (kind === "int") return wrong ? "many" : number;
  if (kind === "enum") return wrong ? "none of these" : options[0];
  return "text";
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Writes the documents of `sizes`; returns their addresses by format and size. */
export function writeDocuments(root, sizes) {
  const folder = path.join(root, "out/bench");
  mkdirSync(folder, { recursive: true });
  const all = parameters(root);
  const schemaFile = path.join(folder, "profile.schema.json");
  const properties = Object.fromEntries(
    all.map(({ name, kind, options }) => [
      name,
      { bool: { enum: ["Yes", "No"] }, int: { type: "integer" }, enum: { enum: options }, text: { type: "string" } }[
        kind
      ],
    ]),
  );
  const one = { type: "object", additionalProperties: false, properties };
  writeFileSync(
    schemaFile,
    JSON.stringify({ $schema: "http://json-schema.org/draft-07/schema#", anyOf: [one, { type: "array", items: one }] }),
  );
  const documents = {};
  for (const size of sizes) {
    const groups = [];
    for (let done = 0; done < size; ) {
      const group = all.slice(0, Math.min(all.length, 3000, size - done)).map((parameter, i) => {
        const wrong = parameter.kind !== "text" && (done + i) % 100 === 50;
        return { ...parameter, value: sampleOf(parameter, wrong) };
      });
      groups.push(group);
      done += group.length;
    }
    const xmlGroup = (group) =>
      `<flat-profile>\n${group.map(({ name, value }) => `  <${name} ua="na">${escaped(value)}</${name}>\n`).join("")}</flat-profile>\n`;
    const jsonValue = ({ kind, value }) =>
      kind === "int" && /^\d+$/.test(value) ? String(Number(value)) : JSON.stringify(value);
    const jsonGroup = (group) =>
      `{\n${group.map((p) => `  ${JSON.stringify(p.name)}: ${jsonValue(p)}`).join(",\n")}\n}`;
    const yamlGroup = (group, indent) =>
      group.map((p, i) => `${indent && i === 0 ? "- " : indent}${p.name}: ${jsonValue(p)}\n`).join("");
    const texts = {
      xml: groups.length === 1 ? xmlGroup(groups[0]) : `<device>\n${groups.map(xmlGroup).join("")}</device>\n`,
      json: groups.length === 1 ? `${jsonGroup(groups[0])}\n` : `[\n${groups.map(jsonGroup).join(",\n")}\n]\n`,
      yaml: groups.length === 1 ? yamlGroup(groups[0], "") : groups.map((group) => yamlGroup(group, "  ")).join(""),
    };
    for (const [format, text] of Object.entries(texts)) {
      const file = path.join(folder, `profile-${size}.${format}`);
      writeFileSync(file, text);
      documents[`${format}-${size}`] = { uri: pathToFileURL(file).href, text };
    }
  }
  return { documents, schemaUri: pathToFileURL(schemaFile).href };
}
