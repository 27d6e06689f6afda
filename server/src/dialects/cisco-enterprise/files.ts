import type { DialectFiles } from "../dialectFiles";
import { isNamed, templateLanguages, withTemplates } from "../fileNames";

/** Files that phones ask for by these names, and copies of them. */
const ownNames = withTemplates(["SEP*.cnf.xml", "XMLDefault*.cnf.xml"]);

/** What precedes the root: a byte order mark, the prolog, comments, marks of a template. */
const prolog = /^\ufeff?(?:\s+|<\?[^>]{0,400}\?>|<!--[\s\S]{0,20000}?-->|\{[%#{][^\n]{0,300}?[%#}]\})*/;

/** Elements that only files for phones have near their beginning. */
const own =
  /<(?:fullConfig|deviceProtocol|devicePool|callManagerGroup|sipProfile|vendorConfig|loadInformation\d*|inactiveLoadInformation|commonProfile|sshUserId|autoRegistrationName)[\s/>]/;

/** Known by name and root; other files have a root `device` too. */
export const files: DialectFiles = {
  language: "cisco-enterprise",
  names: [...withTemplates(["*.cnf.xml", "*.xml"])],
  editorLanguages: ["xml", ...templateLanguages],
  offers: ["preview"],
  examples: ["examples/enterprise/SEP00005E005301.cnf.xml"],
  recognize(fileName, head) {
    const text = head.slice(prolog.exec(head)?.[0].length ?? 0);
    const root = /^<([A-Za-z]+)[\s>]/.exec(text)?.[1];
    if (root === "DIALTEMPLATE") return 0.95;
    if (root !== "device" && root !== "Default") return isNamed(fileName, ownNames) && text.trim() === "" ? 0.6 : 0;
    if (own.test(text)) return 0.95;
    return isNamed(fileName, ownNames) ? 0.9 : 0;
  },
};
