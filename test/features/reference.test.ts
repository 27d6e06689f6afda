import assert from "node:assert/strict";
import test from "node:test";
import { referenceEntriesOf, searchReference } from "../../server/src/features/reference/entries";
import { referenceFiles } from "../../server/src/features/reference/referenceFiles";
import { referencePageAt } from "../../server/src/features/reference/requests";
import { pools } from "../support/problems";
import { answerTo } from "../support/requests";

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
    for (const [, file = "", anchor] of text.matchAll(/\]\(([^)#:]*)(?:#([^)]+))?\)/g)) {
      const target = anchors.get(file === "" ? path : folder + file);
      if (!target || (anchor !== undefined && target.filter((each) => each === anchor).length !== 1))
        wrong.add(`${path}: ${file}#${anchor}`);
    }
  }
  assert.deepEqual([...wrong], []);
});
