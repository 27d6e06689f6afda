import type { DialectCase } from "./dialectCases";
import { secretsInLines } from "./secretLines";
import { toySettings } from "./toy/index";

/** Lines with a secret at `%`: settings, and every way to break one that we could think of. */
const secretLines = [
  "SET PROCPSWD %",
  "set procpswd %",
  'SET PROCPSWD "%"',
  'SET PROCPSWD "%',
  "SET PROCPSWD % ## the code of the menu",
  "SET\tPROCPSWD\t%",
  "  SET PROCPSWD   %  ",
  "SET PROCPSWDD %",
  "SET PROCPSW %",
  "SET PORCPSWD %",
  "SET ADMIN_PASSWORD %",
  "SET ADMINPASSWORD %",
  "SET SIP_SECRET %",
  "SET API_KEY %",
  "SET Wifi_Psk %",
  // a broken line
  "SETT PROCPSWD %",
  "SE PROCPSWD %",
  "STE PROCPSWD %",
  "SSET procpswd %",
  "SETPROCPSWD PROCPSWD %",
  "PROCPSWD %",
  "procpswd %",
  "PROCPSWD=%",
  "PROCPSWD: %",
  'PROCPSWD "%"',
  "SET PROCPSWD=%",
  "SET PROCPSWD = %",
  "SET PROCPSWD\n%",
  "SET PROCPSWD\n\n## on the next line\n%",
  "SET SET PROCPSWD %",
  "LET PROCPSWD %",
  "SETT PROCPSWDD %",
  "## SET PROCPSWD %",
  "## sett procpswd %",
  "##SET PROCPSWD %",
  "##PROCPSWD=%",
  "# SET PROCPSWD %",
  "// SET PROCPSWD %",
  // two settings run together
  "SET ENABLE_G729 7 SET PROCPSWD %",
  "SET ENABLE_G729 7 set procpswd %",
  "SET ENABLE_G729 7 SET PROCPSWD % SET LANGUAGE german",
  "SET LINE1NAME Ann SET PROCPSWD %",
  "SET LANGUAGE german PROCPSWD %",
  'SET LINE1NAME "Ann" SET PROCPSWD "%"',
  "SET RINGPATTERN long SET PROCPSWD %",
  "SET NEXTFILE http://h/a.txt SET PROCPSWD %",
  "SET SIPDOMAIN sip.example.com SETT PROCPSWD=%",
  "SET UNKNOWN_NAME 1 SET PROCPSWD %",
  "SET LINE1NAME Ann ## SET PROCPSWD %",
  "SET PROCPSWD % SET LANGUAGE german",
  "SET ENABLE_G729 7\tSET\tPROCPSWD\t%",
  // in a table, and in addresses
  "[KEYS]\nLABEL, DIAL\nPROCPSWD %, 1",
  "[KEYS]\nLABEL, DIAL\nSETT PROCPSWD %",
  "[KEYS]\nLABEL, PASSWORD\nAnn, %",
  "[KEYS]\nLABEL, DIAL\nAnn, 201, PROCPSWD %",
  "SET NEXTFILE http://ann:%@h/a.txt",
  "SET NEXTFILE http://h/a.txt?token=%",
  "SET LINE1NAME password=%",
  "SET SIPDOMAIN ann:%@h",
];

const whole = `## Acme phones, site 12
SET SIPDOMAIN sip.example.com
set LINE1NAME "Reception"   ## beside the first line
SET PROCPSWD 27238
SET ENABLE_G729 1
SET LANGUAGE german
SET LANGUAGE french
SET POLLHOUR 3
SET NEXTFILE http://h/%SIPDOMAIN%/%MAC%.txt
SET RINGPATTERN long-short-pause-long

[KEYS]
LABEL, DIAL
## the desk
Reception, 201
Ann, 202
SET LINE2NAME Ann
`;

/** The toy: settings files of Acme phones. */
export const toyCase: DialectCase = {
  dialect: toySettings,
  fileName: "acmesettings.txt",
  device: { id: "desk", family: "acmew", model: "W200", mac: "00005e005402", firmware: "2.1" },
  deviceWord: "W200",
  files: [whole, whole.replaceAll("\n", "\r\n"), "", "SET LANGUAGE german", "[KEYS]\nDIAL\n1\n2\n3\n"],
  broken: [
    "",
    "SET",
    "SET ",
    "SET LANGUAGE",
    "SETT LANGUAGE german\nSET 27 a\nSET LANGUAGE=german\n",
    "SET ENABLE_G729 7 SET PROCPSWD 27238\nPROCPSWD 27238\n",
    "[KEYS]\n",
    "[KEYS]\r\nLABEL,DIAL\r\n,,,\r\nAnn,201,7,8\r\n[KEYS]\r\n[OTHER]\r\nA\r\n1\r\n",
    "## only a comment",
    'SET RINGPATTERN long-shot-\nSET LINE1NAME "a\nSET LINE9NAME b\nset language greman\n\n\n\n  junk ## x',
    "SET NEXTFILE http:/h/%SIPDOMAIN%/{{ x }}\u201c\nSET POLLHOUR 99\n{% if x %}\nSET POLLHOUR {{ hour }}\n{% endif %}\n",
  ],
  words: [
    "SET ",
    "SETT ",
    "SET PROCPSWD 27238",
    "SET NEXTFILE http://h/%MAC%.txt",
    "[KEYS]\n",
    "LABEL, DIAL\n",
    "## ",
    "## flat-profile-disable\n",
    "## flat-profile-device family=acmed\n",
    "=",
    ",",
    '"',
    "%SIPDOMAIN%",
    "long-",
    "-short",
    "\n",
    "\r\n",
    "{{ x }}",
    " ",
  ],
  ...secretsInLines(secretLines, {
    before: "SET LANGUAGE german",
    after: "SET POLLHOUR 3",
    isAlways: /^(?:SET|SETT) (?!NEXTFILE|SIPDOMAIN)[^\n]*$/i,
  }),
  minSecrets: 55,
  visible: [
    ["SIPDOMAIN", "sip.example.com"],
    ["LINE1NAME", "Password desk"],
    ["LINE2NAME", "Key and Lock Ltd."],
    ["LINE3NAME", "Ann, PIN code desk"],
    ["LANGUAGE", "german"],
    ["NEXTFILE", "http://h/%SIPDOMAIN%/next.txt?page=2"],
    ["RINGPATTERN", "long-short"],
    ["ENABLE_G729", "1"],
  ],
  nameTyped: ["$0", "S$0", "SET $0", "SET LA$0", "  set la$0\n", "lang$0", "SET LANGUAGE german\n$0\nSET POLLHOUR 3\n"],
  described: [
    { file: "SET LANG$0UAGE german\n", page: /Language of the display/ },
    { file: "set lang$0uage german\n", page: /Language of the display/ },
    { file: "SET LANGUAGE ger$0man\n", page: /Language of the display/ },
    { file: "[KEYS]\nDIAL\n2$001\n", page: /Number that a key dials/ },
    { file: "SET RINGPATTERN long-$0short\n", page: /long, short/ },
  ],
  beginnings: [
    "SET ",
    "SET A",
    "SETT ",
    "[KEYS",
    "[KEYS]",
    "##",
    "## ",
    '"',
    ",",
    "%",
    "%A",
    "=",
    " SET A ",
    "{{",
    "{%",
  ],
  places: [
    (text) => text,
    (text) => `SET LANGUAGE ${text}`,
    (text) => `SET ${text}`,
    (text) => `[KEYS]\nLABEL, DIAL\n${text}`,
    (text) => `## ${text}`,
  ],
};
