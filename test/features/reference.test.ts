import assert from "node:assert/strict";
import test from "node:test";
import packedFile from "packed-catalogues";
import type { Hover, MarkupContent } from "vscode-languageserver-protocol";
import { DialectServices } from "../../server/src/analysis/dialectServices";
import { referenceEntriesOf, searchReference } from "../../server/src/features/reference/entries";
import { noLinks, prose } from "../../server/src/features/reference/links";
import { referenceFiles } from "../../server/src/features/reference/referenceFiles";
import { referencePage } from "../../server/src/features/reference/referencePage";
import { referencePageAt } from "../../server/src/features/reference/requests";
import { dialects } from "../support/dialects";
import { checkGolden } from "../support/golden";
import { pools } from "../support/problems";
import { answerTo } from "../support/requests";
import { marked, withSession } from "../support/session";

const cisco = "cisco-flat-profile";
const linkPrefix = "pages:";

async function pageAt(address: string): Promise<string | undefined> {
  return (await answerTo(referencePageAt, { address, linkPrefix }))?.page;
}

test("a page has what the manual and the catalogue say, with links to other pages", async () => {
  const page = (await pageAt(`/${cisco}/Resync_Periodic.md`)) ?? "";
  assert.match(page, /^# Resync\\_Periodic\n/);
  assert.match(page, /\n## In practice\n/);
  assert.match(page, /\n## Sources\n/);
  assert.ok(page.includes(`[Schedule](${linkPrefix}/${cisco}/value%20languages/Schedule.md)`), page);
  assert.ok(page.includes(`[\`Profile_Rule\`](${linkPrefix}/${cisco}/Profile_Rule.md)`), page);
  assert.match(page, /<Resync_Periodic>86400\+3600<\/Resync_Periodic>/);
});

test("every link of a page leads to a page", async () => {
  for (const address of [`/${cisco}/Proxy_{ext}_.md`, `/${cisco}/value languages/Schedule.md`]) {
    const page = (await pageAt(address)) ?? assert.fail(address);
    const links = [...page.matchAll(/\]\(pages:([^)]+)\)/g)].map(([, link = ""]) => decodeURIComponent(link));
    assert.ok(links.length > 2, page);
    for (const link of links) assert.ok(await pageAt(link), link);
  }
});

test("everything that has an entry has a page, in every system, and nothing else has one", async () => {
  let count = 0;
  for (const { dialect } of pools.all())
    for (const { address } of referenceEntriesOf(pools.of(dialect))) {
      assert.ok(await pageAt(address), address);
      count++;
    }
  assert.ok(count > 4_000, String(count));
  for (const address of ["", "/", `/${cisco}`, `/${cisco}/Nothing.md`, "/toy/Str.md", `/${cisco}/value languages/X.md`])
    assert.equal(await pageAt(address), undefined, address);
});

test("pages are found by words of the name, of the web page and of what they say, the name first", () => {
  const found = (words: string) => searchReference(words, pools.all()).map(({ name }) => name);
  assert.equal(found("resync periodic")[0], "Resync_Periodic");
  assert.equal(found("number mail voice")[0], "Voice_Mail_Number");
  assert.equal(found("provisioning rule")[0], "Provisioning rule");
  assert.ok(found("master switch firmware upgrades").includes("Upgrade_Enable"));
  assert.deepEqual(found("no such words anywhere"), []);
});

/** Anchors of the headings, as Markdown viewers make them. */
function anchorsOf(text: string): string[] {
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => heading.replaceAll("\\", ""));
  const counts = new Map<string, number>();
  return headings.map((heading) => {
    const anchor = heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .replace(/\s/g, "-");
    const count = counts.get(anchor) ?? 0;
    counts.set(anchor, count + 1);
    return count === 0 ? anchor : `${anchor}-${count}`;
  });
}

test("the reference has files by group, whose links lead to headings that are there once", () => {
  const files = new Map(referenceFiles(pools.all()).map(({ path, text }) => [path, text]));
  const anchors = new Map([...files].map(([path, text]) => [path, anchorsOf(text)]));
  assert.ok(files.size > 60 && files.size < 120, String(files.size));
  const wrong = new Set<string>();
  for (const [path, text] of files) {
    const folder = path.includes("/") ? path.slice(0, path.indexOf("/") + 1) : "";
    for (const [, file = "", anchor] of text.replace(/```[\s\S]*?```/g, "").matchAll(/\]\(([^)#:]*)(?:#([^)]+))?\)/g)) {
      const target = anchors.get(file === "" ? path : folder + file);
      if (!target || (anchor !== undefined && target.filter((each) => each === anchor).length !== 1))
        wrong.add(`${path}: ${file}#${anchor}`);
    }
  }
  assert.deepEqual([...wrong], []);
});

/** Pages that show every kind of section: rules, options, numbers, secrets, older products, other systems. */
const shown = [
  `/${cisco}/Profile_Rule.md`,
  `/${cisco}/Proxy_{ext}_.md`,
  `/${cisco}/Resync_Random_Delay.md`,
  `/${cisco}/Share_Ext_{ext}_.md`,
  `/${cisco}/LDAP_Password.md`,
  `/${cisco}/Extended_Function_{key}_.md`,
  `/${cisco}/router-configuration/SNMP/SNMP_Enabled.md`,
  `/${cisco}/value languages/Tone.md`,
  `/${cisco}/value languages/Provisioning rule.md`,
  "/avaya/SIP_CONTROLLER_LIST.md",
  "/toy-settings/value languages/Ring pattern.md",
];

test("what pages look like (UPDATE_GOLDEN=1 writes them)", async () => {
  const pages: string[] = [];
  for (const address of shown)
    pages.push(`==== ${address}`, ...((await pageAt(address)) ?? assert.fail(address)).split("\n"));
  checkGolden("test/features/reference.golden.txt", pages);
});

test("hover, explain and the reference agree", async () => {
  const service = pools.of(pools.named(cisco) ?? assert.fail());
  for (const name of ["Resync_Periodic", "SIP_Transport_1_", "Dial_Tone", "LDAP_Server"]) {
    const found = service.catalogue.find(name) ?? assert.fail(name);
    const entry = service.manual.ofParameter(found.parameter) ?? assert.fail(name);
    const gist = prose(entry.gist, service, noLinks);
    const hovered = await hover(`<flat-profile>\n<${name}>$0</${name}>\n</flat-profile>\n`);
    const address = `/${cisco}/${found.parameter.name}.md`;
    const page = (await pageAt(address)) ?? "";
    const files = referenceFiles([service]).map(({ text }) => text);
    for (const text of [hovered, page, files.join("\n")]) assert.ok(text.includes(gist), name);
    const argument = encodeURIComponent(JSON.stringify([address]));
    assert.ok(hovered.includes(`(command:flatProfile.openReference?${argument})`), hovered);
  }
});

async function hover(source: string): Promise<string> {
  return withSession({}, async (session) => {
    const { text, position } = marked(source);
    await session.client.sendNotification("flatProfile/theme", { kind: "dark" }); // as our client says it
    await session.open(text);
    const { line } = position;
    const answer = await session.ask<Hover | null>("textDocument/hover", { position: { line, character: 2 } });
    return (answer?.contents as MarkupContent | undefined)?.value ?? "";
  });
}

test("the manual is read at the first page, not at the start and not for problems", async () => {
  await withSession({ capabilities: { textDocument: { diagnostic: {} } } }, async (session) => {
    const { text, position } = marked("<flat-profile>\n<Resync_P$0eriodic>soon</Resync_Periodic>\n</flat-profile>\n");
    await session.open(text);
    await session.ask("textDocument/diagnostic");
    await session.ask("textDocument/documentSymbol");
    await session.ask("textDocument/completion", { position });
    const list = `${cisco}.list`;
    assert.deepEqual(session.catalogues, [cisco, list]);
    await session.ask("textDocument/hover", { position });
    await session.ask("textDocument/hover", { position });
    assert.deepEqual(session.catalogues, [cisco, list, `${cisco}.manual.en`]);
  });
});

test("a translated page has its texts, and what is not translated in English", () => {
  const house = new DialectServices(dialects, packedFile, (where) => assert.fail(where), 2026);
  const toy = house.named("toy-settings") ?? assert.fail();
  house.language = "de-AT";
  const parameter = house.of(toy).catalogue.pattern("RINGPATTERN") ?? assert.fail();
  const page = referencePage({ parameter }, house.of(toy), noLinks);
  assert.match(page, /Takte des Klingelns/);
  assert.match(page, /A pattern of one beat is hard to hear\./);
});
