import type { PageText } from "../text/codePage";

// What the codes of the reader mean; each dialect that reports them adds examples.

export const missingEndTag: PageText = {
  code: "xml/missing-end-tag",
  severity: "error",
  title: "Missing end tag",
  docs: "An element is opened and never closed. The phone rejects the whole file, so none of its settings take effect. The fix closes the element where its value ends.",
};

export const mismatchedEndTag: PageText = {
  code: "xml/mismatched-end-tag",
  severity: "error",
  title: "End tag with a different name",
  docs: "The end tag does not repeat the name of the start tag. Both names must be identical, including upper and lower case and the trailing underscore. The phone rejects the file.",
};

export const lostSlash: PageText = {
  code: "xml/lost-slash",
  severity: "error",
  title: "Start tag instead of an end tag",
  docs: "A second start tag is in the place of the end tag: the slash is missing. The phone reads it as a nested element and rejects the file.",
};

export const unexpectedEndTag: PageText = {
  code: "xml/unexpected-end-tag",
  severity: "error",
  title: "End tag without a start tag",
  docs: "No open element has this name. The phone rejects the file. Correct the name, or remove the tag.",
};

export const tagNotClosed: PageText = {
  code: "xml/tag-not-closed",
  severity: "error",
  title: "Tag without `>`",
  docs: "A tag starts with `<` and must end with `>`. Without it the phone reads the value, and sometimes the next element, as part of the tag.",
};

export const blankAfterBracket: PageText = {
  code: "xml/blank-after-bracket",
  severity: "error",
  title: "Space between `<` and the name",
  docs: "The name must follow `<` or `</` directly, without a space. Otherwise the phone rejects the file.",
};

export const oddBlank: PageText = {
  code: "xml/odd-blank",
  severity: "error",
  title: "Invalid space in a tag",
  docs: "Pasted text often contains no-break spaces, em spaces and invisible characters. Between a name and its attributes XML allows only plain spaces, tabs and line breaks. The phone rejects the file.",
};

export const badName: PageText = {
  code: "xml/bad-name",
  severity: "error",
  title: "Invalid element name",
  docs: "A name must start with a letter or an underscore. Some old sample files contain `<*_Key>` and `<#_Key>`; XML readers reject them.",
};

export const bareLessThan: PageText = {
  code: "xml/bare-less-than",
  severity: "error",
  title: "Plain < in a value",
  docs: "Inside a value `<` starts a tag. In dial plans and number maps write `&lt;`. Replace placeholders from manuals, such as `<server>`, with the real text.",
};

export const bareAmpersand: PageText = {
  code: "xml/bare-ampersand",
  severity: "error",
  title: "Plain & in a value",
  docs: "Inside a value `&` starts a reference such as `&lt;`. In URLs and LDAP filters write `&amp;`.",
};

export const unknownEntity: PageText = {
  code: "xml/unknown-entity",
  severity: "error",
  title: "Unknown entity",
  docs: "XML has the entities `&amp;`, `&lt;`, `&gt;`, `&apos;`, `&quot;` and numbers such as `&#40;`. Names of HTML (`&nbsp;`, `&eacute;`) make the phone reject the file. Entities that a file declares itself are never expanded.",
};

export const attributeQuotes: PageText = {
  code: "xml/attribute-quotes",
  severity: "error",
  title: "Attribute without quotes",
  docs: 'The value of an attribute must be in double quotes: `name="value"`. Without them, or with only one, the phone rejects the file.',
};

export const attributeName: PageText = {
  code: "xml/attribute-name",
  severity: "error",
  title: "Attribute without a name",
  docs: "A value in quotes directly follows the element name. The attribute name is missing.",
};

export const bareAttribute: PageText = {
  code: "xml/bare-attribute",
  severity: "error",
  title: "Word in a tag that is not an attribute",
  docs: 'Between the name and `>` only attributes of the form `name="value"` are allowed. Manuals print placeholders such as ` n ` in names: write the number without spaces.',
};

export const missingBlank: PageText = {
  code: "xml/missing-blank",
  severity: "error",
  title: "Missing space before an attribute",
  docs: "There is no space between the element name and the attribute, so the phone reads both as one name.",
};

export const curlyQuotes: PageText = {
  code: "xml/curly-quotes",
  severity: "error",
  title: "Typographic quotes in markup",
  docs: "Word processors change straight quotes to curly ones. XML accepts only straight quotes around attributes. The phone rejects the file.",
};

export const commentNotClosed: PageText = {
  code: "xml/comment-not-closed",
  severity: "error",
  title: "Comment that never ends",
  docs: "A comment runs from `<!--` to `-->`. Without the end the rest of the file is a comment.",
};

export const commentInComment: PageText = {
  code: "xml/comment-in-comment",
  severity: "warning",
  title: "Comment inside a comment",
  docs: "A comment cannot contain another comment: it ends at the first `-->`. Usually the outer comment was never closed, so the phone ignores the settings in between. Strict XML readers reject the file.",
};

export const commentDashes: PageText = {
  code: "xml/comment-dashes",
  severity: "hint",
  title: "Two dashes inside a comment",
  docs: "XML does not allow `--` inside a comment. Phones accept it; other tools reject the file.",
};

export const textBeforeRoot: PageText = {
  code: "xml/text-before-root",
  severity: "error",
  title: "Text before the root",
  docs: "Only comments and a `<?xml … ?>` line are allowed before the first element. The phone rejects the file.",
};

export const savedFromBrowser: PageText = {
  code: "xml/saved-from-browser",
  severity: "error",
  title: "File copied from a browser's tree view",
  docs: "Browsers show XML as a tree, with an extra line at the top and `-` and `+` before elements. Text copied from there is not valid XML, and folded sections are missing. Save the page source instead.",
};

export const strayText: PageText = {
  code: "xml/stray-text",
  severity: "hint",
  title: "Text between elements",
  docs: "The phone ignores text between elements. Write notes as comments: `<!-- SYSTEM -->`. Reported once in a file.",
};
