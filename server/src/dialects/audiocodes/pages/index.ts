import { type CodePage, withExamples } from "../../../checks/check";
import { badUrl, notAnOption, notOfType, outOfRange, overLength } from "../../../values/pages";

/** Headings of the manual by the area of the codes. */
export const areas: Readonly<Record<string, string>> = {
  line: "Lines",
  table: "Tables",
  file: "Files",
  parameter: "Names",
  value: "Values",
  "digit-map": "Digit maps",
  update: "Automatic update",
  secret: "Passwords",
  tone: "Call progress tones",
};

const proxyIp = (format: string, row: string, end = "[ \\ProxyIp ]\n") => `[ ProxyIp ]\n${format}${row}${end}`;
const format = "FORMAT ProxyIp_Index = ProxyIp_IpAddress, ProxyIp_ProxySetId;\n";
const row = "ProxyIp 0 = 192.0.2.1, 0;\n";

/** Pages of the codes that reading and the value types report. */
export const pages: readonly CodePage[] = [
  {
    code: "line/not-read",
    severity: "warning",
    title: "Line that is not read",
    docs: "A line is a setting `name = value`, a section in brackets, a FORMAT line or row of a table, or a comment that begins with `;`. The device ignores any other line.",
    examples: [{ bad: "EnableSyslog 1\n", good: "EnableSyslog = 1\n" }],
  },
  {
    code: "table/end",
    severity: "error",
    title: "Wrong end of a table",
    docs: "A table ends with its name after one backslash in brackets: `[ \\ProxyIp ]`. What follows a table without its end belongs to it.",
    examples: [
      { bad: proxyIp(format, row, "[\\ \\ProxyIp ]\n"), good: proxyIp(format, row) },
      { bad: proxyIp(format, row, "EnableSyslog = 1\n"), good: `${proxyIp(format, row)}EnableSyslog = 1\n` },
    ],
  },
  {
    code: "table/format",
    severity: "error",
    title: "Row without its FORMAT line",
    docs: "A FORMAT line after the heading names the columns of a table: `FORMAT ProxyIp_Index = ProxyIp_IpAddress, ProxyIp_ProxySetId;`. Each of them begins with the name of the table, and each row belongs to the table around it.",
    examples: [{ bad: proxyIp("", row), good: proxyIp(format, row) }],
  },
  {
    code: "table/row-number",
    severity: "error",
    title: "Row without its number",
    docs: "A row begins with the name of the table and its number: `ProxyIp 0 = …`. Each number may be used once; they need not follow each other.",
    examples: [{ bad: proxyIp(format, "ProxyIp = 192.0.2.1, 0;\n"), good: proxyIp(format, row) }],
  },
  {
    code: "table/row-columns",
    severity: "error",
    title: "Row with too many or too few values",
    docs: "A row has one value for each column of the FORMAT line, in the same order. `$$` is the default of a column.",
    examples: [{ bad: proxyIp(format, "ProxyIp 0 = 192.0.2.1;\n"), good: proxyIp(format, row) }],
  },
  {
    code: "table/row-terminator",
    severity: "error",
    title: "Row or FORMAT line without a semicolon",
    docs: "Rows and FORMAT lines end with `;` and a line end. The device does not load a table with a line that goes on. Add the semicolon.",
    examples: [{ bad: proxyIp(format, "ProxyIp 0 = 192.0.2.1, 0\n"), good: proxyIp(format, row) }],
  },
  withExamples(notAnOption, { bad: "IsFaxUsed = 7\n", good: "IsFaxUsed = 1\n" }),
  withExamples(notOfType, { bad: "EnableSyslog = yes\n", good: "EnableSyslog = 1\n" }),
  withExamples(outOfRange, { bad: "AutoUpdateFrequency = 70000\n", good: "AutoUpdateFrequency = 60\n" }),
  withExamples(overLength, {
    bad: `DigitPatternInternalCall = ${"1".repeat(121)}\n`,
    good: "DigitPatternInternalCall = 1\n",
  }),
  withExamples(badUrl, {
    bad: "IniFileURL = 'http:/192.0.2.1/mp.ini'\n",
    good: "IniFileURL = 'http://192.0.2.1/mp.ini'\n",
  }),
  {
    code: "update/time-form",
    severity: "error",
    title: "Time of the update in another form",
    docs: "The time has two digits for the hour and two for the minute, `'00:00'` to `'23:59'`, in single quotes.",
    examples: [{ bad: "AutoUpdatePredefinedTime = '24:00'\n", good: "AutoUpdatePredefinedTime = '00:00'\n" }],
  },
  {
    code: "update/url-scheme",
    severity: "error",
    title: "URL that the device cannot fetch",
    docs: "Devices fetch files by `http`, `https`, `ftp` and `nfs`, and by `tftp` when they start.",
    examples: [{ bad: "IniFileURL = 'sftp://192.0.2.1/mp.ini'\n", good: "IniFileURL = 'https://192.0.2.1/mp.ini'\n" }],
  },
  {
    code: "update/url-length",
    severity: "warning",
    title: "URL that is too long",
    docs: "A URL has 254 characters at most, 99 on devices with software 5.x. The device does not fetch a file with a longer one. Use a shorter path.",
    examples: [
      {
        bad: `IniFileURL = 'http://192.0.2.1/${"a".repeat(250)}.ini'\n`,
        good: "IniFileURL = 'http://192.0.2.1/a.ini'\n",
      },
    ],
  },
  {
    code: "update/mac-placeholder",
    severity: "warning",
    title: "Placeholder of another system in a URL",
    docs: "In a URL, `<MAC>` is replaced with the MAC address of the device. Other spellings are sent as they are written.",
    examples: [
      { bad: "IniFileURL = 'http://192.0.2.1/$MA.ini'\n", good: "IniFileURL = 'http://192.0.2.1/<MAC>.ini'\n" },
    ],
  },
  {
    code: "tone/sign",
    severity: "error",
    title: "Level with a sign",
    docs: "Levels count down from 0 dBm and have no sign: 14 means -14 dBm. The converter does not take a negative number.",
    examples: [{ bad: "Low Freq Level [-dBm]=-14\n", good: "Low Freq Level [-dBm]=14\n" }],
  },
  {
    code: "tone/not-whole",
    severity: "warning",
    title: "Time that is not a whole number of 10 ms",
    docs: "Times are whole numbers of 10 ms. Files made from those of the vendor have halves, such as 37.5; what a device makes of them is not documented.",
    examples: [{ bad: "First Signal On Time [10msec]=37.5\n", good: "First Signal On Time [10msec]=38\n" }],
  },
  {
    code: "digit-map/length",
    severity: "error",
    title: "Digit map that is too long",
    docs: "Manuals up to 6.6 allow 152 characters; later releases take 500. Use classes such as `[2-5]`.",
    examples: [{ bad: `DigitMapping = ${"1234567|".repeat(20)}x.T\n`, good: "DigitMapping = 1234567|x.T\n" }],
  },
  {
    code: "digit-map/rules",
    severity: "error",
    title: "Digit map with too many patterns",
    docs: "A digit map has 52 patterns at most. Use classes such as `[2-5]`.",
    examples: [{ bad: `DigitMapping = ${"1|".repeat(53)}x.T\n`, good: "DigitMapping = 1|x.T\n" }],
  },
  {
    code: "digit-map/catch-all",
    severity: "warning",
    title: "Digit map that refuses all other numbers",
    docs: "The device refuses a number that no pattern matches. A last pattern `x.T` takes all others, after a pause.",
    examples: [{ bad: "DigitMapping = 11xS|8xxxxxxx\n", good: "DigitMapping = 11xS|8xxxxxxx|x.T\n" }],
  },
  {
    code: "digit-map/never-matched",
    severity: "info",
    title: "Pattern after a shorter one",
    docs: "The device sends a number as soon as a pattern matches. A longer pattern with the same beginning is never reached: `998` after `99`. From 6.4 on `99S` waits two seconds for another digit; in 6.0 `S` makes its pattern win at once.",
    examples: [{ bad: "DigitMapping = 99|998|x.T\n", good: "DigitMapping = 99S|998|x.T\n" }],
  },
];
