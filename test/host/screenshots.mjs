// npm run screenshots: takes the pictures of the README (docs/images/) and of the walkthrough in a real window.
// npm run screenshots -- devices: takes only the named ones; what neither of them shows goes into out/screenshots/.
// npm run screenshots -- film: takes the moving picture of the README.
// npm run screenshots -- themes: takes every one in light, dark and high contrast, into out/screenshots/.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { film } from "./film.mjs";
import { files, folders, pictures, prepared } from "./pictures.mjs";
import { openWindow, readyButtons } from "./window.mjs";
import { root } from "./workspace.mjs";

const look = {
  "editor.fontSize": 13,
  "editor.lineHeight": 20,
  "workbench.layoutControl.enabled": false,
  "workbench.navigationControl.enabled": false,
  "window.commandCenter": false,
  "editor.stickyScroll.enabled": false,
  "breadcrumbs.enabled": false,
};

const readme = new Set([
  "rollout",
  "gate",
  "fleet",
  "keyMap",
  "table",
  "updates",
  "replacement",
  "problems",
  "tone",
  "tester",
  "completion",
  "compare",
  "effective",
  "script",
  "models",
]);
/** Small enough for the package. */
const walkthrough = new Set(["problems", "completion", "profile", "preview", "models"]);

const inThemes = process.argv.includes("themes");
const named = process.argv.slice(2).filter((word) => Object.hasOwn(pictures, word));
const shown = inThemes ? Object.keys(pictures) : [...readme, ...walkthrough];
const wantsFilm = process.argv.includes("film");
const wanted = new Set(named.length > 0 || wantsFilm ? named : shown);

const themes = inThemes
  ? [
      ["-light", "Default Light Modern"],
      ["-dark", "Default Dark Modern"],
      ["-high-contrast", "Default High Contrast"],
    ]
  : [["", "Default Dark Modern"]];
mkdirSync(path.join(root, "out/screenshots"), { recursive: true });
if (wantsFilm || process.argv.length === 2) await film(look);

for (const [suffix, theme] of themes)
  for (const [name, take] of Object.entries(pictures)) {
    if (!wanted.has(name)) continue;
    const window = await openWindow({
      source: folders[name] ?? "examples",
      file: files[name] ?? "broken.xml",
      prepare: prepared[name],
      settings: { ...look, "workbench.colorTheme": theme },
      viewport: { width: 1180, height: 760 },
    });
    try {
      if (!files[name]) await window.editor.locator("[class*='squiggly-']").first().waitFor();
      else await window.page.locator(`${readyButtons}, .codelens-decoration a`).first().waitFor();
      await take(window);
      await window.page.waitForTimeout(1_000);
      const file = !inThemes && readme.has(name) ? `docs/images/${name}.png` : `out/screenshots/${name}${suffix}.png`;
      const picture = await window.page.screenshot({ path: path.join(root, file) });
      if (!inThemes && walkthrough.has(name))
        writeFileSync(path.join(root, `client/media/walkthrough/${name}.webp`), await asWebp(window.page, picture));
      console.log(file);
    } finally {
      await window.close();
    }
  }

/** At 640 pixels, some one and a half times the width of the column in which VS Code shows it. */
async function asWebp(page, png) {
  const blank = await page.context().newPage();
  const url = await blank.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = 640;
      canvas.height = Math.round((image.height / image.width) * canvas.width);
      const context = canvas.getContext("2d");
      context.imageSmoothingQuality = "high";
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      return canvas.toDataURL("image/webp", 0.3);
    },
    `data:image/png;base64,${png.toString("base64")}`,
  );
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}
