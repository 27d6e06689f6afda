// Reads the part of VS Code's snippet syntax that our snippets use:
//   text = (plain | "\" any | "$" n | "${" n "}" | "${" n ":" plain "}" | "${" n "|" choice ("," choice)* "|}")*

const element = /\\([\s\S])|\$(\d+)|\$\{(\d+)(?::([^{}]*)|\|([^{}]*)\|)?\}|(\$)/g;

/** What a snippet inserts when nothing is typed: each place with its default or first choice, also where it comes again. */
export function filled(body: readonly string[], choose: (choices: readonly string[]) => string = first): string {
  const text = body.join("\n");
  const values = new Map<string, string>();
  for (const [, , , n, plain, choices] of text.matchAll(element)) {
    const value = plain ?? (choices === undefined ? undefined : choose(choices.split(",")));
    if (n !== undefined && value !== undefined) values.set(n, value);
  }
  return text.replace(element, (_all, escaped, bare, n, _plain, _choices, dollar) => {
    if (dollar) throw new Error(`a bare $ in a snippet: ${text}`);
    return escaped ?? values.get(bare ?? n) ?? "";
  });
}

const first = (choices: readonly string[]) => choices[0] ?? "";
export const last = (choices: readonly string[]) => choices.at(-1) ?? "";
