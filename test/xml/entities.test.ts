import assert from "node:assert/strict";
import test from "node:test";
import { decodeContent } from "../../server/src/xml/entities";

/** Content of an element and the value in it. */
const values: readonly (readonly [content: string, value: string])[] = [
  // blanks around the value go before references are decoded
  [" a ", "a"],
  ["\r\n\t", ""],
  ["&#32;a&#x20;", " a "],
  // once only
  ["&lt;&gt;&amp;&apos;&quot;", `<>&'"`],
  ["&amp;amp;&#38;lt;", "&amp;&lt;"],
  ["&#x41;&#x0042;&#67;&#233;&#x1F600;", "ABCé😀"],
  ["&nbsp;&#X41;&#xD800;&#0;&#;&amp", "&nbsp;&#X41;&#xD800;&#0;&#;&amp"],
  // each newline is one blank, also where it is written as a reference; runs stay
  ["a\nb\rc\r\nd\n\ne", "a b c d  e"],
  ["a&#10;b&#xA;c&#13;d", "a b c d"],
  ["a&#13;&#10;b&#xD;&#x0a;c", "a b c"],
  ["a&#13;\nb", "a  b"],
  ["a  b\tc", "a  b\tc"],
  ["a > b", "a > b"],
  // what is not text
  ["a<!-- &lt; -->b", "ab"],
  ["<![CDATA[a &lt; b]]>", "a &lt; b"],
];

for (const [content, value] of values)
  test(`${JSON.stringify(content)} contains ${JSON.stringify(value)}`, () => {
    const before = "<GPP_A>";
    const source = `${before}${content}</GPP_A>`;
    const decoded = decodeContent(source, before.length, before.length + content.length);
    assert.equal(decoded.text, value);
    for (let at = 0; at < value.length; at++) {
      const { start, end } = decoded.toSource({ start: at, end: at + 1 });
      assert.ok(start >= before.length && start < end && end <= before.length + content.length);
    }
  });
