import * as l10n from "@vscode/l10n";
import type { Check } from "../../../checks/check";
import { itemOf } from "../items";
import { item, written } from "../message";

export const readableSecret: Check = {
  code: "secret/readable",
  severity: "info",
  title: "Password in a file",
  docs: "Anyone who can fetch or read the file learns the password. Phones with factory settings also take items from any server that can reach them. Serve files over HTTPS with authentication, and keep passwords out of the default file.",
  examples: [{ bad: written(item("admin-pwd", "123456")), good: written(item("admin-pwd", "")) }],
  setting(setting, { effective }, { report }) {
    if (!effective?.parameter.secret || setting.isEmpty || setting.templated || setting.isStatus) return;
    report({
      message: l10n.t("Anyone who can fetch the file can read the value of `{0}`.", setting.name),
      span: setting.nameSpan,
    });
  },
};

export const openAccess: Check = {
  code: "safety/open-access",
  severity: "info",
  title: "Shell or factory reset by a message",
  docs: "`ssh-enable` opens a shell to the phone; `restart-type` `FactoryReset` deletes all of its settings. Both are legal in a message, and worth a second look.",
  examples: [{ bad: written(item("ssh-enable", "true")), good: written(item("ssh-enable", "false")) }],
  setting(setting, _facts, { report }) {
    const { base } = itemOf(setting);
    if (setting.templated) return;
    if (base === "ssh-enable" && setting.text === "true")
      report({ message: l10n.t("The message opens a shell on the phone."), span: setting.valueSpan });
    if (base === "restart-type" && setting.text === "FactoryReset")
      report({ message: l10n.t("The message deletes all settings of the phone."), span: setting.valueSpan });
  },
};
