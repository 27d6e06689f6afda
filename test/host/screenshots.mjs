// npm run screenshots: takes the pictures of the README and of docs/ (docs/images/) in a real window.
// npm run screenshots -- devices: takes only the named ones; what no page shows goes into out/screenshots/.
// npm run screenshots -- film: takes the moving picture of the README.
// npm run screenshots -- themes: takes every one in light, dark and high contrast, into out/screenshots/.
import { mkdirSync } from "node:fs";
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
  "rendered",
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
const inThemes = process.argv.includes("themes");
const named = process.argv.slice(2).filter((word) => Object.hasOwn(pictures, word));
const shown = inThemes ? Object.keys(pictures) : readme;
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
      await window.page.screenshot({ path: path.join(root, file) });
      console.log(file);
    } finally {
      await window.close();
    }
  }
