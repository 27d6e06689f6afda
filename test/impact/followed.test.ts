import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { urlOf } from "../../server/src/deployment/exchange";
import type { Device } from "../../server/src/devices/device";
import { Comparison } from "../../server/src/impact/comparison";
import { Followed, type NewFiles, type NotedSide } from "../../server/src/impact/followed";
import { runs } from "../support/runs";
import { desk, phone, type Server, serverOf } from "../support/site";

const shared = "http://pbx/8841-3PCC.xml";
const macs = ["00005e005301", "00005e005302", "00005e005303"];
const devices: readonly Device[] = macs.map((mac, i) => ({ ...desk, id: `desk-${i + 1}`, mac }));
const own = (i: number) => `http://pbx/${macs[i]}.xml`;
const rule = "<Profile_Rule_B>http://pbx/$MA.xml</Profile_Rule_B>";

/** Files of a server, and which requests they got. */
class Files implements NotedSide {
  readonly start = {};
  #asked = new Set<string>();
  requests = 0;
  readonly #answer: ReturnType<typeof serverOf>;

  constructor(readonly server: Server) {
    this.#answer = serverOf(server);
  }

  answer: NotedSide["answer"] = ({ target }) => {
    this.requests++;
    this.#asked.add(urlOf(target));
    return this.#answer(target);
  };
  takeProblems = () => [];
  takeAsked(): readonly string[] {
    const asked = [...this.#asked];
    this.#asked.clear();
    return asked;
  }
}

function newFiles(server: Server, base: Server): NewFiles & Files {
  return Object.assign(new Files(server), {
    stateOf: (file: string) => String(server[file]),
    isChanged: (file: string) => server[file] !== base[file],
  });
}

const checkFor = () => () => undefined;

async function plain(base: Server, head: Server) {
  const comparison = new Comparison(new Files(base), new Files(head), { from: "settled", checkFor });
  return Promise.all(devices.map((device) => comparison.impact(phone, device)));
}

const site = (common: string, ...owns: string[]): Server => ({
  [shared]: `${rule}${common}`,
  ...Object.fromEntries(owns.map((settings, i) => [own(i), settings])),
});

test("only devices that an edit reaches are run again", async () => {
  const base = site("<GPP_A>1</GPP_A>", "<GPP_B>1</GPP_B>", "<GPP_B>2</GPP_B>", "<GPP_B>3</GPP_B>");
  const old = new Files(base);
  const followed = new Followed(old, checkFor);
  const run = async (server: Server) => {
    const head = newFiles(server, base);
    const before = old.requests;
    const kinds: string[] = [];
    for (const device of devices) kinds.push((await followed.of(phone, device, head)).impact.kinds.join("+"));
    return { kinds: kinds.join(" "), old: old.requests - before, now: head.requests };
  };
  const first = await run(base);
  assert.equal(first.kinds, "none none none");
  assert.ok(first.old > 0);
  assert.equal(first.now, 0, "the same files are not run over");
  const second = await run({ ...base, [own(1)]: "<GPP_B>9</GPP_B>" });
  assert.equal(second.kinds, "none settings none");
  assert.equal(second.old, 0, "where devices are is known");
  assert.ok(second.now > 0);
  assert.deepEqual(await run({ ...base, [own(1)]: "<GPP_B>9</GPP_B>" }), { ...second, now: 0 });
  const third = await run({ ...base, [shared]: `${rule}<GPP_A>2</GPP_A>` });
  assert.equal(third.kinds, "settings settings settings");
  assert.ok(third.now > second.now);
});

test("a file that a rule comes to ask for is followed too", async () => {
  const base = site("", "<GPP_B>1</GPP_B>");
  const followed = new Followed(new Files(base), checkFor);
  const kindsOf = async (server: Server) =>
    (await followed.of(phone, desk, newFiles(server, base))).impact.kinds.join("+");
  const asks = `${rule}<Profile_Rule_C>http://pbx/new.xml</Profile_Rule_C>`;
  assert.equal(await kindsOf({ ...base, [shared]: asks }), "settings+failing");
  const mended = { ...base, [shared]: asks, "http://pbx/new.xml": "<GPP_C>1</GPP_C>" };
  assert.equal(await kindsOf(mended), "settings");
  assert.equal(await kindsOf(base), "none");
});

test("random edits: what is followed equals what is run anew", async () => {
  const setting = fc.constantFrom(
    "",
    "<GPP_A>1</GPP_A>",
    "<GPP_A>2</GPP_A>",
    "<Resync_Periodic>0</Resync_Periodic>",
    "<Profile_Rule_C>http://pbx/c.xml</Profile_Rule_C>",
    "<Profile_Rule_B>http://pbx/other.xml</Profile_Rule_B>",
    "<Provision_Enable>No</Provision_Enable>",
  );
  const file = fc.array(setting, { maxLength: 3 }).map((parts) => parts.join(""));
  const server = fc.record({ common: file, owns: fc.array(file, { maxLength: 3 }), c: fc.option(file) }).map(
    ({ common, owns, c }): Server => ({
      ...site(common, ...owns),
      ...(c !== null && { "http://pbx/c.xml": c }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(server, fc.array(server, { minLength: 1, maxLength: 4 }), async (base, edits) => {
      const followed = new Followed(new Files(base), checkFor);
      for (const edit of edits) {
        const head = newFiles(edit, base);
        const found = [];
        for (const device of devices) found.push((await followed.of(phone, device, head)).impact);
        const anew = await plain(base, edit);
        for (const [i, impact] of found.entries()) {
          // A device whose files are the same is not run again, as in the command line.
          if (impact.kinds[0] === "none" && impact.changes.length === 0) continue;
          assert.deepEqual(impact, anew[i]);
        }
        for (const [i, impact] of anew.entries())
          if (impact.kinds.includes("settings")) assert.deepEqual(found[i], impact);
      }
    }),
    { numRuns: runs(60) },
  );
});
