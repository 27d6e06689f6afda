import assert from "node:assert/strict";
import { test } from "node:test";
import { dialects } from "../../server/src/dialects/index";
import type { EffectiveParameter } from "../../server/src/schema/model";
import { type Problem, type Span, shift } from "../../server/src/text/span";
import type { ValueType } from "../../server/src/values/valueType";
import { checkGolden } from "../support/golden";
import { serviceOf } from "../support/problems";
import { parametersOf, type Sample, samplesOf } from "../support/valueSamples";
import { slipsOf } from "../support/variants";

// Places in values with blanks around their parts, with and without a slip, and what is offered at each place of a value.

const maxSamples = 4;
const maxLength = 50;
const maxParameters = 12;

const place = ({ start, end }: Span) => `${start}-${end}`;

function reported(problems: readonly Problem[], at: (span: Span) => string): string {
  return problems
    .map(({ code, severity, span, fixes = [] }) => {
      const edits = fixes.map((fix) =>
        fix.edits.map(({ span, text }) => `${at(span)} ${JSON.stringify(text)}`).join(" "),
      );
      return [`${severity} ${code} ${at(span)}`, ...edits].join(" → ");
    })
    .join(", ");
}

/** `a=1,b=2` as `a = 1 , b = 2`. */
function spaced(text: string): string {
  return text.replace(/(?<=\S)([;,|=:@/+()[\]]+)(?=\S)/g, " $1 ");
}

function* inSpaces(type: ValueType, { text, at }: Sample): Generator<string> {
  const value = spaced(text).trim();
  if (value === text || value.length > maxLength) return;
  yield `${type.id} ${at.name} ${JSON.stringify(value)}`;
  const said = (typed: string, where: (span: Span) => string) => {
    const trimmed = typed.trim();
    const before = typed.length - typed.trimStart().length;
    const at0 = (span: Span) => where(shift(span, before));
    return trimmed === "" ? "empty" : reported(type.check(trimmed, at), at0) || "right";
  };
  yield `  ${said(value, place)}`;
  const tokens = type.tokens?.(value, at) ?? [];
  if (tokens.length > 0) yield `  tokens: ${tokens.map(({ kind, span }) => `${kind} ${place(span)}`).join(", ")}`;
  const links = type.links?.(value, at) ?? [];
  if (links.length > 0) yield `  links: ${links.map(({ span, target }) => `${place(span)} ${target}`).join(", ")}`;
  for (const line of slipsOf(value, said)) yield `  ${line}`;
}

function offers(type: ValueType, text: string, offset: number, at: EffectiveParameter): string {
  const rows = type.complete?.(text, offset, at) ?? [];
  const [first, second] = rows.map(
    ({ label, insert, replace }) =>
      `${label}${insert === undefined || insert === label ? "" : ` ${JSON.stringify(insert)}`} ${place(replace)}`,
  );
  return [rows.length, first, second, rows.at(-1)?.label].filter((each) => each !== undefined).join(" | ");
}

function* offered(type: ValueType, { text, at }: Sample): Generator<string> {
  if (!type.complete || text.length > maxLength) return;
  yield `${type.id} ${at.name} ${JSON.stringify(text)}`;
  let before = "";
  for (let offset = 0; offset <= text.length; offset++) {
    const here = [offers(type, text, offset, at), offers(type, text.slice(0, offset), offset, at)].join(" || ");
    if (here !== before) yield `  ${offset}: ${here}`;
    before = here;
  }
}

for (const dialect of dialects) {
  const typeOf = (id: string) => {
    const type = dialect.valueTypes.find((each) => each.id === id);
    assert.ok(type, id);
    return type;
  };
  const ofEach = (words: (type: ValueType, sample: Sample) => Iterable<string>) => {
    const samples = samplesOf(dialect);
    return [...samples.keys()]
      .sort()
      .flatMap((id) =>
        [...(samples.get(id)?.values() ?? [])].slice(0, maxSamples).flatMap((each) => [...words(typeOf(id), each)]),
      );
  };

  test(`values of ${dialect.id} with blanks, and near them (UPDATE_GOLDEN=1 writes the list)`, () =>
    checkGolden(`test/values/spaced.${dialect.id}.golden.txt`, ofEach(inSpaces)));

  test(`what is offered at each place of values of ${dialect.id} (UPDATE_GOLDEN=1 writes the list)`, () => {
    const { catalogue } = serviceOf(dialect);
    const count = new Map<string, number>();
    // The default is marked, and options have their labels.
    const atDefaults = parametersOf(catalogue).flatMap((at) => {
      const { type } = at.parameter;
      const number = count.get(type) ?? 0;
      if (at.default === undefined || at.default.length > maxLength || number >= maxParameters) return [];
      count.set(type, number + 1);
      const texts = [at.default, ` ${at.default} `, ""];
      return texts.map((text) => {
        const words = [typeOf(type).describe?.(text, at), typeOf(type).hint?.(text, at)].map((each) => each ?? "");
        return `${type} ${at.name} ${JSON.stringify(text)} ${words.join(" | ")} ${offers(typeOf(type), text, text.length, at)}`;
      });
    });
    checkGolden(`test/values/offered.${dialect.id}.golden.txt`, [...ofEach(offered), ...atDefaults]);
  });
}
