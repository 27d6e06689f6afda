import { defaultSettings } from "../../server/src/analysis/snapshot";
import { convert } from "../../server/src/conversion/convert";
import type { Dialect } from "../../server/src/dialects/dialect";
import { dialects } from "../../server/src/dialects/index";
import { problemsOf, serviceOf } from "../support/problems";
import { codes } from "./codes";
import type { VendorCase } from "./vendorCase";

const dialectOf = (word: string): Dialect | undefined =>
  dialects.find(({ id }) => id === word || id.startsWith(`${word}-`));

/** `avaya DSTSTART 2SunMar2L, DSTSTOP 1SunNov2L` to `cisco`, or to `cisco Dial_Plan`. */
export function conversionCase({ input, expected }: VendorCase): string | undefined {
  const [, fromWord = "", whole = ""] = /^(\w+)\s+(.*)$/s.exec(String(input.from_ ?? input.from)) ?? [];
  const [, rest = whole, firmware] = /^(.*?)\s*\((\d+\.\d+)[^()]*\)$/s.exec(whole) ?? [];
  const [toWord = "", wanted = ""] = String(input.to).split(/\s+/);
  const [from, to] = [dialectOf(fromWord), dialectOf(toWord)];
  if (!from?.conversion || !to?.conversion) return `no conversion from ${fromWord} to ${toWord}`;
  const { catalogue } = serviceOf(from);
  const settings = rest.split(/,\s+(?=[A-Za-z]\w+ )/).map((each): [string, string] => {
    const [, name = "", value = ""] = /^(\S+)\s+(.*)$/s.exec(each) ?? [];
    return [catalogue.has(name) ? name : `${name}_1_`, value];
  });
  const given = convert(new Map(settings), from.conversion, to.conversion, undefined, { firmware });
  const text = String(expected as unknown);
  const offered = /^no conversion(?:; offer (\S+))?/.exec(text);
  if (offered)
    return given.settings.length === 0 &&
      (!offered[1] || given.losses.some(({ suggestion }) => suggestion === offered[1]))
      ? undefined
      : `converted to ${JSON.stringify(given)}`;
  const found = given.settings.filter(([name]) => name.startsWith(wanted));
  const lines = found.map(([name, value]) => `${name} ${value}`).join(", ");
  return found.some(([, value]) => value === text) || lines === text
    ? undefined
    : `converted to ${JSON.stringify(given)}`;
}

/** The text of a DHCP option, whose settings are checked as those of a file. */
export function optionCase({ input, expected }: VendorCase, dialect: Dialect): string | undefined {
  const text = String(input.text);
  const code = Number(input.option ?? input.code ?? (/^(?:0x)?[0-9a-f\s:]+$/i.test(text) ? 43 : 242));
  const { settings = [] } = dialect.dhcpOptions?.find((option) => option.code === code)?.decode(text) ?? {};
  const found = Object.fromEntries(settings.map(({ name, value }) => [name, value]));
  if (expected.settings && JSON.stringify(found) !== JSON.stringify(expected.settings))
    return `decoded to ${JSON.stringify(found)}`;
  const file = dialect.file(settings.map(({ name, value }) => dialect.write.element(name, value)));
  const problems = problemsOf(file, defaultSettings, dialect);
  const lacking = ((expected.diagnostics ?? []) as readonly { code: string; severity: string }[]).filter(
    (each) =>
      !problems.some(
        (problem) => problem.code === (codes[each.code] ?? each.code) && problem.severity === each.severity,
      ),
  );
  return lacking.length === 0 ? undefined : `not reported: ${lacking.map((each) => each.code).join(", ")}`;
}
