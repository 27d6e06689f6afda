import type { DialectFiles } from "../dialectFiles";
import { isNamed, templateLanguages, withTemplates } from "../fileNames";

/** What a phone asks for: its MAC address, or zeros where that file is missing. */
const ownName = /^[\da-f]{12}_config\.xml(?:\.\w+)?$/i;

/** Before the first element. */
const prolog = /^\ufeff?(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<%[\s\S]*?%>|\{[%#][\s\S]*?[%#]\}|<!DOCTYPE[^>]*>)*/;

const root = /^<(?:[A-Za-z][\w.-]{0,40}:)?(?:DLSMessage|WorkpointMessage)(?=[\s/>]|$)/i;
const item = /<Item\b[^<>]{0,200}?\bname\s*=/;

/** Known by the root, else by the name with items in it. */
export const files: DialectFiles = {
  language: "unify-xml",
  names: withTemplates(["*.xml"]),
  editorLanguages: ["xml", "plaintext", ...templateLanguages],
  offers: ["keys", "phone"],
  examples: ["examples/unify/00005e0053b2_config-broken.xml"],
  recognize(fileName, head) {
    const body = head.slice(prolog.exec(head)?.[0].length ?? 0);
    if (root.test(body)) return isNamed(fileName, this.names) || body.startsWith("<") ? 1 : 0;
    if (/^<ItemList[\s>]/.test(body) && item.test(body)) return 0.9;
    if (!ownName.test(fileName)) return 0;
    return body === "" || item.test(body) ? 0.9 : 0;
  },
};
