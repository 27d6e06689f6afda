import { type CodePage, withExamples } from "../../../checks/check";
import * as texts from "../../../xml/pages";

/** Pages of the codes of the reader, with examples of this format. */
export const xmlPages: readonly CodePage[] = [
  withExamples(texts.missingEndTag, {
    bad: "<device>\n<servicesURL>http://h/a.xml\n<versionStamp>1</versionStamp>\n</device>",
    good: "<device>\n<servicesURL>http://h/a.xml</servicesURL>\n<versionStamp>1</versionStamp>\n</device>",
  }),
  withExamples(texts.mismatchedEndTag, {
    bad: "<device><encrConfig>false</encrConf></device>",
    good: "<device><encrConfig>false</encrConfig></device>",
  }),
  withExamples(texts.lostSlash, {
    bad: "<device><idleTimeout>30<idleTimeout>\n<versionStamp>1</versionStamp></device>",
    good: "<device><idleTimeout>30</idleTimeout>\n<versionStamp>1</versionStamp></device>",
  }),
  withExamples(texts.unexpectedEndTag, {
    bad: "<device><versionStamp>1</versionStamp></networkLocale></device>",
    good: "<device><versionStamp>1</versionStamp><networkLocale/></device>",
  }),
  withExamples(texts.tagNotClosed, {
    bad: "<device><idleTimeout 30</idleTimeout></device>",
    good: "<device><idleTimeout>30</idleTimeout></device>",
  }),
  withExamples(texts.blankAfterBracket, {
    bad: "<device><versionStamp>1</ versionStamp></device>",
    good: "<device><versionStamp>1</versionStamp></device>",
  }),
  withExamples(texts.oddBlank, {
    bad: '<device><versionStamp\u00a0uuid="1">1</versionStamp></device>',
    good: '<device><versionStamp uuid="1">1</versionStamp></device>',
  }),
  withExamples(texts.badName, {
    bad: "<device><*Key>1</*Key></device>",
    good: "<device><versionStamp>1</versionStamp></device>",
  }),
  withExamples(texts.bareLessThan, {
    bad: "<device><phoneLabel>Desk <1></phoneLabel></device>",
    good: "<device><phoneLabel>Desk &lt;1&gt;</phoneLabel></device>",
  }),
  withExamples(texts.bareAmpersand, {
    bad: "<device><servicesURL>http://h/a?b=1&c=2</servicesURL></device>",
    good: "<device><servicesURL>http://h/a?b=1&amp;c=2</servicesURL></device>",
  }),
  withExamples(texts.unknownEntity, {
    bad: "<device><phoneLabel>a&nbsp;b</phoneLabel></device>",
    good: "<device><phoneLabel>a b</phoneLabel></device>",
  }),
  withExamples(texts.attributeQuotes, {
    bad: "<device><versionStamp uuid=1>1</versionStamp></device>",
    good: '<device><versionStamp uuid="1">1</versionStamp></device>',
  }),
  withExamples(texts.attributeName, {
    bad: '<device><versionStamp="1">1</versionStamp></device>',
    good: '<device><versionStamp uuid="1">1</versionStamp></device>',
  }),
  withExamples(texts.bareAttribute, {
    bad: '<device><name n uuid="1">3600</name n></device>',
    good: '<device><name uuid="1">3600</name></device>',
  }),
  withExamples(texts.curlyQuotes, {
    bad: "<device><versionStamp uuid=\u201d1\u201d>1</versionStamp></device>",
    good: '<device><versionStamp uuid="1">1</versionStamp></device>',
  }),
  withExamples(texts.commentNotClosed, {
    bad: "<device><!-- note <versionStamp>1</versionStamp></device>",
    good: "<device><!-- note --><versionStamp>1</versionStamp></device>",
  }),
  withExamples(texts.commentInComment, {
    bad: "<device><!--\n<versionStamp>1</versionStamp>\n<!-- second -->\n</device>",
    good: "<device><!-- first -->\n<versionStamp>1</versionStamp>\n<!-- second -->\n</device>",
  }),
  withExamples(texts.commentDashes, {
    bad: "<device><!----- Lines -----><versionStamp>1</versionStamp></device>",
    good: "<device><!-- Lines --><versionStamp>1</versionStamp></device>",
  }),
  withExamples(texts.textBeforeRoot, {
    bad: "my phone\n<device><versionStamp>1</versionStamp></device>",
    good: "<!-- my phone -->\n<device><versionStamp>1</versionStamp></device>",
  }),
  withExamples(texts.savedFromBrowser, {
    bad: "This XML file does not appear to have any style information associated with it. The document tree is shown below.\n<device><versionStamp>1</versionStamp></device>",
    good: "<device><versionStamp>1</versionStamp></device>",
  }),
];
