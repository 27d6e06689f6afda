import * as vscode from "vscode";
import { contains, equal, open, place, until, uriOf } from "./editor";

const profile = "<flat-profile>\n<Resync_Periodic>60</Resync_Periodic>\n</flat-profile>\n";
const gzipped = { encryption: "aes-256-cbc", digest: "md5", gzip: true, recordSize: 4096, keyId: "" };
const records = { encryption: "aes128gcm", digest: "md5", gzip: false, recordSize: 4096, keyId: "" };

function run<T>(command: string, argument?: object): Thenable<T | undefined> {
  return vscode.commands.executeCommand<T>(`flatProfile.${command}`, argument);
}

async function startOf(uri: vscode.Uri): Promise<string> {
  return new TextDecoder("latin1").decode((await vscode.workspace.fs.readFile(uri)).slice(0, 8));
}

async function encryptBuffer(content: string, key: string, recipe: object, name: string): Promise<vscode.Uri> {
  const document = await vscode.workspace.openTextDocument({ language: "flat-profile", content });
  await vscode.window.showTextDocument(document);
  const target = await run<vscode.Uri>("encryptAndSaveAs", { key, recipe, target: uriOf(name) });
  if (!target) throw new Error("nothing was written");
  return target;
}

async function shown(encrypted: vscode.Uri, key: string): Promise<vscode.TextDocument> {
  const plain = await run<vscode.Uri | string>("openEncrypted", { uri: encrypted, key });
  if (!plain || typeof plain === "string") throw new Error(`was not opened: ${plain}`);
  return until("the plain document", () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.uri.toString() === vscode.Uri.from(plain).toString() && document;
  });
}

async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

suite("encrypted profiles", () => {
  suiteSetup(async () => {
    await open("clean.cfg");
    equal(await run("generateKey", { name: "site", kind: "passphrase" }), "site");
    equal(await run("generateKey", { name: "other", kind: "keying-material" }), "other");
  });
  suiteTeardown(async () => {
    for (const name of ["a.enc.cfg", "b.enc.cfg", "c.enc.cfg", "folder.cfg", "twin.enc.cfg", "twin.xml"])
      await vscode.workspace.fs.delete(uriOf(name)).then(undefined, () => undefined);
  });

  test("a name of a key is given once", async () => {
    equal(await run("generateKey", { name: "site", kind: "passphrase" }), undefined);
  });

  test("an unsaved profile is encrypted, opened, edited and saved, and stays encrypted", async () => {
    const encrypted = await encryptBuffer(profile, "site", gzipped, "a.enc.cfg");
    equal(await startOf(encrypted), "Salted__");
    await closeAll();

    const document = await shown(encrypted, "site");
    equal(document.getText(), profile);
    equal(document.languageId, "flat-profile-encrypted");
    const before = await vscode.workspace.fs.readFile(encrypted);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, place(document, "60"), "36");
    await vscode.workspace.applyEdit(edit);
    await vscode.commands.executeCommand("workbench.action.files.save");
    await until("the file written anew", async () => {
      const read = vscode.workspace.fs.readFile(encrypted);
      const after = await read.then(undefined, () => before); // it is just being replaced
      return after.length !== before.length || after.some((byte, i) => byte !== before[i]);
    });
    equal(await startOf(encrypted), "Salted__");
    await closeAll();

    contains((await shown(encrypted, "site")).getText(), "<Resync_Periodic>3660</Resync_Periodic>");
    await closeAll();
    const folder = await vscode.workspace.fs.readDirectory(uriOf("."));
    equal(
      folder
        .map(([name]) => name)
        .filter((name) => name.includes(".tmp"))
        .join(),
      "",
    );
  });

  test("aes128gcm", async () => {
    const encrypted = await encryptBuffer(profile, "other", records, "b.enc.cfg");
    await closeAll();
    equal((await shown(encrypted, "other")).getText(), profile);
    await closeAll();
  });

  test("the problems of an encrypted profile are shown", async () => {
    const encrypted = await encryptBuffer(profile.replaceAll("Periodic", "Peridic"), "site", gzipped, "a.enc.cfg");
    await closeAll();
    const document = await shown(encrypted, "site");
    await until("a problem", () => vscode.languages.getDiagnostics(document.uri).length > 0);
    await closeAll();
  });

  test("a wrong key, a cut file and a plain file are distinguished", async () => {
    const encrypted = await encryptBuffer(profile, "site", gzipped, "a.enc.cfg");
    contains((await run<string>("openEncrypted", { uri: encrypted, key: "other" })) ?? "", "The key is wrong");
    const bytes = await vscode.workspace.fs.readFile(encrypted);
    await vscode.workspace.fs.writeFile(encrypted, bytes.slice(0, -3));
    contains((await run<string>("openEncrypted", { uri: encrypted, key: "site" })) ?? "", "cut off");
    const plain = uriOf("clean.cfg");
    contains((await run<string>("openEncrypted", { uri: plain, key: "site" })) ?? "", "not encrypted or compressed");
    contains(
      (await run<string>("openEncrypted", { uri: encrypted, key: "none" })) ?? "",
      "The key none does not exist",
    );
    await closeAll();
  });

  test("what another program writes meanwhile is not lost, and neither is what was typed", async () => {
    const encrypted = await encryptBuffer(profile, "site", gzipped, "c.enc.cfg");
    await closeAll();
    const document = await shown(encrypted, "site");
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, place(document, "60"), "36");
    await vscode.workspace.applyEdit(edit);
    await until("the change handed over", () => !document.isDirty);
    const others = await vscode.workspace.fs.readFile(encrypted);
    await vscode.workspace.fs.writeFile(encrypted, new Uint8Array([...others, ...new Uint8Array(16)]));
    await vscode.commands.executeCommand("workbench.action.files.save");
    await until("the save", () => !document.isDirty);
    equal((await vscode.workspace.fs.readFile(encrypted)).length, others.length + 16);
    contains(document.getText(), "3660");
    await closeAll();
  });

  test("a folder is not a target", async () => {
    await vscode.workspace.fs.createDirectory(uriOf("folder.cfg"));
    const content = await vscode.workspace.openTextDocument({ language: "flat-profile", content: profile });
    await vscode.window.showTextDocument(content);
    equal(await run("encryptAndSaveAs", { key: "site", recipe: gzipped, target: uriOf("folder.cfg") }), undefined);
    equal((await vscode.workspace.fs.stat(uriOf("folder.cfg"))).type, vscode.FileType.Directory);
    await closeAll();
  });

  test("the plain file itself is never replaced", async () => {
    const document = await open("clean.cfg");
    const before = document.getText();
    equal(await run("encryptAndSaveAs", { key: "site", recipe: gzipped, target: document.uri }), undefined);
    equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri)), before);
  });

  test("a file is verified against the rule that fetches it", async () => {
    const encrypted = await encryptBuffer(profile, "site", gzipped, "a.enc.cfg");
    await closeAll();
    const rule = (options: string) =>
      `<flat-profile><Profile_Rule>${options}http://h/a.enc.cfg</Profile_Rule></flat-profile>`;
    const reported = async (options: string) => {
      const document = await vscode.workspace.openTextDocument({ language: "flat-profile", content: rule(options) });
      await vscode.window.showTextDocument(document);
      const message = (await run<string>("verifyAgainstRule", { file: encrypted })) ?? "";
      await closeAll();
      return message;
    };
    contains(await reported(""), "the rule has no --key");
    const message = await reported("[--key wrong-canary-word] ");
    contains(message, "The key is wrong");
    equal(message.includes("canary"), false);
  });

  test("encrypt on save writes the twin each time", async () => {
    await vscode.workspace.fs.writeFile(uriOf("twin.xml"), new TextEncoder().encode(profile));
    const document = await open("twin.xml");
    const encrypted = await run<vscode.Uri>("encryptAndSaveAs", {
      key: "site",
      recipe: gzipped,
      target: uriOf("twin.enc.cfg"),
    });
    if (!encrypted) throw new Error("nothing was written");
    equal(await run("encryptOnSave"), true);
    const before = await vscode.workspace.fs.readFile(uriOf("twin.enc.cfg"));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, place(document, "60"), "36");
    await vscode.workspace.applyEdit(edit);
    await document.save();
    await until("a new twin", async () => {
      const read = vscode.workspace.fs.readFile(uriOf("twin.enc.cfg"));
      const after = await read.then(undefined, () => before); // it is just being replaced
      return after.length !== before.length || after.some((byte, i) => byte !== before[i]);
    });
    await closeAll();
    contains((await shown(uriOf("twin.enc.cfg"), "site")).getText(), "3660");
    await closeAll();
    await open("twin.xml");
    equal(await run("encryptOnSave"), false);
    await closeAll();
  });

  test("the openssl command masks the key", async () => {
    await open("clean.cfg");
    await run("showOpensslCommand");
    const document = await until("the command", () => {
      const active = vscode.window.activeTextEditor?.document;
      return active?.languageId === "shellscript" && active;
    });
    contains(document.getText(), "-k '••••'");
    await closeAll();
  });
});
