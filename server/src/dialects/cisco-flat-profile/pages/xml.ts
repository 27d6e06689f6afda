import type { CodePage } from "../../../checks/check";

/** Manual pages of what reading the XML reports. */
export const xmlPages: readonly CodePage[] = [
  {
    code: "xml/missing-end-tag",
    severity: "error",
    title: "Missing end tag",
    docs: "An element is opened and never closed. The phone rejects the whole file, so none of its settings take effect. The fix closes the element where its value ends.",
    examples: [
      {
        bad: "<flat-profile>\n<Profile_Rule>/a.xml\n<GPP_A>1</GPP_A>\n</flat-profile>",
        good: "<flat-profile>\n<Profile_Rule>/a.xml</Profile_Rule>\n<GPP_A>1</GPP_A>\n</flat-profile>",
      },
    ],
  },
  {
    code: "xml/mismatched-end-tag",
    severity: "error",
    title: "End tag with a different name",
    docs: "The end tag does not repeat the name of the start tag. Both names must be identical, including upper and lower case and the trailing underscore. The phone rejects the file.",
    examples: [
      {
        bad: "<flat-profile><MediaSec_Request_1_>No</MediaSec_Request></flat-profile>",
        good: "<flat-profile><MediaSec_Request_1_>No</MediaSec_Request_1_></flat-profile>",
      },
    ],
  },
  {
    code: "xml/lost-slash",
    severity: "error",
    title: "Start tag instead of an end tag",
    docs: "A second start tag is in the place of the end tag: the slash is missing. The phone reads it as a nested element and rejects the file.",
    examples: [
      {
        bad: "<flat-profile><SIP_Port_1_>5060<SIP_Port_1_>\n<GPP_A>1</GPP_A></flat-profile>",
        good: "<flat-profile><SIP_Port_1_>5060</SIP_Port_1_>\n<GPP_A>1</GPP_A></flat-profile>",
      },
    ],
  },
  {
    code: "xml/unexpected-end-tag",
    severity: "error",
    title: "End tag without a start tag",
    docs: "No element of this name is open here. The phone rejects the file.",
    examples: [
      {
        bad: "<flat-profile><GPP_A>1</GPP_A></GPP_B></flat-profile>",
        good: "<flat-profile><GPP_A>1</GPP_A><GPP_B/></flat-profile>",
      },
    ],
  },
  {
    code: "xml/tag-not-closed",
    severity: "error",
    title: "Tag without `>`",
    docs: "A tag starts with `<` and must end with `>`. Without it the phone reads the value, and sometimes the next element, as part of the tag.",
    examples: [
      {
        bad: "<flat-profile><Resync_Periodic 3600</Resync_Periodic></flat-profile>",
        good: "<flat-profile><Resync_Periodic>3600</Resync_Periodic></flat-profile>",
      },
    ],
  },
  {
    code: "xml/blank-after-bracket",
    severity: "error",
    title: "Space between `<` and the name",
    docs: "The name must follow `<` or `</` directly, without a space. Otherwise the phone rejects the file.",
    examples: [
      { bad: "<flat-profile><GPP_A>1</ GPP_A></flat-profile>", good: "<flat-profile><GPP_A>1</GPP_A></flat-profile>" },
    ],
  },
  {
    code: "xml/odd-blank",
    severity: "error",
    title: "Invalid space in a tag",
    docs: "Pasted text often contains no-break spaces, em spaces and invisible characters. Between a name and its attributes XML allows only plain spaces, tabs and line breaks. The phone rejects the file.",
    examples: [
      {
        bad: '<flat-profile><GPP_A\u00a0ua="na">1</GPP_A></flat-profile>',
        good: '<flat-profile><GPP_A ua="na">1</GPP_A></flat-profile>',
      },
    ],
  },
  {
    code: "xml/bad-name",
    severity: "error",
    title: "Invalid element name",
    docs: "A name must start with a letter or an underscore. Some old sample files contain `<*_Key>` and `<#_Key>`; XML readers reject them.",
    examples: [
      { bad: "<flat-profile><*_Key>1</*_Key></flat-profile>", good: "<flat-profile><GPP_A>1</GPP_A></flat-profile>" },
    ],
  },
  {
    code: "xml/bare-less-than",
    severity: "error",
    title: "Plain < in a value",
    docs: "Inside a value `<` starts a tag. In dial plans and number maps write `&lt;`. Replace placeholders from manuals, such as `<server>`, with the real text.",
    examples: [
      {
        bad: "<flat-profile><Dial_Plan_1_>(<:1>xxxxxxxxxx)</Dial_Plan_1_></flat-profile>",
        good: "<flat-profile><Dial_Plan_1_>(&lt;:1&gt;xxxxxxxxxx)</Dial_Plan_1_></flat-profile>",
      },
    ],
  },
  {
    code: "xml/bare-ampersand",
    severity: "error",
    title: "Plain & in a value",
    docs: "Inside a value `&` starts a reference such as `&lt;`. In URLs and LDAP filters write `&amp;`.",
    examples: [
      {
        bad: "<flat-profile><GPP_A>http://h/a?b=1&c=2</GPP_A></flat-profile>",
        good: "<flat-profile><GPP_A>http://h/a?b=1&amp;c=2</GPP_A></flat-profile>",
      },
    ],
  },
  {
    code: "xml/unknown-entity",
    severity: "error",
    title: "Unknown entity",
    docs: "XML has the entities `&amp;`, `&lt;`, `&gt;`, `&apos;`, `&quot;` and numbers such as `&#40;`. Names of HTML (`&nbsp;`, `&eacute;`) make the phone reject the file. Entities that a file declares itself are never expanded.",
    examples: [
      {
        bad: "<flat-profile><Station_Name>a&nbsp;b</Station_Name></flat-profile>",
        good: "<flat-profile><Station_Name>a b</Station_Name></flat-profile>",
      },
    ],
  },
  {
    code: "xml/attribute-quotes",
    severity: "error",
    title: "Attribute without quotes",
    docs: 'The value of an attribute must be in double quotes: `ua="na"`. Without them, or with only one, the phone rejects the file.',
    examples: [
      {
        bad: "<flat-profile><GPP_A ua=na>1</GPP_A></flat-profile>",
        good: '<flat-profile><GPP_A ua="na">1</GPP_A></flat-profile>',
      },
    ],
  },
  {
    code: "xml/attribute-name",
    severity: "error",
    title: "Attribute without a name",
    docs: "A value in quotes directly follows the element name. The attribute name, usually `ua`, is missing.",
    examples: [
      {
        bad: '<flat-profile><GPP_A="na">1</GPP_A></flat-profile>',
        good: '<flat-profile><GPP_A ua="na">1</GPP_A></flat-profile>',
      },
    ],
  },
  {
    code: "xml/bare-attribute",
    severity: "error",
    title: "Word in a tag that is not an attribute",
    docs: 'Between the name and `>` only attributes of the form `name="value"` are allowed. Manuals print placeholders as `Extended_Function_ n _`: write the number without spaces.',
    examples: [
      {
        bad: '<flat-profile><Register_Expires_ n _ ua="na">3600</Register_Expires_ n _></flat-profile>',
        good: '<flat-profile><Register_Expires_1_ ua="na">3600</Register_Expires_1_></flat-profile>',
      },
    ],
  },
  {
    code: "xml/missing-blank",
    severity: "error",
    title: "Missing space before an attribute",
    docs: "There is no space between the element name and the attribute, so the phone reads both as one name.",
    examples: [
      {
        bad: '<flat-profile><EXT_SIP_Port_1_ua="na">5060</EXT_SIP_Port_1_></flat-profile>',
        good: '<flat-profile><EXT_SIP_Port_1_ ua="na">5060</EXT_SIP_Port_1_></flat-profile>',
      },
    ],
  },
  {
    code: "xml/curly-quotes",
    severity: "error",
    title: "Typographic quotes in markup",
    docs: "Word processors change straight quotes to curly ones. XML accepts only straight quotes around attributes. The phone rejects the file.",
    examples: [
      {
        bad: "<flat-profile><GPP_A ua=\u201dna\u201d>1</GPP_A></flat-profile>",
        good: '<flat-profile><GPP_A ua="na">1</GPP_A></flat-profile>',
      },
    ],
  },
  {
    code: "xml/comment-not-closed",
    severity: "error",
    title: "Comment that never ends",
    docs: "A comment runs from `<!--` to `-->`. Without the end the rest of the file is a comment.",
    examples: [
      {
        bad: "<flat-profile><!-- note <GPP_A>1</GPP_A></flat-profile>",
        good: "<flat-profile><!-- note --><GPP_A>1</GPP_A></flat-profile>",
      },
    ],
  },
  {
    code: "xml/comment-in-comment",
    severity: "warning",
    title: "Comment inside a comment",
    docs: "A comment cannot contain another comment: it ends at the first `-->`. Usually the outer comment was never closed, so the phone ignores the settings in between. Strict XML readers reject the file.",
    examples: [
      {
        bad: "<flat-profile><!--\n<GPP_A>1</GPP_A>\n<!-- second -->\n</flat-profile>",
        good: "<flat-profile><!-- first -->\n<GPP_A>1</GPP_A>\n<!-- second -->\n</flat-profile>",
      },
    ],
  },
  {
    code: "xml/comment-dashes",
    severity: "hint",
    title: "Two dashes inside a comment",
    docs: "XML does not allow `--` inside a comment. Phones accept it; other tools reject the file.",
    examples: [
      {
        bad: "<flat-profile><!----- Provisioning -----><GPP_A>1</GPP_A></flat-profile>",
        good: "<flat-profile><!-- Provisioning --><GPP_A>1</GPP_A></flat-profile>",
      },
    ],
  },
  {
    code: "xml/text-before-root",
    severity: "error",
    title: "Text before the root",
    docs: "Only comments and a `<?xml … ?>` line are allowed before the first element. The phone rejects the file.",
    examples: [
      {
        bad: "my profile\n<flat-profile><GPP_A>1</GPP_A></flat-profile>",
        good: "<!-- my profile -->\n<flat-profile><GPP_A>1</GPP_A></flat-profile>",
      },
    ],
  },
  {
    code: "xml/saved-from-browser",
    severity: "error",
    title: "File copied from a browser's tree view",
    docs: "Browsers show XML as a tree, with an extra line at the top and `-` and `+` before elements. Text copied from there is not valid XML, and folded sections are missing. Save the page source instead.",
    examples: [
      {
        bad: "This XML file does not appear to have any style information associated with it. The document tree is shown below.\n<flat-profile><GPP_A>1</GPP_A></flat-profile>",
        good: "<flat-profile><GPP_A>1</GPP_A></flat-profile>",
      },
    ],
  },
  {
    code: "xml/stray-text",
    severity: "hint",
    title: "Text between elements",
    docs: "The phone ignores text between elements. Write notes as comments: `<!-- SYSTEM -->`. Reported once in a file.",
    examples: [
      {
        bad: "<flat-profile>// SYSTEM\n<GPP_A>1</GPP_A></flat-profile>",
        good: "<flat-profile><!-- SYSTEM -->\n<GPP_A>1</GPP_A></flat-profile>",
      },
    ],
  },
];
