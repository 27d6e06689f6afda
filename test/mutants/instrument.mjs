// The source with every change in it, and the tests built with that.
import { readFileSync } from "node:fs";
import path from "node:path";
import { Instrumenter } from "@stryker-mutator/instrumenter";
import { buildTests, root } from "../build.mjs";

/** Texts for people, and what no test can notice. */
const ignorer = {
  shouldIgnore(place) {
    const { node, parent } = place;
    if (node.type !== "StringLiteral" && node.type !== "TemplateLiteral") return undefined;
    if (parent?.type === "CallExpression" && parent.callee.object?.name === "l10n") return "a text for people";
    if (parent?.type === "ObjectProperty" && /^(?:title|text|bad|good|label)$/.test(parent.key.name ?? ""))
      return "a text for people";
    // `list[i] ?? ""`, which the type checker asks for where the list is never that short
    if (
      parent?.type === "LogicalExpression" &&
      parent.operator === "??" &&
      parent.right === node &&
      isIndexed(parent.left)
    )
      return "a value that the type checker asks for";
    return undefined;
  },
};

function isIndexed(node) {
  return (node.type === "MemberExpression" || node.type === "OptionalMemberExpression") && node.computed;
}

const silent = new Proxy({}, { get: () => () => undefined });

/** Builds the tests into `out`/tests; returns the changes. */
export async function buildInstrumented(files, tests, out) {
  const instrumenter = new Instrumenter(silent);
  const result = await instrumenter.instrument(
    files.map((name) => ({ name, content: readFileSync(path.join(root, name), "utf8"), mutate: true })),
    { plugins: null, excludedMutations: [], ignorers: [ignorer], mutators: [] },
  );
  const contents = new Map(result.files.map(({ name, content }) => [path.join(root, name), content]));
  const instrumented = {
    name: "instrumented",
    setup(building) {
      building.onLoad({ filter: /[\\/]server[\\/]src[\\/].*\.ts$/ }, ({ path: file }) => {
        const text = contents.get(file);
        return text === undefined ? undefined : { contents: text, loader: "ts" };
      });
    },
  };
  await buildTests(tests, path.join(out, "tests"), [instrumented]);
  const lines = new Map(files.map((name) => [name, readFileSync(path.join(root, name), "utf8").split("\n")]));
  return result.mutants
    .filter(({ status }) => status !== "Ignored")
    .map(({ id, fileName, location, mutatorName, replacement }) => ({
      id: Number(id),
      file: path.relative(root, path.resolve(root, fileName)),
      line: location.start.line + 1,
      mutator: mutatorName,
      original: cut(lines.get(fileName), location),
      replacement,
    }));
}

function cut(lines, { start, end }) {
  if (start.line === end.line) return lines[start.line].slice(start.column, end.column);
  return [
    lines[start.line].slice(start.column),
    ...lines.slice(start.line + 1, end.line),
    lines[end.line].slice(0, end.column),
  ].join("\n");
}
