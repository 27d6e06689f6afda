import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { areas } from "./areas/index";

interface Vector {
  readonly id: string;
  readonly area: string;
  readonly input: unknown;
  readonly context: Readonly<Record<string, unknown>>;
  readonly expected: unknown;
}

/** Runs the vectors of `files`; prints each failing id and the count. Returns the exit code. */
export async function run(files: readonly string[]): Promise<number> {
  if (files.length === 0) {
    console.error("usage: npm run vectors -- FILE…");
    return 2;
  }
  let passed = 0;
  let failed = 0;
  for (const file of files) {
    const { vectors } = JSON.parse(readFileSync(file, "utf8")) as { vectors: readonly Vector[] };
    for (const vector of vectors) {
      const problem = await judge(vector);
      if (problem === undefined) passed++;
      else {
        failed++;
        console.log(`${vector.id}: ${problem}`);
      }
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** What is wrong with the product's answer; undefined when it is the expected one. */
async function judge(vector: Vector): Promise<string | undefined> {
  const area = areas[vector.area];
  if (!area) return `area ${vector.area} is not implemented`;
  let actual: unknown;
  try {
    actual = await area(vector.input, vector.context ?? {}, vector.expected);
  } catch (error) {
    return `threw ${(error as Error).stack}`;
  }
  if (isDeepStrictEqual(actual, vector.expected)) return undefined;
  return `expected ${JSON.stringify(vector.expected)}, got ${JSON.stringify(actual)}`;
}
