import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Answer } from "../../server/src/deployment/exchange";
import { SiteProblems } from "../../server/src/deployment/site/siteAnswers";
import type { Found } from "../../server/src/deployment/site/tree";
import type { WorkspaceSite } from "../../server/src/features/workspaceSite";
import { OpenDocuments } from "../../server/src/lsp/openDocuments";
import { Sites } from "../../server/src/lsp/sites";
import { DiskTree } from "../../server/src/node/diskTree";
import { nodeRuntime } from "../../server/src/node/runtime";
import { pools } from "../support/problems";
import { desk } from "../support/site";

// The site of a workspace: its configuration, its files on the disk and as they are typed.

const siteMap = { site: { urls: [{ prefix: "http://pbx/", folder: "www" }], inventory: "phones.csv" } };

async function withFolder(
  files: Readonly<Record<string, string>>,
  body: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "site-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    await body(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Opened {
  readonly documents: OpenDocuments;
  /** The address of a file. */
  at(name: string): string;
  site(name: string): Promise<WorkspaceSite | undefined>;
}

function withSites(
  files: Readonly<Record<string, string>>,
  body: (opened: Opened, folder: string) => Promise<void>,
): Promise<void> {
  return withFolder(files, async (folder) => {
    const documents = new OpenDocuments();
    const sites = new Sites(nodeRuntime, documents, pools);
    const root = pathToFileURL(folder).href;
    const at = (name: string) => `${root}/${name}`;
    await body({ documents, at, site: (name) => sites.of(at(name), [root]) }, folder);
  });
}

async function fetched(site: WorkspaceSite | undefined, file: string, notes = new SiteProblems()): Promise<Answer> {
  assert.ok(site);
  const target = { scheme: "http", server: "pbx", port: 80, path: `/${file}` };
  return site.answer({ step: "", purpose: "settings", method: "GET", target, decryption: {} }, desk, notes);
}

const textOf = (answer: Answer) => (answer.kind === "file" ? answer.file.text : JSON.stringify(answer));

test("a file of the site is given as it is typed, and as it is saved once it is closed", () =>
  withSites(
    { "flat-profile.config.json": JSON.stringify(siteMap), "www/a b.xml": "saved" },
    async ({ documents, at, site }) => {
      const found = await site("www/a b.xml");
      assert.equal(textOf(await fetched(found, "a%20b.xml")), "saved");
      // VS Code codes other signs than Node does.
      documents.open(at("www/a%20b.xml"), 1, "typed", "flat-profile");
      assert.equal(textOf(await fetched(found, "a%20b.xml")), "typed");
      documents.change(at("www/a%20b.xml"), 2, [{ text: "typed on" }]);
      assert.equal(textOf(await fetched(found, "a%20b.xml")), "typed on");
      documents.close(at("www/a%20b.xml"));
      assert.equal(textOf(await fetched(found, "a%20b.xml")), "saved");
      documents.open(at("www/a%20b.xml"), 2, "typed again", "flat-profile");
      assert.equal(textOf(await fetched(found, "a%20b.xml")), "typed again");
    },
  ));

test("the same content is the same file, and another content is another", () =>
  withSites({ "flat-profile.config.json": JSON.stringify(siteMap), "www/a.xml": "one" }, async ({ site }, folder) => {
    const found = await site("www/a.xml");
    const first = await fetched(found, "a.xml");
    assert.equal(await fetched(found, "a.xml"), first);
    writeFileSync(path.join(folder, "www/a.xml"), "another");
    assert.equal(textOf(await fetched(found, "a.xml")), "another");
  }));

test("the nearest configuration counts, and the same site is kept while it does not change", () =>
  withSites(
    {
      "flat-profile.config.json": JSON.stringify(siteMap),
      "berlin/flat-profile.config.json": '{"site":{"urls":[]}}',
      "bonn/flat-profile.config.json": "{}",
    },
    async ({ at, site }, folder) => {
      const whole = await site("www/a.xml");
      assert.equal(whole?.config, at("flat-profile.config.json"));
      assert.equal(await site("www/b/c.xml"), whole);
      assert.equal((await site("berlin/www/a.xml"))?.folder, at("berlin"));
      assert.equal(await site("bonn/a.xml"), undefined);
      writeFileSync(path.join(folder, "flat-profile.config.json"), '{"site":{"urls":[],"dhcp":{"66":"http://pbx"}}}');
      assert.deepEqual((await site("www/a.xml"))?.start, { dhcp: { "66": "http://pbx" } });
    },
  ));

test("a file outside the workspace has no site", () =>
  withSites({ "flat-profile.config.json": JSON.stringify(siteMap) }, async (_, folder) => {
    const sites = new Sites(nodeRuntime, new OpenDocuments(), pools);
    const root = pathToFileURL(folder).href;
    assert.equal(await sites.of(`${root}/www/a.xml`, [`${root}/other`]), undefined);
    assert.equal(await sites.of("untitled:Untitled-1", [root]), undefined);
    assert.ok(await sites.of(`${root}/www/a.xml`, [`${root}/`]));
  }));

test("what is wrong with a configuration is said without quoting it", () =>
  withSites(
    { "a/flat-profile.config.json": "{ canary", "b/flat-profile.config.json": '{"site":{"urls":1}}' },
    async ({ site }) => {
      assert.equal((await site("a/x.xml"))?.fault, "flat-profile.config.json is not valid JSON.");
      assert.equal((await site("b/x.xml"))?.fault, "flat-profile.config.json: urls in site must be a list.");
    },
  ));

test("the list has its devices, and its faults by line", () =>
  withSites(
    {
      "flat-profile.config.json": JSON.stringify(siteMap),
      "phones.csv": "id,model,mac\na,8841,00005e005301\nb,9999,00005e005302\nc,8841,00005e005303\n",
    },
    async ({ site }) => {
      const list = await (await site("www/a.xml"))?.inventory();
      assert.deepEqual(
        list?.devices.map(({ device, line }) => `${device.id} ${line}`),
        ["a 2", "c 4"],
      );
      assert.match(list?.faults.join() ?? "", /^phones\.csv:3: Unknown model `9999`/);
      assert.equal(list?.isCut, false);
    },
  ));

test("a list that is not there, or is not one, has no devices", () =>
  withSites(
    {
      "flat-profile.config.json": JSON.stringify(siteMap),
      "b/flat-profile.config.json": JSON.stringify(siteMap),
      "b/phones.csv": "x,y\n1,2\n",
    },
    async ({ site }) => {
      const faultsOf = async (name: string) => (await (await site(name))?.inventory())?.faults;
      assert.deepEqual(await faultsOf("www/a.xml"), ["phones.csv: No such file in the folder of the site."]);
      assert.match((await faultsOf("b/a.xml"))?.join() ?? "", /no known column/);
    },
  ));

test("files are found in their folder only, by their exact names", () =>
  withFolder({ "site/www/a.xml": "a", "site/www/Sub/B.xml": "b", "outside.xml": "canary" }, async (folder) => {
    symlinkSync(path.join(folder, "outside.xml"), path.join(folder, "site/www/link.xml"));
    symlinkSync(folder, path.join(folder, "site/www/out"));
    symlinkSync(path.join(folder, "site/www/a.xml"), path.join(folder, "site/www/inside.xml"));
    symlinkSync(path.join(folder, "nowhere"), path.join(folder, "site/www/dangling.xml"));
    const tree = new DiskTree(path.join(folder, "site"));
    const kindOf = async (name: string, of = "www") => (await tree.find(of, name)).kind;
    assert.equal(await kindOf("a.xml"), "file");
    assert.equal(await kindOf("inside.xml"), "file");
    assert.equal(await kindOf("link.xml"), "escapes");
    assert.equal(await kindOf("out/outside.xml"), "escapes");
    assert.equal(await kindOf("../../outside.xml"), "escapes");
    assert.equal(await kindOf("outside.xml", ".."), "escapes");
    assert.equal(await kindOf("www/a.xml", ""), "file");
    assert.equal(await kindOf("none.xml"), "missing");
    assert.equal(await kindOf("dangling.xml"), "missing");
    assert.equal(await kindOf("Sub"), "missing");
    assert.equal(await kindOf("a.xml/b"), "missing");
    const other = (await tree.find("www", "sub/b.xml")) as Extract<Found, { kind: "other case" }>;
    assert.deepEqual([other.kind, other.real], ["other case", "www/Sub/B.xml"]);
    const found = await tree.find("www", "a.xml");
    assert.ok(found.kind === "file");
    assert.equal(Buffer.from(await tree.read(found)).toString(), "a");
  }));
