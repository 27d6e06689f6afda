import type { PageText } from "../text/codePage";

// What the codes of the shared types mean; each dialect that uses a type gives its page examples.

export const badAddress: PageText = {
  code: "value/bad-address",
  severity: "info",
  title: "Invalid form of an address",
  docs: "The parameter needs an address in a special form, such as an address with a mask. The phone ignores anything else.",
};

export const badCipher: PageText = {
  code: "value/bad-cipher",
  severity: "warning",
  title: "Text that is not a cipher name",
  docs: "The list contains names of cipher suites, joined by colons. With an invalid name the phone may offer no cipher and fail to connect.",
};

export const badDhcpOption: PageText = {
  code: "value/bad-dhcp-option",
  severity: "warning",
  title: "Text that is not a DHCP option",
  docs: "The list contains numbers of DHCP options, joined by commas. The phone does not find its server through an invalid option.",
};

export const badFirewallRule: PageText = {
  code: "value/bad-firewall-rule",
  severity: "info",
  title: "Invalid firewall setting",
  docs: "The setting contains keywords such as `NO_ICMP_PING`, some with values after a colon.",
};

export const badHost: PageText = {
  code: "value/bad-host",
  severity: "warning",
  title: "Text that is not a host name",
  docs: "A host is a name or address, possibly with a port: `sip.example.com:5061`. The phone cannot reach anything else.",
};

export const badNumber: PageText = {
  code: "value/bad-number",
  severity: "warning",
  title: "Text that is not a number to dial",
  docs: "The parameter needs numbers that a person can dial, joined by commas.",
};

export const badUrl: PageText = {
  code: "value/bad-url",
  severity: "warning",
  title: "Invalid URL",
  docs: "A URL starts with a supported scheme, a colon and two slashes. Otherwise the phone fetches nothing.",
};

export const badUserId: PageText = {
  code: "value/bad-user-id",
  severity: "info",
  title: "User ID with a space",
  docs: "A user ID is part of a SIP address and cannot contain a space. The registrar rejects the user.",
};

export const booleanSpelling: PageText = {
  code: "value/boolean-spelling",
  severity: "hint",
  title: "Yes or No in another spelling",
  docs: "Phones write `Yes` and `No`. They accept other spellings, but files with the same spelling are easier to compare.",
};

export const notBoolean: PageText = {
  code: "value/not-boolean",
  severity: "warning",
  title: "Text that is neither Yes nor No",
  docs: "The parameter must be `Yes` or `No`. With anything else the phone keeps its old setting.",
};

export const notAnOption: PageText = {
  code: "value/not-an-option",
  severity: "warning",
  title: "Text that is not one of the options",
  docs: "The parameter has a fixed list of options. With any other text the phone keeps its old value. On some firmware, upper and lower case matter.",
};

export const noSuchLine: PageText = {
  code: "value/no-such-line",
  severity: "warning",
  title: "Line number that the phone does not have",
  docs: "The value is the number of the line that the key belongs to, or `Disabled`. The number of an extension, such as 1001, belongs to the user ID of a line.",
};

export const notOfType: PageText = {
  code: "value/not-of-type",
  severity: "warning",
  title: "Value of the wrong type",
  docs: "The parameter needs a number, an address or another type, and the text is not valid for it. The phone ignores it or uses its default.",
};

export const outOfRange: PageText = {
  code: "value/out-of-range",
  severity: "warning",
  title: "Number outside its range",
  docs: "The number is smaller or larger than the phone accepts. The phone uses its default or the nearest limit.",
};

export const overLength: PageText = {
  code: "value/over-length",
  severity: "warning",
  title: "Text too long",
  docs: "The value has more characters than the phone accepts. The phone cuts the rest off or ignores the value.",
};

export const tooManyDecimals: PageText = {
  code: "value/too-many-decimals",
  severity: "warning",
  title: "Too many decimals",
  docs: "The phone uses fewer decimals than the value has, so it uses a different number.",
};
