import type { DialectCase } from "./dialectCases";
import { type SecretCase, written } from "./secretCases";

type Secrets = Pick<DialectCase, "secrets" | "alwaysSecret" | "fileOfSecret" | "filesOfSecrets">;

/** What a dialect needs of texts with a secret at `%`, each of which gets a file of its own. */
export function secretsInTexts(texts: readonly string[], isAlways: RegExp, fileOf: (text: string) => string): Secrets {
  const secrets = texts.map((text): SecretCase => ({ place: text, text, hasRule: false, registers: "" }));
  const fileOfSecret = (each: SecretCase, secret: string) => fileOf(written(each, secret));
  return {
    secrets,
    alwaysSecret: secrets.filter(({ text }) => isAlways.test(text)),
    fileOfSecret,
    filesOfSecrets: (secretOf) => secrets.map((each) => fileOfSecret(each, secretOf(each.place))),
  };
}

/** Likewise of lines, which share a file; `before` and `after` are harmless lines. */
export function secretsInLines(
  lines: readonly string[],
  { before, after, isAlways }: { readonly before: string; readonly after: string; readonly isAlways: RegExp },
): Secrets {
  const alone = secretsInTexts(lines, isAlways, (text) => `${before}\n${text}\n${after}\n`);
  return {
    ...alone,
    filesOfSecrets: (secretOf) => [
      `${alone.secrets.map((each) => written(each, secretOf(each.place))).join(`\n${before}\n`)}\n`,
    ],
  };
}
