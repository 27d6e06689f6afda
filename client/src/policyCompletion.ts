import * as vscode from "vscode";
import { configFile } from "../../server/src/deployment/siteMap";
import { ask } from "./ask";
import type { Host } from "./host";

const configurations: vscode.DocumentFilter[] = ["json", "jsonc"].map((language) => ({
  language,
  pattern: `**/${configFile}`,
}));

/** Completes names, values and families in the policies of a configuration; the JSON Schema completes the rest. */
export function completePolicies({ ready }: Host): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    configurations,
    {
      async provideCompletionItems(document, position, token) {
        const client = await ready();
        const params = { text: document.getText(), offset: document.offsetAt(position) };
        const answer = await ask(client, "flatProfile/policyWords", params, token);
        if (!answer) return undefined;
        const { start, end } = answer.replace;
        const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
        return answer.words.map(({ word, detail }) => ({
          label: { label: word, ...(detail !== undefined && { description: detail }) },
          kind: vscode.CompletionItemKind.Value,
          range,
        }));
      },
    },
    '"',
  );
}

export function isConfiguration(document: vscode.TextDocument): boolean {
  return vscode.languages.match(configurations, document) > 0;
}
