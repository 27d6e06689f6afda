import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { tokens } from "./tokens";

/** Each line of `expected`: a piece of the text and a part of a scope it must have. Blank pieces are left out. */
async function checkTokens(text: string, expected: readonly (readonly [string, string])[]): Promise<void> {
  const found = (await tokens(text)).filter((token) => token.text.trim() !== "");
  for (const [piece, scope] of expected) {
    const token = found.find((t) => t.text.trim() === piece && t.scopes.some((s) => s.startsWith(scope)));
    assert.ok(
      token,
      `${JSON.stringify(piece)} should be ${scope}; found\n${found.map((t) => `  ${t.text}  ${t.scopes.slice(1).join(" ")}`).join("\n")}`,
    );
  }
}

/** What colours the value of one element. */
async function valueKind(element: string): Promise<string | undefined> {
  for (const { scopes } of await tokens(element)) {
    const kind = scopes.find((scope) => scope.startsWith("meta.value."));
    if (kind) return kind.split(".")[2];
  }
  return undefined;
}

test("tags, attributes and entities", () =>
  checkTokens('<flat-profile>\n<Proxy_1_ ua="na">a&amp;b</Proxy_1_>\n<Station_Name value="x"/></flat-profile>', [
    ["flat-profile", "entity.name.section"],
    ["Proxy_1_", "entity.name.tag"],
    ["ua", "entity.other.attribute-name"],
    ["na", "string.quoted.double"],
    ["amp", "constant.character.entity"],
    ["/>", "punctuation.definition.tag.end"],
  ]));

test("comments and directives", () =>
  checkTokens("<!-- plain -- text --><!-- flat-profile-disable-next-line xml/duplicate -->", [
    ["plain -- text", "comment.block"],
    ["flat-profile-disable-next-line", "keyword.control.directive"],
    ["xml/duplicate", "support.constant.directive"],
  ]));

test("a provisioning rule", () =>
  checkTokens(
    '<Profile_Rule>("$SWVER" lt "11.3" and $PN ne "CP-8841")? (Resync_Periodic = "3600";)! [--key $SA --uid "u"] https://p.example.com/$MA.cfg | /spa$(MAU:6:3).cfg</Profile_Rule>',
    [
      ["$SWVER", "variable.other.macro"],
      ["lt", "keyword.operator.wordlike.comparison"],
      ["11.3", "string.quoted.double"],
      ["and", "keyword.operator.wordlike.logical"],
      ["?", "keyword.control.alternative"],
      ["Resync_Periodic", "support.type.property-name"],
      ["--key", "keyword.other.option"],
      ["https", "keyword.other.scheme"],
      ["$MA", "variable.other.macro"],
      ["|", "keyword.control.alternative"],
      [":6:3", "constant.numeric.macro"],
    ],
  ));

test("a rule that begins on the line below its tag", () =>
  checkTokens(
    '<Upgrade_Rule ua="na">\n  ($SWVER lt 11-3-1MSR4-1)? http://h/a.loads |\n  /b.loads\n</Upgrade_Rule>\n<Proxy_1_>a&amp;b</Proxy_1_>',
    [
      ["lt", "keyword.operator.wordlike.comparison"],
      ["11-3-1MSR4-1", "constant.numeric"],
      ["|", "keyword.control.alternative"],
      ["/b.loads", "string.unquoted.path"],
      ["Upgrade_Rule", "entity.name.tag"],
      ["Proxy_1_", "entity.name.tag"],
      ["amp", "constant.character.entity"],
    ],
  ));

test("a tag without a value takes nothing of the next line", () =>
  checkTokens("<flat-profile>\n<Upgrade_Rule>\n<Proxy_1_>10.0.0.1 lt</Proxy_1_>\n</flat-profile>", [
    ["Proxy_1_", "entity.name.tag"],
    ["10.0.0.1 lt", ""],
    ["flat-profile", "entity.name"],
  ]));

test("versions of firmware in one piece", async () => {
  for (const version of ["12-0-3MPP0001-87", "11-3-1MSR4-1", "7.5.2b", "11.2(3)", "5000"])
    await checkTokens(`<Upgrade_Rule>($SWVER lt ${version})? http://h/a.loads</Upgrade_Rule>`, [
      [version, "constant.numeric"],
      ["?", "keyword.control.alternative"],
    ]);
});

test("operators escaped and bare in rules", () =>
  checkTokens("<Resync_Trigger_1>$SWVER &lt;= 12.0.1 and &quot;a&quot; != &quot;b&quot;</Resync_Trigger_1>", [
    ["&lt;=", "keyword.operator.comparison"],
    ["12.0.1", "constant.numeric"],
    ["a", "string.quoted.double"],
    ["!=", "keyword.operator.comparison"],
  ]));

test("a rule switched off by a number sign", () =>
  checkTokens("<Upgrade_Rule># http://a.example.com/x</Upgrade_Rule>", [
    ["# http://a.example.com/x", "comment.line.number-sign"],
  ]));

test("tones and cadences", () =>
  checkTokens("<Dial_Tone>350@-19,440@-19;10(*/0/1+2)</Dial_Tone><Cadence_1>60(2/4)</Cadence_1>", [
    ["350", "constant.numeric.frequency"],
    ["@", "keyword.operator.level"],
    ["-19", "constant.numeric.level"],
    ["*", "constant.language.forever"],
    ["60", "constant.numeric"],
  ]));

test("a dial plan", () =>
  checkTokens("<Dial_Plan_1_>(S:4,*xx|&lt;9,:1212&gt;[2-9]xx.S0|0!|P5&lt;:1000&gt;)</Dial_Plan_1_>", [
    ["S:4", "storage.modifier.timer"],
    ["xx", "constant.language.any-digit"],
    ["&lt;", "keyword.operator.substitution"],
    ["1212", "string.unquoted.substitute"],
    ["-", "keyword.operator.range"],
    [".", "keyword.operator.repeat"],
    ["!", "keyword.control.barred"],
    ["P5", "storage.modifier.timer"],
  ]));

test("line keys, softkey lists, pairs", () =>
  checkTokens(
    "<Extended_Function_2_>fnc=blf+sd;sub=1001@$PROXY;nme=Desk</Extended_Function_2_><Idle_Key_List>redial|1;newcall|2;dnd</Idle_Key_List><Daylight_Saving_Time_Rule>start=3/-1/7/2;end=10/-1/7/2;save=1</Daylight_Saving_Time_Rule>",
    [
      ["fnc", "support.type.property-name"],
      ["blf", "support.function"],
      ["+", "keyword.operator.join"],
      ["sub", "support.type.property-name"],
      ["$PROXY", "variable.other.macro"],
      ["newcall", "support.function.softkey"],
      ["2", "constant.numeric.position"],
      ["start", "support.type.property-name"],
    ],
  ));

test("booleans, numbers, star codes, URLs by their look", () =>
  checkTokens(
    "<A>Yes</A><B>no</B><C> 3600 </C><D>*69</D><E>https://x.example.com/a.png</E><F>Yesterday</F><G>12 Main St</G>",
    [
      ["Yes", "constant.language.boolean"],
      ["no", "constant.language.boolean"],
      ["3600", "constant.numeric"],
      ["*69", "constant.numeric.star-code"],
      ["https", "keyword.other.scheme"],
      ["Yesterday", "meta.value.plain"],
      ["12 Main St", "meta.value.plain"],
    ],
  ));

test("placeholders of template engines", () =>
  checkTokens(
    '<flat-profile>\n{% for n in range(2) %}\n<User_ID_{{n}}_ ua="na">{{ user }}</User_ID_{{n}}_>\n{if $x}<Proxy_1_>{$proxy}</Proxy_1_>{/if}\n<Station_Name><?php echo $n ?></Station_Name><Password_1_>##PWD##</Password_1_><Text_Logo>$\u007bLOGO}</Text_Logo>',
    [
      ["for", "keyword.control.placeholder"],
      ["user", "variable.other.placeholder"],
      ["if", "keyword.control.placeholder"],
      ["/if", "keyword.control.placeholder"],
      ["$proxy", "variable.other.placeholder"],
      ["echo $n", "variable.other.placeholder"],
      ["##PWD##", "variable.other.placeholder"],
      ["LOGO", "variable.other.placeholder"],
    ],
  ));

test("a missing end tag does not swallow the next line", () =>
  checkTokens("<flat-profile>\n<Dial_Plan_1_>(xx\n<Station_Name>Yes</Station_Name>\n</flat-profile>", [
    ["Station_Name", "entity.name.tag"],
    ["Yes", "constant.language.boolean"],
  ]));

test("every parameter with a language of its own is coloured as that language", async () => {
  const kinds: Readonly<Record<string, readonly [string, string]>> = {
    ProvisioningRuleSyntax: ["rule", "/a"],
    ProvisioningCondition: ["rule", "$A ne 1"],
    ReportRule: ["rule", "/a"],
    ToneScript: ["signal", "350@-19;1(*/0/1)"],
    CadScript: ["signal", "60(2/4)"],
    FreqScript: ["signal", "440@-10"],
    DialPlanScript: ["dial-plan", "(xx.)"],
    PhTmplt: ["dial-plan", "408*"],
    NumberMap: ["dial-plan", "xx"],
    ExtendedFunction: ["function", "fnc=sd"],
    PskFunction: ["function", "fnc=sd"],
    PskSoftkeyList: ["key-list", "redial;"],
    PlkOptionList: ["key-list", "sd;"],
    RingScript: ["pairs", "n=A;w=1;c=1"],
    DaylightSavingRule: ["pairs", "start=1"],
    PagingScript: ["pairs", "pggrp=1"],
    DictionaryScript: ["pairs", "serv=a"],
    LedScript: ["pairs", "c=g"],
    RssFeedScript: ["pairs", "name=a"],
    LdapAttrSpec: ["pairs", "a=cn"],
    AnnouncementCodes: ["pairs", "CBT=00"],
  };
  const folder = path.join(process.cwd(), "schemas/cisco-flat-profile/parameters");
  let seen = 0;
  for (const file of readdirSync(folder)) {
    const { sections } = JSON.parse(readFileSync(path.join(folder, file), "utf8")) as {
      sections: readonly { parameters: readonly { name: string; type: string }[] }[];
    };
    for (const { name, type } of sections.flatMap((section) => section.parameters)) {
      const kind = kinds[type];
      if (!kind) continue;
      seen++;
      const element = name.replace(/\{[a-z]+\}/g, "1");
      assert.equal(await valueKind(`<${element}>${kind[1]}</${element}>`), kind[0], `${name}: ${type}`);
    }
  }
  assert.ok(seen > 100);
});

test("every line of the examples is read to its end, and no state is left over", async (t) => {
  const folder = path.join(process.cwd(), "examples");
  if (!existsSync(folder)) return t.skip("no examples");
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".xml") || file.endsWith("broken.xml")) continue;
    const text = readFileSync(path.join(folder, file), "utf8");
    const last = (await tokens(`${text}\n<Z>1</Z>`)).find((token) => token.text === "Z");
    assert.deepEqual(last?.scopes, ["text.xml.flat-profile", "entity.name.tag.xml"], file);
  }
});
