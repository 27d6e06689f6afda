import { ciscoEnterprise } from "../../server/src/dialects/cisco-enterprise/index";
import type { DialectCase } from "./dialectCases";
import { secretsInTexts } from "./secretLines";

const whole = `<?xml version="1.0" encoding="UTF-8"?>
<device>
  <fullConfig>true</fullConfig>
  <deviceProtocol>SIP</deviceProtocol>
  <sshUserId>admin</sshUserId>
  <sshPassword></sshPassword>
  <devicePool>
    <dateTimeSetting>
      <dateTemplate>D.M.Y</dateTemplate>
      <timeZone>W. Europe Standard/Daylight Time</timeZone>
      <ntps>
        <ntp><name>192.0.2.4</name><ntpMode>Unicast</ntpMode></ntp>
      </ntps>
    </dateTimeSetting>
    <callManagerGroup>
      <members>
        <member priority="0">
          <callManager>
            <ports><ethernetPhonePort>2000</ethernetPhonePort><sipPort>5060</sipPort></ports>
            <processNodeName>192.0.2.10</processNodeName>
          </callManager>
        </member>
        <member priority="1">
          <callManager>
            <ports><ethernetPhonePort>2000</ethernetPhonePort></ports>
            <processNodeName>192.0.2.11</processNodeName>
          </callManager>
        </member>
      </members>
    </callManagerGroup>
  </devicePool>
  <!-- the lines -->
  <sipProfile>
    <sipLines>
      <line button="1"><featureID>9</featureID><name>1001</name><authName>1001</authName></line>
    </sipLines>
    <startMediaPort>16384</startMediaPort>
    <stopMediaPort>32766</stopMediaPort>
    <dialTemplate>dialplan.xml</dialTemplate>
  </sipProfile>
  <loadInformation>SIP42.9-4-2SR3-1S</loadInformation>
  <vendorConfig>
    <webAccess>0</webAccess>
    <daysDisplayNotActive>1,7</daysDisplayNotActive>
    <displayOnTime>08:00</displayOnTime>
    <peerFirmwareSharing>1</peerFirmwareSharing>
    <loadServer></loadServer>
  </vendorConfig>
</device>
`;

const defaults = `<Default>
  <callManagerGroup><members><member priority="0"><callManager>
    <ports><ethernetPhonePort>2000</ethernetPhonePort></ports>
    <processNodeName>192.0.2.10</processNodeName>
  </callManager></member></members></callManagerGroup>
  <loadInformation434 model="Cisco 7942">SIP42.9-4-2SR3-1S</loadInformation434>
  <loadInformation8 model="IP Phone 7940"></loadInformation8>
</Default>
`;

const dialTemplate = `<DIALTEMPLATE>
  <TEMPLATE MATCH="112" Timeout="0"/>
  <TEMPLATE MATCH="9,0*" Timeout="5" User="Phone"/>
  <TEMPLATE MATCH="*" Timeout="8"/>
</DIALTEMPLATE>
`;

/** Places of a secret at \`%\`, sound and broken. */
const secretTexts = [
  "<sshPassword>%</sshPassword>",
  "<sshPassword >%</sshPassword >",
  "<sshPassword>%</sshPasswor>",
  "<sshPassword>%<sshPassword>",
  "<sshPassword>%",
  "<sipProfile><sipLines><line><authPassword>%</authPassword></line></sipLines></sipProfile>",
  "<authPassword>%</authPassword>",
  "<commonProfile><phonePassword>%</phonePassword></commonProfile>",
  "<vendorConfig><adminPassword>%</adminPassword></vendorConfig>",
  "<vendorConfig>\n<adminPassword>%</adminPassword>\n",
  "<sharedSecret>%</sharedSecret>",
  "<unknownPassword>%</unknownPassword>",
  "<servicesURL>http://ann:%@192.0.2.1/menu</servicesURL>",
  "<servicesURL>http://192.0.2.1/menu?token=%</servicesURL>",
  "<!-- <sshPassword>%</sshPassword> -->",
];

const inDevice = (text: string) => `<device>\n<fullConfig>true</fullConfig>\n${text}\n</device>\n`;

/** Files for phones of Unified CM. */
export const enterpriseCase: DialectCase = {
  dialect: ciscoEnterprise,
  fileName: "SEP00005E005401.cnf.xml",
  device: { id: "desk", family: "ucm79x1", model: "7942", mac: "00005e005401", firmware: "SIP42.9-4-2SR3-1S" },
  deviceWord: "7942",
  files: [whole, whole.replaceAll("\n", "\r\n"), defaults, dialTemplate, inDevice("")],
  broken: [
    "",
    "<device>",
    "<device",
    "<device></devic>",
    "<device><deviceProtocol>SIP<deviceProtocol></device>",
    "<device><devicePool><dateTimeSetting><dateTemplate>D.M</dateTemplate></devicePool></device>",
    "<device><vendorConfig><peerFirmwareSharing>Yes</vendorConfig></device>",
    "<Default><loadInformation434>SIP45.1</loadInformation434><loadInformation></Default>",
    '<DIALTEMPLATE><TEMPLATE MATCH="9,0*" Timeout=5/></DIALTEMPLATE>',
    "<device><sipProfile><sipLines><line button='1'><port>99999</port></line></sipLines></sipProfile></device>",
    "<device>{{ x }}<loadInformation>{{ load }}</loadInformation>{% if x %}<versionStamp/>{% endif %}</device>",
  ],
  words: [
    "<device>",
    "</device>",
    "<Default>",
    "<DIALTEMPLATE>",
    '<TEMPLATE MATCH="9*"/>',
    "<vendorConfig>",
    "</vendorConfig>",
    "<peerFirmwareSharing>1</peerFirmwareSharing>",
    "<devicePool>",
    "<loadInformation>",
    '<member priority="0">',
    "<!--",
    "-->",
    "<!-- flat-profile-disable -->",
    "<!-- flat-profile-device family=ucm79x1 -->",
    "&amp;",
    "{{ x }}",
    "<",
    ">",
    "</",
    "/>",
  ],
  ...secretsInTexts(secretTexts, /^<(\w+)>%<\/\1>$/, inDevice),
  minSecrets: 12,
  visible: [
    ["sshUserId", "admin"],
    ["loadInformation", "SIP42.9-4-2SR3-1S"],
    ["deviceProtocol", "SIP"],
    ["networkLocale", "Germany"],
    ["directoryURL", "http://192.0.2.1/directory?page=2"],
    ["versionStamp", "1143565489"],
    ["idleTimeout", "30"],
    ["peerFirmwareSharing", "1"],
  ],
  nameTyped: ["<$0", "<device$0", "device$0", "<sshU$0", ""].map((typed) => inDevice(typed === "" ? "$0" : typed)),
  described: [
    { file: inDevice("<loadInfo$0rmation>SIP42.9-4-2SR3-1S</loadInformation>"), page: /Firmware load of the phone/ },
    { file: inDevice("<loadInformation>SIP42.9$0-4-2SR3-1S</loadInformation>"), page: /Firmware load of the phone/ },
    {
      file: inDevice("<vendorConfig><peerFirmwareSharing>$01</peerFirmwareSharing></vendorConfig>"),
      page: /common phone profile/,
    },
  ],
  beginnings: [
    ...["<!--", "<![CDATA[", "<?", "</", "<", "<a", "<a b", '<a b="', "</a", "&", "&#", "{{", "{%", "<%"],
    ...["<device>", "<vendorConfig><", '<member priority="', '<TEMPLATE MATCH="', "<loadInformation>{"],
  ],
  places: [
    (text) => `<device>${text}`,
    (text) => `<device>\n<versionStamp>${text}</versionStamp>\n</device>`,
    (text) => `<device><vendor${text}`,
    (text) => `<device><member ${text}`,
  ],
};
