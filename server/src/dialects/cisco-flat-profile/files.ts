import type { DialectFiles } from "../dialect";

const root = /<(?:[A-Za-z][\w.-]*:)?(?:flat-profile|router-configuration)[\s/>\u201c\u201d]/;

/** Profiles have no name of their own: the root decides. `.xml` and `.cfg`, also as templates, may be profiles. */
export const files: DialectFiles = {
  names: /\.(?:xml|cfg)(?:\.(?:tpl|tmpl|j2|jinja2?|erb|php|vm|ejs|mustache|hbs|in|dist|sample))?$/i,
  globs: ["**/*.{xml,cfg}"],
  recognize(fileName, head) {
    if (root.test(head)) return 1;
    // settings without the root, and roots that a program prints
    return this.names.test(fileName) ? 0.1 : 0;
  },
  // a root of another name, or half of one, is around a whole profile
  isBrokenWhole: (text, codes) => codes.has("xml/wrong-root") || text.includes("</flat-profile"),
};
