import assert from "node:assert/strict";
import test from "node:test";
import { allWords, carets, checkMarked } from "../support/marked";
import { problemsOf } from "../support/problems";

/** The problems that are not hints, with severity and message. */
function checkFile(marked: string): void {
  checkMarked(marked, (text) => problemsOf(text).filter(({ severity }) => severity !== "hint"), allWords);
}

/** The text after the first fix of its only problem, which is then without one. */
function checkFixed(text: string, expected: string): void {
  const problems = problemsOf(text).filter(({ severity }) => severity !== "hint");
  assert.equal(problems.length, 1, problems.map(({ message }) => message).join("\n"));
  let fixed = text;
  for (const { span, text: by } of [...(problems[0]?.fixes?.[0]?.edits ?? [])].sort(
    (a, b) => b.span.start - a.span.start,
  ))
    fixed = fixed.slice(0, span.start) + by + fixed.slice(span.end);
  assert.equal(fixed, expected);
  checkFile(fixed);
}

test("the end tag of the root is not moved past another, however far that is", () => {
  for (const far of ["", "<!-- a remark -->\n".repeat(400)]) {
    const titles = (end: string) =>
      problemsOf(`<flat-profile>\n<GPP_A>1</GPP_A>\n</flat-profile>\n${far}<GPP_B>2</GPP_B>\n${end}<GPP_C>3</GPP_C>\n`)
        .filter(({ code }) => code === "xml/outside-root")
        .flatMap(({ fixes = [] }) => fixes.map(({ title }) => title));
    assert.deepEqual(titles(""), ["Move the end tag of the profile after them"]);
    assert.deepEqual(titles("</flat-profile>\n"), []);
  }
});

test("settings before and after the root", () => {
  checkFile(`
    <flat-profile><GPP_A>1</GPP_A></flat-profile><GPP_B>2</GPP_B>
                                                  ^^^^^ error xml/outside-root: \`<GPP_B>\` comes after \`</flat-profile>\`. The phone rejects the file.`);
  checkFile(`
    <GPP_B/>
     ^^^^^ error xml/outside-root: \`<GPP_B>\` comes before \`<flat-profile>\`. The phone rejects the file.
    <flat-profile><GPP_A>1</GPP_A></flat-profile>`);
  checkFile(`
    <flat-profile><GPP_A>1</GPP_A></flat-profile>
    <router-configuration><SNMP><RW_User>u</RW_User></SNMP></router-configuration>
    <Ext_1><GPP_B>2</GPP_B></Ext_1><Unheard>1</Unheard>
     ^^^^^ error xml/outside-root: 2 elements come after \`</flat-profile>\`. The first is \`<Ext_1>\`. The phone rejects the file.`);
  checkFile(`
    <flat-profile/>
    <GPP_A>1</GPP_A>
     ^^^^^ error xml/outside-root: \`<GPP_A>\` comes after \`</flat-profile>\`. The phone rejects the file.`);
  checkFile(`
    <!-- <flat-profile> -->
    <GPP_B>1</GPP_B>
     ^^^^^ error xml/outside-root: \`<GPP_B>\` is not inside \`<flat-profile>\`. The phone ignores the file.
    <!-- </flat-profile> -->`);
  checkFixed(
    "<flat-profile>\n<GPP_A>1</GPP_A>\n</flat-profile>\n<GPP_B>2</GPP_B>\n<GPP_C>3</GPP_C>\n",
    "<flat-profile>\n<GPP_A>1</GPP_A>\n\n<GPP_B>2</GPP_B>\n<GPP_C>3</GPP_C>\n</flat-profile>\n",
  );
});

test("settings outside the root beside what a program writes are left alone, wherever the profile is cut", () => {
  const long = "<GPP_D>4</GPP_D>\n".repeat(400);
  checkFile("<flat-profile><GPP_A>1</GPP_A></flat-profile>\n{{ rest }}\n<GPP_B>2</GPP_B>");
  checkFile(`<flat-profile></flat-profile>\n{{ rest }}\n<x>${long}</x>\n<GPP_B>2</GPP_B>`);
  checkFile("<device><GPP_B>{{ x }}</GPP_B><flat-profile><GPP_A>1</GPP_A></flat-profile></device>");
  checkFile(`
    <device><GPP_C>{{ x }}</GPP_C><GPP_B>2</GPP_B><flat-profile><GPP_A>1</GPP_A></flat-profile></device>
                                   ^^^^^ warning xml/outside-root: \`<GPP_B>\` is outside \`<flat-profile>\`. The phone ignores it.`);
  checkFile(`
    <flat-profile>{{ rest }}<GPP_A>1</GPP_A></flat-profile><GPP_B>2</GPP_B>
                                                            ^^^^^ error xml/outside-root: \`<GPP_B>\` comes after \`</flat-profile>\`. The phone rejects the file.`);
});

test("settings in an element around the root", () => {
  checkFile(`
    <device><GPP_C>3</GPP_C><flat-profile><GPP_A>1</GPP_A></flat-profile><GPP_B>2</GPP_B></device>
             ^^^^^ warning xml/outside-root: 2 settings are outside \`<flat-profile>\`. The first is \`<GPP_C>\`. The phone ignores them.`);
  checkFile("<top><generator>x</generator><Text>y</Text><flat-profile><GPP_A>1</GPP_A></flat-profile></top>");
});

test("an element around the root is closed", () => {
  checkFile(`
    <device><flat-profile><GPP_A>1</GPP_A></flat-profile>
                                                        ^ error xml/missing-end-tag: Missing end tag \`</device>\`. The phone rejects the file.`);
  checkFile(`
    <a><b><flat-profile><GPP_A>1</GPP_A></flat-profile></a>
                                                       ^^^^ error xml/missing-end-tag: Missing end tag \`</b>\`. The element is still open. The phone rejects the file.`);
});

test("sections that no phone has", () => {
  checkFile(`
    <flat-profile><Ext_2><User_ID_2_>7</User_ID_2_></Ext_2></flat-profile>
                   ^^^^^ warning parameter/in-unknown-section: A setting in the section \`<Ext_2>\` must be directly below the root. The phone ignores it.`);
  checkFile(`
    <flat-profile><A><GPP_A>1</GPP_A><B><GPP_B>1</GPP_B></B></A><C><GPP_C>1</GPP_C></C></flat-profile>
                   ^ warning parameter/in-unknown-section: 2 settings in the section \`<A>\` must be directly below the root. The phone ignores them.
                                                                 ^ warning parameter/in-unknown-section: A setting in the section \`<C>\` must be directly below the root. The phone ignores it.`);
  checkFile("<flat-profile><Meta><author>x</author></Meta><GPP_A>1</GPP_A></flat-profile>");
  checkFile(
    "<flat-profile><router-configuration><WAN_Interface><WAN_Connection_Type>dh</WAN_Connection_Type></WAN_Interface></router-configuration></flat-profile>",
  );
  checkFixed(
    "<flat-profile>\n  <Ext_1>\n    <User_ID_1_>7</User_ID_1_>\n    <SIP><SIP_Port_1_>5060</SIP_Port_1_></SIP>\n  </Ext_1>\n</flat-profile>\n",
    "<flat-profile>\n    <User_ID_1_>7</User_ID_1_>\n    <SIP_Port_1_>5060</SIP_Port_1_>\n</flat-profile>\n",
  );
});

test("settings of the phone in a section of the router", () => {
  checkFile(`
    <flat-profile><router-configuration><GPP_A>1</GPP_A><GPP_B>2</GPP_B></router-configuration></flat-profile>
                                         ^^^^^ warning parameter/in-wrong-section: 2 settings in \`router-configuration\` must be directly below the root. The first is \`GPP_A\`. The phone ignores them.`);
  checkFile(`
    <flat-profile/><router-configuration><SNMP><GPP_A>1</GPP_A></SNMP></router-configuration>
                                                ^^^^^ warning parameter/in-wrong-section: \`GPP_A\` must be directly below the root. The phone ignores it in \`router-configuration/SNMP\`.`);
  checkFile(
    "<flat-profile><router-configuration><SNMP><RW_User>u</RW_User><GPP_A>1</GPP_A></SNMP></router-configuration></flat-profile>",
  );
});

test("the fix of a section reaches over segments", () => {
  const lines = Array.from({ length: 400 }, (_, i) => `<User_ID_${(i % 16) + 1}_/>\n`).join("");
  checkFixed(
    `<flat-profile>\n<Phone>\n${lines}</Phone>\n</flat-profile>\n`,
    `<flat-profile>\n${lines}</flat-profile>\n`,
  );
});

test("a misspelt root", () => {
  for (const name of [
    "flat_profile",
    "Flat-Profile",
    "flatprofile",
    "flat-profil",
    "flat-profiles",
    "falt-profile",
    "flat profile",
    "flat\u2013profile",
    "flatProfile",
    "FLAT-PROFILE",
  ])
    checkFile(`
      <?xml version="1.0"?>
      <${name}><GPP_A>1</GPP_A></${name}>
       ${carets(name)} error xml/wrong-root: Unknown root \`<${name}>\`. Did you mean \`<flat-profile>\`? The phone ignores every setting of this file.`);
  checkFixed("<flat_profile><GPP_A>1</GPP_A></flat_profile>", "<flat-profile><GPP_A>1</GPP_A></flat-profile>");
  checkFixed("<flat_profile><GPP_A>1</GPP_A></flat-profile>", "<flat-profile><GPP_A>1</GPP_A></flat-profile>");
  checkFile(`
    <flat-profile><GPP_A>1</GPP_A></flat_profile>
                                    ^^^^^^^^^^^^ error xml/mismatched-end-tag: The end tag \`</flat_profile>\` does not match \`<flat-profile>\`. The phone rejects the file.`);
  checkFile("<flat-profiles><flat-profile><GPP_A>1</GPP_A></flat-profile></flat-profiles>");
});

test("a root of another name", () => {
  checkFile(`
    <config>
     ^^^^^^ warning xml/wrong-root: The root is \`<config>\`, not \`<flat-profile>\`. The phone ignores every setting of this file.
    <GPP_A>1</GPP_A>
    <GPP_B>2</GPP_B>
    </config>`);
  checkFile(`
    <GPP_A>1</GPP_A>
     ^^^^^ warning xml/no-root: These settings are not inside \`<flat-profile>\`. The phone ignores them.
    <GPP_B>2</GPP_B>`);
  checkFile("{% for n in lines %}<User_ID_1_>{{n}}</User_ID_1_>{% endfor %}");
});

test("names that begin as XML forbids", () => {
  for (const [name, first] of [
    ["*_Key", "*"],
    ["#_Key", "#"],
    ["1st_Key", "1"],
    ["-Key", "-"],
    [".Key", "."],
    ["+Key", "+"],
  ] as const) {
    for (const element of [`${name}>1</${name}>`, `${name} ua="na">1</${name}>`, `${name}/>`])
      checkFile(`
        <flat-profile><${element}<GPP_A>1</GPP_A></flat-profile>
                       ${carets(name)} error xml/bad-name: An element name cannot begin with \`${first}\`. The phone rejects the file.`);
  }
  checkFile(`
    <flat-profile></*_Key><GPP_A>1</GPP_A></flat-profile>
                  ^^^^^^^^ error xml/unexpected-end-tag: The end tag \`</*_Key>\` has no start tag. The phone rejects the file.`);
});
