import assert from "node:assert/strict";
import test from "node:test";
import { repaired } from "../../server/src/features/repair";
import { snapshotOf } from "../support/problems";
import { processorTime } from "../support/processorTime";

// Beginnings of markup and of template engines' marks, over and over and never ended. 12 kB of each take a tenth
// of a second at most; work that grows with the square of them would take many seconds.

const beginnings = [
  ...`{ {{ {% {# {* {$a \${ $!{ <? <% [% ## #* #if #else #end {if {!! %% @@ @( [[ %( #{ {0} #X# ##X## $x %d @i`.split(
    " ",
  ),
  ...`<#-- <%doc> <%text> <%def <@a </@a <#if </#if <xsl:if </xsl:if> <c:x> <$x <\${x} <{ <{{x}}>`.split(" "),
  ...'<!-- <![CDATA[ <!DOCTYPE <*a <*a> <#a> </ </a <a <a= <a=" & &# &amp &<!-- \u201c ua=\u201d'.split(" "),
  ...["< a", "</ a", "<a b", '<a b="', "<a b='", "+ <a>", "- <a>", "http://<a>", "<a b c ", "<!DOCTYPE ["],
  ...["<Dial_Plan_1_>{", "<GPP_A></GPP_B>", `<Profile_Rule>\${`, "#else <flat-profile>", "{else}<flat-profile>"],
];
const places: readonly ((text: string) => string)[] = [
  (text) => `<flat-profile>${text}`,
  (text) => `<flat-profile>\n<GPP_A>${text}</GPP_A>\n</flat-profile>`,
  (text) => `<flat-profile><GPP_${text}`,
  (text) => `<flat-profile><GPP_A ${text}`,
];

for (const behind of ["", "\n", " x "])
  test(`beginnings of marks, with ${JSON.stringify(behind)} behind each`, () => {
    for (const beginning of beginnings)
      for (const place of places) {
        const text = place((beginning + behind).repeat(Math.ceil(12_000 / (beginning + behind).length)));
        const time = processorTime(() => snapshotOf(text).problems());
        assert.ok(time < 3000, `${text.slice(0, 60)} took ${time.toFixed()} ms`);
      }
  });

test("all safe fixes of a file that is full of faults", () => {
  const pieces = ["{if}<flat-profile></Proxy_2_>", "<flat-profile><GPP_A>1<GPP_B>", "<Proxy_1_ ua=“na”>a&b</Proxy_2_>"];
  for (const piece of [...pieces, pieces.join("")]) {
    const snapshot = snapshotOf(`<flat-profile>${piece.repeat(Math.ceil(12_000 / piece.length))}`);
    snapshot.problems();
    const time = processorTime(() => repaired(snapshot));
    assert.ok(time < 3000, `${piece} took ${time.toFixed()} ms`);
  }
});
