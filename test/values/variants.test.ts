import assert from "node:assert/strict";
import { test } from "node:test";
import { resolveParameter } from "../../server/src/schema/effectiveParameter";
import type { EffectiveParameter } from "../../server/src/schema/model";
import type { Problem, Span } from "../../server/src/text/span";
import type { ValueType } from "../../server/src/values/valueType";
import { catalogue } from "../support/catalogue";
import { checkGolden } from "../support/golden";
import { dialect } from "../support/problems";
import { read } from "../support/read";
import { applied } from "../support/value";
import { variantsOf } from "../support/variants";

// What every type says of the values of the catalogue and of the manual's examples, and of values near them.

const device = { certainty: "unknown", reason: "" } as const;
const maxValues = 9;
const maxVariants = 14;

interface Sample {
  readonly text: string;
  readonly at: EffectiveParameter;
}

/** By type, in the order in which they are found. */
const samples = new Map<string, Map<string, Sample>>();

function add(text: string, at: EffectiveParameter): void {
  if (text.trim() === "" || text.length > 300) return;
  const { type } = at.parameter;
  const list = samples.get(type) ?? new Map<string, Sample>();
  samples.set(type, list);
  // one of each shape: letters and digits count as the same
  const shape = text.replace(/[A-Za-z]+/g, "a").replace(/\d/g, "1");
  if (list.size < maxValues && !list.has(shape)) list.set(shape, { text: text.trim(), at });
}

const places = new Map<string, EffectiveParameter>();
for (const name of catalogue.concreteNames({})) {
  const found = catalogue.find(name);
  if (!found || places.has(found.parameter.type)) continue;
  places.set(found.parameter.type, resolveParameter(found, name, device, catalogue));
}
for (const { examples } of [...dialect.pages, ...dialect.checks])
  for (const { bad, good } of examples)
    for (const text of [bad, good])
      for (const segment of read(text).segments)
        for (const { name, path, text: value } of segment.settings) {
          const found = catalogue.find(name, path);
          if (found) add(value, resolveParameter(found, name, device, catalogue));
        }
for (const [id, { example }] of catalogue.types) {
  const at = places.get(id);
  if (at && typeof example === "string") add(example, at);
}
for (const name of catalogue.concreteNames({})) {
  const found = catalogue.find(name);
  if (!found) continue;
  const at = resolveParameter(found, name, device, catalogue);
  if (at.default) add(at.default, at);
}

const place = ({ start, end }: Span) => `${start}-${end}`;

function problemWords({ code, severity, span }: Problem): string {
  return `${severity} ${code} ${place(span)}`;
}

/** Lines with all that a type says of one value. */
function* reported(type: ValueType, { text, at }: Sample): Generator<string> {
  yield `${type.id} ${at.name} ${JSON.stringify(text)}`;
  for (const problem of type.check(text, at)) {
    yield `  ${problemWords(problem)} ${problem.message}`;
    for (const fix of problem.fixes ?? [])
      yield `    ${fix.safe ? "safe: " : ""}${fix.title} → ${JSON.stringify(applied(text, fix))}`;
  }
  const words = type.describe?.(text, at);
  if (words !== undefined) yield `  words${type.takesMarkdown ? " (Markdown)" : ""}: ${JSON.stringify(words)}`;
  const hint = type.hint?.(text, at);
  if (hint !== undefined) yield `  hint: ${hint}`;
  const tokens = type.tokens?.(text, at) ?? [];
  if (tokens.length > 0) yield `  tokens: ${tokens.map(({ kind, span }) => `${kind} ${place(span)}`).join(", ")}`;
  for (const { title, edits } of type.rewrites?.(text, at) ?? [])
    yield `  rewrite ${title} → ${JSON.stringify(applied(text, { title, edits }))}`;
  for (const { span, target } of type.links?.(text, at) ?? []) yield `  link ${place(span)} ${target}`;
  for (const offset of new Set([0, 1, 2, 3, 4].map((quarter) => Math.floor((text.length * quarter) / 4)))) {
    const rows = type.complete?.(text, offset, at) ?? [];
    const shown = rows.slice(0, 6).map((row) => {
      const { label, insert, replace, kind, detail, rank, filter } = row;
      const rest = [insert, filter].map((each) =>
        each === undefined || each === label ? "" : ` ${JSON.stringify(each)}`,
      );
      const about = [detail, row.documentation].filter((each) => each !== undefined).join(": ");
      return `${kind} ${label}${rest.join("")} ${place(replace)}${rank === undefined ? "" : ` #${rank}`}${about === "" ? "" : ` (${about})`}`;
    });
    if (rows.length > 0) yield `  offers at ${offset}: ${rows.length}: ${shown.join(" | ")}`;
  }
  let before = "";
  for (let offset = 0; offset <= text.length; offset++) {
    const found = type.signature?.(text, offset, at);
    const part = found?.parts[found.active];
    const line =
      found && part
        ? `${found.label} [${found.active}: ${place(part.span)} ${part.documentation}]`
        : (found?.label ?? "");
    if (line !== before) yield `  signature from ${offset}: ${line}`;
    before = line;
  }
}

/** Values near it, by what is reported of them. */
function* near(type: ValueType, { text, at }: Sample): Generator<string> {
  for (const variant of variantsOf(text, maxVariants)) {
    const value = variant.trim();
    if (value === "") continue;
    const problems = type.check(value, at);
    const fix = problems.find(({ fixes }) => fixes && fixes.length > 0)?.fixes?.[0];
    const words = problems.length > 0 ? problems.map(problemWords).join(", ") : "right";
    yield `  ${JSON.stringify(value)} ${words}${fix ? ` → ${JSON.stringify(applied(value, fix))}` : ""}`;
  }
}

test("what every type says of values, and of values near them (UPDATE_GOLDEN=1 writes the list)", () => {
  const lines = [...samples.keys()].sort().flatMap((id) => {
    const type = dialect.valueTypes.find((each) => each.id === id);
    assert.ok(type, id);
    return [...(samples.get(id)?.values() ?? [])].flatMap((sample) => [
      ...reported(type, sample),
      ...near(type, sample),
    ]);
  });
  checkGolden("test/values/variants.golden.txt", lines);
});
