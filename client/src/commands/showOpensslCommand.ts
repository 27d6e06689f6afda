import * as vscode from "vscode";
import { isTrusted } from "../encryption/encryption";
import { opensslCommand } from "../encryption/opensslCommand";
import { recipe } from "../encryption/recipe";
import { nameOf } from "../nameOf";
import type { Context } from "./context";

/** Shows the shell lines that do the same as Encrypt and Save As; the key is masked. */
export async function showOpensslCommand({ encryption: { memory } }: Context): Promise<void> {
  if (!isTrusted()) return;
  const uri = vscode.window.activeTextEditor?.document.uri;
  const last = uri && memory.of(uri);
  const how = last?.recipe ?? recipe("aes-256-cbc");
  const plain = uri ? nameOf(uri) : "phone.xml";
  const encrypted = last ? nameOf(vscode.Uri.parse(last.target, true)) : `${plain.replace(/\.[^.]*$/, "")}.enc.cfg`;
  const { encrypt, decrypt } = opensslCommand(how, plain, encrypted);
  const key = how.encryption === "aes-256-cbc";
  const content = [
    `# ${vscode.l10n.t("encrypt")}`,
    encrypt,
    "",
    `# ${vscode.l10n.t("decrypt")}`,
    decrypt,
    ...(key
      ? [
          "",
          `# ${vscode.l10n.t("-k shows the key to other users of this computer. Use -pass file:KEYFILE to read it from a file.")}`,
        ]
      : []),
    "",
  ].join("\n");
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: "shellscript", content }));
}
