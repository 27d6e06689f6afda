// A moving picture for the README, docs/images/first-seconds.gif: what a person sees in the first half minute.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureProgram } from "../support/programs.mjs";
import { panelOf } from "./pictures.mjs";
import { openWindow } from "./window.mjs";
import { root } from "./workspace.mjs";

const picture = path.join(root, "docs/images/first-seconds.gif");
const maxBytes = 1_500_000;
const small = "small-office.xml";

/** Plays the scenes in a window and writes the picture. */
export async function film(look) {
  ensureProgram("ffmpeg", "The moving picture is made by ffmpeg. Install the package ffmpeg.");
  const folder = mkdtempSync(path.join(tmpdir(), "flat-profile-film-"));
  const window = await openWindow({
    source: "examples",
    file: small,
    prepare,
    settings: {
      ...look,
      "workbench.colorTheme": "Default Dark Modern",
      "workbench.activityBar.location": "hidden",
      "editor.fontSize": 14,
    },
    viewport: { width: 960, height: 600 },
  });
  try {
    const frames = [];
    await play(window, {
      /** Shows what is done under the picture from the next frame on. */
      say: (words) => window.page.evaluate(showCaption, words),
      /** A frame that is seen for some seconds. */
      async show(seconds) {
        const file = `${frames.length}.png`;
        await window.page.screenshot({ path: path.join(folder, file) });
        frames.push({ file, seconds });
      },
    });
    encode(folder, frames);
  } finally {
    await window.close();
    if (!process.env.KEEP_FRAMES) rmSync(folder, { recursive: true, force: true });
  }
}

async function play(window, { say, show }) {
  const { page } = window;
  const settle = () => page.waitForTimeout(700);

  await page.keyboard.press("Control+b");
  await window.goTo(36, 1);
  await window.squiggles("error").first().waitFor();
  await settle();
  await say("A profile with a mistake");
  await show(1.5);
  await window.goTo(41, 36);
  await settle();
  await show(1);
  await window.hover("Missing");
  await settle();
  await say("What is wrong, and what the phone does");
  await show(3);
  await page.keyboard.press("Escape");

  const fix = page.locator(".action-widget .monaco-list-row.action", { hasText: "Insert" }).first();
  await window.pressFor(["Control+."], fix, "the fix");
  await settle();
  await say("Ctrl+.  Quick Fix");
  await show(2);
  await fix.click();
  await window.squiggles("error").first().waitFor({ state: "detached" });
  await settle();
  await show(1);

  await window.hover("Frequency 1");
  await settle();
  await say("A tone in words and as a picture. It can be played, too");
  await show(4);
  await page.keyboard.press("Escape");

  await window.goTo(58, 40);
  await settle();
  await say("A dial plan …");
  await show(1.2);
  await window.command("Test Dial Plan");
  const keys = panelOf(window).locator("#keys");
  await keys.waitFor();
  await fillWindow(page);
  await settle();
  await say("… and what it does with each key");
  await show(1);
  for (const key of "045112") {
    await keys.press(key);
    await page.waitForTimeout(300);
    await show(0.5);
  }
  await show(3);

  await page.keyboard.press("Control+w");
  await window.open("stage-1.xml");
  await settle();
  await say("Which file does a phone fetch?");
  await show(1.5);
  await window.command("Flat Profile: Preview for a Device");
  const preview = panelOf(window);
  await preview.locator("select").selectOption({ label: "Out of the box" });
  await preview.getByText("sip68xx.11-2-3MSR1-1", { exact: true }).first().waitFor();
  await settle();
  await show(2);
  await preview.getByRole("button", { name: "Compare Two Devices" }).click();
  await preview.locator(".compared").waitFor();
  await fillWindow(page);
  await settle();
  await say("Two phones compared: the same rule, different files");
  await show(5);
}

/** Gives a panel the whole window. */
async function fillWindow(page) {
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Control+m");
}

/** A slash is missing in a tone, and no phone has a secret that is not stored. */
function prepare(folder) {
  change(path.join(folder, small), ".48/.48", ".48.48");
  change(path.join(folder, "staged-rollout/.vscode/flat-profile.devices.json"), /,\s*"secrets": \{.*\}/, "");
}

function change(file, from, to) {
  const old = readFileSync(file, "utf8");
  const text = old.replace(from, to);
  if (text === old) throw new Error(`${file} has no ${from}`);
  writeFileSync(file, text);
}

/** Runs in the page. */
function showCaption(words) {
  let bar = document.getElementById("film-caption");
  if (!bar) {
    bar = document.body.appendChild(document.createElement("div"));
    bar.id = "film-caption";
    bar.style.cssText =
      "position:fixed;left:0;right:0;bottom:0;height:44px;z-index:100000;background:#14532d;color:#fff;" +
      "font:600 19px sans-serif;display:flex;align-items:center;justify-content:center;pointer-events:none";
  }
  bar.textContent = words;
}

function encode(folder, frames) {
  const list = frames.map(({ file, seconds }) => `file '${file}'\nduration ${seconds}\n`);
  writeFileSync(path.join(folder, "frames.txt"), list.join(""));
  const end = ["-final_delay", String(100 * frames.at(-1).seconds)];
  const palette = "split[a][b];[a]palettegen=stats_mode=full[p];[b][p]paletteuse=dither=none:diff_mode=rectangle";
  const args = [
    "-y",
    "-v",
    "error",
    "-f",
    "concat",
    "-i",
    "frames.txt",
    "-vf",
    palette,
    "-fps_mode",
    "vfr",
    ...end,
    picture,
  ];
  const { status, stderr } = spawnSync("ffmpeg", args, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`ffmpeg: ${stderr}`);
  const bytes = readFileSync(picture).length;
  if (bytes > maxBytes) throw new Error(`${picture} has ${bytes} bytes, more than ${maxBytes}.`);
  console.log(`${path.relative(root, picture)}: ${frames.length} frames, ${bytes} bytes`);
  if (process.env.KEEP_FRAMES) console.log(folder);
}
