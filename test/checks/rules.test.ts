import test from "node:test";
import { carets, checkMarked } from "../support/marked";
import { problemsWithin } from "../support/problems";

/** Checks across settings of one profile, hints left out. */
function checkProfile(marked: string): void {
  checkMarked(marked, (settings) =>
    problemsWithin("<flat-profile>\n", settings, "\n</flat-profile>").filter(({ severity }) => severity !== "hint"),
  );
}

function rule(value: string): string {
  return `<Profile_Rule>${value}</Profile_Rule>`;
}

test("assignments name parameters", () => {
  checkProfile(rule('(User_ID_1_ = "201"; a = "x"; p = "y";)! https://h/a.xml'));
  checkProfile(`
    <Profile_Rule>(User_Id_1_ = "201";)! https://h/a.xml</Profile_Rule>
                   ^^^^^^^^^^ rule/unknown-parameter`);
  checkProfile(`
    <Profile_Rule>(A = "x";)! https://h/a.xml</Profile_Rule>
                   ^ rule/unknown-parameter`);
  // Firmware may know more than the catalogue.
  checkProfile(rule('(Quite_Another_Thing = "x";)! https://h/a.xml'));
});

test("an alias map is read where a rule uses it", () => {
  const map = "/number = /flat-profile/User_ID_1_ ;";
  const use = rule("[--alias c] https://h/a.xml");
  checkProfile(`<GPP_C>${map}</GPP_C>${use}`);
  checkProfile("<GPP_C>no map at all</GPP_C>");
  checkProfile(`
    <GPP_C>/number = /flat-profile/User_ID_1_ ; /number = /flat-profile/Auth_ID_1_ ;</GPP_C><Profile_Rule>[--alias c] https://h/a.xml</Profile_Rule>
                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ rule/alias-twice`);
});

test("firmware that the limit refuses", () => {
  const limit = (value: string) => `<Downgrade_Rev_Limit>${value}</Downgrade_Rev_Limit>`;
  const upgrade = (url: string) => `<Upgrade_Rule>${url}</Upgrade_Rule>`;
  const old = "http://h/sip88xx.11-3-7MPP0001-272.loads";
  checkProfile(`
    <Downgrade_Rev_Limit>12-0-3MPP0001-87</Downgrade_Rev_Limit><Upgrade_Rule>http://h/sip88xx.11-3-7MPP0001-272.loads</Upgrade_Rule>
                                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ upgrade/below-limit`);
  checkProfile(limit("11-3-7MPP0001-272") + upgrade(old));
  checkProfile(limit("12-0-3MPP0001-87") + upgrade("http://h/$A.loads"));
  checkProfile(`
    <Downgrade_Rev_Limit>12-0-3MPP0001-87</Downgrade_Rev_Limit><Upgrade_Rule>http://h/sip88xx.11-3-7MPP0001-272-rel2.loads</Upgrade_Rule>
                                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ upgrade/below-limit`);
});

test("a trigger, a schedule and a rule that phones cannot read", () => {
  checkProfile(`
    <Resync_Periodic>soon</Resync_Periodic>
                     ^^^^ schedule/syntax`);
  checkProfile(`
    <Resync_Trigger_1>($UPGTMR gt 300)?</Resync_Trigger_1>
                      ^^^^^^^^^^^^^^^^^ rule/trigger-parentheses`);
  checkProfile(`
    <Profile_Rule>tftp://h: 69/a.cfg</Profile_Rule>
                           ^ rule/blank-in-url`);
  // What was escaped is marked as it is written.
  checkProfile(`
    <Profile_Rule>($SWVER &lt; $A &amp;&amp; 1 eq 1)? /a</Profile_Rule>
                                  ^^^^^^^^^^ rule/bad-operator`);
});

test("values that programs fill in are left alone", () => {
  checkProfile("<Resync_Periodic>{$resync}</Resync_Periodic>");
  checkProfile(rule("{{ scheme }}://{{ host }}"));
  checkProfile(rule("%%URL%%"));
});

test("what steers a phone is ASCII, what it shows need not be", () => {
  checkProfile(`
    <Profile_Rule>http://h/é.xml</Profile_Rule>
                           ^ value/non-ascii`);
  checkProfile(`
    <Dial_Plan_1_>(xx.|→x)</Dial_Plan_1_>
                       ^ dialplan/unknown-sign
                       ^ value/non-ascii`);
  // Pasted characters are cured on their own.
  checkProfile(`
    <Profile_Rule>(“$A” eq “x”)? http://h/a</Profile_Rule>
                   ^ value/typography
                      ^ value/typography
                           ^ value/typography
                             ^ value/typography`);
  checkProfile("<Station_Name>Café</Station_Name>");
});

test("intervals of reports on which manuals disagree", () => {
  const upload = (text: string) => `<Periodic_Upload_To_Server>${text}</Periodic_Upload_To_Server>`;
  checkProfile(upload("259200"));
  checkProfile(`
    <Periodic_Upload_To_Server>259201</Periodic_Upload_To_Server>
                               ^^^^^^ report/long-interval`);
  checkProfile(`
    <Periodic_Upload_To_Server>2592000</Periodic_Upload_To_Server>
                               ^^^^^^^ report/long-interval`);
  checkProfile(`
    <Periodic_Upload_To_Server>2592001</Periodic_Upload_To_Server>
                               ^^^^^^^ value/out-of-range`);
});

test("placeholders of other makers", () => {
  checkProfile(`
    <Profile_Rule>http://h/[MAC].cfg</Profile_Rule>
                           ^^^^^ rule/foreign-placeholder`);
  checkProfile(`
    <Profile_Rule>http://h/%MAC%.cfg</Profile_Rule>
                           ^^^^^ rule/foreign-placeholder`);
  checkProfile(`
    <Profile_Rule>http://h/{mac}.cfg</Profile_Rule>
                           ^^^^^ rule/foreign-placeholder`);
  checkProfile(`
    <Profile_Rule>http://h/{MAC}</Profile_Rule>
                           ^^^^^ rule/foreign-placeholder`);
  checkProfile(`
    <Profile_Rule>http://h/[PHONE_MAC_ADDRESS]-x.cfg</Profile_Rule>
                           ^^^^^^^^^^^^^^^^^^^ rule/foreign-placeholder`);
  checkProfile(`
    <Profile_Rule>(1 eq 2)? http://h/a | http://h/%model%/[serial].xml</Profile_Rule>
                                                  ^^^^^^^ rule/foreign-placeholder
                                                          ^^^^^^^^ rule/foreign-placeholder`);
  checkProfile(`
    <Report_Rule>http://h/[mac].xml</Report_Rule>
                          ^^^^^ rule/foreign-placeholder`);
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
  for (const host of ["{proxy}", "%x%", "%PROXY%", "[proxy]", "{DOMAIN}"]) {
    const marked = `
      <Extended_Function_2_>fnc=sd;ext=201@${host};nme=Ann</Extended_Function_2_>
                                           ${carets(host)} line-key/foreign-placeholder`;
    checkProfile(marked);
    checkProfile(marked + marked.replaceAll("_2_", "_3_"));
    checkProfile(`${key(host)}<User_ID_1_>{user}</User_ID_1_>`);
    checkProfile(key(host).replace("201", "{ext}"));
    checkProfile(key(host).replace("201", "%EXT%"));
  }
  for (const host of ["{{proxy}}", "{$proxy}", "$proxy", "##PROXY##", "&lt;proxy&gt;"]) checkProfile(key(host));
});

test("a directory needs a server", () => {
  const on = "<LDAP_Dir_Enable>Yes</LDAP_Dir_Enable>";
  checkProfile(`
    <LDAP_Dir_Enable>Yes</LDAP_Dir_Enable>
                     ^^^ ldap/no-server`);
  checkProfile(`
    <LDAP_Dir_Enable>Yes</LDAP_Dir_Enable><LDAP_Server/>
                     ^^^ ldap/no-server`);
  checkProfile(`
    <LDAP_Dir_Enable>Yes</LDAP_Dir_Enable><LDAP_Server></LDAP_Server><LDAP_Search_Base>dc=a</LDAP_Search_Base>
                     ^^^ ldap/no-server`);
  checkProfile(`
    <LDAP_Dir_Enable>Yes</LDAP_Dir_Enable><LDAP_Server>""</LDAP_Server>
                     ^^^ ldap/no-server`);
  checkProfile(`${on}<LDAP_Server>ldap.example.com</LDAP_Server>`);
  checkProfile(`${on}<LDAP_Server>{$ldap}</LDAP_Server>`);
  checkProfile("<LDAP_Dir_Enable>No</LDAP_Dir_Enable><LDAP_Server/>");
  checkProfile("<LDAP_Server/>");
});

test("a short spread is reported once", () => {
  for (const family of ["", "mpp68xx", "mpp88xx", "ata19x", "mpp8831", "spa5xx", "phoneos98xx"])
    for (const value of ["10", "599"]) {
      const directive = family === "" ? "" : `<!-- flat-profile-device family=${family} -->`;
      checkProfile(`
        ${directive}
        <Resync_At_Random_Delay>${value}</Resync_At_Random_Delay>
                                ${carets(value)} resync/short-spread`);
    }
  checkProfile(`
    <Resync_At_Random_Delay>70000</Resync_At_Random_Delay>
                            ^^^^^ value/out-of-range`);
});
