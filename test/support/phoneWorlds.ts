import fc from "fast-check";
import type { Answer, SiteFile } from "../../server/src/deployment/exchange";
import type { Device } from "../../server/src/devices/device";
import { words } from "./randomSettings";

// Random sites with shared files and a file of its own for each phone, and what is changed in them.

const mostly = words(
  "http://pbx/$MA.xml http://pbx/$MA.xml http://pbx/$MA.xml http://pbx/$MA.xml http://pbx/1 http://pbx/b/$MAU.xml #",
);
const others = words("http://pbx/1 http://pbx/2 http://pbx/1 http://pbx/$MA.xml http://pbx/gone # # #");
const conditions = fc.constantFrom(
  "",
  "",
  '("$D" eq "201")? http://pbx/1 | http://pbx/2',
  '("$D" eq "201")? http://pbx/gone',
  '("$MA" eq "00005e005301")? http://pbx/1',
);
const firstRules = fc
  .tuple(mostly, others, conditions)
  .map(
    ([b, c, d]) =>
      `<Profile_Rule_B>${b}</Profile_Rule_B><Profile_Rule_C>${c}</Profile_Rule_C><Profile_Rule_D>${d}</Profile_Rule_D>`,
  );
const sharedNames = words(
  "GPP_A GPP_B Proxy_1_ User_ID_1_ Display_Brightness Resync_Periodic Resync_On_Reset Resync_Fails_On_FNF Profile_Rule Nothing Upgrade_Rule",
);
const sharedValues = words(
  "_ a b 0 600 No Yes http://pbx/$PSN.xml http://pbx/1 http://pbx/sip88xx.12-0-6MPP0001-65.loads",
).map((text) => (text === "_" ? "" : text));
const sharedLines = fc
  .array(fc.tuple(sharedNames, sharedValues), { maxLength: 2 })
  .map((all) => all.map(([name, value]) => `<${name}>${value}</${name}>`).join("\n"));

/** One template; each phone has texts of its own. */
const ownNames = words(
  "User_ID_1_ User_ID_2_ Display_Name_1_ GPP_D GPP_D GPP_A Short_Name_1_ Nothing Resync_Periodic Resync_On_Reset Password_1_ Profile_Rule",
);
const ownValues = fc.array(
  words("_ 201 202 600 600 Yes No d1x2").map((text) => (text === "_" ? "" : text)),
  {
    minLength: 1,
    maxLength: 3,
  },
);
export const count = 6;
const template = fc.array(
  fc.tuple(
    ownNames,
    words('_ _ _ _ _ _ _ ua="na" ua="rw" user-pref="y"').map((text) => (text === "_" ? "" : ` ${text}`)),
    ownValues,
  ),
  { minLength: 1, maxLength: 4 },
);

export const world = fc.record({
  first: fc.tuple(firstRules, sharedLines),
  shared: fc.array(sharedLines, { minLength: 2, maxLength: 2 }),
  template,
  /** The file of one phone that is not made from the template. */
  other: fc.option(sharedLines, { freq: 2 }),
  /** Phones without a file. */
  missing: fc.subarray([1, 4], { maxLength: 1 }),
});
export type World = typeof world extends fc.Arbitrary<infer T> ? T : never;
/** What is other in the files afterwards. */
export const change = fc.oneof(
  fc.record({ other: sharedLines }),
  fc.record({ missing: fc.subarray([1, 4], { maxLength: 1 }) }),
  fc.record({ shared: fc.array(sharedLines, { minLength: 2, maxLength: 2 }) }),
  fc.record({ first: fc.tuple(firstRules, sharedLines), template }, { requiredKeys: [] }),
);

export const profile = (lines: string) => `<flat-profile>\n${lines}\n</flat-profile>`;
export const macOf = (i: number) => `00005e00530${i}`;

/** Phone `i`. */
export function phoneOf(i: number, isShort: boolean): Device {
  return {
    id: `d${i}x2`,
    model: "8841",
    mac: macOf(i),
    firmware: isShort ? "sip88xx.11-3-1MPP-697" : "sip88xx.12-0-5MPP0102-328",
    dhcp: { "66": "http://pbx" },
  };
}

/** The same object for the same content, as sites give it. */
export type Files = Map<string, SiteFile>;

export function serverOf({ first, shared, template, other, missing }: World, files: Files) {
  return ({ path: url }: { path: string }): Answer => {
    const own = Array.from({ length: count }, (_, i) => i).find((i) => url.toLowerCase().includes(macOf(i)));
    if (own !== undefined && missing.includes(own)) return { kind: "status", status: 404 };
    const number = /\/([12])$/.exec(url)?.[1];
    const text =
      own === 2 && other !== null
        ? other
        : own !== undefined
          ? template
              .map(([name, attribute, values]) => `<${name}${attribute}>${values[own % values.length]}</${name}>`)
              .join("\n")
          : url.endsWith("3PCC.xml")
            ? first.join("\n")
            : number && shared[Number(number) - 1];
    if (url.endsWith(".loads")) return { kind: "status", status: 200 };
    if (text === undefined || text === "") return { kind: "status", status: 404 };
    const key = `${url} ${text}`;
    const known = files.get(key);
    if (known) return { kind: "file", file: known };
    const file = { name: `www${url}`, text: profile(text), layers: [], ...(own === undefined && { isShared: true }) };
    files.set(key, file);
    return { kind: "file", file };
  };
}
