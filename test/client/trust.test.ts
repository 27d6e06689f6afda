import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";

interface Entry {
  readonly command: string;
  readonly when?: string;
  readonly enablement?: string;
}

interface Manifest {
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: unknown } };
  readonly contributes: {
    readonly commands: readonly Entry[];
    readonly menus: Readonly<Record<string, readonly Entry[]>>;
  };
}

const root = process.cwd();
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const { capabilities, contributes } = JSON.parse(read("package.json")) as Manifest;
const needTrust = new Set(
  contributes.commands
    .map(({ command }) => command)
    .filter((command) =>
      read(`client/src/commands/${command.replace("flatProfile.", "")}.ts`).includes("if (!isTrusted()) return"),
    ),
);

test("commands that touch keys are switched off in untrusted folders, by the editor and by themselves", () => {
  assert.equal(capabilities.untrustedWorkspaces.supported, "limited");
  const declared = contributes.commands.filter(({ enablement }) => enablement?.includes("isWorkspaceTrusted"));
  assert.deepEqual(new Set(declared.map(({ command }) => command)), needTrust);
  assert.ok(needTrust.size >= 8);
});

test("menus do not offer them there", () => {
  for (const entries of Object.values(contributes.menus))
    for (const { command, when } of entries)
      if (needTrust.has(command)) assert.match(when ?? "", /\bisWorkspaceTrusted\b/, command);
});
