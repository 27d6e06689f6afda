import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";

export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

const root = process.cwd();

async function load(): Promise<textmate.IGrammar> {
  const wasm = createRequire(path.join(root, "package.json")).resolve("vscode-oniguruma/release/onig.wasm");
  await oniguruma.loadWASM(readFileSync(wasm));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => {
      const file = path.join(root, "syntaxes/flat-profile.tmLanguage.json");
      return textmate.parseRawGrammar(readFileSync(file, "utf8"), file);
    },
  });
  const grammar = await registry.loadGrammar("text.xml.flat-profile");
  if (!grammar) throw new Error("the grammar does not load");
  return grammar;
}

const grammar = load();

/** The coloured pieces of a text, line by line as VS Code asks for them. */
export async function tokens(text: string): Promise<Token[]> {
  const { tokenizeLine } = await grammar.then((g) => ({ tokenizeLine: g.tokenizeLine.bind(g) }));
  const found: Token[] = [];
  let state = textmate.INITIAL;
  for (const line of text.split("\n")) {
    const result = tokenizeLine(line, state);
    state = result.ruleStack;
    for (const { startIndex, endIndex, scopes } of result.tokens)
      if (startIndex < line.length) found.push({ text: line.slice(startIndex, endIndex), scopes });
  }
  return found;
}
