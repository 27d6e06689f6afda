import { avayaSettings } from "../../server/src/dialects/avaya/index";
import type { DialectCase } from "./dialectCases";
import { secretsInLines } from "./secretLines";

/** Lines with a secret at `%`: settings, and ways to break one. */
const secretLines = [
  "SET PROCPSWD %",
  "set procpswd %",
  'SET PROCPSWD "%"',
  'SET PROCPSWD "%',
  "SET PROCPSWD % ## the code of the menu",
  "SET\tPROCPSWD\t%",
  "SET PROCPSWD   %  ",
  "  SET PROCPSWD %",
  "ADD PROCPSWD %",
  "SET PROCPSWDD %",
  "SET ADMIN_PASSWORD %",
  "SET FORCE_SIP_PASSWORD %",
  "SET API_KEY %",
  "SETT PROCPSWD %",
  "STE PROCPSWD %",
  "PROCPSWD %",
  "PROCPSWD=%",
  'PROCPSWD "%"',
  "SET PROCPSWD=%",
  "SET PROCPSWD = %",
  'SET PROCPSWD\n"%"',
  "SET SET PROCPSWD %",
  "## SET PROCPSWD %",
  "##SET PROCPSWD %",
  "# SET PROCPSWD %",
  "#SET PROCPSWD %",
  "## PROCPSWD=%",
  "SET L2QVLAN 7 SET PROCPSWD %",
  'SET LOGSRVR "a" SET PROCPSWD "%"',
  "SET L2QVLAN 7\tSET\tPROCPSWD\t%",
  "SET L2QVLAN 7 ## SET PROCPSWD %",
  "SET UNKNOWN_NAME 1 SET PROCPSWD %",
  "SET SUBSCRIBELIST http://ann:%@h/a.txt",
  "SET WMLHOME http://h/a.txt?token=%",
  "SET LOGSRVR password=%",
];

const whole = `## Site 12
IF $MODEL4 SEQ 1608 GOTO M1608
IF $GROUP SEQ 7 GOTO G7
SET L2QVLAN 120
SET HTTPSRVR "10.0.0.5,10.0.0.6"
set PROCPSWD 27238
GOTO END

# M1608
SET DSTSTART 2SunMar2L
SET GMTOFFSET -5:00
GOTO END
# G7
SET DIALPLAN [23]xxxx|91xxxxxxxxxx
ADD SOFTKEY_IDLE "type=dial;action=6809;label=Desk"
# END
GET $MACADDR.txt
`;

/** Settings files of Avaya phones. */
export const avayaCase: DialectCase = {
  dialect: avayaSettings,
  fileName: "46xxsettings.txt",
  device: { id: "desk", family: "avayaj169", model: "J179", mac: "00005e005402", firmware: "4.1.1" },
  deviceWord: "J179",
  files: [whole, whole.replaceAll("\n", "\r\n"), "", "SET L2QVLAN 120", "# A\nGOTO B\n# B\n"],
  broken: [
    "",
    "SET",
    "SET ",
    "SET L2QVLAN",
    "IF\nIF $MODEL4\nIF $MODEL4 SEQ 1608\nIF $MODEL4 SNE 1608 GOTO X\nGOTO\nGET\nADD X\n",
    "SET L2QVLAN=120\n SET L2QVLAN 120\n#SET L2QVLAN 120\nSETT L2QVLAN 120\n",
    'SET OBSCURE_PREFERENCES\n"A,B"\nSET SNTPSRVR 10.0.0.5, 10.0.0.6\nSET LOGSRVR \u201ca\u201d\n',
    "GOTO NOWHERE\nSET L2QVLAN 120\n## NOWHERE\n# ABOVE\nGOTO ABOVE\r\n# ABOVE\r\n# ABOVE\r\n",
    "SET L2QVLAN 99999 ## voice\nSET DSTSTART 5SunMar2L\nGET a.txt\nGET b.txt ## remark\n",
    "{% if x %}\nSET L2QVLAN {{ vlan }}\n{% endif %}\n#set($a = 1)\nSET DIALPLAN [23\n",
  ],
  words: [
    "SET ",
    "ADD ",
    "IF $MODEL4 SEQ J179 GOTO A\n",
    "GOTO A\n",
    "# A\n",
    "GET 46xxsettings.txt\n",
    "SET PROCPSWD 27238",
    "SET DSTSTART 2SunMar2L\n",
    "## ",
    "## flat-profile-disable\n",
    "## flat-profile-device family=avayaj169\n",
    "$MACADDR",
    "=",
    ",",
    ";",
    '"',
    "\n",
    "\r\n",
    "{{ x }}",
    " ",
  ],
  ...secretsInLines(secretLines, {
    before: "SET L2QVLAN 120",
    after: "SET DSCPAUD 46",
    isAlways: /^(?:SET|SETT) (?!SUBSCRIBELIST|WMLHOME|LOGSRVR)[^\n]*$/i,
  }),
  minSecrets: 30,
  visible: [
    ["SIPDOMAIN", "sip.example.com"],
    ["LOGSRVR", "10.0.0.7"],
    ["L2QVLAN", "120"],
    ["DIALPLAN", "[23]xxxx"],
    ["SNTPSRVR", "10.0.0.5,10.0.0.6"],
    ["GMTOFFSET", "-5:00"],
    ["DSTSTART", "2SunMar2L"],
    ["WMLHOME", "http://h/next.txt?page=2"],
  ],
  nameTyped: ["$0", "S$0", "SET $0", "SET L2$0", "set l2$0\n", "l2q$0", "SET L2QVLAN 1\n$0\nSET DSCPAUD 46\n"],
  described: [
    { file: "SET L2QV$0LAN 120\n", page: /VLAN/ },
    { file: "set l2qv$0lan 120\n", page: /VLAN/ },
    { file: "SET L2QVLAN 1$020\n", page: /VLAN/ },
    { file: "SET DSTSTART 2Sun$0Mar2L\n", page: /Sunday/ },
  ],
  beginnings: [
    "SET ",
    "SET A",
    "ADD ",
    "IF ",
    "IF $",
    "IF $A SEQ ",
    "GOTO ",
    "GET ",
    "#",
    "# ",
    "##",
    '"',
    ",",
    "{{",
    "{%",
  ],
  places: [
    (text) => text,
    (text) => `SET L2QVLAN ${text}`,
    (text) => `SET ${text}`,
    (text) => `IF $MODEL4 SEQ ${text} GOTO A\n# A\n`,
    (text) => `GOTO ${text}`,
    (text) => `# ${text}`,
    (text) => `## ${text}`,
  ],
};
