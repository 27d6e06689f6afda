import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { hasMarks } from "../../server/src/templates/marks";
import { syntaxOf } from "../../server/src/templates/parts";
import type { Value, Values } from "../../server/src/templates/rows";
import { Template } from "../../server/src/templates/template";

function valueFrom(plain: unknown): Value {
  if (Array.isArray(plain)) return plain.map(valueFrom);
  if (typeof plain === "object" && plain !== null)
    return new Map(Object.entries(plain).map(([key, member]) => [key, valueFrom(member)]));
  return plain as Value;
}

const phone = {
  name: "Lobby",
  empty: "",
  number: "3",
  lines: [
    { user: "101", password: "a" },
    { user: "102", password: "b" },
  ],
  site: { proxy: "sip.example.com", hours: 2 },
};

async function rendered(name: string, text: string, values: unknown = phone, files: Record<string, string> = {}) {
  const template = await Template.read(name, text, async (file) => files[file]);
  const { result, unknown, fault } = await template.render(valueFrom(values) as Values);
  return {
    result,
    unknown: unknown.map(({ name, span }) => `${name} at ${text.slice(span.start, span.end)}`),
    fault: fault && `${fault.code}: ${fault.message} ${text.slice(fault.span.start, fault.span.end)}`,
  };
}

const results: readonly (readonly [name: string, text: string, result: string])[] = [
  ["a.j2", "<a>{{ name | upper }}</a>", "<a>LOBBY</a>"],
  ["a.j2", "{% for line in lines %}[{{ loop.index }}{{ line.user }}]{% endfor %}", "[1101][2102]"],
  ["a.j2", "{% if empty %}x{% elif name == 'Lobby' %}y{% else %}z{% endif %}", "y"],
  ["a.j2", "{% for x in nothing %}x{% else %}none{% endfor %}", ""],
  ["a.j2", "{{ nothing | default('d') }}{{ nothing | d('e') }}{{ site.hours * 3600 }}", "de7200"],
  ["a.j2", "{# a comment #}{% raw %}{{ name }}{% endraw %}{{ '<&' | e }}", "{{ name }}&#60;&#38;"],
  ["a.j2", "{% set ns = namespace(n=0) %}{% for x in lines %}{% set ns.n = ns.n + 1 %}{% endfor %}{{ ns.n }}", "2"],
  ["a.j2", "{% macro m(x) %}<{{ x }}>{% endmacro %}{{ m('1') }}{{ m(name) }}", "<1><Lobby>"],
  ["a.j2", "a  {%- if name %} b {% endif -%}  c", "a b c"],
  ["a.j2", "{% block body %}x{% endblock %}{{ name[0] }}{{ {'a': 1}['a'] }}", "xL1"],
  ["a.tpl", "<a>{$name|upper}</a>{$nothing|default:'d'}", "<a>LOBBY</a>d"],
  ["a.tpl", "{foreach $lines as $line}{$line@iteration}{$line.user}{foreachelse}none{/foreach}", "11012102"],
  ["a.tpl", "{foreach from=$lines item=l name=f}{$smarty.foreach.f.index}{$l->user} {/foreach}", "0101 1102 "],
  ["a.tpl", "{if $number eq 3 && $site.hours gt 1}y{else}n{/if}{if !$empty}e{/if}", "ye"],
  ["a.tpl", "{assign var=x value='1'}{$y = 'z'}{$x}{$y}{for $i=1 to 3}{$i}{/for}", "1z123"],
  [
    "a.tpl",
    "(x{1-3}|9[2-4]) { not a tag } {* gone *}{literal}{$x}{{ y }}{/literal}{ldelim}",
    "(x{1-3}|9[2-4]) { not a tag } {$x}{{ y }}{",
  ],
  ["a.tpl", "{foreach $site as $key => $value}{$key}={$value};{/foreach}", "proxy=sip.example.com;hours=2;"],
  ["a.mustache", "{{#lines}}\n<b>{{user}}</b>\n{{/lines}}\n{{^empty}}none{{/empty}}", "<b>101</b>\n<b>102</b>\nnone"],
  ["a.mustache", "{{site.proxy}}{{#site}}{{hours}}{{name}}{{/site}}{{! gone }}", "sip.example.com2Lobby"],
];

test("templates of three languages are rendered", async () => {
  for (const [name, text, expected] of results) {
    const { result, fault } = await rendered(name, text);
    assert.equal(result?.text, expected, `${text}: ${fault}`);
  }
  const escaped = await rendered("a.mustache", "{{x}} {{{x}}} {{&x}}", { x: '<a href="/b">' });
  assert.equal(escaped.result?.text, '&lt;a href=&quot;/b&quot;&gt; <a href="/b"> <a href="/b">');
});

test("the language is known by the name, then by the tags", () => {
  const cases: readonly (readonly [string, string, string | undefined])[] = [
    ["a.xml.j2", "{$x}", "jinja"],
    ["a.mustache", "", "mustache"],
    ["a.tpl", "{$x}", "smarty"],
    ["a.tpl", "{% if x %}", "jinja"],
    ["a.xml", "{{ x }}", "jinja"],
    ["a.xml", "{{#x}}{{/x}}", "mustache"],
    ["a.xml", "{foreach $a as $b}", "smarty"],
    ["a.xml", "(x{1-3})", undefined],
  ];
  for (const [name, text, syntax] of cases) assert.equal(syntaxOf(name, text), syntax, `${name} ${text}`);
});

test("each character of a result leads to what was typed", async () => {
  const text = "<a>\n  {% for line in lines %}\n  <b>{{ line.user }}</b>\n  {% endfor %}\n  {{ name }} end\n</a>\n";
  const { result } = await rendered("a.j2", text);
  assert.ok(result);
  const typed = (part: string, from = 0) => {
    const start = result.text.indexOf(part, from);
    const { start: a, end: b } = result.toSource({ start, end: start + part.length });
    return text.slice(a, b);
  };
  assert.equal(typed("101"), "{{ line.user }}");
  assert.equal(typed("102"), "{{ line.user }}");
  assert.equal(typed("<b>102"), "<b>{{ line.user }}");
  assert.equal(typed("Lobby end"), "{{ name }} end");
  assert.equal(typed("</a>"), "</a>");
});

test("a value that is tested in the template does not lead astray", async () => {
  // The marks are in `x`, so that both renderings differ: lines decide.
  const text = "{% set x %}abc{% endset %}{% if x == 'abc' %}\n<a>\n{% endif %}\n<b>{{ name }}</b>\n";
  const { result } = await rendered("a.j2", text);
  assert.equal(result?.text, "\n<a>\n\n<b>Lobby</b>");
  const at = result?.text.indexOf("<a>") ?? -1;
  const { start, end } = result.toSource({ start: at, end: at + 3 });
  assert.equal(text.slice(start, end), "<a>");
});

test("unknown variables are listed at their places, but not in conditions", async () => {
  const text =
    "{{ a }}{% if b %}{% endif %}{{ c is defined }}{{ d | default('') }}{{ site.proxi }}{{ e.f }}{{ g or 1 }}";
  assert.deepEqual((await rendered("a.j2", text)).unknown, ["a at a", "site.proxi at site.proxi", "e at e"]);
  assert.deepEqual((await rendered("a.tpl", "{$a}{$site->proxi}{if $b}{/if}")).unknown, [
    "a at a",
    "site.proxi at site->proxi",
  ]);
  assert.deepEqual((await rendered("a.mustache", "{{a}}{{#b}}{{/b}}{{#lines}}{{c}}{{/lines}}")).unknown, [
    "a at a",
    "c at c",
    "c at c",
  ]);
});

test("nothing but the data is reached from a template", async () => {
  for (const word of [
    "constructor",
    "__proto__",
    "toString",
    "name.constructor",
    "lines.constructor",
    "lines.__proto__",
    "hasOwnProperty",
  ])
    for (const [name, text] of [
      ["a.j2", `[{{ ${word} }}]`],
      [
        "a.j2",
        `[{{ ${word
          .split(".")
          .map((part, i) => (i === 0 ? part : `['${part}']`))
          .join("")} }}]`,
      ],
      ["a.tpl", `[{$${word}}]`],
      ["a.mustache", `[{{${word}}}]`],
      ["a.mustache", `[{{#${word}}}x{{/${word}}}]`],
    ] as const)
      assert.equal((await rendered(name, text)).result?.text, "[]", text);
  const own = await rendered("a.j2", "{{ row.constructor }}{{ row.__proto__ }}", {
    row: JSON.parse('{"constructor":"c","__proto__":"p"}'),
  });
  assert.equal(own.result?.text, "cp");
});

test("faults are shown at their tag", async () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["a.j2", "{{ a", "template/syntax: The tag is not closed. {{"],
    ["a.j2", "{% if a %}{{ b }}", "template/syntax: The tag is not closed. Add `{% endif %}`. {% if a %}"],
    ["a.j2", "{{ a }}{{ b + }}", "template/syntax: Not a valid expression. {{ b + }}"],
    [
      "a.j2",
      "{{if a}}b{{end}}",
      "template/syntax: Not a valid expression. In Jinja, `if` is a tag: `{% if … %}`. For other engines, set a renderer command. {{if a}}",
    ],
    ["a.j2", "{{ a }}{% endfor %}", "template/syntax: `endfor` has no tag that it ends. {% endfor %}"],
    [
      "a.j2",
      "{{ name }}{{ name | nope }}",
      "template/failed: The filter `nope` is not known for this value. {{ name | nope }}",
    ],
    [
      "a.j2",
      "x{% extends 'b' %}",
      "template/syntax: The tag `extends` is not supported. A renderer command can be used for it. {% extends 'b' %}",
    ],
    [
      "a.j2",
      "x{{ nothing | upper }}",
      "template/failed: A value is missing, and the template needs it. {{ nothing | upper }}",
    ],
    [
      "a.j2",
      "{% include '../b' %}",
      "template/include: `../b` is outside the folder of the template. It is not read. {% include '../b' %}",
    ],
    [
      "a.j2",
      "{% include '/etc/passwd' %}",
      "template/include: `/etc/passwd` is outside the folder of the template. It is not read. {% include '/etc/passwd' %}",
    ],
    ["a.j2", "{% include 'none' %}", "template/include: `none` cannot be read. {% include 'none' %}"],
    [
      "a.j2",
      "{% include 'self' %}",
      "template/include: `self` includes itself, or too many files include one another. {% include 'self' %}",
    ],
    ["a.tpl", "{if $a}", "template/syntax: The tag is not closed. Add `{/if}`. {if $a}"],
    ["a.tpl", "{if $a}{/foreach}", "template/syntax: `/foreach` has no tag that it ends. {/foreach}"],
    ["a.tpl", "{$a|nope}", "template/syntax: Not a valid expression: `$a|nope`. {$a|nope}"],
    ["a.tpl", "{php}", "template/syntax: The tag `php` is not supported. A renderer command can be used for it. {php}"],
    ["a.mustache", "{{#a}}{{/b}}", "template/syntax: `b` has no tag that it ends. {{/b}}"],
    ["a.mustache", "{{#a}}", "template/syntax: The tag is not closed. Add `{{/a}}`. {{#a}}"],
  ];
  for (const [name, text, expected] of cases)
    assert.equal((await rendered(name, text, phone, { self: "{% include 'self' %}" })).fault, expected);
});

test("loops and results have limits", async () => {
  const many = "{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}";
  const long =
    "{% set ns = namespace(x='xxxxxxxxxx') %}{% for i in range(99) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}{{ ns.x }}";
  for (const text of [many, long, "{{ range(999999999) }}"])
    assert.match(
      (await rendered("a.j2", text)).fault ?? "",
      /^template\/failed: The template takes too many steps/,
      text,
    );
  const sections = `${"{{#l}}".repeat(9)}x${"{{/l}}".repeat(9)}`;
  const wide = await rendered("a.mustache", sections, { l: Array.from({ length: 9 }, () => ({})) });
  assert.match(wide.fault ?? "", /too many steps/);
});

test("included files are part of the template", async () => {
  const files = { "part.j2": "<b>{{ name }}</b>", "sub/q.mustache": "{{name}}" };
  const { result } = await rendered("a.j2", "<a>{% include 'part.j2' %}</a>", phone, files);
  assert.equal(result?.text, "<a><b>Lobby</b></a>");
  assert.deepEqual(result?.toSource({ start: 7, end: 9 }), { start: 3, end: 26 });
  assert.equal((await rendered("a.mustache", "<{{> sub/q}}>", phone, files)).result?.text, "<Lobby>");
});

const word = fc.constantFrom("name", "empty", "site.proxy", "nothing", "number");
const space = fc.constantFrom("", " ", "\n", "\n  ", " \t\n");
const literal = fc.constantFrom("<a>", "</a>", "text", "\n", "  ", "{", "}", "&amp;", "x=1", "\r\n", "é😀");
const dash = fc.constantFrom("", "-");
const pieces = fc.letrec<{ block: string; all: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: "small" },
    literal,
    space,
    fc.tuple(dash, word, dash).map(([a, name, b]) => `{{${a} ${name} ${b}}}`),
    fc
      .tuple(dash, word, tie("all"), dash)
      .map(([a, name, body, b]) => `{%${a} if ${name} ${b}%}${body}{% else %}n{%${b} endif %}`),
    fc
      .tuple(dash, tie("all"), dash)
      .map(([a, body, b]) => `{%${a} for line in lines %}${body}{{ line.user }}{% endfor ${b}%}`),
  ),
  all: fc.array(tie("block"), { maxLength: 5 }).map((parts) => parts.join("")),
}));

test("marks never change a result, and every text leads to the same text", async () => {
  await fc.assert(
    fc.asyncProperty(pieces.all, async (text) => {
      const { result } = await rendered("a.j2", text);
      if (!result) return;
      assert.ok(!hasMarks(result.text));
      for (const { text: part, source, verbatim } of result.slice({ start: 0, end: result.text.length }))
        if (verbatim) assert.equal(text.slice(source.start, source.end), part);
        else assert.ok(source.end <= text.length && source.start <= source.end);
      // Only a template whose tests see the marks may fall back to lines; these do not.
      const template = await Template.read("a.j2", text, async () => undefined);
      assert.ok(template.isTraced(valueFrom(phone) as Values), text);
    }),
    { numRuns: 60 },
  );
});
