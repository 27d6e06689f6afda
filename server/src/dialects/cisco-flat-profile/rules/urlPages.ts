import type { CodePage } from "../../../checks/check";

/** Pages of what the URLs of rules report. */
export const urlPages: readonly CodePage[] = [
  {
    code: "rule/blank-in-url",
    severity: "error",
    title: "Space inside a URL",
    docs: "A URL ends at a space. The phone requests a different URL or cannot read the rule. Write `%20` for a space in the URL, and `|` between alternatives.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h: 8443/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h:8443/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/scheme",
    severity: "warning",
    title: "Unsupported scheme",
    docs: "Phones support `tftp`, `http` and `https`; `gds://` is for onboarding with an activation code.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>ftp://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>tftp://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/scheme-form",
    severity: "error",
    title: "Scheme without `://`",
    docs: "Between the scheme and the host of a URL come a colon and two slashes. With `http:/h`, `http//h`, `https;//h`, `http:\\\\h` or a scheme that is typed twice the phone cannot read the host and fetches nothing.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>http:/prov.example.com/$MA.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>http://prov.example.com/$MA.xml</Profile_Rule></flat-profile>",
      },
      {
        bad: "<flat-profile><Profile_Rule>https;//prov.example.com/$MA.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://prov.example.com/$MA.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/host",
    severity: "error",
    title: "Invalid host",
    docs: "The host of a URL is a name, an IPv4 address or an IPv6 address in brackets. A backslash, a user before `@`, or a second colon makes the URL invalid, and the phone fetches nothing. User and password are options before the URL: `[--uid prov --pwd secret] https://h/a.xml`.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>http://prov.example.com\\cisco\\$MA.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>http://prov.example.com/cisco/$MA.xml</Profile_Rule></flat-profile>",
      },
      {
        bad: "<flat-profile><Profile_Rule>http://2001:db8::1/$MA.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>http://[2001:db8::1]/$MA.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/backslash",
    severity: "warning",
    title: "Backslash in the path of a URL",
    docs: "The folders of a URL are separated by `/`. The phone sends a backslash to the web server literally, and most servers have no file of that name. Over tftp the path may be a Windows path, so it is not reported.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>http://h/cisco\\a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>http://h/cisco/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/port",
    severity: "error",
    title: "Port that is not a number from 0 to 65535",
    docs: "A port is a number from 0 to 65535. With any other text, or with nothing after the colon, the phone cannot use the URL of a rule.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h:80a/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h:80/a.xml</Profile_Rule></flat-profile>",
      },
      {
        bad: "<flat-profile><Profile_Rule>https://h:84433/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h:8443/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/no-path",
    severity: "error",
    title: "URL without a path",
    docs: "After the host comes a path that starts with `/`. Without a path the phone cannot use the URL.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://prov.example.com</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://prov.example.com/$MA.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/upgrade-without-server",
    severity: "warning",
    title: "Upgrade rule without a server",
    docs: "A profile rule without a host uses the server from DHCP. An upgrade rule does not.",
    examples: [
      {
        bad: "<flat-profile><Upgrade_Rule>/sip88xx.12-0-3MPP0001-87.loads</Upgrade_Rule></flat-profile>",
        good: "<flat-profile><Upgrade_Rule>https://h/sip88xx.12-0-3MPP0001-87.loads</Upgrade_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/no-url",
    severity: "warning",
    title: "Upgrade rule without a URL",
    docs: "An alternative of an upgrade rule has no URL, so it does nothing and the phone keeps its firmware.",
    examples: [
      {
        bad: "<flat-profile><Upgrade_Rule>($SWVER lt 12-0-3MPP0001-87)?</Upgrade_Rule></flat-profile>",
        good: "<flat-profile><Upgrade_Rule>($SWVER lt 12-0-3MPP0001-87)? https://h/a.loads</Upgrade_Rule></flat-profile>",
      },
    ],
  },
];
