import { unifyXml } from "../../server/src/dialects/unify/index";
import type { DialectCase } from "./dialectCases";
import { secretsInTexts } from "./secretLines";

/** Lines with a secret at `%`: items, and ways to break one. */
const secretLines = [
  '<Item name="sip-pwd">%</Item>',
  "<Item name='sip-pwd'>%</Item>",
  '<Item index="1" name="line-sip-pwd">%</Item>',
  '<Item name="line-sip-pwd" index="1">%</Item>',
  '<Item name="file-pwd" index="2">%</Item>',
  '<Item name="admin-pwd">\n%\n</Item>',
  '<Item name="admin-pwd"><![CDATA[%]]></Item>',
  '<Item name="ssh-password">%</Item>',
  '<Item name="send-url-passwd" index="4002">%</Item>',
  '<Item name="other-password">%</Item>',
  '<Item name="other-pwd">%</Item>',
  '<Item name="sip-pwd">%',
  '<Item name="sip-pwd">%<Item>',
  '<Item name="sip-pwd">%</Itme>',
  '<Item name="sip-pwd>%</Item>',
  "<Item name=sip-pwd>%</Item>",
  '<Item  name = "sip-pwd" >%</Item >',
  '<!-- <Item name="sip-pwd">%</Item> -->',
  '<Item name="system-description">password=%</Item>',
  '<Item name="file-https-base-url">https://ann:%@h/a.img</Item>',
  '<Item name="contact-me-uri">http://h/a?token=%</Item>',
];

const message = (body: string) =>
  `<DLSMessage xmlns="http://www.siemens.com/DLS">\n<Message nonce="1">\n<Action>WriteItems</Action>\n<ItemList>\n${body}</ItemList>\n</Message>\n</DLSMessage>\n`;

const whole = message(`<!-- the desk -->
<Item name="e164">201</Item>
<Item name="reg-addr">sip.example.com</Item>
<Item name="sip-transport-user">2</Item>
<Item name="sip-pwd">27238</Item>
<Item name="sntp-tz-offset">60</Item>
<Item name="vlan-id">120</Item>
<Item name="dhcp">true</Item>
<Item name="function-key-def" index="1">59</Item>
<Item name="key-label-unicode" index="1">Ann</Item>
<Item name="stimulus-led-control-uri" index="1">202</Item>
<Item name="function-key-def" index="1001">10</Item>
<Item index="2" name="codec-type">1</Item>
<Item name="system-description"/>
`);

/** Items of OpenStage and Desk Phones. */
export const unifyCase: DialectCase = {
  dialect: unifyXml,
  fileName: "00005e005402_config.xml",
  device: { id: "desk", family: "openstage", model: "OpenStage 40", mac: "00005e005402", firmware: "V3 R3.24.0" },
  deviceWord: "OpenStage 40",
  files: [
    whole,
    whole.replaceAll("\n", "\r\n"),
    "<ItemList>\n<Item name='reg-port'>5060</Item>\n</ItemList>\n",
    whole.replaceAll("DLSMessage", "DlsMessage"),
    '<WorkpointMessage xmlns="http://www.siemens.com/DLS"><Message maxItems="-1" nonce="7"><ReasonForContact>solicited</ReasonForContact><ItemList><Item status="failed" name="gigabit-ethernet"/></ItemList></Message></WorkpointMessage>',
    '<DLSMessage><Message><Action>Restart</Action></Message><ItemList><Item name="restart-type">FactoryReset</Item></ItemList></DLSMessage>',
  ],
  broken: [
    "<DLSMessage>",
    "<DLSMessage></DLSMessage>",
    message('<Item name="e164">201\n<Item name="reg-port">5060</Item>\n'),
    message('<Item>5060</Item><Item name="">1</Item><Item name="reg-port\'">1</Item>\n'),
    message('<Item name="function-key-def">59</Item><Item name="function-key-def" index="x">1</Item>\n'),
    message(
      '<Item name="key-label-unicode" index="1002">Desk</Item><Item name="function-key-def" index="1003">1</Item>\n',
    ),
    message('<Item name="reg-prot">a</Item><Item name="sntp-tz-offset">1</Item><Item name="l3qos-voice">64</Item>\n'),
    message('<% if x %><Item name="<%= a %>" index="1"><%= b %></Item><% end %>\n'),
    "<DlsMessage><Message><Action>CleanUp</Action></Message></DlsMessage",
  ],
  words: [
    "<ItemList>",
    "</ItemList>",
    '<Item name="reg-port">5060</Item>',
    '<Item name="function-key-def" index="1">59</Item>',
    ' index="2"',
    ' name="',
    "</Item>",
    "<Item>",
    "<Message>",
    "</Message>",
    "<Action>WriteItems</Action>",
    "<DLSMessage>",
    "</DLSMessage>",
    "<!-- ",
    " -->",
    "<!-- flat-profile-disable -->",
    '"',
    "<",
    ">",
    "&",
    "\n",
    "{{ x }}",
    " ",
  ],
  ...secretsInTexts(secretLines, /^<Item name="(?:sip|admin)-pwd">[^\n]*<\/Item>$/, (text) =>
    message(`<Item name="reg-port">5060</Item>\n${text}\n`),
  ),
  minSecrets: 20,
  visible: [
    ["reg-addr", "sip.example.com"],
    ["e164", "201"],
    ["vlan-id", "120"],
    ["key-label-unicode[1]", "Password"],
    ["min-admin-passw-length", "6"],
    ["file-https-base-url", "https://h/a.img?page=2"],
    ["blf-code", "*8"],
    ["passw-char-set", "0"],
    ["sntp-tz-offset", "60"],
    ["display-id-unicode", "Reception"],
  ],
  nameTyped: [
    message("$0"),
    message('<Item name="$0">1</Item>'),
    message('<Item name="reg-$0">1</Item>'),
    message('<Item name="key-$0" index="1">1</Item>'),
    message("re$0\n"),
  ],
  described: [
    { file: message('<Item name="reg-p$0ort">5060</Item>'), page: /Port|port/ },
    { file: message('<Item name="function-key-def" index="1">5$09</Item>'), page: /busy lamp/ },
    { file: message('<Item name="sntp-tz-offset">6$00</Item>'), page: /01:00/ },
  ],
  beginnings: ["<", "<Item ", '<Item name="', '<Item name="a" index="', "<!--", "<![CDATA[", "&", "{{", "<%", "</"],
  places: [
    (text) => message(text),
    (text) => message(`<Item name="reg-addr">${text}</Item>`),
    (text) => message(`<Item name="${text}">1</Item>`),
    (text) => message(`<Item name="function-key-def" index="${text}">1</Item>`),
    (text) => `<DLSMessage><Message><Action>${text}</Action></Message></DLSMessage>`,
  ],
};
