// The VS Code window as a person uses it: keyboard first, then roles and stable class names, never coordinates.
import { launchBrowser } from "./browser.mjs";
import { openWorkspace } from "./workspace.mjs";

/** Buttons of an editor whose file was recognized. */
export const readyButtons = [
  "Preview for a Device",
  "Show Firmware Rollout",
  "Show Firmware Gate",
  "Show Key Map",
  "Show Update Plan",
]
  .map((title) => `.editor-actions [aria-label^='${title}']`)
  .join(", ");

/** Polls until `look` is true; the error says what was expected. */
export async function expect(what, look, longest = 30_000) {
  const end = Date.now() + longest;
  for (;;) {
    const found = await look().catch(() => undefined);
    if (found) return found;
    if (Date.now() > end) throw new Error(`expected ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The rows of the box at the top. */
export const boxRows = (page) => page.locator(".quick-input-list .monaco-list-row");

/** The first row with `text` of the box at the top. */
export const boxRow = (page, text) => boxRows(page).filter({ hasText: text }).first();

/**
 * Opens `file` of a copy of the folder `source` in a new window with the packaged extension, in English by default.
 * `prepare` may change the copy; what it returns is a workspace file in it, which is opened in place of the folder.
 */
export async function openWindow({
  source,
  file,
  language,
  settings,
  trust,
  prepare,
  beforeLoad,
  viewport = { width: 1280, height: 800 },
  scale = 1,
}) {
  const workspace = await openWorkspace({ source, settings, trust });
  const workspaceFile = prepare?.(workspace.files);
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport, deviceScaleFactor: scale });
  // The editor's own texts stay English, as a language pack is missing; extensions know the language all the same.
  if (language)
    await context.addInitScript((id) => {
      globalThis._VSCODE_NLS_LANGUAGE = id;
    }, language);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  if (beforeLoad) await page.addInitScript(beforeLoad);
  const query = new URLSearchParams({
    ...(workspaceFile ? { workspace: `${workspace.files}/${workspaceFile}` } : { folder: workspace.files }),
    payload: JSON.stringify([
      ["skipWelcome", "true"],
      ["openFile", `vscode-remote://${workspace.authority}${workspace.files}/${file}`],
    ]),
  });
  await page.goto(`${workspace.url}/?${query}`);
  const editor = page.locator(`.editor-instance .monaco-editor[data-uri$="/${file}"]`);
  await editor.locator(".view-line").first().waitFor();
  await editor.click({ position: { x: 400, y: 300 } });
  const close = async () => {
    await browser.close();
    await workspace.stop();
  };

  /** Presses keys for what they show, again when a window that is still laid out swallows them or closes it at once. */
  const pressFor = (keys, shown, what) =>
    expect(what, async () => {
      for (const key of keys) await page.keyboard.press(key);
      await shown.waitFor({ timeout: 4_000 });
      return true;
    });
  const input = page.locator('.quick-input-widget:visible input[type="text"]');
  const openInput = (key) => pressFor([key], input, `the box that ${key} opens`);
  /** Takes a row of the box for what was typed, again when the list was just written anew and swallowed the click. */
  const take = (wanted, typed) =>
    expect(`${typed} to be taken`, async () => {
      const isOpen = () =>
        input.inputValue({ timeout: 500 }).then(
          (value) => value === typed,
          () => false, // the box is gone
        );
      if (!(await isOpen())) return true;
      await wanted.click({ timeout: 3_000 });
      for (let looks = 0; looks < 20 && (await isOpen()); looks++) await page.waitForTimeout(50);
      return !(await isOpen());
    });
  /** Opens a file by its name or path, from the row with `text`. */
  const pick = async (name, text = name) => {
    const found = boxRow(page, text);
    // VS Code's search sometimes answers an empty list, and asked again it knows the file.
    for (let times = 1; times <= 3; times++) {
      await openInput("Control+p");
      await input.fill(name);
      const isThere = found.waitFor({ timeout: 6_000 });
      if (await isThere.then(() => true).catch(() => false)) break;
      await page.keyboard.press("Escape");
    }
    await take(found, name);
  };
  return {
    page,
    editor,
    input,
    pressFor,
    openInput,
    take,
    pick,
    workspace,
    close,

    /** The lines on the screen, from top to bottom. */
    async lines() {
      const found = await editor
        .locator(".view-lines .view-line")
        .evaluateAll((lines) => lines.map((line) => [Number.parseFloat(line.style.top), line.textContent]));
      return found.sort((a, b) => a[0] - b[0]).map(([, text]) => text.replaceAll("\u00a0", " "));
    },

    async command(title) {
      await openInput("F1");
      await input.fill(`>${title}`);
      await take(boxRow(page, title), `>${title}`);
    },

    async goTo(line, column = 1) {
      await openInput("Control+g");
      await input.fill(`:${line}:${column}`);
      await page.keyboard.press("Enter");
      await input.waitFor({ state: "hidden" });
      await page.locator(".statusbar-item", { hasText: `Ln ${line}, Col ${column}` }).waitFor();
    },

    /** Opens another profile of the folder; waits until its own buttons are there. */
    async open(name) {
      await pick(name);
      await page.locator(`.editor-instance .monaco-editor[data-uri$="/${name}"] .view-line`).first().waitFor();
      await page.locator(readyButtons).first().waitFor();
    },

    squiggles: (severity) => editor.locator(`.squiggly-${severity}`),

    /** Opens the hover at the cursor and waits for the part with `text`; parts come one by one. */
    async hover(text) {
      const part = page.locator(".monaco-hover:visible .hover-row", { hasText: text }).first();
      await pressFor(["Control+k", "Control+i"], part, `the hover with ${text}`);
      return part;
    },

    async quickFix(title) {
      const widget = page.locator(".action-widget:not(.action-list-submenu-panel)");
      const fix = widget.locator(".monaco-list-row.action", { hasText: title }).first();
      await pressFor(["Control+."], fix, `the fix ${title}`);
      await fix.click();
      await widget.waitFor({ state: "hidden" });
    },

    /** The rows of the Problems panel: severity, message and place in one line each. */
    async problems() {
      const panel = page.locator(".markers-panel");
      if (!(await panel.isVisible())) await pressFor(["Control+Shift+m"], panel, "the Problems panel");
      return panel
        .locator('.monaco-list-row[aria-level="2"]')
        .evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-label")));
    },
  };
}
