import type { DialectFiles } from "../dialectFiles";
import { isNamed, templateLanguages, withTemplates } from "../fileNames";

/** Files that phones ask for by these names, and copies of them. */
const ownNames = [
  "46xxsettings*.txt",
  "46xxsettings*.scr",
  "46xxupgrade*.scr",
  "46xxupgrade*.txt",
  "16xxupgrade*.txt",
  "16xxsettings*.txt",
  "96xxupgrade*.txt",
  "96x1hupgrade*.txt",
  "96x1supgrade*.txt",
  "j100hupgrade*.txt",
  "j100supgrade*.txt",
  "b189hupgrade*.txt",
];

/** Lines that are looked at, after those that say nothing. */
const maxLines = 40;

/** One line with a statement is in many files; two are not. */
const minStatements = 2;

const statement =
  /^(?:(?:SET|ADD)\s+[A-Z][A-Z\d_-]{1,60}(?:\s|$)|IF\s+\$\w+\s+\w{3}\s|GOTO\s+\w+\s*$|GET\s+\S+\.(?:txt|scr|cfg)\s*$)/i;

/** Other files with lines that start with these words: shell, SQL, batch, BASIC. */
const foreign =
  /^(?:#!|@echo\b|SET\s+(?:@|GLOBAL\b|SESSION\b|\/[AP]\b|\w+\s*=)|\s*(?:fi|then|done|esac|end if)\s*$|(?:INSERT|SELECT|CREATE|UPDATE|DROP)\s)/i;

/** Known by their names, else by their first lines. */
export const files: DialectFiles = {
  language: "avaya-settings",
  names: [...withTemplates(["*.txt", "*.scr", "*.cfg"])],
  editorLanguages: ["plaintext", "properties", "ini", ...templateLanguages],
  offers: ["preview", "fleet", "matrix", "phone"],
  examples: ["examples/avaya/46xxsettings-broken.txt", "examples/avaya/46xxsettings.txt"],
  recognize(fileName, head) {
    const isOwn = isNamed(fileName, withOwnTemplates);
    if (isOwn && !/^\s*<[?!a-z]/i.test(head)) return 0.95;
    // Files of single phones are often one line.
    const isOfPhone = /^[\da-f]{12}\.(?:txt|cfg)$/i.test(fileName);
    return statementsIn(head) >= (isOfPhone ? 1 : minStatements) ? 0.7 : 0;
  },
};

const withOwnTemplates = withTemplates(ownNames);

/** 0 for a file that something else reads. */
function statementsIn(head: string): number {
  let lines = 0;
  let found = 0;
  for (const line of head.split(/\r\n|\r|\n/)) {
    if (foreign.test(line)) return 0;
    if (line.trim() === "" || /^##|^#\s*$|^\s*\{[%#]/.test(line)) continue;
    if (++lines > maxLines) break;
    if (statement.test(line)) found++;
  }
  return found;
}
