// A profile is encrypted, opened, edited and saved as a person does it; the key is typed once and shown nowhere.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { boxRow, expect } from "./window.mjs";

const canary = "cAnArY-of-the-site-4711";
const typed = "tYpEd-and-not-saved-4712";

/** The window's title, texts and labels. */
async function shownTexts(page) {
  const labels = await page
    .locator("[aria-label], [title]")
    .evaluateAll((all) => all.map((e) => `${e.getAttribute("aria-label")} ${e.getAttribute("title")}`));
  return [await page.title(), await page.locator("body").textContent(), ...labels].join("\n");
}

async function openFile({ page, pick }, name) {
  await pick(name);
  const editor = page.locator(`.editor-instance .monaco-editor[data-uri$="/${name}"]`);
  await editor.locator("[class*='squiggly-']").first().waitFor();
  await editor.click({ position: { x: 400, y: 200 } });
  await page.locator(".editor-actions [aria-label^='Encrypt and Save As']").waitFor();
}

/** The file has an error, which is asked about first. */
async function encryptAnyway(page) {
  const question = page.locator(".monaco-dialog-box", { hasText: "fixable.xml has an error" });
  await question.locator(".monaco-button", { hasText: "Encrypt Anyway" }).click();
}

async function typeKey({ page, input }, name, key) {
  await boxRow(page, "Add a Key").click();
  await page.locator(".quick-input-title", { hasText: "Name the key" }).waitFor();
  await input.fill(name);
  await page.keyboard.press("Enter");
  const password = page.locator('.quick-input-widget:visible input[type="password"]');
  await password.fill(key);
  await page.keyboard.press("Enter");
}

export const encryptionSteps = [
  [
    "a profile is encrypted to a file of a chosen name",
    async (window) => {
      const { page, input, workspace } = window;
      await openFile(window, "fixable.xml");
      await page.locator(".editor-actions [aria-label^='Encrypt and Save As']").click();
      await encryptAnyway(page);
      await boxRow(page, "gzip + AES-256-CBC (MD5)").click();
      await typeKey(window, "site", canary);
      await page.locator(".quick-input-title", { hasText: "Encrypt and Save As" }).waitFor();
      const target = path.join(workspace.files, "fixable.cfg");
      await expect("the name that is offered", async () => (await input.inputValue()) === target);
      await page.keyboard.press("Enter");
      await expect("the encrypted file", async () => readFileSync(target, "latin1").startsWith("Salted__"));
      await page.locator(".notification-toast", { hasText: "Saved fixable.cfg" }).waitFor();
    },
  ],
  [
    "a wrong key is reported, and the right one opens the file for editing",
    async (window) => {
      const { page, workspace } = window;
      await window.command("Flat Profile: Open Encrypted Profile");
      await page.locator(".quick-input-title", { hasText: "Open Encrypted Profile" }).waitFor();
      await boxRow(page, "fixable.cfg").click();
      await boxRow(page, "Add a Key").waitFor();
      await typeKey(window, "other", `${canary}-wrong`);
      const dialog = page.locator(".monaco-dialog-box");
      await dialog.filter({ hasText: "The key is wrong" }).waitFor();
      await dialog.locator(".monaco-button", { hasText: "Choose Another Key" }).click();
      await boxRow(page, "site").waitFor();
      await boxRow(page, "site").click();
      const editor = page.locator('.editor-instance .monaco-editor[data-uri^="flat-profile-encrypted:"]');
      await editor.locator(".view-line", { hasText: "<flat-profile" }).waitFor();
      await page.locator(".statusbar-item", { hasText: "Flat Profile" }).waitFor();
      const before = readFileSync(path.join(workspace.files, "fixable.cfg"), "latin1");
      await editor.click({ position: { x: 400, y: 10 } });
      await page.keyboard.press("Control+End");
      await page.keyboard.type("<!-- edited -->");
      await page.keyboard.press("Control+s");
      await expect("the file encrypted again", async () => {
        const after = readFileSync(path.join(workspace.files, "fixable.cfg"), "latin1");
        return after !== before && after.startsWith("Salted__");
      });
    },
  ],
  [
    "what is typed into an encrypted file reaches no disk in plain, though it is not saved",
    async (window) => {
      const { page, workspace } = window;
      const file = path.join(workspace.files, "fixable.cfg");
      const before = readFileSync(file, "latin1");
      await page.keyboard.type(`<!-- ${typed} -->`, { delay: 20 });
      await page.locator(".tab", { hasText: "fixable.cfg" }).locator("[class*='-decoration-']").first().waitFor();
      await page.waitForTimeout(4_000); // the editor makes backups two seconds after an edit
      if (readFileSync(file, "latin1") !== before) throw new Error("the file was written unasked");
      await expectNowhere(window, typed);
      const ordinary = "tYpEd-into-an-ordinary-file";
      await openFile(window, "phone.xml");
      await page.keyboard.press("Control+End");
      await page.keyboard.type(ordinary);
      await expect("a backup of an ordinary file", async () => filesWith(path.dirname(file), ordinary).length > 0);
      await page.keyboard.press("Control+s");
      await expect("no backup of it", async () => filesWith(path.dirname(file), ordinary).length === 1);
    },
  ],
  [
    "what was typed is there again when the extension host has died, and is encrypted when it is saved",
    async (window) => {
      const { page, workspace } = window;
      const file = path.join(workspace.files, "fixable.cfg");
      const before = readFileSync(file, "latin1");
      const hosts = extensionHosts(workspace);
      if (hosts.length === 0) throw new Error("no extension host was found");
      for (const pid of hosts) process.kill(pid, "SIGKILL");
      await expect("a new one", async () => extensionHosts(workspace).some((pid) => !hosts.includes(pid)));
      await page.locator(".tab", { hasText: "fixable.cfg" }).click({ button: "middle" });
      const editor = page.locator('.editor-instance .monaco-editor[data-uri^="flat-profile-encrypted:"]');
      await editor.waitFor({ state: "hidden" });
      await openFile(window, "fixable.xml");
      await window.command("Flat Profile: Open Encrypted Profile");
      await boxRow(page, "fixable.cfg").click();
      await boxRow(page, "site").click();
      await editor.locator(".view-line", { hasText: typed }).waitFor();
      await page.locator(".notification-toast", { hasText: "has changes from an encrypted draft" }).waitFor();
      await expectNowhere(window, typed);
      await editor.click({ position: { x: 400, y: 10 } });
      await page.keyboard.press("Control+s");
      await expect("the file encrypted again", async () => readFileSync(file, "latin1") !== before);
      await expect("no draft", async () => drafts(workspace).length === 0);
      await expectNowhere(window, typed);
    },
  ],
  [
    "the rule that fetches the file is copied without the key, or with it",
    async (window) => {
      const { page } = window;
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      await openFile(window, "fixable.xml");
      for (const [choice, argument] of [
        ["[--key $SA]", "$SA"],
        ["[--key ••••]", canary],
      ]) {
        await window.command("Flat Profile: Copy Matching Profile_Rule");
        await boxRow(page, choice).click();
        const rule = `<Profile_Rule>[--key ${argument}] https://prov.example.com/fixable.cfg</Profile_Rule>`;
        await expect(`the rule with ${choice}`, async () => (await copied()) === rule);
      }
      await page.locator(".statusbar-item", { hasText: "The clipboard is cleared in 60 seconds" }).waitFor();
      await page.evaluate(() => navigator.clipboard.writeText("something else"));
    },
  ],
  [
    "a kept key is copied and deleted from the list of keys",
    async (window) => {
      const { page } = window;
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      const openKey = async () => {
        await window.command("Flat Profile: Manage Keys");
        await boxRow(page, "other").click();
      };
      await openKey();
      await boxRow(page, "Copy Key").click();
      await expect("the key", async () => (await copied()) === `${canary}-wrong`);
      await page.evaluate(() => navigator.clipboard.writeText("something else"));
      await openKey();
      await boxRow(page, "Delete Key").click();
      const question = page.locator(".monaco-dialog-box", { hasText: "Delete the key other?" });
      await question.locator(".monaco-button", { hasText: /^Delete$/ }).click();
      await question.waitFor({ state: "hidden" });
      await window.command("Flat Profile: Manage Keys");
      await boxRow(page, "site").waitFor();
      if (await boxRow(page, "other").isVisible()) throw new Error("the key is still listed");
      await page.keyboard.press("Escape");
    },
  ],
  [
    "giving up writes nothing",
    async (window) => {
      const { page, workspace } = window;
      await openFile(window, "fixable.xml");
      const before = readdirSync(workspace.files).join();
      await page.locator(".editor-actions [aria-label^='Encrypt and Save As']").click();
      await encryptAnyway(page);
      await boxRow(page, "gzip + AES-256-CBC (MD5)").click();
      await boxRow(page, "site").waitFor();
      await page.keyboard.press("Escape");
      await window.input.waitFor({ state: "hidden" });
      if (readdirSync(workspace.files).join() !== before) throw new Error("a file came into being");
    },
  ],
  [
    "the key is in no title, text, label or notification, and in no file or log of the editor",
    async (window) => {
      const { page, workspace } = window;
      if ((await shownTexts(page)).includes(canary)) throw new Error("the key is shown");
      const found = filesWith(path.dirname(workspace.files), canary);
      if (found.length > 0) throw new Error(`the key is in ${found.join()}`);
    },
  ],
];

/** Neither the editor's data nor the workspace nor what the browser keeps contains `text`. */
async function expectNowhere({ page, workspace }, text) {
  const found = filesWith(path.dirname(workspace.files), text);
  if (found.length > 0) throw new Error(`${text} is in ${found.join()}`);
  const kept = await page.evaluate(async () => {
    const result = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const all = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    for (const { name } of await indexedDB.databases()) {
      const database = await result(indexedDB.open(name));
      for (const store of database.objectStoreNames)
        for (const value of await result(database.transaction(store).objectStore(store).getAll()))
          all.push(value instanceof Uint8Array ? new TextDecoder().decode(value) : JSON.stringify(value));
      database.close();
    }
    return all.join("\n");
  });
  if (kept.includes(text)) throw new Error(`${text} is in the browser's storage`);
}

/** Processes in which extensions of this window's editor run. */
function extensionHosts(workspace) {
  const read = (pid, file) => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, "latin1");
    } catch {
      return ""; // it has ended, or is another's
    }
  };
  const home = `HOME=${path.dirname(workspace.files)}\0`;
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => read(pid, "cmdline").includes("--type=extensionHost") && read(pid, "environ").includes(home))
    .map(Number);
}

/** What the extension keeps of files that are not saved. */
function drafts(workspace) {
  const folder = path.join(
    path.dirname(workspace.files),
    "data/data/User/globalStorage/flat-profile.flat-profile/drafts",
  );
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** Files below `folder` that contain `text`. */
function filesWith(folder, text) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text));
}
