// Prints catalogue files: one short line for what fits, so that a parameter is a few readable lines.
import { writeFileSync } from "node:fs";

const width = 118;

export function print(value, indent = "") {
  const flat = oneLine(value);
  if (typeof value !== "object" || value === null) return flat;
  if (indent.length + flat.length <= width && !isLong(value)) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== "object")) return fill(value.map(oneLine), indent);
    return `[\n${value.map((item) => inner + print(item, inner)).join(",\n")}\n${indent}]`;
  }
  const members = Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${print(item, inner)}`);
  return `{\n${members.join(",\n")}\n${indent}}`;
}

/** A parameter, section or file is always spread over lines; only what is inside may be short. */
function isLong(value) {
  return (
    !Array.isArray(value) && ("note" in value || "parameters" in value || "sections" in value || "meaning" in value)
  );
}

function oneLine(value) {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`);
    return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
  }
  return JSON.stringify(value);
}

function fill(items, indent) {
  const inner = `${indent}  `;
  const lines = [];
  let line = inner;
  for (const [i, item] of items.entries()) {
    const text = i < items.length - 1 ? `${item},` : item;
    if (line.length > inner.length && line.length + text.length + 1 > width) {
      lines.push(line);
      line = inner;
    }
    line += line.length > inner.length ? ` ${text}` : text;
  }
  return `[\n${[...lines, line].join("\n")}\n${indent}]`;
}

export function printFile(file, value) {
  writeFileSync(file, `${print(value)}\n`);
}
