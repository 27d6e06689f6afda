import assert from "node:assert/strict";
import test from "node:test";
import { problemsOf } from "../support/problems";

/** Checks across settings of one profile: the codes and what they mark, hints left out. */
function checkProfile(settings: string, ...expected: string[]): void {
  const text = `<flat-profile>\n${settings}\n</flat-profile>`;
  const found = problemsOf(text)
    .filter(({ severity }) => severity !== "hint")
    .map(({ code, span }) => `${code} «${text.slice(span.start, span.end)}»`);
  assert.deepEqual(found, expected, settings);
}

function rule(value: string): string {
  return `<Profile_Rule>${value}</Profile_Rule>`;
}

test("assignments name parameters", () => {
  checkProfile(rule('(User_ID_1_ = "201"; a = "x"; p = "y";)! https://h/a.xml'));
  checkProfile(rule('(User_Id_1_ = "201";)! https://h/a.xml'), "rule/unknown-parameter «User_Id_1_»");
  checkProfile(rule('(A = "x";)! https://h/a.xml'), "rule/unknown-parameter «A»");
  // Firmware may know more than the catalogue.
  checkProfile(rule('(Quite_Another_Thing = "x";)! https://h/a.xml'));
});

test("an alias map is read where a rule uses it", () => {
  const map = "/number = /flat-profile/User_ID_1_ ;";
  const use = rule("[--alias c] https://h/a.xml");
  checkProfile(`<GPP_C>${map}</GPP_C>${use}`);
  checkProfile("<GPP_C>no map at all</GPP_C>");
  checkProfile(
    `<GPP_C>${map} /number = /flat-profile/Auth_ID_1_ ;</GPP_C>${use}`,
    "rule/alias-twice «/number = /flat-profile/Auth_ID_1_»",
  );
});

test("firmware that the limit refuses", () => {
  const limit = (value: string) => `<Downgrade_Rev_Limit>${value}</Downgrade_Rev_Limit>`;
  const upgrade = (url: string) => `<Upgrade_Rule>${url}</Upgrade_Rule>`;
  const old = "http://h/sip88xx.11-3-7MPP0001-272.loads";
  checkProfile(limit("12-0-3MPP0001-87") + upgrade(old), "upgrade/below-limit «sip88xx.11-3-7MPP0001-272.loads»");
  checkProfile(limit("11-3-7MPP0001-272") + upgrade(old));
  checkProfile(limit("12-0-3MPP0001-87") + upgrade("http://h/$A.loads"));
  checkProfile(
    limit("12-0-3MPP0001-87") + upgrade(old.replace(".loads", "-rel2.loads")),
    "upgrade/below-limit «sip88xx.11-3-7MPP0001-272-rel2.loads»",
  );
});

test("a trigger, a schedule and a rule that phones cannot read", () => {
  checkProfile("<Resync_Periodic>soon</Resync_Periodic>", "schedule/syntax «soon»");
  checkProfile(
    "<Resync_Trigger_1>($UPGTMR gt 300)?</Resync_Trigger_1>",
    "rule/trigger-parentheses «($UPGTMR gt 300)?»",
  );
  checkProfile(rule("tftp://h: 69/a.cfg"), "rule/blank-in-url « »");
  // What was escaped is marked as it is written.
  checkProfile(rule("($SWVER &lt; $A &amp;&amp; 1 eq 1)? /a"), "rule/bad-operator «&amp;&amp;»");
});

test("values that programs fill in are left alone", () => {
  checkProfile("<Resync_Periodic>{$resync}</Resync_Periodic>");
  checkProfile(rule("{{ scheme }}://{{ host }}"));
  checkProfile(rule("%%URL%%"));
});

test("what steers a phone is ASCII, what it shows need not be", () => {
  checkProfile(rule("http://h/é.xml"), "value/non-ascii «é»");
  checkProfile("<Dial_Plan_1_>(xx.|→x)</Dial_Plan_1_>", "dialplan/unknown-sign «→»", "value/non-ascii «→»");
  // Pasted characters are cured on their own.
  checkProfile(rule("(“$A” eq “x”)? http://h/a"), ...["“", "”", "“", "”"].map((c) => `value/typography «${c}»`));
  checkProfile("<Station_Name>Café</Station_Name>");
});

test("intervals of reports on which manuals disagree", () => {
  const upload = (text: string) => `<Periodic_Upload_To_Server>${text}</Periodic_Upload_To_Server>`;
  checkProfile(upload("259200"));
  checkProfile(upload("259201"), "report/long-interval «259201»");
  checkProfile(upload("2592000"), "report/long-interval «2592000»");
  checkProfile(upload("2592001"), "value/out-of-range «2592001»");
});

test("placeholders of other makers", () => {
  const foreign = (text: string) => `rule/foreign-placeholder «${text}»`;
  checkProfile(rule("http://h/[MAC].cfg"), foreign("[MAC]"));
  checkProfile(rule("http://h/%MAC%.cfg"), foreign("%MAC%"));
  checkProfile(rule("http://h/{mac}.cfg"), foreign("{mac}"));
  checkProfile(rule("http://h/{MAC}"), foreign("{MAC}"));
  checkProfile(rule("http://h/[PHONE_MAC_ADDRESS]-x.cfg"), foreign("[PHONE_MAC_ADDRESS]"));
  checkProfile(rule("(1 eq 2)? http://h/a | http://h/%model%/[serial].xml"), foreign("%model%"), foreign("[serial]"));
  checkProfile("<Report_Rule>http://h/[mac].xml</Report_Rule>", foreign("[mac]"));
  // A template fills in the rule too.
  const user = (value: string) => `<User_ID_1_>${value}</User_ID_1_>`;
  for (const value of ["{user}", "%EXT%", "[EXT]", "{{ user }}", "{$user}"]) {
    checkProfile(rule("http://h/%MAC%.cfg") + user(value));
    checkProfile(rule("http://h/{mac}.cfg") + user(value));
  }
  for (const url of [
    "http://{domain_name}{project_path}/{mac}.cfg",
    "http://h/{{mac}}.cfg",
    "http://h/{$mac}.cfg",
    "http://h/$mac.cfg",
    "http://h/__MAC__.cfg",
    "http://h/%%MAC%%.cfg",
    "http://h/##MAC##.cfg",
    "http://h/<?php echo $mac ?>.cfg",
    "http://h/a%20b%20c.cfg",
    "http://h/[1].cfg",
    "# http://h/[MAC].cfg",
  ])
    checkProfile(rule(url.replaceAll("<", "&lt;")));
});

test("placeholders of other systems in keys", () => {
  const key = (host: string, n = 2) =>
    `<Extended_Function_${n}_>fnc=sd;ext=201@${host};nme=Ann</Extended_Function_${n}_>`;
  const foreign = (text: string) => `line-key/foreign-placeholder «${text}»`;
  for (const host of ["{proxy}", "%x%", "%PROXY%", "[proxy]", "{DOMAIN}"]) {
    checkProfile(key(host), foreign(host));
    checkProfile(key(host) + key(host, 3), foreign(host), foreign(host));
    checkProfile(`${key(host)}<User_ID_1_>{user}</User_ID_1_>`);
    checkProfile(key(host).replace("201", "{ext}"));
    checkProfile(key(host).replace("201", "%EXT%"));
  }
  for (const host of ["{{proxy}}", "{$proxy}", "$proxy", "##PROXY##", "&lt;proxy&gt;"]) checkProfile(key(host));
});

test("a directory needs a server", () => {
  const on = "<LDAP_Dir_Enable>Yes</LDAP_Dir_Enable>";
  const missing = "ldap/no-server «Yes»";
  checkProfile(on, missing);
  checkProfile(`${on}<LDAP_Server/>`, missing);
  checkProfile(`${on}<LDAP_Server></LDAP_Server><LDAP_Search_Base>dc=a</LDAP_Search_Base>`, missing);
  checkProfile(`${on}<LDAP_Server>""</LDAP_Server>`, missing);
  checkProfile(`${on}<LDAP_Server>ldap.example.com</LDAP_Server>`);
  checkProfile(`${on}<LDAP_Server>{$ldap}</LDAP_Server>`);
  checkProfile("<LDAP_Dir_Enable>No</LDAP_Dir_Enable><LDAP_Server/>");
  checkProfile("<LDAP_Server/>");
});

test("a short spread is reported once", () => {
  for (const family of ["", "mpp68xx", "mpp88xx", "ata19x", "mpp8831", "spa5xx", "phoneos98xx"])
    for (const value of ["10", "599"]) {
      const directive = family === "" ? "" : `<!-- flat-profile-device family=${family} -->`;
      checkProfile(
        `${directive}<Resync_At_Random_Delay>${value}</Resync_At_Random_Delay>`,
        `resync/short-spread «${value}»`,
      );
    }
  checkProfile("<Resync_At_Random_Delay>70000</Resync_At_Random_Delay>", "value/out-of-range «70000»");
});
