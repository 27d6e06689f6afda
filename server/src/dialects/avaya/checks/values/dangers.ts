import * as l10n from "@vscode/l10n";
import type { Check } from "../../../../checks/check";
import type { Setting } from "../../../../profile/setting";

// Values that are legal and hard to undo.

function isSet(setting: Setting, name: string, value: string): boolean {
  return setting.name === name && !setting.templated && setting.text === value;
}

export const locksMenu: Check = {
  code: "safety/locks-menu",
  severity: "warning",
  title: "Local procedures are blocked",
  docs: "With `PROCSTAT 1` the local (craft) procedures cannot be opened at the phone, not even to correct its address or its file server. If the phone then cannot reach its file server, only a reset helps. Use a code (`PROCPSWD` or `ADMIN_PASSWORD`) instead, or be sure that the server is always reached.",
  examples: [{ bad: "SET PROCSTAT 1\n", good: "SET PROCSTAT 0\n" }],
  setting(setting, _facts, { report }) {
    if (!isSet(setting, "PROCSTAT", "1")) return;
    report({
      message: l10n.t("`PROCSTAT 1` blocks the local procedures. A phone without its file server cannot be corrected."),
      span: setting.valueSpan,
    });
  },
};

export const irreversible: Check = {
  code: "safety/irreversible",
  severity: "warning",
  title: "Setting that a file cannot take back",
  docs: "With `AUTH 1` the phone takes files only over HTTPS from a server whose certificate it trusts. No later file sets it back; only CLEAR at the phone does. Be sure that `TRUSTCERTS` and the certificate of the server are right before you set it.",
  examples: [{ bad: "SET AUTH 1\n", good: "SET AUTH 0\n" }],
  setting(setting, _facts, { report }) {
    if (!isSet(setting, "AUTH", "1")) return;
    report({
      message: l10n.t("`AUTH 1` stays set. Only CLEAR at the phone takes it back."),
      span: setting.valueSpan,
    });
  },
};

export const noVlanFallback: Check = {
  code: "safety/no-vlan-fallback",
  severity: "warning",
  title: "Phone that never leaves its VLAN",
  docs: "`VLANTEST` is how long a phone tries to get an address in its voice VLAN before it goes on without it. With 0 it tries forever: a phone with a wrong VLAN stays offline until somebody changes it at the phone.",
  examples: [{ bad: "SET VLANTEST 0\n", good: "SET VLANTEST 60\n" }],
  setting(setting, _facts, { report }) {
    if (!isSet(setting, "VLANTEST", "0")) return;
    report({
      message: l10n.t("`VLANTEST 0` keeps the phone in its VLAN even when it gets no address there."),
      span: setting.valueSpan,
    });
  },
};

export const readableSecret: Check = {
  code: "secret/readable",
  severity: "info",
  title: "Password in a file that anyone can fetch",
  docs: "Phones fetch settings files without a password, so anyone who can reach the file server can read this one. Put passwords into files of single phones, serve those over HTTPS, and do not use them elsewhere.",
  examples: [{ bad: "SET ADMIN_PASSWORD 27238\n", good: 'SET ADMIN_PASSWORD ""\n' }],
  setting(setting, { effective }, { report }) {
    if (!effective?.parameter.secret || setting.isEmpty || setting.templated || setting.text.includes("$")) return;
    report({
      message: l10n.t("Anyone who can reach the file server can read the value of `{0}`.", setting.name),
      span: setting.nameSpan,
    });
  },
};
