import test from "node:test";
import type { CursorContext } from "../../server/src/profile/cursorContext";
import { applyEdits, inOrder } from "../../server/src/text/edits";
import type { Span } from "../../server/src/text/span";
import { dialectCases } from "../support/dialectCases";
import { checkGolden, sameAs } from "../support/golden";
import { serviceOf } from "../support/problems";
import { slipsOf } from "../support/variants";

// How each format reads, lays out, writes and guards small files, what can be typed at each place of them, and what a slip
// at each place changes of that.

/** Small files with everything that a line or an element of the format can be. */
const samples: Readonly<Record<string, readonly string[]>> = {
  "cisco-flat-profile": [
    '<flat-profile>\n  <Admin_Passwd ua="na">27238</Admin_Passwd>\n<Dial_Plan_1_ >\n(xx.&lt;:1>)</Dial_Plan_1_><!-- a -->\n</flat-profile>\n',
    "<flat-profile><GPP_A/><GPP_B>{{ x }}</GPP_B>\n\n\n<router-configuration><SNMP><Trap>1</Trap></SNMP></router-configuration></flat-profile>",
    "<device><flat-profile>\n<!-- <GPP_SA>7</GPP_SA> -->\n<Profile_Rule>[--key k1]http://u:p@h/$MA.xml</Profile_Rule>\n</flat-profile></device>",
    "<GPP_A>1</GPP_A>\n<GPP_A><![CDATA[a<b]]></GPP_A>\n",
  ],
  avaya: [
    '## Site\nSET L2QVLAN 120\n set x 1\nADD HTTPSRVR "a,b" ## c\n\n\n\nset procpswd   27238  \n',
    "IF $MODEL4 SEQ 9608 GOTO A\nIF $GROUP SNE 7 GOTO A\n GOTO A\n# A\n# B ####\n#C\nGET $MACADDR.txt\n",
    'SET LOGSRVR\n"a b"\nSET NVHTTPSRVR=1\nSET A:b 1\nSET A {{ b }}\n#if ($x)\n{% if %}\n# SET L2QVLAN 7\n',
    'SETT L2QVLAN 1\nGOTO\nIF $A SEQ 1\nSET SNTPSRVR "a" b ## c\nGET a.txt ## d\n\tGOTO A\nSET PROCPSWD ""\n',
  ],
  unify: [
    '<DLSMessage xmlns="http://www.siemens.com/DLS">\n<Message nonce="1">\n<Action>WriteItems</Action>\n<ItemList>\n<Item name="e164">201</Item>\n</ItemList></Message></DLSMessage>\n',
    '<ItemList>\n<Item index="1" name="function-key-def">59</Item>\n<Item name="sip-pwd" index="x">27238</Item>\n<Item/>\n</ItemList>',
    '<ItemList><Item name=\'a\' status="failed"/><!-- <Item name="sip-pwd">7</Item> --><Item>5</Item><%= x %></ItemList>',
  ],
  audiocodes: [
    ";** Ini File **\n[SYSTEM Params]\n EnableSyslog=1 \n#c\nIniFileURL = 'http://u:p@h/<MAC>.ini'\nMaxDigits = {{ x }}\nnonsense\n",
    '[ ProxyIp ]\nFORMAT ProxyIp_Index = ProxyIp_IpAddress,ProxyIp_ProxySetId ;\nProxyIp 0 = "a,5", 2;\nProxyIp 1 = b;c\n[ \\ProxyIp ]\n',
    "[ Authentication ]\nFORMAT Authentication_Index = Authentication_UserId, Authentication_UserPassword;\nAuthentication 0 = ann, 27238;\nMaxDigits = 7\n\n\n\nProxyIp 7 = 1, $$;\n[ \\A",
    "[ ProxySet ]\nProxySet 0 = 1;\n[\\ \\ProxySet ]\nFORMAT X_Index = X_A, Y_B;\nX $i = 1\nX {{ i }} = 1\n#if($x)\n[ \\ProxyIp ]\n[ X",
    "[CALL PROGRESS TONE #0]\nTone Type=1 ;dial\nLow Freq [Hz]=425 (hertz)\nLow Freq Level [-dBm] = 10\n[NUMBER OF CALL PROGRESS TONES]\nNumber of Call Progress Tones=1\n",
  ],
  "cisco-enterprise": [
    "<device>\n<deviceProtocol>SIP</deviceProtocol>\n<sshPassword>27238</sshPassword>\n<devicePool><dateTimeSetting><timeZone>a</timeZone></dateTimeSetting></devicePool>\n</device>\n",
    '<device><sipProfile><sipLines><line button="1"><featureID>9</featureID><name>1001</name></line></sipLines></sipProfile><vendorConfig/></device>',
    '<?xml version="1.0"?>\n<!-- a -->\n<DIALTEMPLATE>\n<TEMPLATE MATCH="9,........" Timeout="3"/>\n</DIALTEMPLATE>\n',
  ],
};

/** Settings with every attribute that one can have. */
const attributes: Readonly<Record<string, readonly string[]>> = {
  "cisco-flat-profile": [
    '<flat-profile><GPP_A ua="na" um="y" preserve-value="y" user-pref="n" group="Info/a" value="1" type="b" rw="c" x="d">1</GPP_A><GPP_B ua="rw" um="N"/><GPP_C ua="ro">1</GPP_C><GPP_D ua="x" um="z"></GPP_D></flat-profile>',
  ],
  unify: ['<ItemList><Item name="function-key-def" index="1" status="failed" x="y">1</Item></ItemList>'],
  "cisco-enterprise": [
    '<device><a priority="0" button="1" model="b" x="c">1</a></device>',
    '<DIALTEMPLATE><TEMPLATE MATCH="9" Timeout="0" User="Phone" x="y"/></DIALTEMPLATE>',
  ],
};

const span = ({ start, end }: Span) => `${start}-${end}`;

/** `before` is the text before the place: of what is typed there only the place is shown, counted from what is replaced. */
function contextWords(context: CursorContext, before: string, seen: Map<string, number>): string {
  const names = ({ replace, typed, path, index, style }: Extract<CursorContext, { kind: "name" }>) =>
    `name ${span(replace)} ${typed !== "" && before.endsWith(typed) ? before.length - typed.length - replace.start : JSON.stringify(typed)} ${path} ${index ?? ""} ${style.key} ${JSON.stringify(style.write({ first: "N", again: "N", stops: 0 }, "v", true))}`;
  switch (context.kind) {
    case "name":
      return names(context);
    case "words": {
      const words = context.words.map(
        ({ label, insert, detail }) => `${label}|${insert?.plain ?? ""}|${insert?.snippet ?? ""}|${detail ?? ""}`,
      );
      return `words ${span(context.replace)} ${words.length}: ${sameAs(JSON.stringify(words).slice(0, 2000), seen.size, seen)}${context.orName ? ` or ${names(context.orName)}` : ""}`;
    }
    default:
      return context.kind;
  }
}

for (const { dialect } of dialectCases) {
  const texts = samples[dialect.id];
  if (!texts) continue;
  const { catalogue } = serviceOf(dialect);

  /** What is read of a text, one word for each thing. */
  function* readings(text: string, place: (span: Span) => string): Generator<string> {
    const document = dialect.read(text, catalogue);
    yield document.form;
    for (const [i, segment] of document.segments.entries()) {
      const base = document.starts[i] ?? 0;
      const at = ({ start, end }: Span) => place({ start: base + start, end: base + end });
      /** A text that is what is typed at its place is not repeated. */
      const as = (words: string, { start, end }: Span) =>
        [text, text.toUpperCase()].some((each) => each.slice(base + start, base + end) === words)
          ? ""
          : JSON.stringify(words);
      for (const setting of segment.settings) {
        const { name, path, text: value, nameSpan, valueSpan, endNameSpan } = setting;
        const flags = [setting.templated && "templated", setting.isEmpty && "empty", setting.isStatus && "status"];
        const secret = dialect.secrets.isSecret(setting, catalogue);
        yield [
          "setting",
          path,
          as(name, nameSpan),
          as(value, valueSpan),
          at(setting.span),
          at(nameSpan),
          at(valueSpan),
          endNameSpan && at(endNameSpan),
          ...flags,
          secret && "secret",
        ]
          .filter((each) => each !== false && each !== undefined)
          .join(" ");
        for (const inner of dialect.innerSpans(setting)) yield `inner ${at(inner)}`;
      }
      for (const { name, path, role, kind, isEmpty, span, nameSpan } of segment.tags)
        yield `${kind} ${role} ${path} ${as(name, nameSpan)} ${at(span)} ${at(nameSpan)}${isEmpty ? " empty" : ""}`;
      for (const { text: words, textStart, span } of segment.comments)
        yield `comment ${as(words, { start: textStart, end: textStart + words.length })} ${at({ start: textStart, end: textStart + words.length })} ${at(span)}`;
      for (const end of segment.templates) yield `template ${at({ start: end, end })}`;
      for (const { code, severity, span, fixes = [] } of segment.problems)
        yield [
          `${severity} ${code} ${at(span)}`,
          ...fixes.flatMap(({ edits }) => edits.map(({ span, text }) => `${at(span)} ${JSON.stringify(text)}`)),
        ].join(" → ");
      const { spans } = dialect.secrets.inSegment(segment, catalogue);
      for (const secret of spans) yield `hidden ${at(secret)}`;
      for (const { kind, name, text: words, span, isDefinition } of dialect.places?.inSegment(segment) ?? [])
        yield `place ${kind} ${as(name, span)} ${words ?? ""} ${at(span)}${isDefinition ? " defined" : ""}`;
    }
    const style = { indent: "  ", blankLines: 1 };
    for (const { span, text: fresh } of dialect.layout(document, text, style, { start: 0, end: text.length }))
      yield `layout ${place(span)} ${JSON.stringify(fresh)}`;
  }

  test(`how ${dialect.id} reads small files, and what slips change (UPDATE_GOLDEN=1 writes the list)`, () => {
    const lines = texts.flatMap((text) => {
      const whole = [...readings(text, span)];
      const numbers = new Map(whole.map((word, i) => [word, i]));
      return [
        `# ${JSON.stringify(text)}`,
        ...whole.map((word, i) => `  ${i} ${word}`),
        ...slipsOf(text, (typed, place) => {
          const found = new Set(readings(typed, place));
          const lost = [...numbers].filter(([word]) => !found.has(word)).map(([, number]) => `-${number}`);
          const fresh = [...found].filter((word) => !numbers.has(word)).map((word) => `+${word}`);
          return [lost.join(" "), ...fresh].join(" ");
        }).map((line) => `  ${line}`),
      ];
    });
    checkGolden(`test/dialects/slips.${dialect.id}.golden.txt`, lines);
  });

  test(`what can be typed at each place of small files of ${dialect.id} (UPDATE_GOLDEN=1 writes the list)`, () => {
    const lines = texts.flatMap((text) => {
      const words = [`# ${JSON.stringify(text)}`];
      let before = "";
      const seen = new Map<string, number>();
      for (let offset = 0; offset <= text.length; offset++) {
        // as it is, and when the rest of the line is not typed yet
        const shorter = text.slice(0, offset) + text.slice(offset).replace(/^[^\r\n]*/, "");
        const here = [text, shorter]
          .map((typed) =>
            contextWords(
              dialect.contextAt(dialect.read(typed, catalogue), typed, offset, catalogue),
              typed.slice(0, offset),
              seen,
            ),
          )
          .join(" | alone: ");
        if (here !== before) words.push(`  ${offset} ${here}`);
        before = here;
      }
      return words;
    });
    checkGolden(`test/dialects/typed.${dialect.id}.golden.txt`, lines);
  });

  test(`what each part of a setting of ${dialect.id} means (UPDATE_GOLDEN=1 writes the list)`, () => {
    const lines = [...texts, ...(attributes[dialect.id] ?? [])].flatMap((text) => {
      const document = dialect.read(text, catalogue);
      const words = [`# ${JSON.stringify(text)}`];
      let before = "";
      for (let offset = 0; offset <= text.length; offset++) {
        const found = document.settingAt(offset);
        const part = found && dialect.syntaxAt?.(found.setting, offset - found.start);
        const here = part ? `${span(part.span)} ${part.page ?? "unknown"}` : "";
        if (here !== before) words.push(`  ${offset} ${here}`);
        before = here;
      }
      return words;
    });
    checkGolden(`test/dialects/parts.${dialect.id}.golden.txt`, lines);
  });

  test(`how ${dialect.id} writes changes of settings (UPDATE_GOLDEN=1 writes the list)`, () => {
    const lines = texts.flatMap((text) => {
      const document = dialect.read(text, catalogue);
      const words = [`# ${JSON.stringify(text)}`];
      for (const [i, segment] of document.segments.entries())
        for (const setting of segment.settings) {
          const start = document.starts[i] ?? 0;
          const edits = {
            ...Object.fromEntries(
              ["x", "a b", " a ", "a,b;c", "a'b", 'a"b', "<&>", "a\nb", ""].map((value) => [
                JSON.stringify(value),
                dialect.write.setValue(setting, value),
              ]),
            ),
            renamed: dialect.write.rename(setting, "New_Name"),
            removed: dialect.write.remove(setting),
            after: dialect.write.insertAfter(setting, "New_Name", "a b"),
          };
          words.push(`  ${setting.name}: ${dialect.write.encode("a<b&'\"\n", setting)}`);
          for (const [what, list] of Object.entries(edits)) {
            const moved = list.map((edit) => ({
              ...edit,
              span: { start: edit.span.start + start, end: edit.span.end + start },
            }));
            const after = applyEdits(text, inOrder(moved));
            const [first = 0] = moved.map(({ span }) => span.start);
            const lineOf = list.map(({ line }) => (line ? ` line ${span(line)}` : "")).join("");
            words.push(
              `    ${what}: ${JSON.stringify(after.slice(Math.max(0, first - 20), first + 40))} ${after.length}${lineOf}`,
            );
          }
        }
      return words;
    });
    for (const value of ["x", " a ", "a,b", "a'b", "<&>", "a\nb", ""])
      lines.push(dialect.write.element("New_Name", value));
    checkGolden(`test/dialects/written.${dialect.id}.golden.txt`, lines);
  });
}

test("what each dialect says of itself (UPDATE_GOLDEN=1 writes the list)", () => {
  const names = [
    "GPP_A",
    "a-b[12]",
    "a b",
    "1a",
    "A.b",
    "",
    "_a",
    "ProxyIp_IpAddress",
    "a".repeat(200),
    "a[12345]",
    "ä",
  ];
  const lines = dialectCases.flatMap(({ dialect }) => {
    const { id, label, files, ignoresCase, valueTypes, areas, markdownLanguage } = dialect;
    const { syntaxArea, triggerCharacters, codeLensTypes, scripts, preview } = dialect;
    const said = {
      ...{ id, label, ignoresCase, areas, markdownLanguage, syntaxArea, triggerCharacters, codeLensTypes },
      files: [files.language, files.names, files.editorLanguages],
      valueTypes: valueTypes.map((type) => Object.keys(type).sort().join(" ")),
      types: valueTypes.map((type) => type.id).join(" "),
      scripts: scripts && [scripts.sounds, Object.keys(scripts.dialPlans)],
      ruleNames: preview?.ruleNames,
      isName: names.filter((name) => dialect.isName(name)),
      comment: ["a", "a--b", "a\nb"].map((text) => dialect.comment(text)),
      file: dialect.file([dialect.write.element("A", "b"), dialect.write.element("C", "")]),
    };
    return [`# ${id}`, ...Object.entries(said).map(([key, value]) => `${key} ${JSON.stringify(value)}`)];
  });
  checkGolden("test/dialects/themselves.golden.txt", lines);
});
