// What the server should reach beside the floor and other servers: one table of one run.

const number = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
const is = (value) => typeof value === "number" && !Number.isNaN(value);
const both = ({ p50, p95 }) => `${number(p50)} / ${number(p95)}`;
const document = (result, size) => result?.documents[size];

/** A row: what of a result is compared, how it is written, what is aimed at, and why it is missed where it is. */
const row = (title, value, aim, isMet, why) => ({ title, value, aim, isMet, ...(why && { why }) });

const upTo = (limit) => (value) => value <= limit;
const upToBoth = (median, high) => (value) => value.p50 <= median && value.p95 <= high;
const timesFloor = (times, high) => (value, floor) =>
  is(floor?.p50) && value.p50 <= times * floor.p50 && (high === undefined || value.p95 <= high);
const pair = (a, b) => (is(a) || is(b) ? { first: a, second: b } : undefined);
const upToPair = (first, second) => (value) => value.first <= first && value.second <= second;

export const aims = [
  row(
    "keystroke → problems, 3,000",
    (result) => document(result, 3000)?.keystroke,
    "≤ 1.4 × floor, p95 ≤ 5",
    timesFloor(1.4, 5),
    "in the profile of 500 letters the server takes twice the floor's processor time: problems 40 % (of the segment of the letter, its secrets near them, and what profile and file say), reading that segment again 20 %, writing the answer 10 %, the collector 10 %; the first twenty letters meet code that is not compiled yet and take 1.4 times as long as those after the hundredth",
  ),
  row(
    "keystroke → problems, 100,000",
    (result) => document(result, 100000)?.keystroke,
    "≤ 0.5 × floor",
    timesFloor(0.5),
    "each answer has 900 problems: in the profile the collector takes a third, and encoding and writing them a quarter",
  ),
  row(
    "open → problems, 3,000, cold",
    (result) => document(result, 3000)?.open,
    "≤ 30",
    upTo(30),
    "in the profile a quarter is what each of 3,000 names means, found once (its place in the catalogue, its type, the checks that ask for it), a quarter judging and a sixth reading with code that runs for the first time, a tenth secrets near problems, and a sixth the collector, which goes through all memory once",
  ),
  row(
    "the same, a second file",
    (result) => document(result, 3000)?.second,
    "≤ 12",
    upTo(12),
    "in the profile judging takes a third, secrets near problems, which are in nearly every segment, another third, and reading a sixth",
  ),
  row(
    "open → problems, 100,000",
    (result) => document(result, 100000)?.open,
    "≤ 300",
    upTo(300),
    "in the profile the collector takes a quarter (it copies what is kept of the file twice: a setting with its places, its value and its entry by name), reading and judging settings a quarter each, and secrets near messages a sixth",
  ),
  row(
    "the same, first screen: all, and after the text arrived",
    (result) => {
      const { firstScreen, arrival } = document(result, 100000) ?? {};
      return is(arrival) ? pair(firstScreen, Math.max(0, firstScreen - arrival)) : firstScreen;
    },
    "≤ 50 after it",
    (value) => value.second <= 50,
    "the text alone takes the time of the floor to arrive; the beginning is read with code that was never run before",
  ),
  row("start → initialize", (result) => result?.start.p50, "≤ 110", upTo(110)),
  row(
    "symbols, 3,000",
    (result) => document(result, 3000)?.symbols,
    "≤ 10",
    (value) => value.p50 <= 10,
    "a server that only sends the same 680 kB takes 6 to 7, nearly all of it in the client, which makes objects of them",
  ),
  row(
    "symbols, 100,000",
    (result) => document(result, 100000)?.symbols,
    "≤ 500",
    (value) => value.p50 <= 500,
  ),
  row(
    "the same, canceled",
    (result) => document(result, 100000)?.canceled,
    "≤ 50",
    (value) => value.p50 <= 50,
  ),
  row(
    "completion of names, 3,000",
    (result) => document(result, 3000)?.completion,
    "≤ 1.5 / 4",
    upToBoth(1.5, 4),
    "in the profile comparing and ordering all names of the catalogue with what is typed takes a half, the hundred items a quarter, their 20 kB of JSON on both sides and the collector the rest; forty requests are too few for compiled code",
  ),
  row(
    "memory after opening 3,000 / 100,000",
    (result) => pair(document(result, 3000)?.memory, document(result, 100000)?.memory),
    "≤ 70 / 120",
    upToPair(70, 120),
    "before a file is opened the process has 60 to 75 MB, of which the floor has 50: code of 1.3 MB, the catalogue, and what was compiled while nothing was asked; a file of 100,000 adds 65 MB, of which 12 are its text and that of its segments",
  ),
  row(
    "memory at the end / peak, 3,000",
    (result) => pair(document(result, 3000)?.memoryEnd, document(result, 3000)?.memoryPeak),
    "≤ 100 / 120",
    upToPair(100, 120),
  ),
  row(
    "memory at the end / peak, 100,000",
    (result) => pair(document(result, 100000)?.memoryEnd, document(result, 100000)?.memoryPeak),
    "≤ 250 / 400",
    upToPair(250, 400),
    "answers about the whole file (folding, symbols, tokens) are objects before they are text",
  ),
];

function cell(value) {
  if (value === undefined) return "–";
  if (is(value)) return number(value);
  if ("p50" in value) return both(value);
  return [value.first, value.second].map((each) => (is(each) ? number(each) : "–")).join(" / ");
}

const middle = (value) => (is(value) ? value : (value?.p50 ?? value?.first));

function ratio(value, to) {
  const [a, b] = [middle(value), middle(to)];
  return is(a) && is(b) ? `${number(a / b)}×` : "–";
}

/** The table, and below it what is missed and why; `results` begins with ours and has the floor and the others. */
export function aimTable(results) {
  const [own, ...others] = results;
  const floor = others.find(({ isFloor }) => isFloor);
  const rest = others.filter((each) => each !== floor);
  const lines = [
    `| | floor | ours | ratio to the floor | ${rest.map(({ name }) => `${name} | ratio to ours`).join(" | ")} | aim | |`,
    `| --- | --- | --- | --- | ${rest.map(() => "--- | ---").join(" | ")} | --- | --- |`,
  ];
  const missed = [];
  for (const { title, value, aim, isMet, why } of aims) {
    const ours = value(own);
    const base = floor && value(floor);
    const isMeasured = ours !== undefined || why !== undefined;
    const met = ours !== undefined && isMet(ours, base);
    if (!met && isMeasured) missed.push({ title, why });
    const cells = rest.map((each) => `${cell(value(each))} | ${ratio(value(each), ours)}`);
    lines.push(
      `| ${title} | ${cell(base)} | ${cell(ours)} | ${ratio(ours, base)} | ${cells.join(" | ")} | ${aim} | ${met ? "met" : isMeasured ? "**missed**" : "not measured"} |`,
    );
  }
  if (missed.length > 0) lines.push("", "Missed:", "");
  for (const { title, why } of missed) lines.push(`- ${title}${why ? `: ${why}` : "."}`);
  return lines;
}
