import assert from "node:assert/strict";
import test from "node:test";
import { withSite } from "../support/commandLine";

const profile = "<flat-profile>\n<GPP_A>1</GPP_A>\n</flat-profile>\n";

const others: Readonly<Record<string, readonly [text: string, named: RegExp]>> = {
  compiler: [
    '# *** System\nRestricted_Access_Domains "" ;\nWeb_Admin_Passwd[1]\nEnable_Web_Server "Yes" ;\n',
    /old profile compiler/,
  ],
  "compiler with access": ['Enable_Web_Server ! "Yes" ;\n', /old profile compiler/],
  browser: [
    "This XML file does not appear to have any style information associated with it. The document tree is shown below.\n",
    /copied from a browser/,
  ],
  values: ["Yes\nNo\n3600\nsip.example.com\n", /text without tags/],
  json: ['{ "devices": [] }', /JSON/],
  list: ['[\n{"a": 1}]', /JSON/],
  html: ["<!DOCTYPE html>\n<html><head><title>404</title></head></html>", /HTML page/],
  "html without a type": ["<html><body>Not Found</body></html>", /HTML page/],
  polycom: ['<?xml version="1.0"?>\n<!-- x -->\n<polycomConfig a="1"/>', /Polycom/],
  grandstream: ['<?xml version="1.0"?><gs_provision version="1"></gs_provision>', /Grandstream/],
  yealink: ["#!version:1.0.0.1\naccount.1.enable = 1\n", /Yealink/],
  xml: ["<menu><a/></menu>", /root <menu>/],
  empty: ["", /empty/],
  blank: [" \n\n", /empty/],
};

for (const [name, [text, named]] of Object.entries(others))
  test(`a file that is not a profile is named for what it is: ${name}`, () =>
    withSite({ "dir/other.cfg": text, "dir/good.xml": profile }, async (site) => {
      assert.match((await site.run(["inspect", "dir/other.cfg"])).out, named);
      const alone = await site.run(["check", "dir/other.cfg"]);
      assert.equal(alone.code, 2, alone.err);
      assert.match(alone.err, named);
      const both = await site.run(["check", "dir/other.cfg", "dir/good.xml"]);
      assert.equal(both.code, 1);
      assert.match(both.err, named);
      const found = await site.run(["check", "dir", "--no-progress"]);
      assert.deepEqual([found.code, found.err], [0, ""]);
    }));
