// The packaged extension in a VS Code window, used with keyboard and mouse, each list of steps in a window of its own.
// node test/host/ui.mjs keyboard access: only these lists.
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { accessSteps, prepareAccess } from "./accessSteps.mjs";
import { encryptionSteps } from "./encryptionSteps.mjs";
import { keyboardSettings, keyboardSteps, prepareKeyboard } from "./keyboardSteps.mjs";
import { scriptSteps } from "./scriptSteps.mjs";
import { boxRow, expect, openWindow } from "./window.mjs";
import { otherXmlList, restrictedList, rootsList } from "./windowSteps.mjs";
import { root } from "./workspace.mjs";

const mouseSteps = [
  [
    "the language is shown, and problems are underlined and listed",
    async (window) => {
      await window.page.locator(".statusbar-item", { hasText: "Flat Profile" }).waitFor();
      await window.editor.locator("[class*='squiggly-']").first().waitFor();
      await expect("the misspelt name in the Problems panel", async () =>
        (await window.problems()).some((row) => row.includes("Resync_Peridic") && row.includes("line 3")),
      );
    },
  ],
  [
    "hover explains what a parameter does",
    async (window) => {
      await window.editor.click({ position: { x: 400, y: 60 } });
      await window.goTo(5, 6);
      await window.hover("Dial_Tone");
      await window.page.keyboard.press("Escape");
    },
  ],
  [
    "the light bulb mends a name",
    async (window) => {
      await window.goTo(3, 8);
      await window.quickFix("Resync_Periodic");
      await expect("the mended line", async () => (await window.lines())[2].includes("<Resync_Periodic ua="));
    },
  ],
  [
    "completion inserts an element and offers its values",
    async (window) => {
      await window.goTo(7, 1);
      await window.page.keyboard.press("End");
      await window.page.keyboard.press("Enter");
      await window.page.keyboard.type("<Time_Form", { delay: 30 });
      const list = window.page.locator(".suggest-widget.visible .monaco-list-row");
      await window.page
        .locator(".suggest-widget.visible .monaco-list-row.focused", { hasText: "Time_Format" })
        .waitFor();
      await window.page.keyboard.press("Tab");
      await expect("the whole element", async () => (await window.lines())[7].includes("</Time_Format>"));
      await window.page.keyboard.press("Escape");
      await window.page.keyboard.press("Delete"); // the default is inserted selected
      const value = list.filter({ hasText: "24hr" }).first();
      await window.pressFor(["Control+Space"], value, "the value in the list");
      await value.click();
      await expect("the value", async () => (await window.lines())[7].includes(">24hr</Time_Format>"));
    },
  ],
  [
    "completion finds a parameter by several words, and asks which line it is for",
    async (window) => {
      const { keyboard } = window.page;
      const focused = (name) =>
        window.page.locator(".suggest-widget.visible .monaco-list-row.focused", { hasText: name });
      const typed = async (words, name) => {
        await window.goTo(7, 1);
        await keyboard.press("End");
        await keyboard.press("Enter");
        await keyboard.type(words, { delay: 60 });
        await focused(name).waitFor();
        await keyboard.press("Enter");
      };
      for (const words of ["<voice mail number", "number voice mail"]) {
        await typed(words, "Voice_Mail_Number");
        await expect("the element alone in its line", async () =>
          /^\s*<Voice_Mail_Number( ua="na")?><\/Voice_Mail_Number>$/.test((await window.lines())[7]),
        );
        await keyboard.press("Escape");
        for (let i = 0; i < 40 && (await window.lines())[7].includes("oice"); i++) await keyboard.press("Control+z");
      }
      await typed("<dial plan", "Dial_Plan_1_");
      await window.page.locator(".suggest-widget.visible .monaco-list-row", { hasText: /^2$/ }).click();
      await expect("the number in both tags", async () =>
        /<Dial_Plan_2_( ua="na")?>.*<\/Dial_Plan_2_>/.test((await window.lines())[7]),
      );
      await keyboard.press("Escape");
      for (let i = 0; i < 40 && (await window.lines())[7].includes("ial"); i++) await keyboard.press("Control+z");
    },
  ],
  [
    "a parameter is picked by the words of the web page",
    async (window) => {
      await window.goTo(7, 1);
      await window.page.keyboard.press("End");
      await window.command("Flat Profile: Insert Parameter");
      await window.input.waitFor();
      await window.input.fill("voice mail number");
      await window.take(boxRow(window.page, "Voice_Mail_Number"), "voice mail number");
      await expect("the element", async () =>
        (await window.lines()).some((line) => line.includes('<Voice_Mail_Number ua="na">')),
      );
    },
  ],
  [
    "the phone is chosen and written into the file",
    async (window) => {
      await window.command("Flat Profile: Choose Phone");
      await window.input.waitFor();
      await window.input.fill("8800 Series Multiplatform Phones (desk)");
      await window.page.keyboard.press("Enter");
      await boxRow(window.page, "In this file").click();
      await expect("the comment", async () =>
        (await window.lines()).some((line) => line.includes("<!-- flat-profile-device family=mpp88xx -->")),
      );
    },
  ],
  [
    "saving writes the file",
    async (window) => {
      await window.page.keyboard.press("Control+s");
      await expect("the file on the disk", async () =>
        readFileSync(path.join(window.workspace.files, "phone.xml"), "utf8").includes("family=mpp88xx"),
      );
    },
  ],
  [
    "the preview follows typing, leads to the source and changes the device",
    async (window) => {
      const { page } = window;
      await window.open("rules.xml");
      await window.command("Flat Profile: Preview for a Device");
      const panel = page.frameLocator("iframe.webview").frameLocator("#active-frame");
      const rule = panel.locator("details[data-key='Profile_Rule']");
      await rule.locator("summary", { hasText: "fetches https://prov.example.com/start.xml" }).waitFor();
      await panel.locator("select").selectOption({ label: "CP-8861-3PCC" });
      await panel.locator("summary", { hasText: "https://prov.example.com/8861-3PCC.xml" }).waitFor();
      await rule.locator("button.source", { hasText: /^"\$A" eq "2"$/ }).click();
      await page.locator(".statusbar-item", { hasText: "Ln 4, Col 37 (11 selected)" }).waitFor();
      for (const key of ["ArrowRight", "ArrowLeft", "Backspace"]) await page.keyboard.press(key);
      await page.keyboard.type("1");
      await rule.locator("summary", { hasText: "fetches https://prov.example.com/00005e0053" }).waitFor();

      for (const key of ["Profile_Rule_B", "macros"]) await panel.locator(`details[data-key='${key}'] summary`).click();
      const text = await panel.locator("body").evaluate((body) => body.outerHTML);
      await expect("the secret masked", async () => text.includes("••••") && !text.includes("cAnArY"), 0);
    },
  ],
  [
    "the preview opens the profile as the device sees it, beside the one that is typed",
    async (window) => {
      const { page } = window;
      const panel = page.frameLocator("iframe.webview").frameLocator("#active-frame");
      await panel.getByRole("button", { name: "Show Expanded Profile" }).click();
      const expanded = page.locator(".editor-instance .monaco-editor[data-uri^='flat-profile-expanded:'] .view-line");
      await expanded.filter({ hasText: "8861-3PCC.xml" }).first().waitFor();
      await expect("the secret masked", async () => {
        const lines = await expanded.allTextContents();
        return lines.some((line) => line.includes("••••")) && !lines.some((line) => line.includes("cAnArY"));
      });
      await window.command("View: Close Editor");
    },
  ],
  [
    "the view of the devices chooses one by keyboard, and previews for another by mouse",
    async (window) => {
      const { page } = window;
      await window.command("Explorer: Focus on Devices View");
      const row = (text) => page.getByRole("treeitem", { name: text }).first();
      const lens = (text) => page.locator(".codelens-decoration a", { hasText: text }).first();
      await row("CP-8861-3PCC, current").waitFor(); // by the panel
      await window.command("Explorer: Focus on Devices View"); // the first time there are no rows to be focused
      await page.keyboard.press("Home");
      await page.keyboard.press("Enter");
      await row("Typical phone for this file, current").waitFor();
      const sample = row(/^CP-6821-3PCC, /);
      await sample.hover();
      await sample.getByRole("button", { name: "Open Preview" }).click();
      await lens("Preview for CP-6821-3PCC").waitFor();
      await row("CP-6821-3PCC, current").waitFor();
    },
  ],
];

let passed = 0;
let failed = 0;
const lists = {
  mouse: { steps: mouseSteps },
  scripts: { steps: scriptSteps },
  encrypted: { steps: encryptionSteps },
  keyboard: { steps: keyboardSteps, settings: keyboardSettings, prepare: prepareKeyboard },
  access: { steps: accessSteps, prepare: prepareAccess },
  roots: rootsList,
  restricted: restrictedList,
  other: otherXmlList,
};
const wanted = process.argv.slice(2);
for (const [name, { steps, ...options }] of Object.entries(lists)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const window = await openWindow({ source: "test/host/workspace", file: "phone.xml", ...options });
  try {
    for (const [title, run] of steps) await step(window, title, run);
  } finally {
    await window.close();
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function step(window, title, run) {
  try {
    await run(window);
    passed++;
  } catch (error) {
    failed++;
    console.log(`FAILED: ${title}\n    ${error.message.split("\n").slice(0, 6).join("\n    ")}`);
    const folder = path.join(root, "out/ui");
    mkdirSync(folder, { recursive: true });
    await window.page.screenshot({ path: path.join(folder, `${title.replace(/\W+/g, "-")}.png`) });
    await window.page.keyboard.press("Escape");
  }
}
