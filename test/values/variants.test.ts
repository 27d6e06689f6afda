import assert from "node:assert/strict";
import { test } from "node:test";
import type { Dialect } from "../../server/src/dialects/dialect";
import { dialects } from "../../server/src/dialects/index";
import type { EffectiveParameter } from "../../server/src/schema/model";
import { type Problem, type Span, shift } from "../../server/src/text/span";
import type { ValueType } from "../../server/src/values/valueType";
import { checkGolden } from "../support/golden";
import { MessageForms } from "../support/messageForms";
import { serviceOf } from "../support/problems";
import { applied } from "../support/value";
import { parametersOf, type Sample, samplesOf } from "../support/valueSamples";
import { slipsOf, variantsOf } from "../support/variants";

// What every type says of the values of the catalogue and of the manual's examples, and of values near them.

/** Of these, so many are written with slips, when they are not too long. */
const maxNear = 5;
const maxLength = 60;
const maxPlaces = 5;
const maxOptions = 12;

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

/** For `maxPlaces` parameters of each type with other ranges or lists: the ends of the ranges, one beyond, and what is in the lists. */
function* limits(dialect: Dialect): Generator<string> {
  const { catalogue } = serviceOf(dialect);
  const places = new Map<string, Map<string, EffectiveParameter>>();
  for (const at of parametersOf(catalogue)) {
    const { type, unit, rangeBasis, optionsBasis } = at.parameter;
    const own = places.get(type) ?? new Map<string, EffectiveParameter>();
    places.set(type, own);
    const limit = JSON.stringify([at.ranges, at.options, unit, rangeBasis, optionsBasis]);
    if (own.size < maxPlaces && !own.has(limit)) own.set(limit, at);
  }
  for (const [id, own] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const type = dialect.valueTypes.find((each) => each.id === id);
    assert.ok(type, id);
    for (const at of own.values()) {
      const values = new Set(at.ranges.flatMap(({ min, max }) => [min, max]).flatMap(aroundEnd));
      for (const option of at.options.slice(0, maxOptions)) values.add(option);
      for (const option of at.options.slice(0, 2)) for (const text of variantsOf(option, 3)) values.add(text);
      yield `${id} ${at.name}: ${offered(type, "", at)}`;
      for (const value of values) {
        const found = type.check(value, at).map((problem) => `${problemWords(problem)} ${problem.message}`);
        const words = [type.describe?.(value, at), type.hint?.(value, at)].filter((each) => each !== undefined);
        yield `  ${JSON.stringify(value)} ${[...(found.length > 0 ? found : ["right"]), ...words].join("; ")}`;
      }
    }
  }
}

function aroundEnd(end: number | undefined): readonly string[] {
  return end === undefined ? [] : [end - 1, end, end + 1].map(String);
}

function offered(type: ValueType, text: string, at: EffectiveParameter): string {
  const rows = type.complete?.(text, text.length, at) ?? [];
  return rows.map(({ label, detail }) => (detail === undefined ? label : `${label} (${detail})`)).join(" | ");
}

/** Every slip in it, by what is reported. */
function near(type: ValueType, { text, at }: Sample, forms: MessageForms): readonly string[] {
  if (text.length > maxLength) return [];
  return slipsOf(text, (typed, place) => {
    const value = typed.trim();
    const before = typed.length - typed.trimStart().length;
    const problems = value === "" ? [] : type.check(value, at);
    if (problems.length === 0) return type.describe?.(value, at) ?? "right";
    return problems
      .map(
        ({ code, severity, span, fixes = [], message }) =>
          `${severity} ${forms.codeOf({ code, message })} ${place(shift(span, before))}${fixes.map(({ title }) => ` (${title})`).join("")}`,
      )
      .join(", ");
  }).map((line) => `  ${line}`);
}

for (const dialect of dialects)
  test(`what every type of ${dialect.id} says of values, and of values near them (UPDATE_GOLDEN=1 writes the list)`, () => {
    const samples = samplesOf(dialect);
    const forms = new MessageForms();
    const lines = [...samples.keys()].sort().flatMap((id) => {
      const type = dialect.valueTypes.find((each) => each.id === id);
      assert.ok(type, id);
      return [...(samples.get(id)?.values() ?? [])].flatMap((sample, i) => [
        ...reported(type, sample),
        ...(i < maxNear ? near(type, sample, forms) : []),
      ]);
    });
    checkGolden(`test/values/variants.${dialect.id}.golden.txt`, [...lines, ...forms.lines()]);
  });

for (const dialect of dialects)
  test(`what every type of ${dialect.id} says of the limits of its parameters (UPDATE_GOLDEN=1 writes the list)`, () =>
    checkGolden(`test/values/limits.${dialect.id}.golden.txt`, [...limits(dialect)]));
