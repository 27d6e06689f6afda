import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { globSync } from "tinyglobby";

const files = globSync(["server/src/**/*.ts", "client/src/**/*.ts", "client/media/**/*.ts"]).filter(
  (file) => !file.endsWith(".d.ts"),
);

/** Modules that each module imports; `import type` is not an import when the program runs. */
function importGraph(includesTypes: boolean): ReadonlyMap<string, readonly string[]> {
  return new Map(
    files.map((file) => {
      const text = readFileSync(file, "utf8");
      const found = [
        ...text.matchAll(/^(?:import|export)\s+(type\s)?([^"';]*?)from\s+"(\.[^"]+)"|\bimport\("(\.[^"]+)"\)/gm),
      ];
      const imports = found.flatMap(([, isType, names = "", from, lazy]) => {
        const members = /^\{([^}]*)\}\s*$/
          .exec(names)?.[1]
          ?.split(",")
          .filter((name) => name.trim() !== "");
        const isTypeOnly = isType !== undefined || members?.every((name) => /^\s*type\s/.test(name));
        return isTypeOnly && !includesTypes ? [] : [resolved(file, (from ?? lazy) as string)];
      });
      return [file, imports.filter((each) => each !== undefined)];
    }),
  );
}

function resolved(file: string, target: string): string | undefined {
  const base = path.join(path.dirname(file), target);
  return [`${base}.ts`, path.join(base, "index.ts"), base].find((each) => each.endsWith(".ts") && existsSync(each));
}

/** Circles of modules, each as its shortest way round. */
function circles(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found = new Set<string>();
  for (const start of graph.keys()) {
    const before = new Map<string, string>();
    const queue = [start];
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      for (const next of graph.get(at) ?? []) {
        if (next === start) {
          const way = [start];
          for (let back = at; back !== start; back = before.get(back) as string) way.unshift(back);
          found.add([...way].sort().join(" - "));
          queue.length = 0;
          break;
        }
        if (before.has(next)) continue;
        before.set(next, at);
        queue.push(next);
      }
    }
  }
  return [...found].sort();
}

test("no modules import each other in a circle when the program runs", () => {
  assert.ok(files.length > 400);
  const graph = importGraph(false);
  assert.ok([...graph.values()].flat().length > 1_000);
  assert.deepEqual(circles(graph), []);
});

test("no modules of the server import each other's types in a circle", () => {
  const ofServer = [...importGraph(true)].filter(([file]) => file.startsWith("server/src/"));
  assert.deepEqual(circles(new Map(ofServer)), []);
});

test("a circle is found", () => {
  const graph = new Map([
    ["a", ["b"]],
    ["b", ["c", "d"]],
    ["c", ["a"]],
    ["d", []],
  ]);
  assert.deepEqual(circles(graph), ["a - b - c"]);
});
