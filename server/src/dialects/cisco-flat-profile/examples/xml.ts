import { type CodePage, withExamples } from "../../../checks/check";
import * as texts from "../../../xml/pages";

/** Pages of the codes of the reader, with examples of this format. */
export const xmlPages: readonly CodePage[] = [
  withExamples(texts.missingEndTag, {
    bad: "<flat-profile>\n<Profile_Rule>/a.xml\n<GPP_A>1</GPP_A>\n</flat-profile>",
    good: "<flat-profile>\n<Profile_Rule>/a.xml</Profile_Rule>\n<GPP_A>1</GPP_A>\n</flat-profile>",
  }),
  withExamples(texts.mismatchedEndTag, {
    bad: "<flat-profile><MediaSec_Request_1_>No</MediaSec_Request></flat-profile>",
    good: "<flat-profile><MediaSec_Request_1_>No</MediaSec_Request_1_></flat-profile>",
  }),
  withExamples(texts.lostSlash, {
    bad: "<flat-profile><SIP_Port_1_>5060<SIP_Port_1_>\n<GPP_A>1</GPP_A></flat-profile>",
    good: "<flat-profile><SIP_Port_1_>5060</SIP_Port_1_>\n<GPP_A>1</GPP_A></flat-profile>",
  }),
  withExamples(texts.unexpectedEndTag, {
    bad: "<flat-profile><GPP_A>1</GPP_A></GPP_B></flat-profile>",
    good: "<flat-profile><GPP_A>1</GPP_A><GPP_B/></flat-profile>",
  }),
  withExamples(texts.tagNotClosed, {
    bad: "<flat-profile><Resync_Periodic 3600</Resync_Periodic></flat-profile>",
    good: "<flat-profile><Resync_Periodic>3600</Resync_Periodic></flat-profile>",
  }),
  withExamples(texts.blankAfterBracket, {
    bad: "<flat-profile><GPP_A>1</ GPP_A></flat-profile>",
    good: "<flat-profile><GPP_A>1</GPP_A></flat-profile>",
  }),
  withExamples(texts.oddBlank, {
    bad: '<flat-profile><GPP_A\u00a0ua="na">1</GPP_A></flat-profile>',
    good: '<flat-profile><GPP_A ua="na">1</GPP_A></flat-profile>',
  }),
  withExamples(texts.badName, {
    bad: "<flat-profile><*_Key>1</*_Key></flat-profile>",
    good: "<flat-profile><GPP_A>1</GPP_A></flat-profile>",
  }),
  withExamples(texts.bareLessThan, {
    bad: "<flat-profile><Dial_Plan_1_>(<:1>xxxxxxxxxx)</Dial_Plan_1_></flat-profile>",
    good: "<flat-profile><Dial_Plan_1_>(&lt;:1&gt;xxxxxxxxxx)</Dial_Plan_1_></flat-profile>",
  }),
  withExamples(texts.bareAmpersand, {
    bad: "<flat-profile><GPP_A>http://h/a?b=1&c=2</GPP_A></flat-profile>",
    good: "<flat-profile><GPP_A>http://h/a?b=1&amp;c=2</GPP_A></flat-profile>",
  }),
  withExamples(texts.unknownEntity, {
    bad: "<flat-profile><Station_Name>a&nbsp;b</Station_Name></flat-profile>",
    good: "<flat-profile><Station_Name>a b</Station_Name></flat-profile>",
  }),
  withExamples(texts.attributeQuotes, {
    bad: "<flat-profile><GPP_A ua=na>1</GPP_A></flat-profile>",
    good: '<flat-profile><GPP_A ua="na">1</GPP_A></flat-profile>',
  }),
  withExamples(texts.attributeName, {
    bad: '<flat-profile><GPP_A="na">1</GPP_A></flat-profile>',
    good: '<flat-profile><GPP_A ua="na">1</GPP_A></flat-profile>',
  }),
  withExamples(texts.bareAttribute, {
    bad: '<flat-profile><Register_Expires_ n _ ua="na">3600</Register_Expires_ n _></flat-profile>',
    good: '<flat-profile><Register_Expires_1_ ua="na">3600</Register_Expires_1_></flat-profile>',
  }),
  withExamples(texts.missingBlank, {
    bad: '<flat-profile><EXT_SIP_Port_1_ua="na">5060</EXT_SIP_Port_1_></flat-profile>',
    good: '<flat-profile><EXT_SIP_Port_1_ ua="na">5060</EXT_SIP_Port_1_></flat-profile>',
  }),
  withExamples(texts.curlyQuotes, {
    bad: "<flat-profile><GPP_A ua=\u201dna\u201d>1</GPP_A></flat-profile>",
    good: '<flat-profile><GPP_A ua="na">1</GPP_A></flat-profile>',
  }),
  withExamples(texts.commentNotClosed, {
    bad: "<flat-profile><!-- note <GPP_A>1</GPP_A></flat-profile>",
    good: "<flat-profile><!-- note --><GPP_A>1</GPP_A></flat-profile>",
  }),
  withExamples(texts.commentInComment, {
    bad: "<flat-profile><!--\n<GPP_A>1</GPP_A>\n<!-- second -->\n</flat-profile>",
    good: "<flat-profile><!-- first -->\n<GPP_A>1</GPP_A>\n<!-- second -->\n</flat-profile>",
  }),
  withExamples(texts.commentDashes, {
    bad: "<flat-profile><!----- Provisioning -----><GPP_A>1</GPP_A></flat-profile>",
    good: "<flat-profile><!-- Provisioning --><GPP_A>1</GPP_A></flat-profile>",
  }),
  withExamples(texts.textBeforeRoot, {
    bad: "my profile\n<flat-profile><GPP_A>1</GPP_A></flat-profile>",
    good: "<!-- my profile -->\n<flat-profile><GPP_A>1</GPP_A></flat-profile>",
  }),
  withExamples(texts.savedFromBrowser, {
    bad: "This XML file does not appear to have any style information associated with it. The document tree is shown below.\n<flat-profile><GPP_A>1</GPP_A></flat-profile>",
    good: "<flat-profile><GPP_A>1</GPP_A></flat-profile>",
  }),
  withExamples(texts.strayText, {
    bad: "<flat-profile>// SYSTEM\n<GPP_A>1</GPP_A></flat-profile>",
    good: "<flat-profile><!-- SYSTEM -->\n<GPP_A>1</GPP_A></flat-profile>",
  }),
];
