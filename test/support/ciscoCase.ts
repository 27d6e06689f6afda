import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { brokenFiles } from "./brokenFiles";
import type { DialectCase } from "./dialectCases";
import { dialect } from "./problems";
import { filesOfCases, secretCases, written } from "./secretCases";

/** The files under examples/, also as their beginnings. */
function examples(): readonly string[] {
  return readdirSync("examples", { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:xml|cfg)$/.test(name))
    .map((name) => readFileSync(path.join("examples", name), "utf8"));
}

const inProfile = (text: string) => `<flat-profile>\n${text}\n</flat-profile>\n`;

const words = [
  "<flat-profile>",
  "</flat-profile>",
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "<?xml",
  "?>",
  "<GPP_A>",
  "</GPP_A>",
  "<GPP_A/>",
  "<router-configuration>",
  "</router-configuration>",
  "&amp;",
  "&lt;",
  "&#x41;",
  "&bogus;",
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  'ua="na"',
  "ua=“na”",
  "value='x'",
  "{{ x }}",
  "<?php",
  "{$a}",
  "##X##",
  "<%= x %>",
  "<!-- flat-profile-disable -->",
  "<!-- flat-profile-device family=mpp88xx -->",
  "<Profile_Rule>",
  "<Dial_Plan_1_>",
  "<",
  ">",
  "</",
  "/>",
];

/** What is not a secret stays visible: a mask over an ordinary value is a reason to switch the tool off. */
const visible: DialectCase["visible"] = [
  ["User_ID_1_", "1001"],
  ["User_ID_2_", "ann.smith"],
  ["Auth_ID_1_", "ann1001"],
  ["Use_Auth_ID_1_", "No"],
  ["Display_Name_1_", "Ann Smith"],
  ["Display_Name_2_", "Pass-through line"],
  ["Short_Name_1_", "Keys"],
  ["Station_Name", "Reception, token desk"],
  ["Voice_Mail_Number", "*97"],
  ["Emergency_Number_1_", "911,112"],
  ["Proxy_1_", "sip.example.com:5060"],
  ["Outbound_Proxy_1_", "sip:1001@sip.example.com;transport=tls"],
  ["Registrar_1_", "sip.example.com"],
  ["Line_ID_Mapping", "Vertical First"],
  ["PSK_1", "fnc=sd;ext=*97@$PROXY;nme=Voicemail"],
  ["Extended_Function_3_", "fnc=blf+sd+cp;sub=201@sip.example.com;nme=Ann;vid=1"],
  ["Idle_Key_List", "redial|1;lcr|3;dir|4"],
  ["Unit_1_Key_2", "fnc=sd;ext=201"],
  ["Dial_Plan_1_", "(*xx|[3469]11|0|00|[2-9]xxxxxx|1xxx[2-9]xxxxxxS0|<:1408>[2-9]xxxxxx|xxxxxxxxxxxx.)"],
  ["Profile_Rule", "https://prov.example.com/$MA.xml"],
  ["Profile_Rule_B", "[--key $SA] https://prov.example.com/$PN/$MA.xml?model=$PN&page=2"],
  ["Profile_Rule_C", "[--uid $SA --pwd $SB --post a] https://prov.example.com/x.xml"],
  ["Profile_Rule_D", '("$SWVER" ge "12.0.1")? https://prov.example.com/new.xml | https://prov.example.com/old.xml'],
  ["Upgrade_Rule", "http://fw.example.com:8080/sip88xx.12-0-2MPP0001-116.loads"],
  ["Report_Rule", "[--delta] https://prov.example.com/report/$MA"],
  ["Resync_Trigger_1", '"$GPP_A" ne "" and $REGTMR1 gt 3600'],
  ["GPP_A", "site-12"],
  ["GPP_C", "https://prov.example.com/base?site=12"],
  ["XML_Directory_Service_URL", "http://dir.example.com/list?user=ann&page=1&sort=name"],
  ["XML_Application_Service_URL", "https://ann@apps.example.com/start"],
  ["LDAP_Search_Base", "ou=People,dc=example,dc=com"],
  ["LDAP_Client_DN", "cn=reader,ou=Service,dc=example,dc=com"],
  ["LDAP_Last_Name_Filter", "(&(sn=$VALUE*)(telephoneNumber=*))"],
  ["Log_Request_Msg", "$PN $MAC -- Requesting $SCHEME://$SERVIP:$PORT$PATH"],
  ["Syslog_Server", "10.0.0.7:514"],
  ["Primary_NTP_Server", "2001:db8::123"],
  ["Daylight_Saving_Time_Rule", "start=3/-1/7/2:0:0;end=10/-1/7/3:0:0;save=1"],
  ["Time_Zone", "GMT-08:00"],
  ["Text_Logo", "Key & Lock Ltd."],
  ["HTTP_User_Agent_Name", "$VERSION"],
  ["Group_Paging_Script", "pggrp=224.168.168.168:34560;name=All;num=800;listen=yes;"],
  ["Dictionary_Server_Script", "serv=http://lang.example.com/;d0=English;x0=en.xml"],
  ["Display_Password_Warnings", "No"],
  ["Programmable_Softkey_Enable", "Yes"],
  ["Feature_Key_Sync_1_", "Yes"],
  ["Auth_Page_Realm_1_", "paging"],
  ["Password_Required", "Yes"],
  ["Require_Password", "no"],
  ["Min_Password_Length", "8"],
  ["Password_Expiry_Days_Max", "90"],
  ["Pass_Through_Mode", "fax"],
  ["Passport_Number", "X1234567"],
  ["Line_Key_9_Label", "Lobby"],
  ["Softkey_7", "dnd"],
  ["Keyboard_Layout", "de"],
  ["Bypass_Prefix", "9"],
  ["Compass_Heading", "north"],
  ["Author", "J. Doe"],
];

const beginnings = [
  ...`{ {{ {% {# {* {$a \${ $!{ <? <% [% ## #* #if #else #end {if {!! %% @@ @( [[ %( #{ {0} #X# ##X## $x %d @i`.split(
    " ",
  ),
  ...`<#-- <%doc> <%text> <%def <@a </@a <#if </#if <xsl:if </xsl:if> <c:x> <$x <\${x} <{ <{{x}}>`.split(" "),
  ...'<!-- <![CDATA[ <!DOCTYPE <*a <*a> <#a> </ </a <a <a= <a=" & &# &amp &<!-- \u201c ua=\u201d'.split(" "),
  ...["< a", "</ a", "<a b", '<a b="', "<a b='", "+ <a>", "- <a>", "http://<a>", "<a b c ", "<!DOCTYPE ["],
  ...["<Dial_Plan_1_>{", "<GPP_A></GPP_B>", `<Profile_Rule>\${`, "#else <flat-profile>", "{else}<flat-profile>"],
];

const places: DialectCase["places"] = [
  (text) => `<flat-profile>${text}`,
  (text) => `<flat-profile>\n<GPP_A>${text}</GPP_A>\n</flat-profile>`,
  (text) => `<flat-profile><GPP_${text}`,
  (text) => `<flat-profile><GPP_A ${text}`,
];

/** Cisco flat-profile. */
export const ciscoCase: DialectCase = {
  dialect,
  fileName: "phone.xml",
  heavy: [
    ["Proxy_1_", "sip.example.com"],
    ["Resync_On_Reset", "soon"],
    ["Invented_Name", "x"],
    ["Profile_Rule", "[--key $SA] https://prov.example.com/$PN/$MA.xml"],
    ["Dial_Plan_1_", "(*xx|[3469]11|0|00|[2-9]xxxxxx|1xxx[2-9]xxxxxxS0|xxxxxxxxxxxx.)"],
  ],
  device: {
    id: "desk",
    family: "mpp88xx",
    model: "8841",
    mac: "00005e005301",
    firmware: "sip88xx.12-0-1MPP0001-245",
  },
  deviceWord: "8841",
  files: examples(),
  broken: brokenFiles,
  words,
  secrets: secretCases,
  minSecrets: 500,
  // What a rule makes a secret depends on what else is in the file.
  alwaysSecret: secretCases.filter(
    ({ text, registers }) => registers === "" && /^<(\w+)>[^<%]*%[^<%]*<\/\1>$/.test(text),
  ),
  fileOfSecret: (each, secret) => inProfile(written(each, secret)),
  filesOfSecrets: filesOfCases,
  visible,
  nameTyped: ["<$0", "<Resy$0", "Resync$0", "<Line_En$0", ""].map((typed) => inProfile(typed === "" ? "$0" : typed)),
  described: [
    { file: inProfile("<Resync_P$0eriodic>60</Resync_Periodic>"), page: /Resync\\_Periodic/ },
    { file: inProfile("<Resync_Periodic>60</Resync_P$0eriodic>"), page: /Resync\\_Periodic/ },
    { file: inProfile("<Resync_Periodic>6$00</Resync_Periodic>"), page: /Resync\\_Periodic/ },
  ],
  beginnings,
  places,
};
