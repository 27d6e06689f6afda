import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogue } from "../support/catalogue";
import { flat, read } from "../support/read";

/** `Name = value` of every setting, then `code «text»` of every problem, one a line. */
function print(text: string): string {
  const document = read(text);
  const lines: string[] = [];
  for (const [i, segment] of document.segments.entries()) {
    for (const s of segment.settings)
      lines.push(`${s.path === "" ? "" : `${s.path}/`}${s.name} = ${s.text}${s.templated ? " (template)" : ""}`);
    const base = document.starts[i] ?? 0;
    for (const p of segment.problems) lines.push(`${p.code} «${text.slice(p.span.start + base, p.span.end + base)}»`);
  }
  return lines.join("\n");
}

function checkRead(text: string, expected: string): void {
  assert.equal(print(text), expected);
}

/** The text after all fixes of all problems, which must read without a problem. */
function checkFixed(text: string, expected: string): void {
  const document = read(text);
  const edits = document.segments.flatMap((segment, i) =>
    segment.problems
      .flatMap((p) => p.fixes?.[0]?.edits ?? [])
      .map((e) => ({ ...e, at: e.span.start + (document.starts[i] ?? 0), to: e.span.end + (document.starts[i] ?? 0) })),
  );
  let fixed = text;
  for (const edit of edits.sort((a, b) => b.at - a.at))
    fixed = fixed.slice(0, edit.at) + edit.text + fixed.slice(edit.to);
  assert.equal(fixed, expected);
  assert.deepEqual(
    read(fixed).segments.flatMap((s) => s.problems.filter((p) => p.severity !== "hint").map((p) => p.code)),
    [],
  );
}

test("values are trimmed, decoded once, and newlines become blanks", () => {
  checkRead("<flat-profile><GPP_A> a&amp;lt;\r\nb </GPP_A></flat-profile>", "GPP_A = a&lt; b");
  checkRead("<flat-profile><GPP_A>&#32;x&#x2e;</GPP_A></flat-profile>", "GPP_A =  x.");
  checkRead("<flat-profile><GPP_A><![CDATA[a<b]]>c<!-- no -->d</GPP_A></flat-profile>", "GPP_A = a<bcd");
});

test("a value may be in an attribute", () => {
  checkRead('<flat-profile><Web_Server_Port ua="na" value="80" /></flat-profile>', "Web_Server_Port = 80");
  checkRead('<flat-profile><Web_Server_Port value="80"></Web_Server_Port></flat-profile>', "Web_Server_Port = 80");
  checkRead('<flat-profile><GPP_B value="$MA {1}"/></flat-profile>', "GPP_B = $MA {1}");
  checkRead('<flat-profile><GPP_B value="{$x}"/></flat-profile>', "GPP_B = {$x} (template)");
});

test("elements outside the profile are no settings", () => {
  checkRead("<device><GPP_B>no</GPP_B><flat-profile><GPP_A>x</GPP_A></flat-profile></device>", "GPP_A = x");
});

test("a namespace on the root is not a problem", () => {
  checkRead('<flat-profile xmlns="http://www.sipura.net/xsd/SPA3102"><GPP_A>x</GPP_A></flat-profile>', "GPP_A = x");
});

test("router sections inside or after the profile carry their path", () => {
  const router = "<router-configuration><SNMP><RW_User>u</RW_User></SNMP></router-configuration>";
  checkRead(`<flat-profile>${router}</flat-profile>`, "router-configuration/SNMP/RW_User = u");
  checkRead(
    `<flat-profile><GPP_A>1</GPP_A></flat-profile>${router}`,
    "GPP_A = 1\nrouter-configuration/SNMP/RW_User = u",
  );
});

test("other XML says nothing", () => {
  for (const text of [
    "<device><deviceProtocol>SIP</deviceProtocol></device>",
    "<a><b>1</b></a>",
    "",
    "hello",
    "<html><User>x</User></html>",
  ]) {
    assert.equal(read(text).form, "foreign");
    checkRead(text, "");
  }
});

test("a missing end tag costs one problem and no neighbour", () => {
  checkRead(
    "<flat-profile>\n<Profile_Rule>/a.xml\n<GPP_A>1</GPP_A>\n</flat-profile>",
    "Profile_Rule = /a.xml\nGPP_A = 1\nxml/missing-end-tag «Profile_Rule»",
  );
  checkFixed(
    "<flat-profile>\n<Profile_Rule>/a.xml\n<GPP_A>1</GPP_A>\n</flat-profile>",
    "<flat-profile>\n<Profile_Rule>/a.xml</Profile_Rule>\n<GPP_A>1</GPP_A>\n</flat-profile>",
  );
});

test("the end tag of the root may be missing", () => {
  checkFixed("<flat-profile>\n<GPP_A>1</GPP_A>\n", "<flat-profile>\n<GPP_A>1</GPP_A>\n</flat-profile>\n");
});

test("a wrong end tag ends the element it was meant for", () => {
  checkRead(
    "<flat-profile><MediaSec_Request_1_>No</MediaSec_Request>\n<GPP_A>1</GPP_A></flat-profile>",
    "MediaSec_Request_1_ = No\nGPP_A = 1\nxml/mismatched-end-tag «MediaSec_Request»",
  );
});

test("a start tag in place of the end tag", () => {
  checkFixed(
    '<flat-profile><SIP_Port_1_ ua="na">30<SIP_Port_1_>\n<GPP_A>1</GPP_A></flat-profile>',
    '<flat-profile><SIP_Port_1_ ua="na">30</SIP_Port_1_>\n<GPP_A>1</GPP_A></flat-profile>',
  );
});

test("a plain < in a value stays in the value", () => {
  checkRead(
    "<flat-profile><LDAP_Number_Mapping><:9xx.></LDAP_Number_Mapping></flat-profile>",
    "LDAP_Number_Mapping = <:9xx.>\nxml/bare-less-than «<»",
  );
  checkRead("<flat-profile><GPP_A>sub=<extNo></GPP_A></flat-profile>", "GPP_A = sub=<extNo>\nxml/bare-less-than «<»");
  checkFixed(
    "<flat-profile><Upgrade_Rule>http://<server ip>/a</Upgrade_Rule></flat-profile>",
    "<flat-profile><Upgrade_Rule>http://&lt;server ip>/a</Upgrade_Rule></flat-profile>",
  );
});

test("a plain & in a value", () => {
  checkRead("<flat-profile><GPP_A>a&b&amp;c</GPP_A></flat-profile>", "GPP_A = a&b&c\nxml/bare-ampersand «&»");
  checkFixed(
    "<flat-profile><GPP_A>a&b&c</GPP_A></flat-profile>",
    "<flat-profile><GPP_A>a&amp;b&amp;c</GPP_A></flat-profile>",
  );
  checkRead("<flat-profile><GPP_A>a&nbsp;c</GPP_A></flat-profile>", "GPP_A = a&nbsp;c\nxml/unknown-entity «&nbsp;»");
});

test("attributes as manuals print them", () => {
  checkFixed(
    "<flat-profile><GPP_A ua=\u201dna\u201d/></flat-profile>",
    '<flat-profile><GPP_A ua="na"/></flat-profile>',
  );
  checkFixed(
    '<flat-profile><GPP_A ua="na\u201d>1</GPP_A></flat-profile>',
    '<flat-profile><GPP_A ua="na">1</GPP_A></flat-profile>',
  );
  checkFixed(
    "<flat-profile><GPP_A ua=na>1</GPP_A></flat-profile>",
    '<flat-profile><GPP_A ua="na">1</GPP_A></flat-profile>',
  );
  checkFixed(
    '<flat-profile><EXT_SIP_Port_1_ua="na">5060</EXT_SIP_Port_1_></flat-profile>',
    '<flat-profile><EXT_SIP_Port_1_ ua="na">5060</EXT_SIP_Port_1_></flat-profile>',
  );
  checkFixed(
    '<flat-profile><GPP_A="na">1</GPP_A></flat-profile>',
    '<flat-profile><GPP_A ua="na">1</GPP_A></flat-profile>',
  );
});

test("tags without their >", () => {
  checkFixed(
    "<flat-profile><Resync_Periodic 3600</Resync_Periodic>\n<GPP_A>1</GPP_A></flat-profile>",
    "<flat-profile><Resync_Periodic> 3600</Resync_Periodic>\n<GPP_A>1</GPP_A></flat-profile>",
  );
  checkFixed(
    "<flat-profile><GPP_A>1</GPP_A\n<GPP_B>2</GPP_B></flat-profile>",
    "<flat-profile><GPP_A>1</GPP_A>\n<GPP_B>2</GPP_B></flat-profile>",
  );
});

test("blanks and newlines inside tags are fine", () => {
  checkRead(
    '<flat-profile><Dial_Plan_1_ >(xx.)</Dial_Plan_1_ ><GPP_A\n ua="na">1</GPP_A></flat-profile>',
    "Dial_Plan_1_ = (xx.)\nGPP_A = 1",
  );
});

test("text before the root", () => {
  checkRead("oops\n<flat-profile><GPP_A>1</GPP_A></flat-profile>", "xml/text-before-root «oops»\nGPP_A = 1");
  checkRead(
    "This XML file does not appear to have any style information associated with it. The document tree is shown below.\n<flat-profile><GPP_A>1</GPP_A></flat-profile>",
    "xml/saved-from-browser «This XML file does not appear to have any style information associated with it. The document tree is shown below.»\nGPP_A = 1",
  );
});

test("sections folded away in a browser's tree view cost one problem", () => {
  checkRead(
    "- <flat-profile>\n- <router-configuration>\n+ <WAN_VLAN_Setting>\n+ <SNMP>\n</router-configuration>\n</flat-profile>",
    "xml/saved-from-browser «-»",
  );
});

test("text between elements is one hint", () => {
  checkRead(
    "<flat-profile>//SYSTEM\n<GPP_A>1</GPP_A>\n// Web\n</flat-profile>",
    "GPP_A = 1\nxml/stray-text «//SYSTEM»",
  );
});

test("template placeholders are not judged", () => {
  checkRead(
    '<flat-profile>{% for n in x %}<User_ID_{{n}}_ ua="na">{{ a < b }}</User_ID_{{n}}_>{% endfor %}</flat-profile>',
    "User_ID_{{n}}_ = {{ a < b }} (template)",
  );
  checkRead(
    "<flat-profile><GPP_A><?php echo $x ?></GPP_A><GPP_B>##NUM##</GPP_B><GPP_C>$acd_ext</GPP_C></flat-profile>",
    "GPP_A = <?php echo $x ?> (template)\nGPP_B = ##NUM## (template)\nGPP_C = $acd_ext (template)",
  );
  checkRead(
    "<flat-profile><Profile_Rule>/$PSN/$(MAU:3).xml</Profile_Rule></flat-profile>",
    "Profile_Rule = /$PSN/$(MAU:3).xml",
  );
});

test("an unclosed comment, and one inside another", () => {
  checkRead("<flat-profile><!-- <GPP_A>1</GPP_A>", "xml/comment-not-closed «<!--»\nxml/missing-end-tag «>»");
  checkRead("<flat-profile><!--\n<GPP_A>1</GPP_A>\n<!--x-->\n</flat-profile>", "xml/comment-in-comment «<!--»");
});

test("entity declarations are never expanded", () => {
  checkRead(
    '<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z SYSTEM "file:///etc/passwd">]>\n<flat-profile><GPP_A>&x;&z;</GPP_A></flat-profile>',
    "GPP_A = &x;&z;\nxml/unknown-entity «&x;»",
  );
});

test("names that XML forbids", () => {
  checkRead("<flat-profile><*_Key>1</*_Key><GPP_A>1</GPP_A></flat-profile>", "GPP_A = 1\nxml/bad-name «*_Key»");
});

test("a hundred thousand open tags of unknown names are read in linear time", () => {
  const text = `<flat-profile>${"<aa>x".repeat(20_000)}</flat-profile>`;
  const document = read(text);
  assert.ok(document.segments.length > 0);
});

test("catalogue answers what the reader asks", () => {
  assert.ok(catalogue.has("Profile_Rule"));
  assert.ok(catalogue.hasSection("router-configuration"));
  assert.ok(flat(read("<flat-profile/>")));
});

test("a name may come from any template engine, from its first character on", () => {
  const names =
    "$" +
    "{s.Name}_1_|$!{name}|$seq_|{$name}_1_|{{ name }}_1_|<?php echo $n ?>_1_|<%= n %>|#{n}|" +
    "User_ID_#{i}_|User_ID_%d_|User_ID_%(n)s_|User_ID_%%i%%_|User_ID_@@i@@_|User_ID_@(i)_|User_ID_[[i]]_|User_ID_[% i %]_";
  for (const name of names.split("|"))
    checkRead(
      `<flat-profile><${name} ua="na">x</${name}><GPP_A>y</GPP_A></flat-profile>`,
      `${name} = x (template)\nGPP_A = y`,
    );
  checkRead(
    "<flat-profile><Extension_$seq_ >x</Extension_$seq_><GPP_A $rest>y</GPP_A></flat-profile>",
    "Extension_$seq_ = x (template)\nGPP_A = y (template)",
  );
});

test("raw output of Blade is a placeholder", () => {
  checkRead(
    "<flat-profile><GPP_A>{!! Str::upper('x') !!}</GPP_A></flat-profile>",
    "GPP_A = {!! Str::upper('x') !!} (template)",
  );
});

test("an open brace takes no elements with it", () => {
  checkRead(
    "<flat-profile>\n{if $a\n<GPP_A>x</GPP_A>\n<GPP_B>{$b}</GPP_B>\n</flat-profile>",
    "GPP_A = x\nGPP_B = {$b} (template)",
  );
});

test("words between # signs and numbers in braces are filled in later", () => {
  checkRead("<flat-profile><GPP_A>#EXPIRES#</GPP_A></flat-profile>", "GPP_A = #EXPIRES# (template)");
  checkRead("<flat-profile><GPP_A> {0} </GPP_A></flat-profile>", "GPP_A = {0} (template)");
  checkRead("<flat-profile><GPP_A>#72#</GPP_A></flat-profile>", "GPP_A = #72#");
});

test("a template may write one root or the other", () => {
  const marks = [
    ['#if ($model == "a")', '#elseif ($model == "b")', "#end"],
    ["{% if a %}", "{% else %}", "{% endif %}"],
    ["{if $a}", "{else}", "{/if}"],
    ["<?php if ($a): ?>", "<?php else: ?>", "<?php endif ?>"],
  ];
  for (const [first, other, end] of marks)
    checkRead(
      `${first}\n<flat-profile a="1">\n${other}\n<flat-profile>\n${end}\n<GPP_A>x</GPP_A>\n</flat-profile>`,
      "GPP_A = x",
    );
  checkRead("<flat-profile>\n<flat-profile>\n</flat-profile>", "xml/missing-end-tag «>»");
});

test("tags of template engines between elements are passed over", () => {
  checkRead(
    '<flat-profile><xsl:if test="a"><GPP_A>x</GPP_A></xsl:if><c:forEach items="b"><GPP_B>y</GPP_B></c:forEach></flat-profile>',
    "GPP_A = x\nGPP_B = y",
  );
  checkRead(
    "<flat-profile><#-- <b> --><#list a as b><GPP_A>x</GPP_A></#list><#if a gt 3><@call b/></#if></flat-profile>",
    "GPP_A = x",
  );
  checkRead(
    '<flat-profile><%doc>a <b> c</%doc><%def name="f()"><GPP_A>x</GPP_A></%def><%block name="body"/></flat-profile>',
    "GPP_A = x",
  );
  checkRead("<flat-profile>\n#* a <b> *#\n<GPP_A>x</GPP_A></flat-profile>", "GPP_A = x");
  checkRead(
    '<flat-profile><User_ID_%d_><c:out value="u"/></User_ID_%d_><GPP_A>x</GPP_A></flat-profile>',
    'User_ID_%d_ = <c:out value="u"/> (template)\nGPP_A = x',
  );
  checkRead("<p:flat-profile><p:GPP_A>x</p:GPP_A></p:flat-profile>", "p:GPP_A = x");
});
