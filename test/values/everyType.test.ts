import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { resolveParameter } from "../../server/src/schema/effectiveParameter";
import type { EffectiveParameter } from "../../server/src/schema/model";
import type { Span } from "../../server/src/text/span";
import type { ValueType } from "../../server/src/values/valueType";
import { catalogue } from "../support/catalogue";
import { corpusFiles } from "../support/corpus";
import { effective } from "../support/effectiveParameter";
import { dialect } from "../support/problems";
import { read } from "../support/read";
import { runs, some } from "../support/runs";
import { applied, hasPage } from "../support/value";

const device = { certainty: "unknown", reason: "" } as const;

/** For each type some parameters that have it. */
function setpointsByType(): ReadonlyMap<string, readonly EffectiveParameter[]> {
  const byType = new Map<string, EffectiveParameter[]>();
  for (const name of catalogue.concreteNames({})) {
    const found = catalogue.find(name);
    if (!found) continue;
    const list = byType.get(found.parameter.type) ?? [];
    if (list.length < 12) list.push(resolveParameter(found, name, device, catalogue));
    byType.set(found.parameter.type, list);
  }
  return byType;
}

const effectives = setpointsByType();

/** Everything a type says of any text lies inside it, and fixes of what is wrong can be applied. */
function checkType(type: ValueType, text: string, at: EffectiveParameter, offset: number): void {
  const inside = ({ start, end }: Span, what: string) =>
    assert.ok(
      start >= 0 && start <= end && end <= text.length,
      `${type.id} ${what} ${start}-${end} of ${JSON.stringify(text)}`,
    );
  const problems = type.check(text, at);
  for (const { span, fixes, message, code, severity } of problems) {
    inside(span, "problem");
    assert.notEqual(message, "");
    assert.ok(hasPage(code), `${code} has no manual page`);
    for (const fix of fixes ?? []) {
      for (const edit of fix.edits) inside(edit.span, "fix");
      if (severity !== "warning" && severity !== "error") continue;
      const after = applied(text, fix);
      // The cure of one place may let a further one be seen.
      const left = type.check(after, at).find((p) => p.code === code && p.span.start === span.start);
      assert.ok(
        after === "" || !left || left.message !== message || problems.length > type.check(after, at).length,
        `${type.id} fix leaves ${code} in ${JSON.stringify(text)}: ${JSON.stringify(after)}`,
      );
    }
  }
  type.describe?.(text, at);
  type.hint?.(text, at);
  for (const { replace } of type.complete?.(text, offset, at) ?? []) inside(replace, "completion");
  let last = 0;
  for (const { span } of type.tokens?.(text, at) ?? []) {
    inside(span, "token");
    assert.ok(span.start >= last, `${type.id} tokens overlap in ${JSON.stringify(text)}`);
    last = span.end;
  }
  const signature = type.signature?.(text, offset, at);
  for (const { span } of signature?.parts ?? [])
    assert.ok(span.start >= 0 && span.start <= span.end && span.end <= (signature?.label.length ?? 0), type.id);
  for (const { edits } of type.rewrites?.(text, at) ?? []) for (const { span } of edits) inside(span, "rewriting");
  for (const link of type.links?.(text, at) ?? []) inside(link.span, "link");
}

const scraps = [
  ..."()[]{}<>|;:,.=+-*/@#$!?&%\"' \\",
  "fnc=",
  "--key ",
  "$MA",
  "x.",
  "S0",
  "1",
  "60(2/4)",
  "440@-19",
  "\u{1f600}",
  "é",
  "0x",
  "__proto__",
  "constructor",
];
const anyText = fc.oneof(
  fc.string(),
  fc.array(fc.constantFrom(...scraps), { maxLength: 30 }).map((parts) => parts.join("")),
);

for (const type of dialect.valueTypes) {
  const places = effectives.get(type.id) ?? [effective(type.id)];
  test(`${type.id} copes with any text`, () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (raw, n, offset) => {
        const text = raw.trim();
        if (text === "") return;
        checkType(type, text, places[n % places.length] as EffectiveParameter, offset % (text.length + 1));
      }),
      { numRuns: runs(60) },
    );
  });
}

test("every type copes with real values, whole and broken", (t) => {
  const files = some(corpusFiles());
  if (files.length === 0) return t.skip("the shared corpus is absent");
  const types = new Map(dialect.valueTypes.map((type) => [type.id, type]));
  const seen = new Set<string>();
  const values: { readonly type: ValueType; readonly text: string; readonly at: EffectiveParameter }[] = [];
  for (const file of files)
    for (const segment of read(file.text).segments)
      for (const setting of segment.settings) {
        const found = catalogue.find(setting.name, setting.path);
        const type = found && types.get(found.parameter.type);
        if (!found || !type || setting.templated || setting.text === "") continue;
        const key = `${type.id} ${setting.text}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const at = resolveParameter(found, setting.name, device, catalogue);
        const { text } = setting;
        values.push({ type, text, at });
        const middle = text.length >> 1;
        for (const version of [
          text,
          text.slice(0, middle),
          text.slice(middle),
          `${text}${text}`,
          text.repeat(1 + Math.ceil(130 / text.length)),
          text.split("").reverse().join(""),
        ])
          if (version.trim() !== "") checkType(type, version.trim(), at, Math.min(middle, version.trim().length));
      }
  assert.ok(seen.size > runs(900), `only ${seen.size} values`);
  // One slip of the keyboard in any of them.
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.nat(3), fc.constantFrom("", ...scraps), (which, where, deleted, inserted) => {
      const { type, text, at } = values[which % values.length] as (typeof values)[number];
      const place = where % (text.length + 1);
      const slipped = (text.slice(0, place) + inserted + text.slice(place + deleted)).trim();
      if (slipped !== "") checkType(type, slipped, at, Math.min(place, slipped.length));
    }),
    { numRuns: runs(1500) },
  );
});
