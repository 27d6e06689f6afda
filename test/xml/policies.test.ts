import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { containersOf } from "../../server/src/profile/containers";
import { plainName } from "../../server/src/profile/cursorContext";
import type { ProfileDocument } from "../../server/src/profile/profileDocument";
import type { Setting } from "../../server/src/profile/setting";
import { type Edit, shift } from "../../server/src/text/span";
import { checkMarked, fixed, plainOf } from "../support/marked";
import { flat } from "../support/read";
import { formats } from "../support/xmlPolicies";

type Format = (typeof formats)["items" | "nested"];
const { items, nested } = formats;

const read = ({ read, names }: Format, text: string) => read(text, names);

function settingsOf(document: ProfileDocument): Setting[] {
  return document.segments.flatMap(({ settings }) => settings);
}

/** `path/name = value` of every setting. */
function printed(document: ProfileDocument): string[] {
  return settingsOf(document).map(({ path, name, text }) => `${path === "" ? "" : `${path}/`}${name} = ${text}`);
}

/** Reads `marked`, which has a mark under each problem; its first fixes give `repaired`. */
function checkRead(format: Format, marked: string, settings: readonly string[], repaired?: string): void {
  const inFile = (text: string) => {
    const { segments, starts } = read(format, text);
    return segments.flatMap(({ problems }, i) =>
      problems.map((problem) => ({
        ...problem,
        span: shift(problem.span, starts[i] ?? 0),
        fixes: (problem.fixes ?? []).map((fix) => ({
          ...fix,
          edits: fix.edits.map((edit) => ({ ...edit, span: shift(edit.span, starts[i] ?? 0) })),
        })),
      })),
    );
  };
  const problems = checkMarked(marked, inFile);
  const { text } = plainOf(marked);
  assert.deepEqual(printed(read(format, text)), settings);
  if (repaired === undefined) return;
  assert.equal(fixed(text, problems), repaired);
  assert.deepEqual(inFile(repaired), []);
}

test("the name of a setting is in an attribute", () => {
  checkRead(
    items,
    '<PhoneMessage><Items><Item name="host">a &amp; b</Item><Item name="port" /></Items></PhoneMessage>',
    ["host = a & b", "port = "],
  );
  checkRead(items, "<WorkMessage><Items><Item index='1' name='host'>\n a\n</Item></Items></WorkMessage>", ["host = a"]);
  checkRead(items, "<Items><Item>a</Item><Item name=''>b</Item></Items>", ["Item = a", "Item = b"]);
  checkRead(items, "<x:PhoneMessage><Message><Action>Write</Action></Message></x:PhoneMessage>", ["Action = Write"]);
});

test("an item that does not end, ends before the next one", () => {
  checkRead(
    items,
    `
      <Items>
      <Item name="a">1
       ^^^^ xml/missing-end-tag
      <Item name="b">2</Item>
      </Items>`,
    ["a = 1", "b = 2"],
    '<Items>\n<Item name="a">1</Item>\n<Item name="b">2</Item>\n</Items>',
  );
  checkRead(
    items,
    `
      <Items><Item name="a">1<Item><Item name="b">2</Itme></Items>
                             ^^^^^^ xml/lost-slash
                                                     ^^^^ xml/mismatched-end-tag`,
    ["a = 1", "b = 2"],
    '<Items><Item name="a">1</Item><Item name="b">2</Item></Items>',
  );
  checkRead(
    items,
    `
    <Items><Item name="a"">1</Item></Items>
                         ^ xml/bare-attribute`,
    ["a = 1"],
  );
});

test("attributes of the policy are what can be glued to a name, or is meant where a name is missing", () => {
  checkRead(
    items,
    `
      <Items><Itemindex="1" name="a">1</Item></Items>
                  ^^^^^ xml/missing-blank`,
    ["a = 1"],
    '<Items><Item index="1" name="a">1</Item></Items>',
  );
  checkRead(
    items,
    `
      <Items><Item name="a" ="1">1</Item></Items>
                            ^ xml/attribute-name`,
    ["a = 1"],
    '<Items><Item name="a"  index="1">1</Item></Items>',
  );
  const { segments } = read(nested, '<device><load="1">x</load></device>');
  assert.deepEqual(
    segments.flatMap(({ problems }) => problems.map(({ code, fixes }) => [code, fixes?.length ?? 0])),
    [["xml/attribute-name", 0]],
  );
});

test("sections add to the path what the policy says", () => {
  const text =
    '<device><load>l</load><lines><line no="1"><label>a</label></line><line no="2"><label>b</label></line></lines>' +
    "<pool><group><member><name>n</name></member></group></pool></device>";
  checkRead(nested, text, [
    "load = l",
    "lines/line[1]/label = a",
    "lines/line[2]/label = b",
    "pool/group/member/name = n",
  ]);
  assert.deepEqual(
    containersOf(read(nested, text)).map(({ role, path }) => `${role} ${path}`),
    [
      "profile device",
      "section lines",
      "section lines/line[1]",
      "section lines/line[2]",
      "section pool",
      "section pool/group",
      "section pool/group/member",
    ],
  );
  checkRead(items, '<PhoneMessage><Message><Items><Item name="a">1</Item></Items></Message></PhoneMessage>', ["a = 1"]);
  checkRead(nested, '<device><lines><wrap><line no="1"><label>a</label></line></wrap></lines></device>', [
    "lines/line[1]/label = a",
  ]);
  checkRead(items, '<PhoneMessage><Items id="{{ id }}">{{ first }}<Item name="a">1</Item></Items></PhoneMessage>', [
    "a = 1",
  ]);
});

test("a section that does not end, ends with the one around it", () => {
  checkRead(
    nested,
    `
      <device><lines><line no="1"><label>a</label></lines></device>
                                                  ^^^^^^^^ xml/missing-end-tag`,
    ["lines/line[1]/label = a"],
    '<device><lines><line no="1"><label>a</label></line>\n</lines></device>',
  );
});

test("roots of the policy make a file the format's, near words where it allows them", () => {
  const formOf = (format: Format, text: string) => read(format, text).form;
  for (const root of ["device", "Default", "x:device"])
    assert.equal(formOf(nested, `<${root}><load>1</load>`), "whole");
  for (const root of ["devices", "Device", "flat-profile", "PhoneMessage"])
    assert.equal(formOf(nested, `<${root}><load>1</load></${root}>`), "foreign", root);
  for (const root of ["PhoneMesage", "Phone-Message", "phonemessage", "Items", "WorkMessage"])
    assert.equal(formOf(items, `<${root}/>`), "whole", root);
  for (const root of ["PhoneMssge", "WorkMesage", "items", "device"])
    assert.equal(formOf(items, `<${root}/>`), "foreign", root);
  assert.equal(formOf(nested, "<phoneLabel>a</phoneLabel>"), "part");
  assert.equal(formOf(nested, "<load>a</load>"), "foreign");
  assert.deepEqual(printed(read(items, '<PhoneMesage><Item name="a">1</Item></PhoneMesage>')), ["a = 1"]);
});

test("a policy leaves problems out and gives others a severity", () => {
  const { segments } = read(nested, "<device>words<!-- a -- b --><load>1</device>");
  assert.deepEqual(
    segments.flatMap(({ problems }) => problems.map(({ code, severity }) => `${severity} ${code}`)),
    ["warning xml/comment-dashes", "error xml/missing-end-tag"],
  );
});

const bodies: Readonly<Record<keyof typeof formats, string>> = {
  items: `<PhoneMessage>\n<Message>\n<Action>Write</Action>\n<Items>\n${Array.from(
    { length: 300 },
    (_, i) => `  <Item name="key-${i % 20}" index="${i}">value ${i}</Item>\n`,
  ).join("")}</Items>\n</Message>\n</PhoneMessage>\n`,
  nested: `<device>\n<load>x</load>\n<lines>\n${Array.from(
    { length: 200 },
    (_, i) => `<line no="${i % 8}"><label>${i}</label><speed><dial>${i}</dial></speed></line>\n`,
  ).join("")}</lines>\n<pool><a><b><c>1</c></b></a></pool>\n</device>\n`,
};

const scraps: Readonly<Record<keyof typeof formats, readonly string[]>> = {
  items: [
    "<Items>",
    "</Items>",
    '<Item name="',
    "</Item>",
    "<Item>",
    "<PhoneMesage>",
    "</PhoneMessage>",
    "<WorkMessage>",
    "Itemindex=",
    ' name="x"',
  ],
  nested: [
    "<lines>",
    "</lines>",
    '<line no="3">',
    "</line>",
    "<label>",
    "</label>",
    "<pool>",
    "</device>",
    "<Default>",
    "phoneLabel",
    ' no="5"',
  ],
};

const anyScraps = [
  "<",
  ">",
  "</",
  "/>",
  "<!--",
  "-->",
  "&",
  '"',
  "=",
  " ",
  "\n",
  "{{",
  "}}",
  "<?php",
  "?>",
  "<![CDATA[",
  "]]>",
  "",
];

test("an edit in the end tag that makes an element a section is seen", () => {
  const text = `<device><pool>${"<name>n</name>".repeat(800)}</pool></device>`;
  const at = text.indexOf("</pool>") + 4;
  const edited = `${text.slice(0, at)}x${text.slice(at)}`;
  const after = nested.read(edited, nested.names, read(nested, text), { start: at, oldEnd: at, newEnd: at + 1 });
  assert.deepEqual(flat(after), flat(read(nested, edited)));
});

test("settings of a section follow its number", () => {
  const text = `<device><lines><line no="1">${"<label>n</label>".repeat(800)}</line></lines></device>`;
  const at = text.indexOf('1"');
  const edited = text.replace('"1"', '"2"');
  const after = nested.read(edited, nested.names, read(nested, text), { start: at, oldEnd: at + 1, newEnd: at + 1 });
  assert.deepEqual([...new Set(printed(after))], ["lines/line[2]/label = n"]);
});

for (const id of ["items", "nested"] as const) {
  const format: Format = formats[id];
  const edit = fc.record({
    at: fc.nat(),
    remove: fc.oneof(fc.constant(0), fc.nat(40), fc.nat(3000)),
    insert: fc.constantFrom(...anyScraps, ...scraps[id]),
  });

  test(`${id}: a tree kept over edits equals one read afresh`, () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
        let text = bodies[id];
        let document = read(format, text);
        for (const { at, remove, insert } of edits) {
          const start = at % (text.length + 1);
          const oldEnd = Math.min(text.length, start + remove);
          text = text.slice(0, start) + insert + text.slice(oldEnd);
          document = format.read(text, format.names, document, { start, oldEnd, newEnd: start + insert.length });
          assert.deepEqual(flat(document), flat(read(format, text)), JSON.stringify([start, remove, insert]));
        }
      }),
      { numRuns: 120 },
    );
  });

  test(`${id}: a layout changes blanks only, and is one of its own`, () => {
    const whole = (text: string) => ({ start: 0, end: text.length });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 4 }), (edits) => {
        let text = bodies[id].slice(0, 1500);
        for (const { at, remove, insert } of edits) {
          const start = at % (text.length + 1);
          text = text.slice(0, start) + insert + text.slice(start + Math.min(remove, 60));
        }
        const once = laidOut(format, text);
        assert.equal(once.replace(/\s/g, ""), text.replace(/\s/g, ""));
        assert.deepEqual(format.layout(read(format, once), once, style, whole(once)), []);
        assert.deepEqual(printed(read(format, once)), printed(read(format, text)));
      }),
      { numRuns: 120 },
    );
  });
}

const style = { indent: "  ", blankLines: 1 };

function applied(text: string, edits: readonly Edit[]): string {
  return fixed(text, [
    { code: "", severity: "hint", message: "", span: { start: 0, end: 0 }, fixes: [{ title: "", edits }] },
  ]);
}

function laidOut(format: Format, text: string): string {
  return applied(text, format.layout(read(format, text), text, style, { start: 0, end: text.length }));
}

test("sections are a step deeper", () => {
  assert.equal(
    laidOut(nested, '<device><lines>\n<line   no="1"><label >a</label ></line></lines>\n\n\n\n<load/></device>'),
    '<device>\n  <lines>\n    <line   no="1">\n      <label>a</label>\n    </line>\n  </lines>\n\n  <load/>\n</device>',
  );
  assert.equal(
    laidOut(items, '<Items><Item  name="a"   index="1" >x</Item><Item name="b" /></Items>'),
    '<Items>\n  <Item name="a" index="1">x</Item>\n  <Item name="b"/>\n</Items>',
  );
});

/** What can be typed at `$0`, with what is written for the name `new`. */
function contextOf(format: Format, marked: string): string {
  const offset = marked.indexOf("$0");
  const text = marked.replace("$0", "");
  const context = format.contextAt(read(format, text), text, offset);
  if (context.kind === "words") return context.words.map(({ label }) => label).join(" ");
  if (context.kind !== "name") return context.kind;
  const { replace, path, style } = context;
  return `${path}: ${text.slice(0, replace.start)}[${style.write(plainName("new"), "v", false)}]${text.slice(replace.end)}`;
}

test("a name is offered in the attribute that has it, an element between elements", () => {
  assert.equal(
    contextOf(items, '<Items><Item name="a$0b">1</Item></Items>'),
    ': <Items><Item name="[new]">1</Item></Items>',
  );
  assert.equal(contextOf(items, "<Items>ne$0</Items>"), ': <Items>[<Item name="new"></Item>]</Items>');
  assert.equal(
    contextOf(items, '<Items><Item name="a" index="1"/>$0</Items>'),
    ': <Items><Item name="a" index="1"/>[<Item name="new" index="1"></Item>]</Items>',
  );
  assert.ok(contextOf(items, "<PhoneMessage><Message><Items>$0</Items></Message></PhoneMessage>").startsWith(": <Ph"));
  assert.equal(contextOf(items, '<Items><It$0em name="a">1</Item></Items>'), "none");
  assert.equal(contextOf(items, '<Items><Item name="a" $0>1</Item></Items>'), "index");
  assert.equal(contextOf(items, '<Items><Item name="a" index="$0">1</Item></Items>'), "1 2");
  assert.equal(contextOf(items, '<Items><Item name="a">$0</Item></Items>'), "value");
  assert.equal(contextOf(items, '<Items><Item name="a">1</Item><$0</Items>').startsWith(": <Items>"), true);
});

test("a name is offered at the path of its section", () => {
  assert.equal(
    contextOf(nested, '<device><lines><line no="2">$0</line></lines></device>'),
    'lines/line[2]: <device><lines><line no="2">[<new></new>]</line></lines></device>',
  );
  assert.equal(contextOf(nested, "<device><lines></$0"), "</lines>");
  assert.equal(contextOf(nested, "<device><load $0>1</load></device>"), "");
  for (const text of ["<device/>$0", "<device><lines></device>$0", "<x>$0<device/></x>"])
    assert.equal(contextOf(nested, text), "none", text);
});

function checkEdit(text: string, edits: (setting: Setting) => readonly Edit[], expected: string): void {
  const document = read(items, text);
  const [setting] = settingsOf(document);
  assert.ok(setting);
  const start = document.startOf(setting.segment);
  const inFile = edits(setting).map((edit) => ({ ...edit, span: shift(edit.span, start) }));
  assert.equal(applied(text, inFile), expected);
}

test("attributes are explained but for the one that is the name", () => {
  const [setting] = settingsOf(read(items, '<Items><Item name="a" index="1" q="2">b</Item></Items>'));
  assert.ok(setting);
  const { text } = setting.segment;
  const pageAt = (word: string) => items.syntaxAt(setting, text.indexOf(word) + 1);
  assert.equal(pageAt("name="), undefined);
  assert.equal(pageAt("index=")?.page, "which one");
  assert.deepEqual(pageAt("q="), { span: { start: text.indexOf("q="), end: text.indexOf(">b") }, page: undefined });
});

test("elements are written with their name in the attribute", () => {
  const { write } = items;
  assert.equal(write.element('a"b', "x<y"), '<Item name="a&quot;b">x&lt;y</Item>');
  assert.equal(write.element("a", ""), '<Item name="a"/>');
  assert.equal(items.file([write.element("a", "1")]), '<PhoneMessage>\n  <Item name="a">1</Item>\n</PhoneMessage>\n');
  const one = '<Items><Item index="1" name="a">1</Item></Items>';
  checkEdit(one, (s) => write.rename(s, "b"), '<Items><Item index="1" name="b">1</Item></Items>');
  checkEdit(one, (s) => write.setValue(s, "2&3"), '<Items><Item index="1" name="a">2&amp;3</Item></Items>');
  checkEdit('<Items><Item name="a"/></Items>', (s) => write.setValue(s, "2"), '<Items><Item name="a">2</Item></Items>');
});

test("secrets in text that cannot be read are found by the name in the attribute", () => {
  const secretsOf = (format: Format, text: string) =>
    read(format, `<PhoneMessage/>${text}`).segments.flatMap((segment) =>
      format
        .likelySecrets(segment, (name) => /pass/.test(name))
        .map(({ start, end }) => segment.text.slice(start, end)),
    );
  for (const tag of ['name="sip-pass"', "name='sip-pass", 'index="1" name = sip-pass', 'name="sip-pass" index='])
    assert.deepEqual(secretsOf(items, `<Item ${tag}>x1</Item><Item name="user">x2</Item>`), ["x1"], tag);
  assert.deepEqual(secretsOf(items, "<pass>x1<pass2 a>x2 <Item>x3<x name='pass'>x4"), ["x1", "x2 "]);
});
