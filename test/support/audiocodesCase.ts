import { audiocodesIni } from "../../server/src/dialects/audiocodes/index";
import type { DialectCase } from "./dialectCases";
import { secretsInLines } from "./secretLines";

/** Lines with a secret at `%`: settings, rows, and ways to break one. */
const secretLines = [
  "AUPDDigestPassword = %",
  "audpdigestpassword=%",
  "AUPDDigestPassword = '%'",
  'AUPDDigestPassword = "%"',
  "AUPDDigestPassword = '%",
  "AUPDDigestPassword   =   %  ",
  "  AUPDDigestPassword = %",
  "AUPDDigestPasswordd = %",
  "Password = %",
  "SNMPReadOnlyCommunityString_0 = %",
  "API_KEY = %",
  "AUPDDigestPassword %",
  "AUPDDigestPassword: %",
  "AUPDDigestPassword =\n%",
  "; AUPDDigestPassword = %",
  ";AUPDDigestPassword=%",
  "# AUPDDigestPassword = %",
  "EnableSyslog = 1 AUPDDigestPassword = %",
  "[ Authentication ]\nFORMAT Authentication_Index = Authentication_UserId, Authentication_UserPassword;\nAuthentication 0 = ann, %;\n[ \\Authentication ]",
  '[ Authentication ]\nFORMAT Authentication_Index = Authentication_UserId, Authentication_UserPassword;\nAuthentication 0 = "ann", "%";\n[ \\Authentication ]',
  "[ Authentication ]\nFORMAT Authentication_Index = Authentication_UserId, Authentication_UserPassword;\nAuthentication 0 = %;\n[ \\Authentication ]",
  "[ Authentication ]\nFORMAT Authentication_Index = Authentication_UserId, Authentication_UserPassword;\nAuthentication 0 = ann, 1, %;\n[ \\Authentication ]",
  "[ Authentication ]\nAuthentication 0 = %;\n[ \\Authentication ]",
  "Authentication_0 = ann,%",
  "IniFileURL = 'http://ann:%@192.0.2.1/mp.ini'",
  "WebLogoText = password=%",
];

const whole = `;**************
;** Ini File **
;**************

[SYSTEM Params]
EnableSyslog = 1
SyslogServerIP = 192.0.2.7
NTPServerUTCOffset = -18000
IniFileURL = 'https://192.0.2.1/mp_<MAC>.ini'
AutoUpdatePredefinedTime = '18:00'
AUPDDigestPassword = 'example'
DigitMapping = 11xS|[2-7]xxx|x.T

[ ProxySet ]
FORMAT ProxySet_Index = ProxySet_EnableProxyKeepAlive, ProxySet_ProxyKeepAliveTime;
ProxySet 0 = 1, $$;
ProxySet 1 = 0, 60;
[ \\ProxySet ]

[ ProxyIp ]
FORMAT ProxyIp_Index = ProxyIp_IpAddress, ProxyIp_ProxySetId;
ProxyIp 0 = 192.0.2.1, 0;
ProxyIp 1 = "sip.example.com", 1;
[ \\ProxyIp ]

TrunkGroup_1 = 1-4,401
`;

/** Ini files of AudioCodes gateways. */
export const audiocodesCase: DialectCase = {
  dialect: audiocodesIni,
  fileName: "mp118.ini",
  device: { id: "gateway", family: "audiocodesmp11x", model: "MP-118", mac: "00005e005403", firmware: "6.60A.100" },
  deviceWord: "MP-118",
  files: [whole, whole.replaceAll("\n", "\r\n"), "", "EnableSyslog = 1", "[ ProxyIp ]\n[ \\ProxyIp ]\n"],
  broken: [
    "",
    "EnableSyslog",
    "EnableSyslog =",
    "EnableSyslog 1\n= 1\n[\n[ X\n[ \\\n[ \\X ]\n]\n",
    "[ ProxyIp ]\nFORMAT\nFORMAT ProxyIp_Index\nFORMAT ProxyIp_Index =\nProxyIp 0\nProxyIp 0 =\nProxyIp 0 = ;\n",
    "[ ProxyIp ]\nFORMAT ProxyIp_Index = ProxyIp_IpAddress, ProxyIp_ProxySetId\nProxyIp 0 = a, b, c\nProxyIp 0 = a;\n[\\ \\ProxyIp ]\n",
    '[ ProxyIp ]\nFORMAT ProxyIp_Index = ProxyIp_IpAddress;\nProxyIp 0 = "a;\nProxyIp 1 = a"";\nEnableSyslog = 7\n',
    "AutoUpdatePredefinedTime = 24:00\nAutoUpdateFrequency = 70000 min\nIniFileURL = sftp:/a\u0000\nDigitMapping = 9|99[\n",
    "ProxySet 0 = 1;\n[ ProxySet ]\nProxySet 0 = 1;\r\n[ \\Other ]\r\nEnableSyslog = 0\r\nEnableSyslog = 1\r\n",
    "#if($a)\nEnableSyslog = $a\n#end\n[ ProxyIp ]\nProxyIp $i = $s.a, $s.b;\n{% if x %}\n{{ y }}\n",
  ],
  words: [
    "EnableSyslog = 1\n",
    "[ ProxyIp ]\n",
    "FORMAT ProxyIp_Index = ProxyIp_IpAddress, ProxyIp_ProxySetId;\n",
    "ProxyIp 0 = 192.0.2.1, 0;\n",
    "[ \\ProxyIp ]\n",
    "AUPDDigestPassword = 'example'",
    "AutoUpdatePredefinedTime = '18:00'\n",
    "DigitMapping = 9xS|x.T\n",
    "; ",
    "; flat-profile-disable\n",
    "; flat-profile-device family=audiocodesmp11x\n",
    "<MAC>",
    "$$",
    "=",
    ",",
    ";",
    "'",
    '"',
    "\n",
    "\r\n",
    "{{ x }}",
    " ",
  ],
  ...secretsInLines(secretLines, {
    before: "EnableSyslog = 1",
    after: "MaxDigits = 14",
    isAlways: /^(?:AUPD|Password|SNMP|API)[^\n]*[=:][^\n]*$/i,
  }),
  minSecrets: 24,
  visible: [
    ["SIPGatewayName", "sip.example.com"],
    ["SyslogServerIP", "192.0.2.7"],
    ["MaxDigits", "14"],
    ["DigitMapping", "[23]xxx|x.T"],
    ["NTPServerUTCOffset", "-18000"],
    ["IniFileURL", "https://192.0.2.1/next.ini?page=2"],
    ["AutoUpdatePredefinedTime", "18:00"],
    ["CallProgressTonesFilename", "usa.dat"],
  ],
  nameTyped: ["$0", "E$0", "EnableSys$0", "enablesys$0\n", "EnableSys$0 = 1\n", "[X]\n$0\nMaxDigits = 14\n"],
  described: [
    { file: "EnableSys$0log = 1\n", page: /syslog/i },
    { file: "enablesys$0log = 1\n", page: /syslog/i },
    { file: "AutoUpdatePredefinedTime = '18:$000'\n", page: /every day at 18:00/ },
    {
      file: "[ ProxyIp ]\nFORMAT ProxyIp_Index = ProxyIp_IpAddress;\nProxyIp 0 = 192.$00.2.1;\n[ \\ProxyIp ]\n",
      page: /IpAddress/,
    },
  ],
  beginnings: [
    "[",
    "[ ",
    "[ \\",
    "FORMAT ",
    "FORMAT A_Index = ",
    "A 0 = ",
    "A = ",
    ";",
    "#",
    "'",
    '"',
    ",",
    "{{",
    "{%",
    "$",
  ],
  places: [
    (text) => text,
    (text) => `EnableSyslog = ${text}`,
    (text) => `${text} = 1`,
    (text) => `[ ${text} ]\n`,
    (text) => `FORMAT A_Index = A_${text};\n`,
    (text) => `[ A ]\nFORMAT A_Index = A_B, A_C;\nA 0 = ${text}, 1;\n[ \\A ]\n`,
    (text) => `; ${text}`,
  ],
};
