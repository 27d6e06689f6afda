import { Site } from "./site.mjs";
import { missing } from "./subset.mjs";

/** One device in a site of its own. */
export async function resolve(given, expect) {
  const { device, start, map = [], files = {}, filesBase64 = {}, dhcp, pin, rule, args = [], site: more = {} } = given;
  const { links = {}, rules, rounds, render } = given;
  const config = { site: { urls: map, ...(dhcp && { dhcp }), ...(pin && { pin }), ...more } };
  const site = new Site({
    ...files,
    "flat-profile.config.json": JSON.stringify(config),
    ".case/device.json": JSON.stringify({ devices: [device] }),
    ...(start && { ".case/start.json": typeof start === "string" ? start : JSON.stringify(start) }),
  });
  try {
    for (const [name, content] of Object.entries(filesBase64)) site.write(name, Buffer.from(content, "base64"));
    site.link(links);
    const words = ["resolve", "--device", ".case/device.json", ...args];
    if (rules) words.push("--rules", rules.replaceAll(" ", "-"));
    if (rounds !== undefined) words.push("--rounds", String(rounds));
    if (render) words.push("--render");
    if (start) words.push("--start", ".case/start.json");
    if (rule) words.push("--rule", rule);
    const json = await site.run([...words, "--format", "json", "--show", "all"]);
    const text = await site.run([...words, ...Object.keys(expect.how ?? {}).flatMap((name) => ["--why", name])]);
    const xml = await site.run([...words, "--format", "xml"]);
    const { exit, neverPrinted = [], ...rest } = expect;
    const faults = [json, text, xml].flatMap(({ out, err }) =>
      neverPrinted.flatMap((word) => (`${out}\n${err}`.includes(word) ? [`prints ${word}`] : [])),
    );
    if (exit !== undefined && json.code !== exit) faults.push(`exit: expected ${exit}, found ${json.code}`);
    if (json.code !== text.code) faults.push(`exit differs by format: ${json.code} and ${text.code}`);
    if (json.out === "") return [...faults, `no answer: ${json.err.trim()}`];
    return [...faults, ...wrong(rest, JSON.parse(json.out))];
  } finally {
    site.remove();
  }
}

function wrong({ settings, how, accessNot, firstRound, rounds, ...expect }, report) {
  const faults = [];
  const asked = report.rounds.map(({ steps }) => steps.flatMap(({ url }) => url ?? []));
  for (const [i, urls] of (rounds ?? (firstRound ? [firstRound] : [])).entries())
    if (JSON.stringify(urls) !== JSON.stringify(asked[i]))
      faults.push(`round ${i + 1}: expected ${JSON.stringify(urls)}, found ${JSON.stringify(asked[i])}`);
  if (rounds && rounds.length !== asked.length) faults.push(`expected ${rounds.length} rounds, found ${asked.length}`);
  const named = new Map(report.settings.map((each) => [each.name, each]));
  for (const [name, value] of Object.entries(settings ?? {})) {
    const found = named.get(name)?.value ?? "";
    if (found !== value)
      faults.push(`settings.${name}: expected ${JSON.stringify(value)}, found ${JSON.stringify(named.get(name))}`);
  }
  for (const [name, value] of Object.entries(how ?? {})) {
    // The first thing that a file or a rule did to the setting, or the last: both are called its history's first entry.
    const did = (named.get(name)?.history ?? []).filter(({ round }) => round !== undefined).map((entry) => entry.how);
    if (did.at(0) !== value && did.at(-1) !== value)
      faults.push(`how.${name}: expected ${value}, found ${did.join(", ") || "factory"}`);
  }
  for (const [name, value] of Object.entries(accessNot ?? {}))
    if (named.get(name)?.access === value) faults.push(`access.${name} is ${value}`);
  return [...faults, ...missing(expect, viewOf(report, named))];
}

/** The answer under the names that expectations use. */
function viewOf(report, named) {
  const pick = (of) => Object.fromEntries([...named].map(([name, each]) => [name, of(each)]));
  const steps = report.rounds.flatMap((round) => round.steps);
  return {
    ...report,
    secondRound: report.rounds[1],
    thirdRound: report.rounds[2],
    lastRound: report.rounds.at(-1),
    from: pick((each) => each.from?.file),
    line: pick((each) => each.from?.line),
    over: pick((each) => each.over ?? []),
    access: pick((each) => each.access),
    problems: report.problems.map(({ code }) => code),
    classOf: Object.fromEntries(steps.flatMap(({ url, class: of }) => (url === undefined ? [] : [[url, of]]))),
    layers: steps.flatMap(({ layers }) => layers ?? []),
    warnings: steps.flatMap(({ warnings }) => warnings ?? []),
    assigned: steps.flatMap(({ assigned }) => assigned ?? []),
    reasons: steps.flatMap(({ reason }) => reason ?? []),
  };
}
