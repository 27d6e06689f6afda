import { readdirSync } from "node:fs";
import path from "node:path";
import { phoneFor, serviceOfPhone } from "../../analysis/phones";
import { valueCheck } from "../../analysis/valueCheck";
import type { Phone, Start } from "../../deployment/phone";
import { isInShard, type Shard } from "../../deployment/shard";
import type { SiteAnswers } from "../../deployment/site/siteAnswers";
import { SiteContents } from "../../deployment/site/siteContents";
import { WatchedTree } from "../../deployment/site/watchedTree";
import { startIn } from "../../deployment/siteMap";
import type { Device } from "../../devices/device";
import { type Side as AnsweringSide, Comparison } from "../../impact/comparison";
import { type Detail, Plan, type PlanPart } from "../../impact/groups";
import { siteDialects } from "../catalogue";
import { readInventory } from "../inventory";
import { answersFrom, type LoadedSite } from "../site/siteOptions";
import { readStart } from "../site/start";
import { blockSize, type Share } from "../threads";
import { UsageError } from "../verb";
import { ChangedFiles } from "./changedFiles";
import { planFormats } from "./formats";
import { type ListedSide, openSide, type Side, type SidesOptions, sitesOf } from "./sides";

// What a plan comes to for the devices of a list, block by block.

export interface PlanInput extends SidesOptions {
  readonly sides: readonly [base: ListedSide, head: ListedSide];
  /** The list of devices. */
  readonly list: string;
  readonly start: string;
  /** Columns by which groups are counted. */
  readonly by: readonly string[];
  readonly limit: number;
  readonly detail: Detail;
  readonly shard?: Shard;
  readonly format: string;
}

/** Of some rows that follow each other. */
export interface PlanBlock {
  /** What the two sides are called. */
  readonly base: string;
  readonly head: string;
  readonly part: PlanPart;
  /** Of the format, for each device. */
  readonly lines: string;
  /** Rows that have no device. */
  readonly faults: readonly string[];
  /** What these rows found to be wrong with the site. */
  readonly problems: readonly string[];
}

export async function* planWork(input: PlanInput, share: Share): AsyncGenerator<PlanBlock> {
  // The verb has read it before.
  const services = siteDialects({ isReported: true });
  const sites = sitesOf(input, services);
  const [base, head] = [openSide(input.sides[0], sites[0]), openSide(input.sides[1], sites[1])];
  const comparison = comparisonOf(input, base, head);
  const device = planFormats.find(({ name }) => name === input.format)?.device;
  const started = () => ({
    plan: new Plan(base.label, head.label, input.limit, input.detail),
    lines: "",
    faults: [] as string[],
  });
  let block = started();
  let row = 0;
  const ended = (): PlanBlock => {
    const { plan, lines, faults } = block;
    block = started();
    const problems = [...comparison.problems];
    comparison.problems.clear();
    return { base: base.label, head: head.label, part: plan.part(), lines, faults, problems };
  };
  const isOwn = (at: number) => Math.floor(at / blockSize) % share.of === share.rest;
  try {
    for await (const each of readInventory(input.list, services, isOwn)) {
      if (row > 0 && row % blockSize === 0 && isOwn(row - 1)) yield ended();
      if (!isOwn(row++)) continue;
      if ("fault" in each) {
        block.faults.push(each.fault);
        continue;
      }
      const unknown = input.by.find((name) => !each.columns.includes(name) && !facts.has(name));
      if (unknown !== undefined) throw new UsageError(`--by ${unknown}: The list has no column of this name.`);
      if (input.shard && !isInShard(each.device.id, input.shard)) continue;
      const phone = phoneFor(each.device, services, head.loaded.dialect);
      if (typeof phone === "string") {
        block.faults.push(phone);
        continue;
      }
      const by = Object.fromEntries(input.by.map((name) => [name, each.column(name) ?? deviceText(each.device, name)]));
      const impact = { ...(await comparison.impact(phone, each.device)), by };
      block.plan.add(impact);
      if (device) block.lines += device(impact);
    }
    if (row > 0 && isOwn(row - 1)) yield ended();
  } finally {
    base.tree.close?.();
    head.tree.close?.();
  }
}

function comparisonOf(input: PlanInput, base: Side, head: Side): Comparison {
  const changed = new ChangedFiles(base.tree, head.tree);
  const watched = new WatchedTree(changed.base);
  const isTouched = async () => {
    for (const [folder, file] of watched.takeAsked()) if (await changed.has(folder, file)) return true;
    return false;
  };
  // A device whose files are the same on both sides ends up the same.
  const isSameSite = JSON.stringify(base.loaded.site) === JSON.stringify(head.loaded.site);
  const skips = input.start === "settled" && !input.render && isSameSite;
  const contents = new SiteContents();
  return new Comparison(
    sideOf(base.loaded, answersFrom(base.loaded, watched, input, base.revision, contents)),
    sideOf(head.loaded, answersFrom(head.loaded, head.tree, input, head.revision, contents)),
    {
      from: input.start === "factory" ? "factory" : "settled",
      known: knownStates(input.start),
      checkFor: (phone) => valueCheck(phone, serviceOfPhone(phone)),
      ...(skips && { isTouched }),
    },
  );
}

/** What is known of each device, with or without a column. */
const facts: ReadonlySet<string> = new Set(["id", "mac", "serial", "model", "family", "firmware"]);

function deviceText(device: Device, name: string): string {
  const found =
    name === "model" ? (device.model ?? device.family) : (device as unknown as Record<string, unknown>)[name];
  return typeof found === "string" ? found : "";
}

function sideOf({ site }: LoadedSite, answers: SiteAnswers): AnsweringSide {
  return {
    start: startIn(site),
    answer: (request, device) => answers.answer(request, device),
    takeProblems: () => answers.takeProblems(),
  };
}

/** What devices have, from the files of a folder. */
function knownStates(start: string) {
  const files = statesIn(start);
  return async (phone: Phone, device: Device): Promise<Start | undefined> => {
    if (!files) return undefined;
    const names = [device.id, device.mac, device.serial];
    const file = names.map((word) => word && files.get(plain(word))).find(Boolean);
    return file ? readStart(phone, file) : undefined;
  };
}

const plain = (word: string) => word.toLowerCase().replace(/[:.-]/g, "");

/** Files of a folder by the device that their names name. */
function statesIn(start: string): ReadonlyMap<string, string> | undefined {
  if (start === "settled" || start === "factory") return undefined;
  try {
    return new Map(readdirSync(start).map((name) => [plain(name.replace(/\.\w+$/, "")), path.join(start, name)]));
  } catch {
    throw new UsageError(`${start}: Use settled, factory or a folder with the states of devices.`);
  }
}
