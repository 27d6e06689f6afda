import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { build } from "esbuild";
import { withSite } from "../support/commandLine";

const profile = `<flat-profile>
<Resync_On_Reset>soon</Resync_On_Reset>
<FXS_Port_Impedance>600</FXS_Port_Impedance>
</flat-profile>
`;

/** The set-up as the manual prints it. */
function printed(language: string): string {
  const block = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "m");
  const code = block.exec(readFileSync("docs/editors.md", "utf8"))?.[1];
  assert.ok(code, `docs/editors.md has no ${language}`);
  return code;
}

/** A folder with the command line, and `flat-profile` for the path. */
async function install(folder: string): Promise<string> {
  const { bundles } = (await import(path.resolve("server/build/bundles.mjs"))) as {
    bundles: readonly Parameters<typeof build>[0][];
  };
  const options = bundles.find(({ outfile }) => outfile === "server/dist/commands.js");
  await build({ ...options, outfile: path.join(folder, "cli.js"), sourcemap: false });
  const bin = path.join(folder, "bin");
  mkdirSync(bin);
  writeFileSync(path.join(bin, "flat-profile"), `#!/bin/sh\nexec "${process.execPath}" "${folder}/cli.js" "$@"\n`);
  chmodSync(path.join(bin, "flat-profile"), 0o755);
  return bin;
}

interface Editor {
  readonly name: string;
  readonly language: string;
  readonly mode: string;
  command(setup: string, driver: string): readonly [string, ...string[]];
}

const editors: readonly Editor[] = [
  {
    name: "Neovim",
    language: "lua",
    mode: "flat-profile",
    command: (setup, driver) => ["nvim", "--clean", "--headless", "-u", setup, "-c", `luafile ${driver}`],
  },
  {
    name: "Emacs",
    language: "elisp",
    mode: "flat-profile-mode",
    // -q and not -Q: Debian keeps Eglot among the site's packages
    command: (setup, driver) => ["emacs", "-q", "--batch", "-f", "package-initialize", "-l", setup, "-l", driver],
  },
];

for (const { name, language, mode, command } of editors)
  test(`${name} with the set-up of docs/editors.md shows problems and pages`, (t) =>
    withSite({ "phone.xml": profile }, async (site) => {
      const setup = site.path(language === "lua" ? "init.lua" : "init.el");
      const driver = path.resolve(`test/editors/drive.${language === "lua" ? "lua" : "el"}`);
      const [program, ...args] = command(setup, driver);
      if (spawnSync(program, ["--version"]).error) return t.skip(`${program} is not installed`);
      writeFileSync(setup, printed(language));
      const bin = await install(site.folder);
      const run = spawnSync(program, args, {
        cwd: site.folder,
        encoding: "utf8",
        timeout: 60_000,
        env: {
          ...process.env,
          PATH: `${bin}${path.delimiter}${process.env.PATH}`,
          HOME: site.folder,
          FILE: site.path("phone.xml"),
          OUT: site.path("out.txt"),
        },
      });
      assert.equal(run.status, 0, run.stderr);
      const out = readFileSync(site.path("out.txt"), "utf8");
      assert.match(out, new RegExp(`^MODE ${mode}$`, "m"));
      assert.match(out, /^PROBLEM 1\b.*soon/m);
      // only phones of the family in the settings lack this parameter
      assert.match(out, /^PROBLEM 2\b.*FXS_Port_Impedance/m);
      assert.match(out, /^HOVER .*Makes the phone fetch its profiles after it starts/m);
    }));
