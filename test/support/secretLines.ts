import type { DialectCase } from "./dialectCases";
import { type SecretCase, written } from "./secretCases";

/** What a dialect of lines needs of lines with a secret at `%`; `before` and `after` are harmless lines. */
export function secretsInLines(
  lines: readonly string[],
  { before, after, isAlways }: { readonly before: string; readonly after: string; readonly isAlways: RegExp },
): Pick<DialectCase, "secrets" | "alwaysSecret" | "fileOfSecret" | "filesOfSecrets"> {
  const secrets = lines.map((text): SecretCase => ({ place: text, text, hasRule: false, registers: "" }));
  return {
    secrets,
    alwaysSecret: secrets.filter(({ text }) => isAlways.test(text)),
    fileOfSecret: (each, secret) => `${before}\n${written(each, secret)}\n${after}\n`,
    filesOfSecrets: (secretOf) => [
      `${secrets.map((each) => written(each, secretOf(each.place))).join(`\n${before}\n`)}\n`,
    ],
  };
}
