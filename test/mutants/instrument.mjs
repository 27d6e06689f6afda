// The source with every change in it, and the tests and the command line built with that, twice: once to note which test
// reaches which change, once to run with one change, without the notes, which take most of the time.
import { readFileSync } from "node:fs";
import path from "node:path";
import { Instrumenter } from "@stryker-mutator/instrumenter";
import { buildTests, root } from "../build.mjs";
import { bundleCommandLine } from "../support/commandLineBundle.mjs";

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

/** Where node:test comes from in the tests that are built. */
const testing = path.join(root, "test/mutants/asked.mjs");

/** Builds the tests into `out`/noting and `out`/running, each with its command line; returns the changes. */
export async function buildInstrumented(files, tests, out) {
  const instrumenter = new Instrumenter(silent);
  const result = await instrumenter.instrument(
    files.map((name) => ({ name, content: readFileSync(path.join(root, name), "utf8"), mutate: true })),
    { plugins: null, excludedMutations: [], ignorers: [ignorer], mutators: [] },
  );
  for (const way of ["noting", "running"]) {
    const contents = new Map(result.files.map(({ name, content }) => [path.join(root, name), ways[way](content)]));
    const plugins = [instrumented(contents), askedTests];
    await buildTests(tests, path.join(out, way), plugins);
    await bundleCommandLine(path.join(out, way, "cli"), plugins);
  }
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
    }))
    .filter(({ mutator, original }) => !(mutator === "OptionalChaining" && isAskedOfIndexed.test(original)));
}

/** `list[i]?.name`, likewise asked for. */
const isAskedOfIndexed = /\]\?\.\w+$/;

/** Stryker's own functions count each pass by name, in every file; these are the same and cheap. */
const ways = {
  noting: (text) =>
    text.includes(header)
      ? `const reached_9fa48: Uint8Array = ((globalThis as any).mutantsReached ??= new Uint8Array(1 << 17));
function stryCov_9fa48(...ids: number[]) { for (const id of ids) reached_9fa48[id] = 1; }
${withoutHeader(text)
  .replace(/stryCov_9fa48\(([\d", ]*)\)/g, (_, ids) => `stryCov_9fa48(${ids.replaceAll('"', "")})`)
  .replace(/stryMutAct_9fa48\("\d+"\)/g, "false")}`
      : text,
  running: (text) =>
    text.includes(header)
      ? `const active_9fa48: number = Number((globalThis as any).process?.env.MUTANTS_ACTIVE ?? -1);
${withoutHeader(text)
  .replace(/stryCov_9fa48\([\d", ]*\)/g, "0")
  .replace(/stryMutAct_9fa48\("(\d+)"\)/g, "(active_9fa48 === $1)")}`
      : text,
};

const header = "function stryNS_9fa48()";

function withoutHeader(text) {
  const end = /function stryMutAct_9fa48\(id\) \{[\s\S]*?\n\}\n/.exec(text);
  const start = text.indexOf(header);
  return text.slice(0, start) + text.slice(end.index + end[0].length);
}

function instrumented(contents) {
  return {
    name: "instrumented",
    setup(building) {
      building.onLoad({ filter: /[\\/]server[\\/]src[\\/].*\.ts$/ }, ({ path: file }) => {
        const text = contents.get(file);
        return text === undefined ? undefined : { contents: text, loader: "ts" };
      });
    },
  };
}

const askedTests = {
  name: "asked-tests",
  setup(building) {
    building.onResolve({ filter: /^node:test$/ }, ({ importer }) =>
      importer === testing ? undefined : { path: testing },
    );
  },
};

function cut(lines, { start, end }) {
  if (start.line === end.line) return lines[start.line].slice(start.column, end.column);
  return [
    lines[start.line].slice(start.column),
    ...lines.slice(start.line + 1, end.line),
    lines[end.line].slice(0, end.column),
  ].join("\n");
}
