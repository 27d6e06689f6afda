import { catalogue } from "./catalogue";

// Places where files have secrets. Every feature and every verb of the command line meets each of them: `%` is the
// secret. `RULE` is the name of a parameter with a rule, so that many cases fit into one file.

export interface SecretCase {
  readonly place: string;
  /** Elements of a profile. */
  readonly text: string;
  /** Whether rules of a device are evaluated in it. */
  readonly hasRule: boolean;
  /** GPP parameters that it sets; cases of one file must not share them. */
  readonly registers: string;
}

/** Elements by their names: unknown to every catalogue, misspelt, or put where they do not belong. */
const names =
  `Pasword_1_ Passwrd_2_ Passowrd_1_ Psswd Paswd_1_ Admin_Pass Admin_Pasword User_Passord LDAP_Pasword XML_Passwrd
SIP_Pass SIPPASS ApiKey API_KEY api-key apikey Passcode_1_ Passcode Login_PW Usr_Pwd UserPwd My_Own_Password_ password_1_
PASSWORD_1_ Password_1 Password_99_ Pass_Word_1_ gpp_sa GPP_Q Get_Comunity SNMP_Community Community_String Access_Token
RefreshToken OAuth-Token AuthToken SessionToken Voicemail_PIN Door_Pin_1_ PinCode Wifi_PSK WPA2PSK Client_Secret Secert_1_
SharedSecret Credentials Login_Credential Kennwort Senha_1_ Contrasena MotDePasse Private_Key PRIVATE_KEY_1_ Encryption_Key
Auth_Key_1_ Site_Key Provisioning_Key Licence_Key Bearer_Token Authorization IKM_HTTP_Encrypt_Content IKM_HTTP_Encrypt_Contnet
Password_Prompt_1_ Admin.Password x_passwd_x`.split(/\s+/);

const attributes = [
  '<Password_1_ value="%"/>',
  '<Pasword_1_ value="%"/>',
  "<Admin_Pass value='%'/>",
  '<Password_2_ ua="%">x</Password_2_>',
  '<Pasword_2_ ua="%">x</Pasword_2_>',
  '<Password_2_ user-pref="%">x</Password_2_>',
  '<ApiKey preserve-value="%">x</ApiKey>',
  '<Admin_Passwd ua="na" group="%">x</Admin_Passwd>',
];

/** Torn apart, in comments, with entities and markup. */
const broken = [
  "<GPP_SA>a&%;</GPP_SA>",
  "<GPP_SB>a<%</GPP_SB>",
  "<GPP_SC>“%”é</GPP_SC>",
  "<GPP_SD>  % \t</GPP_SD>",
  "<Password_1_>&quot;%&quot;</Password_1_>",
  "<Password_1_><![CDATA[%]]></Password_1_>",
  "<Password_1_>\n  %\n</Password_1_>",
  "<!-- <Admin_Password>%</Admin_Password> -->",
  "<!-- <Pasword_1_>%</Pasword_1_> -->",
  "<!-- [--key %] https://h/x -->",
  "<!-- password=% -->",
  "<!-- http://u:%@h/ -->",
  "<!-- [--kye %] -->",
  "<User_Password>%\n",
  "<Admin_Password>%</User_Password>",
  "<Pasword_1_>%</Password_1_>",
  "<Passcode_1_>%\n<Proxy_1_>h</Proxy_1_>",
  "<Password_1_ >%</ Password_1_>",
  "<Password_1_>%",
  '<Password_1_ ua="na>%</Password_1_>',
  "<section><Admin_Password>%</Admin_Password></section>",
  "<section><Pasword_1_>%</Pasword_1_></section>",
  "<router-configuration><SNMP><Get_Comunity>%</Get_Comunity></SNMP></router-configuration>",
];

const rules = [
  "[--key %] https://h/x.xml",
  '[--key "%"] https://h/x.xml',
  "[--key “%”] https://h/x.xml",
  "[--key '%'] https://h/x.xml",
  "[--key=%] https://h/x.xml",
  "[--key%] https://h/x.xml",
  "[-key %] https://h/x.xml",
  "[–key %] https://h/x.xml",
  "[—pwd %] https://h/x.xml",
  "[key %] https://h/x.xml",
  "[--KEY %] https://h/x.xml",
  "[--kye %] https://h/x.xml",
  "[--ky %] https://h/x.xml",
  "[--keys %] https://h/x.xml",
  "[--kez %] https://h/x.xml",
  "[--pdw %] https://h/x.xml",
  "[--pw %] https://h/x.xml",
  "[--pass %] https://h/x.xml",
  "[--passwd %] https://h/x.xml",
  "[--password %] https://h/x.xml",
  "[--token %] https://h/x.xml",
  "[--secret %] https://h/x.xml",
  "[--foo %] https://h/x.xml",
  "[--key ab %] https://h/x.xml",
  "[--key ab cd %] https://h/x.xml",
  "[--key $A %] https://h/x.xml",
  "[--uid ann % --pwd x] https://h/x.xml",
  "[--srv %] https://h/x.xml",
  "[--post a %] https://h/x.xml",
  "[--post %] https://h/x.xml",
  "[--alias % --key x] https://h/x.xml",
  "[% --key x] https://h/x.xml",
  "[--uid %] https://h/x.xml",
  "[--uid ann --pwd %] https://h/x.xml",
  "[ --key % https://h/x.xml",
  "[--key x % https://h/x.xml",
  "--key % https://h/x.xml",
  "--pwd=% https://h/x.xml",
  "--kye % https://h/x.xml",
  "[--key --key %] https://h/x.xml",
  "[--key -%] https://h/x.xml",
  "[--key site$MA%] https://h/x.xml",
  '("$A" eq "x")? [--key %] http://h/ | [--pwd %] tftp://h/x',
  '(Admin_Passwd = "%")! https://h/x.xml',
  "(Admin_Passwd = %)! https://h/x.xml",
  '(GPP_SB = "%")! https://h/x.xml',
  '(Pasword_1_ = "%")! https://h/x.xml',
  '(SIP_Pass="%"; GPP_B="x")! https://h/x.xml',
  '("$SA" eq "%")? https://h/x.xml',
  '("%" ne "$MPWD")? https://h/x.xml',
  "https://ann:%@h/x.xml",
  "https://ann:%@h:8443/$MA.xml",
  "https://ann@corp.example:%@h/x.xml",
  "https://ann:a@%@h/x.xml",
  "https://ann:a/%@h/x.xml",
  "https://ann:a:%@h/x.xml",
  "https://:%@h/x.xml",
  "https://%@h/x.xml",
  "https://%:@h/x.xml",
  "https://%:x-oauth-basic@h/x.xml",
  "https://ann%3A%%40h/x.xml".replace("%3A%%40", "%3A{}%40"),
  "tftp://ann:%@h/x.xml",
  "https://h/x.xml?apikey=%",
  "https://h/x.xml?api_key=%&a=b",
  "https://h/x.xml?a=b&pass=%",
  "https://h/x.xml?a=b&amp;pass=%&amp;c=d",
  "https://h/x.xml?a=b&amp;amp;password=%",
  "https://h/x.xml?sig=%&se=2030",
  "https://h/x.xml?signature=%",
  "https://h/x.xml?X-Amz-Signature=%",
  "https://h/x.xml?X-Amz-Security-Token=%",
  "https://h/x.xml?token=%",
  "https://h/x.xml?access_token=%",
  "https://h/x.xml?key=%",
  "https://h/x.xml?auth=%",
  "https://h/x.xml?hash=%",
  "https://h/x.xml?sessionid=%",
  "https://h/x.xml?ticket=%",
  "https://h/x.xml?pin=%",
  "https://h/x.xml?pw=%",
  "https://h/x.xml?Passwd=%#top",
  "https://h/x.xml;token=%",
  "https://h/x.xml?q=a%26password%3D{}",
  "http://h/a|http://ann:%@h/b",
];

/** A parameter that is not a secret by its name, and a rule that makes it one. */
const registers: readonly (readonly [string, string])[] = [
  ["A", "[--key $A] https://h/x.xml"],
  ["B", '[--key "$B"] https://h/x.xml'],
  ["C", "[--key site$C] https://h/x.xml"],
  ["D", "[--key $(D:0:8)] https://h/x.xml"],
  ["E", "[--uid ann --pwd $E] https://h/x.xml"],
  ["F", "[--pwd $F] http://h/ | [--pwd $F] https://h/$MA.xml"],
  ["G", "https://u:$G@h/x.xml"],
  ["H", "https://h/x.xml?token=$H"],
  ["I", "[--kye $I] https://h/x.xml"],
  ["J", '(Admin_Passwd = "$J")! https://h/x.xml'],
  ["K", '("1" eq "2")? [--key $K] https://h/x.xml'],
  ["L", "https://h/x.xml?a=b&amp;sig=$L"],
  ["M", "[--key {{ x }}$M] https://{{ host }}/x.xml"],
  ["N", '(GPP_SA = "$N")! https://h/x.xml'],
  ["O", "#[--key $O] https://h/x.xml"],
  ["P", "[--post a --key $P] https://h/$P/x.xml"],
];

const registerCases = [
  ...registers.map(([letter, rule]): readonly [string, string] => [
    letter,
    `<GPP_${letter}>%</GPP_${letter}>\n<RULE>${rule}</RULE>`,
  ]),
  ["A", '<RULE>(GPP_A = "%")! https://h/x</RULE>\n<RULE>[--key $A] https://h/y</RULE>'],
  ["AB", '<GPP_B>%</GPP_B><RULE>(GPP_A = "$B")! https://h/x</RULE>\n<RULE>[--key $A] https://h/y</RULE>'],
  ["C", '<GPP_C>x</GPP_C><RULE>("$C" eq "%")? [--key $C] https://h/x</RULE>'],
  ["D", '<RULE>(d = "%")! https://h/x</RULE>\n<RULE>[--key $D] https://h/y</RULE>'],
  ["", "<User_ID_3_>%</User_ID_3_>\n<RULE>[--key $UID3] https://h/x</RULE>"],
] as const;

/** What the little languages of values may have in them. */
const inValues = [
  "http://ann:%@h/x.xml",
  "sip:ann:%@h",
  "a=b;pwd=%;c=d",
  "http://h/x?a=b&amp;password=%",
  "cn=a,password=%",
  "https://%@h/x",
];

/** One parameter of each type. */
const typed = (() => {
  const found = new Map<string, string>();
  for (const name of catalogue.concreteNames({})) {
    const parameter = catalogue.find(name)?.parameter;
    if (parameter && !parameter.secret && !found.has(parameter.type)) found.set(parameter.type, name);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
})();

const values: readonly (readonly [name: string, value: string])[] = [
  ["Extended_Function_3_", "fnc=sd;ext=1001@h;url=http://ann:%@h/x;nme=Ann"],
  ["Extended_Function_3_", "fnc=xml;url=http://h/x?apikey=%"],
  ["Extended_Function_3_", "fnc=xml;url=http://ann:a;%@h/x"],
  ["Extended_Function_3_", "fnc=sd;password=%"],
  ["Extended_Function_3_", "fnc=http://ann:%@h/x"],
  ["Unit_1_Key_2", "fnc=xml;url=http://ann:%@h/x"],
  ["PSK_1", "fnc=xml;url=http://ann:%@h/x"],
  ["Gateway_1", "gw:5060;usr=ann;pwd=%"],
  ["Gateway_1_", "h:5060;nat;usr=ann;pwd=%"],
  ["Outbound_Proxy_1_", "ann:%@h:5060"],
  ["Proxy_1_", "sips:ann:%@h;transport=tls"],
  ["Proxy_1_", "h;token=%"],
  ["Dial_Plan_1_", "(9,x.|<:@gw0>xx|<8:http://ann:%@h/>xx.)"],
  ["Dial_Plan_1_", "(xx.<:1000@sip:ann:%@h>)"],
  ["LDAP_Client_DN", "cn=a,password=%"],
  ["LDAP_Client_DN", "cn=a,dc=b,pwd=%"],
  ["LDAP_Search_Base", "userPassword=%,dc=b"],
  ["LDAP_Last_Name_Filter", "(&amp;(sn=$VALUE)(userPassword=%))"],
  ["Display_Name_1_", '{"user":"ann","password":"%"}'],
  ["Display_Name_1_", "password:%"],
  ["Station_Name", "Authorization: Basic %"],
  ["Station_Name", "Authorization: Bearer %"],
  ["XML_Directory_Service_URL", "http://h/dir?user=a&amp;password=%"],
  ["XML_Directory_Service_URL", "http://h/dir?sig=%"],
  ["XML_Directory_Service_URL", "http://ann:%@h/dir"],
  ["BXfr_Starcodes", "*98;http://ann:%@h/"],
  ["Group_Paging_Script", "pggrp=224.168.168.168:34560;name=All;num=800;pwd=%"],
  ["Log_Request_Msg", "$PN $SA http://u:%@h/"],
  ["Log_Success_Msg", "$PN --key % done"],
  ["Log_Failure_Msg", "password=% $ERR"],
  ["Dictionary_Server_Script", "serv=http://ann:%@h/;d0=English;x0=en.xml"],
  ["Dictionary_Server_Script", "serv=http://h/?apikey=%;d0=English;x0=en.xml"],
  ["Custom_CA_URL", "http://ann:%@h/ca.pem"],
  ["Syslog_Server", "ann:%@h:514"],
  ["GPP_E", "[--key %] https://h/x.xml"],
  ["GPP_E", "password=%"],
  ["GPP_E", "http://ann:%@h/"],
  ["GPP_E", "/flat-profile/Password_1_ = %"],
  ["HTTP_User_Agent_Name", "$MA token=%"],
  ["Text_Logo", "pin=%"],
  ["Enable_IP_Dialing_1_", "http://ann:%@h/"],
  ["Resync_Periodic", "3600;pwd=%"],
  ["My_Own_Name", "http://ann:%@h/"],
  ["My_Own_Name", "--key %"],
];

function caseOf(place: string, text: string, hasRule = false, letters = ""): SecretCase {
  return { place, text, hasRule, registers: letters };
}

export const secretCases: readonly SecretCase[] = [
  ...names.map((name) => caseOf(`element ${name}`, `<${name}>%</${name}>`)),
  ...attributes.map((text) => caseOf(text, text)),
  ...broken.map((text) => caseOf(text, text)),
  ...rules.map((rule) => caseOf(`rule ${rule}`, `<RULE>${rule}</RULE>`, true)),
  ...registerCases.map(([letters, text]) => caseOf(text, text, true, letters)),
  ...values.map(([name, value]) => caseOf(`${name}: ${value}`, `<${name}>${value}</${name}>`)),
  ...typed.flatMap(([type, name]) =>
    inValues.map((value) => caseOf(`${name} (${type}): ${value}`, `<${name}>${value}</${name}>`)),
  ),
];

const ruleNames =
  "Profile_Rule Profile_Rule_B Profile_Rule_C Profile_Rule_D Upgrade_Rule Report_Rule Custom_CA_Rule Trans_Auth_Rule PRT_Upload_Rule Cisco_Headset_Upgrade_Rule".split(
    " ",
  );

/** A case with its secret and, for each rule in it, the next of `names`. */
export function written({ text }: SecretCase, secret: string, names: readonly string[] = ruleNames, first = 0): string {
  let rule = first - 1;
  return text
    .replace(/<RULE>|<\/RULE>/g, (tag) => {
      if (tag === "<RULE>") rule++;
      return tag.replace("RULE", names[rule % names.length] ?? "Profile_Rule");
    })
    .replace(/%(?![0-9A-F]{2})|\{\}/g, () => secret);
}

/** All cases in few profiles: no two of one profile set the same rule or register. */
export function filesOfCases(secretOf: (place: string) => string): readonly string[] {
  const files: { text: string; rules: number; registers: string }[] = [];
  let plain = "";
  for (const each of secretCases) {
    if (!each.hasRule) {
      plain += `${written(each, secretOf(each.place))}\n`;
      continue;
    }
    const count = each.text.split("<RULE>").length - 1;
    const isFree = (file: (typeof files)[number]) =>
      file.rules + count <= ruleNames.length && ![...each.registers].some((letter) => file.registers.includes(letter));
    let file = files.find(isFree);
    if (!file) {
      file = { text: "", rules: 0, registers: "" };
      files.push(file);
    }
    file.text += `${written(each, secretOf(each.place), ruleNames, file.rules)}\n`;
    file.rules += count;
    file.registers += each.registers;
  }
  return [plain, ...files.map(({ text }) => text)].map((text) => `<flat-profile>\n${text}</flat-profile>\n`);
}
