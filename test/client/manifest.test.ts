import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import picomatch from "picomatch";
import { contextKeys } from "../../client/src/contextKeys";
import { settingDeclarations } from "../../server/src/analysis/settings";
import { configFile } from "../../server/src/deployment/siteMap";
import { deviceFileName } from "../../server/src/devices/deviceFile";
import { dialects } from "../../server/src/dialects/index";
import { languagesOf } from "../../server/src/dialects/recognize";
import { serviceOf } from "../support/problems";

interface Manifest {
  readonly main: string;
  readonly activationEvents: readonly string[];
  readonly icon: string;
  readonly contributes: {
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly languages: readonly { readonly id: string; readonly firstLine: string; readonly configuration: string }[];
    readonly grammars: readonly { readonly language: string; readonly path: string; readonly scopeName: string }[];
    readonly snippets: readonly { readonly path: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string }[];
    readonly walkthroughs: readonly {
      readonly id: string;
      readonly steps: readonly {
        readonly id: string;
        readonly media: { readonly svg: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
    readonly jsonValidation: readonly { readonly url: string; readonly fileMatch: readonly string[] }[];
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: {
      readonly properties: Readonly<
        Record<
          string,
          { readonly default: unknown; readonly enum?: readonly string[]; readonly enumItemLabels?: readonly string[] }
        >
      >;
    };
  };
}

const root = process.cwd();
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const manifest = JSON.parse(read("package.json")) as Manifest;
const texts = JSON.parse(read("package.nls.json")) as Readonly<Record<string, string>>;
const { properties } = manifest.contributes.configuration;
const views = Object.values(manifest.contributes.views).flat();
const steps = manifest.contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

test("the settings of the manifest are those the server reads", () => {
  const ofTheServer = settingDeclarations.map(({ name, default: value }) => [`flatProfile.${name}`, value]);
  const ofTheEditor = Object.entries(properties).map(([name, { default: value }]) => [name, value]);
  // Of the client library.
  const own = [["flatProfile.trace.server", "off"]];
  assert.deepEqual(ofTheEditor.sort(), [...ofTheServer, ...own].sort());
});

test("the families of the setting and of the file of devices are those of all catalogues", () => {
  const { enum: ids, enumItemLabels: labels } = properties["flatProfile.family"] ?? {};
  const families = dialects.flatMap((dialect) => serviceOf(dialect).catalogue.families);
  assert.deepEqual(ids, ["", ...families.map(({ id }) => id)]);
  const schema = JSON.parse(readFileSync("schemas/devices.schema.json", "utf8")) as {
    definitions: { device: { properties: { family: { enum: string[] } } } };
  };
  assert.deepEqual(
    schema.definitions.device.properties.family.enum,
    families.map(({ id }) => id),
  );
  assert.deepEqual(
    labels?.slice(1),
    families.map(({ label }) => label),
  );
});

test("each dialect has its language, its grammar and its catalogue", () => {
  for (const { id, files } of dialects) {
    for (const languageId of languagesOf(files)) {
      const language = manifest.contributes.languages.find((l) => l.id === languageId);
      const grammar = manifest.contributes.grammars.find((g) => g.language === languageId);
      assert.ok(language, `package.json has no language ${languageId}`);
      assert.ok(grammar, `package.json has no grammar for ${languageId}`);
      assert.ok(existsSync(path.join(root, language.configuration)));
      assert.equal(JSON.parse(read(grammar.path)).scopeName, grammar.scopeName);
    }
    assert.ok(existsSync(path.join(root, "schemas", id)));
  }
  const known = dialects.flatMap(({ files }) => languagesOf(files));
  assert.deepEqual(manifest.contributes.languages.map(({ id }) => id).sort(), known.sort());
});

test("the extension is started for the languages that files of a dialect have at first, and by a configuration", () => {
  const languages = new Set(dialects.flatMap(({ files }) => files.editorLanguages));
  const events = [...languages].map((language) => `onLanguage:${language}`);
  const schemes = ["flat-profile-encrypted", "flat-profile-reference"].map((scheme) => `onFileSystem:${scheme}`);
  const policies = `workspaceContains:${configFile}`;
  assert.deepEqual([...manifest.activationEvents].sort(), [...events, ...schemes, policies].sort());
});

test("commands and buttons ask for what a dialect offers, not for a language", () => {
  const keys = Object.keys(contextKeys(dialects));
  const clauses = Object.values(manifest.contributes.menus)
    .flat()
    .flatMap(({ when = "" }) => when.split(" && "));
  const asked = clauses.filter((clause) => /langid|languageid/i.test(clause));
  assert.ok(asked.length >= 20);
  for (const clause of asked) {
    const key = /^editorLangId in flatProfile\.(\w+)$/.exec(clause)?.[1];
    assert.ok(key !== undefined, clause);
    assert.ok(keys.includes(key), clause);
  }
});

test("a dialect without a part of the editor has none of its commands and buttons", () => {
  const [first] = dialects;
  assert.ok(first);
  const { encryption: _, ...plain } = first.files;
  const other = { files: { ...plain, language: "other", offers: ["preview"] as const } };
  const keys = contextKeys([first, other]);
  const own = languagesOf(first.files);
  assert.deepEqual(keys, {
    languages: [...own, "other"],
    previewLanguages: [...own, "other"],
    scriptLanguages: own,
    phoneLanguages: own,
    dumpLanguages: own,
    matrixLanguages: [],
    fleetLanguages: own,
    keyLanguages: [],
    tableLanguages: [],
    updateLanguages: [],
    encryptionLanguages: own,
  });
  const compared = { files: { ...plain, language: "compared", offers: ["matrix"] as const } };
  assert.deepEqual(contextKeys([first, compared]).matrixLanguages, ["compared"]);
  const pressed = { files: { ...plain, language: "pressed", offers: ["keys"] as const } };
  assert.deepEqual(contextKeys([first, pressed]).keyLanguages, ["pressed"]);
});

test("a kind of files has the parts of the editor that it offers itself", () => {
  const files = { language: "own", kinds: [{ language: "kind", offers: ["scripts"], isOne: () => false }] } as const;
  const [first] = dialects;
  assert.ok(first);
  const { encryption: _, ...plain } = first.files;
  const keys = contextKeys([{ files: { ...plain, ...files, offers: ["scripts", "tables"] } }]);
  assert.deepEqual(keys.languages, ["own", "kind"]);
  assert.deepEqual(keys.scriptLanguages, ["own", "kind"]);
  assert.deepEqual(keys.tableLanguages, ["own"]);
});

test("the explorer encrypts plain files of each dialect that can be encrypted", () => {
  const command = manifest.contributes.menus["explorer/context"]?.find((entry) =>
    entry.command.endsWith("encryptAndSaveAs"),
  );
  const [, source = "", flags] = /resourceExtname =~ \/(.*)\/(\w*)$/.exec(command?.when ?? "") ?? [];
  const endings = dialects
    .filter(({ files }) => files.encryption !== undefined)
    .flatMap(({ files }) => files.names)
    .filter((name) => /^\*\.\w+$/.test(name))
    .map((name) => name.slice(1));
  assert.ok(endings.length > 0);
  for (const ending of endings) assert.match(ending, new RegExp(source, flags));
});

test("every text of the manifest exists, and every one is used", () => {
  const used = [...read("package.json").matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);
  assert.deepEqual([...new Set(used)].sort(), Object.keys(texts).sort());
});

test("every command of the manifest has a module of its name", () => {
  for (const { command } of manifest.contributes.commands) {
    const name = command.replace("flatProfile.", "");
    assert.ok(existsSync(path.join(root, `client/src/commands/${name}.ts`)), command);
    assert.match(read("client/src/commands/index.ts"), new RegExp(`^  ${name},$`, "m"));
  }
});

test("texts of the first steps and of empty views run commands that exist", () => {
  const own = new Set(manifest.contributes.commands.map(({ command }) => command));
  for (const { id } of views) own.add(`${id}.focus`); // VS Code makes these
  const called = Object.values(texts).flatMap((text) => [...text.matchAll(/\]\(command:([\w.]+)(?:\?([^)]*))?\)/g)]);
  assert.ok(called.length >= 7);
  const walkthroughs = manifest.contributes.walkthroughs.map(({ id }) => `flat-profile.flat-profile#${id}`);
  for (const [, command = "", argument] of called) {
    if (command.startsWith("flatProfile.")) assert.ok(own.has(command), command);
    else assert.ok(["workbench.action.quickOpen", "workbench.action.openWalkthrough"].includes(command), command);
    if (argument)
      for (const name of JSON.parse(decodeURIComponent(argument))) assert.ok(walkthroughs.includes(name), name);
  }
});

test("steps of the walkthrough end by commands and views that exist", () => {
  const events = new Set([
    ...manifest.contributes.commands.map(({ command }) => `onCommand:${command}`),
    ...manifest.contributes.languages.map(({ id }) => `onLanguage:${id}`),
    ...views.map(({ id }) => `onView:${id}`),
  ]);
  for (const { id, completionEvents } of steps)
    for (const event of completionEvents) assert.ok(events.has(event), `${id}: ${event}`);
  for (const { view } of manifest.contributes.viewsWelcome) assert.ok(views.some(({ id }) => id === view));
});

test("everything the manifest points to is packed", () => {
  const patterns = read(".vscodeignore")
    .split("\n")
    .flatMap((line) => (line.startsWith("!") ? [line.slice(1)] : []));
  const isPacked = picomatch(patterns);
  const files = [
    manifest.main,
    manifest.icon,
    ...manifest.contributes.languages.map((language) => language.configuration),
    ...manifest.contributes.grammars.map((grammar) => grammar.path),
    ...manifest.contributes.snippets.map((snippet) => snippet.path),
    ...views.map((view) => view.icon),
    ...steps.map(({ media }) => media.svg),
    ...manifest.contributes.jsonValidation.map(({ url }) => url),
  ];
  for (const file of files) assert.ok(isPacked(file.replace(/^\.\//, "")), file);
});

test("pictures of the walkthrough have the colors of the theme alone, in attributes", () => {
  assert.equal(new Set(steps.map(({ media }) => media.svg)).size, steps.length);
  for (const { media } of steps) {
    const picture = read(media.svg);
    assert.doesNotMatch(picture, /<style|style=/, media.svg); // VS Code's page takes neither
    const colors = [...picture.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(([, color = ""]) => color);
    assert.ok(colors.length > 10, media.svg);
    for (const color of colors) assert.match(color, /^(?:none$|var\(--vscode-)/, media.svg);
  }
});

test("all parts of the server are packed", () => {
  const packed = read(".vscodeignore").split("\n");
  for (const name of ["server.js", "core.js", "templates.js"]) assert.ok(packed.includes(`!server/dist/${name}`), name);
});

test("the catalogues are packed with the server and with the command line", () => {
  for (const file of [".vscodeignore", ".npmignore"])
    assert.ok(read(file).split("\n").includes("!server/dist/catalogues/*.jsonl"), file);
});

test("the pages of all panels are packed", () => {
  const packed = read(".vscodeignore").split("\n");
  const list = /^const panels = \[([^\]]*)\];$/m.exec(read("server/build/bundles.mjs"))?.[1] ?? "";
  const panels = [...list.matchAll(/"(\w+)"/g)].map(([, name]) => name);
  assert.ok(panels.includes("preview"));
  for (const name of panels)
    for (const ending of ["js", "css"]) assert.ok(packed.includes(`!client/dist/${name}.${ending}`), name);
  assert.ok(packed.includes("!client/dist/shared/*.css"));
});

test("the device file is completed by the schema of its name", () => {
  const found = manifest.contributes.jsonValidation.find(({ url }) => url === "./schemas/devices.schema.json");
  assert.deepEqual(found?.fileMatch, [path.posix.basename(deviceFileName)]);
});

test("the first line of our files names their language", () => {
  const [language] = manifest.contributes.languages;
  const first = new RegExp(language?.firstLine ?? "$.");
  for (const line of ["<flat-profile>", '<?xml version="1.0"?><flat-profile xmlns="x">', "  <flat-profile/>"])
    assert.match(line, first);
  for (const line of ["<flat-profiles>", "<device>", "# <flat-profile>"]) assert.doesNotMatch(line, first);
});
