import assert from "node:assert/strict";
import { test } from "node:test";
import { hasPlaceholder } from "../../server/src/text/placeholder";

test("names between pairs of # are placeholders, keys of a dial plan are not", () => {
  for (const text of ["##NAME##", "##name##", "##line_1.user##", "https://##HOST##/a.xml", "(##PLAN##)"])
    assert.ok(hasPlaceholder(text), text);
  for (const text of ["(##|##|x)", "(##x|##x)", "(##x##)", "(*xx|##1##|x.)", "(##xxS0|##x.)", "##", "####"])
    assert.ok(!hasPlaceholder(text), text);
});
