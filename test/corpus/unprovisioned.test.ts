import assert from "node:assert/strict";
import test from "node:test";
import { corpusFiles } from "../support/corpus";
import { snapshotOf } from "../support/problems";

// What leaves a phone unprovisioned is never silent: real files are broken in ways that make a phone take nothing from
// them, and `check`, which fails from a warning on, must not pass one.

interface Parts {
  readonly before: string;
  readonly body: string;
  readonly after: string;
}

/** A file around its only root. */
function partsOf(text: string): Parts | undefined {
  const [whole, before, body, after] =
    /^([\s\S]*?)<flat-profile(?:\s[^<>]*)?>([\s\S]*)<\/flat-profile\s*>([\s\S]*)$/.exec(text) ?? [];
  if (whole === undefined || before === undefined || body === undefined || after === undefined) return undefined;
  return /<flat-profile|<\/flat-profile|<router-configuration/.test(before + body + after)
    ? undefined
    : { before, body, after };
}

const renamed = (body: string, rename: (name: string) => string) =>
  body.replace(/(<\/?)([A-Za-z][\w.-]*)/g, (_, bracket: string, name: string) => bracket + rename(name));
const rooted =
  (name: string) =>
  ({ before, body, after }: Parts) =>
    `${before}<${name}>${body}</${name}>${after}`;
const bodied =
  (change: (body: string) => string) =>
  ({ before, body, after }: Parts) =>
    `${before}<flat-profile>${change(body)}</flat-profile>${after}`;

const ways: Readonly<Record<string, (parts: Parts) => string>> = {
  "root in capitals": rooted("Flat-Profile"),
  "root with underscore": rooted("flat_profile"),
  "root in one word": rooted("flatprofile"),
  "root of another product": rooted("config"),
  "root of the wrapper alone": rooted("device"),
  "root removed": ({ before, body, after }) => before + body + after,
  "root without its start": ({ before, body, after }) => `${before}${body}</flat-profile>${after}`,
  "root without its end": ({ before, body, after }) => `${before}<flat-profile>${body}${after}`,
  "root with another end": ({ before, body, after }) => `${before}<flat-profile>${body}</flat_profile>${after}`,
  "root in a comment": ({ before, body, after }) =>
    `${before}<!-- <flat-profile> -->${body}<!-- </flat-profile> -->${after}`,
  "root closed too early": ({ before, body, after }) => `${before}<flat-profile></flat-profile>${body}${after}`,
  "root opened too late": ({ before, body, after }) => `${before}${body}<flat-profile/>${after}`,
  "settings in the wrapper": ({ before, body, after }) =>
    `${before}<device>${body}<flat-profile></flat-profile></device>${after}`,
  "wrapper not closed": ({ before, body, after }) => `${before}<device><flat-profile>${body}</flat-profile>${after}`,
  "wrapper closed by another name": ({ before, body, after }) =>
    `${before}<device><flat-profile>${body}</flat-profile></devices>${after}`,
  "one section": bodied((body) => `<Phone>${body}</Phone>`),
  "sections in sections": bodied((body) => `<Phone><Ext_1>${body}</Ext_1></Phone>`),
  "all in one section of the router": bodied((body) => `<router-configuration>${body}</router-configuration>`),
  "names in lower case": bodied((body) => renamed(body, (name) => name.toLowerCase())),
  "names of another product": bodied((body) => renamed(body, (name) => `Acme_${name}`)),
  "names turned round": bodied((body) =>
    renamed(body, (name) =>
      name
        .split("_")
        .filter(Boolean)
        .reverse()
        .join("_")
        .replace(/^(?=\d)/, "N"),
    ),
  ),
  "names with a star": bodied((body) => renamed(body, (name) => `*${name}`)),
  "names with a number in front": bodied((body) => renamed(body, (name) => `1${name}`)),
  "odd blanks in tags": bodied((body) => body.replace(/(<[A-Za-z][\w.-]*)(?=[\s/>])/g, "$1\u00a0")),
};

/** Ways each file is broken in; all files together see each many times. */
const each = process.env.ALL_WAYS ? Object.keys(ways).length : 4;

const files = corpusFiles().filter(({ text }) => text.length < 250_000);

test("a file that leaves a phone unprovisioned has a warning at least", { skip: files.length === 0 }, () => {
  const silent: string[] = [];
  const names = Object.keys(ways);
  let tried = 0;
  for (const [i, file] of files.entries()) {
    const parts = partsOf(file.text);
    // Where a program writes elements, it may write the root.
    if (!parts || snapshotOf(file.text).document.hasTemplate || !/<\w/.test(parts.body.replace(/<!--[\s\S]*?-->/g, "")))
      continue;
    for (let k = 0; k < each; k++) {
      const name = names[(i * 5 + k * 7) % names.length] ?? "";
      const broken = ways[name]?.(parts) ?? "";
      tried++;
      if (
        !snapshotOf(broken)
          .problems()
          .some(({ severity }) => severity === "error" || severity === "warning")
      )
        silent.push(`${name}: ${file.path}`);
    }
  }
  assert.ok(tried > 200, String(tried));
  assert.deepEqual(silent, []);
});
