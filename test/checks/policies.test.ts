import assert from "node:assert/strict";
import test from "node:test";
import { DialectService } from "../../server/src/analysis/dialectService";
import { readSitePolicies } from "../../server/src/analysis/sitePolicies";
import { Snapshot } from "../../server/src/analysis/snapshot";
import { otherPages } from "../../server/src/features/codePages";
import type { Setting } from "../../server/src/profile/setting";
import { dialectCases } from "../support/dialectCases";
import { pools } from "../support/problems";

const root = (...elements: readonly string[]) => `<flat-profile>\n${elements.join("\n")}\n</flat-profile>\n`;

function read(policies: readonly object[]) {
  return readSitePolicies(JSON.stringify({ policies }), pools);
}

interface Where {
  readonly file?: string;
  readonly family?: string;
}

/** Problems of policies in a file, as `code severity typed text`. */
function found(policies: readonly object[], text: string, { file = "a.xml", family }: Where = {}): string[] {
  const site = read(policies);
  assert.deepEqual(site.problems, []);
  return problemsOf(site, text, { file, ...(family !== undefined && { family }) }).map(
    ({ code, severity, span }) => `${code} ${severity} ${text.slice(span.start, span.end)}`,
  );
}

function problemsOf(site: ReturnType<typeof read>, text: string, { file = "a.xml", family }: Where) {
  const service = pools.forFile({ name: file, head: text });
  assert.ok(service instanceof DialectService);
  const snapshot = new Snapshot(text, service.dialect.read(text, service.catalogue), service, {
    device: family === undefined ? {} : { family },
    severities: {},
    policies: site.policies?.forFile(file.split("/")),
  });
  return snapshot.problems().filter(({ code }) => code.startsWith("policy/"));
}

test("a required setting must be set, not to nothing; a placeholder sets it", () => {
  const policy = [{ parameter: "Admin_Passwd", required: true, severity: "error" }];
  assert.deepEqual(found(policy, root("<GPP_A>1</GPP_A>")), ["policy/required error flat-profile"]);
  assert.deepEqual(found(policy, root()), ["policy/required error flat-profile"]);
  assert.deepEqual(found(policy, root("<Admin_Passwd></Admin_Passwd>")), ["policy/required error Admin_Passwd"]);
  for (const value of ["x", "{{password}}", "##PASSWORD##"])
    assert.deepEqual(found(policy, root(`<Admin_Passwd>${value}</Admin_Passwd>`)), []);
  // the last of two counts
  assert.deepEqual(found(policy, root("<Admin_Passwd>x</Admin_Passwd>", "<Admin_Passwd/>")), [
    "policy/required error Admin_Passwd",
  ]);
  // pieces and files put together by a template are not judged
  assert.deepEqual(found(policy, "<GPP_A>1</GPP_A>\n<GPP_B>1</GPP_B>\n"), []);
  assert.deepEqual(found(policy, root('{% include "common.xml" %}', "<GPP_A>1</GPP_A>")), []);
  assert.deepEqual(found(policy, root("{% if a %}", "<GPP_A>1</GPP_A>", "{% endif %}")), [
    "policy/required error flat-profile",
  ]);
});

test("a numbered parameter means all its numbers, one that is written with its number this one", () => {
  const file = root("<Proxy_1_>a.example.com</Proxy_1_>", "<Proxy_2_>b.org</Proxy_2_>", "<Proxy_3_>c.org</Proxy_3_>");
  const matches = "\\.example\\.com$";
  assert.deepEqual(found([{ parameter: "Proxy_n_", matches }], file), [
    "policy/pattern warning b.org",
    "policy/pattern warning c.org",
  ]);
  assert.deepEqual(found([{ parameter: "Proxy_{ext}_", matches }], file).length, 2);
  assert.deepEqual(found([{ parameter: "Proxy_3_", matches }], file), ["policy/pattern warning c.org"]);
  assert.deepEqual(found([{ parameter: "Proxy_*", forbidden: true }], file).length, 3);
  assert.deepEqual(found([{ parameter: "Proxy_n_", required: true }], file), []);
  assert.deepEqual(found([{ parameter: "Proxy_4_", required: true }], file), ["policy/required warning flat-profile"]);
  assert.deepEqual(found([{ parameter: "User_ID_n_", required: true }], file), [
    "policy/required warning flat-profile",
  ]);
});

test("fixed, matching and forbidden values; empty ones and placeholders are not judged", () => {
  const never = [{ parameter: "*", doesNotMatch: "(?i)\\bhttp://" }];
  const rules = root("<Profile_Rule>HTTP://h/a</Profile_Rule>", "<Profile_Rule_B>https://h/a</Profile_Rule_B>");
  assert.deepEqual(found(never, rules), ["policy/pattern warning HTTP://h/a"]);
  const fixed = [{ parameter: "Resync_On_Reset", value: "No" }];
  for (const [value, expected] of [
    ["Yes", 1],
    ["No", 0],
    ["no", 0],
    ["", 0],
    ["{$x}", 0],
  ] as const)
    assert.equal(found(fixed, root(`<Resync_On_Reset>${value}</Resync_On_Reset>`)).length, expected, value);
  const one = [{ parameter: ["GPP_A", "GPP_B"], value: ["1", "2"], severity: "info" }];
  assert.deepEqual(found(one, root("<GPP_A>1</GPP_A>", "<GPP_B>3</GPP_B>", "<GPP_C>3</GPP_C>")), [
    "policy/value info 3",
  ]);
  const forbidden = [{ parameter: "GPP_A", forbidden: true }];
  assert.deepEqual(found(forbidden, root("<GPP_A>1</GPP_A>", "<GPP_A/>")), ["policy/forbidden warning GPP_A"]);
});

test("policies for files and families apply to them alone", () => {
  const file = root("<GPP_A>1</GPP_A>");
  const forbidden = { parameter: "GPP_A", forbidden: true };
  const count = (policy: object, where: Where) => found([policy], file, where).length;
  assert.equal(count({ ...forbidden, files: "sites/**" }, { file: "sites/a/b.xml" }), 1);
  assert.equal(count({ ...forbidden, files: ["sites", "!b.xml"] }, { file: "sites/a/b.xml" }), 0);
  assert.equal(count({ ...forbidden, files: "sites/**" }, { file: "b.xml" }), 0);
  assert.equal(count({ ...forbidden, family: ["mpp68xx", "mpp88xx"] }, { family: "mpp88xx" }), 1);
  assert.equal(count({ ...forbidden, family: "mpp68xx" }, { family: "mpp88xx" }), 0);
  assert.equal(count({ ...forbidden, family: "mpp88xx" }, {}), 0);
  assert.equal(count({ ...forbidden, dialect: "cisco-flat-profile" }, {}), 1);
});

for (const { dialect, fileName, files } of dialectCases)
  test(`policies apply to ${dialect.id}`, () => {
    const { catalogue } = pools.of(dialect);
    const isKnown = ({ name, path }: Setting) => catalogue.has(name, path);
    for (const file of files) {
      const settings = dialect.read(file, catalogue).profiles.flatMap((profile) => [...profile.settings()]);
      const isJudged = (each: Setting) => !each.isEmpty && !each.templated && !each.isStatus;
      const setting = settings.find((each) => isKnown(each) && isJudged(each));
      if (!setting) continue;
      const parameter = setting.path === "" ? setting.name : `${setting.path}/${setting.name}`;
      const site = read([{ parameter, forbidden: true, dialect: dialect.id, message: "Not here." }]);
      const [problem] = problemsOf(site, file, { file: fileName });
      assert.deepEqual([problem?.code, problem?.message], ["policy/forbidden", "Not here."]);
      return;
    }
    assert.fail("no file has a known setting");
  });

test("a message of the site takes the place of ours, and secrets are not shown", () => {
  const file = root("<Admin_Password>typed-one</Admin_Password>", "<GPP_A>1</GPP_A>");
  for (const policy of [
    { parameter: "Admin_Password", value: "fixed-one" },
    { parameter: "Admin_Password", matches: "^fixed-one$" },
    { parameter: "Admin_Password", value: "fixed-one", message: "Use fixed-one." },
    { parameter: ["GPP_A", "Admin_Password"], value: "fixed-one" },
    { parameter: "*", matches: "fixed-one" },
  ]) {
    const problems = problemsOf(read([policy]), file, {});
    assert.ok(problems.length > 0);
    assert.doesNotMatch(JSON.stringify(problems), /fixed-one|typed-one/);
  }
  const [own] = problemsOf(read([{ parameter: "GPP_A", value: "2", message: "Always 2." }]), file, {});
  assert.equal(own?.message, "Always 2.");
  assert.deepEqual(
    own?.fixes?.map(({ title, safe }) => [title, safe]),
    [["Replace with `2`", undefined]],
  );
});

const faulty: readonly (readonly [policy: object, code: string, message: RegExp])[] = [
  [{ parameter: "Proxi_n_", required: true }, "policy/unknown-parameter", /`Proxi_n_`. Did you mean `Proxy_n_`/],
  [{ parameter: "Admin_Paswd", required: true }, "policy/unknown-parameter", /Did you mean `Admin_Passwd`/],
  [{ parameter: "Qqq*", forbidden: true }, "policy/unknown-parameter", /never apply/],
  [{ parameter: "Resync_On_Reset", value: "soon" }, "policy/bad-value", /`soon`/],
  [{ parameter: "SIP_Port_n_", value: "99999" }, "policy/bad-value", /99999/],
  [{ parameter: "GPP_A", matches: "(a" }, "policy/bad-pattern", /closing bracket/],
  [{ parameter: "GPP_A", matches: "(?=a)" }, "policy/bad-pattern", /not supported/],
  [{ parameter: "GPP_A", doesNotMatch: "$a" }, "policy/bad-pattern", /never matches/],
  [{ parameter: "GPP_A", files: "*".repeat(20), forbidden: true }, "policy/bad-entry", /wildcards/],
  [{ parameter: "GPP_A", forbidden: true, family: "mpp99xx" }, "policy/bad-entry", /Unknown phone family `mpp99xx`/],
  [{ parameter: "GPP_A", forbidden: true, dialect: "nokia" }, "policy/bad-entry", /Unknown dialect/],
  [{ parameter: "GPP_A", forbidden: true, value: "1" }, "policy/bad-entry", /anything else/],
  [{ parameter: "GPP_A" }, "policy/bad-entry", /asks for nothing/],
  [{ required: true }, "policy/bad-entry", /no `parameter`/],
  [{ parameter: 5, required: true }, "policy/bad-entry", /name of a parameter/],
  [{ parameter: "GPP_A", requird: true }, "policy/bad-entry", /Did you mean `required`/],
  [{ parameter: "GPP_A", required: "yes" }, "policy/bad-entry", /true or false/],
  [{ parameter: "GPP_A", value: 5 }, "policy/bad-entry", /double quotes/],
  [{ parameter: "GPP_A", required: true, severity: "fatal" }, "policy/bad-entry", /one of: error/],
];

for (const [policy, code, message] of faulty)
  test(`a fault of a policy is reported: ${JSON.stringify(policy).slice(0, 80)}`, () => {
    const [problem] = read([policy]).problems;
    assert.equal(problem?.code, code);
    assert.match(problem?.message ?? "", message);
    assert.ok(otherPages().some((page) => page.code === code));
  });

test("a policy that cannot be read does not apply, and the others do", () => {
  const site = read([
    { parameter: "GPP_A", forbidden: true, files: "*".repeat(20) },
    { parameter: "GPP_B", forbidden: true },
  ]);
  const problems = problemsOf(site, root("<GPP_A>1</GPP_A>", "<GPP_B>1</GPP_B>"), {});
  assert.deepEqual(
    problems.map(({ message }) => message),
    ["A policy of the site forbids `GPP_B`. Remove it."],
  );
});

test("a value or pattern for a secret is not quoted in the problems of the file", () => {
  const { problems } = read([
    { parameter: "Admin_Password", value: "planted-one" },
    { parameter: "Admin_Password", matches: "(planted-one" },
  ]);
  assert.equal(problems.length, 1);
  assert.doesNotMatch(JSON.stringify(problems), /planted/);
});
