import fc from "fast-check";

/** What damages the structure of an XML file. */
export const scraps = [
  "<",
  ">",
  "</",
  "/>",
  "<!--",
  "-->",
  "<GPP_A>",
  "</GPP_A>",
  "&",
  "&amp;",
  '"',
  "=",
  " ",
  "\n",
  "x",
  "<?php",
  "?>",
  "{{",
  "}}",
  "</flat-profile>",
  "<flat-profile>",
  "<router-configuration>",
  "</flat_profile>",
  "<flat_profile>",
  "<?php echo '<flat-profile>';",
  '<% Write "</flat-profile>" %>',
  "<*_Key>",
  "Profile_Rule",
  "\u201c",
  "<![CDATA[",
  "]]>",
];

/** Removes some characters at a place, and inserts others. */
export const edit = fc.record({
  at: fc.nat(),
  remove: fc.oneof(fc.constant(0), fc.nat(40), fc.nat(3000)),
  insert: fc.oneof(fc.constantFrom(...scraps), fc.string({ maxLength: 8 }), fc.constant("")),
});
