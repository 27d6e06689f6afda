import type { CodePage } from "../../../checks/check";

/** Pages of what LDAP filters, attributes and names report. */
export const ldapPages: readonly CodePage[] = [
  {
    code: "ldap/foreign-value",
    severity: "warning",
    title: "Another maker's spelling in an LDAP filter",
    docs: "In a filter `$VALUE` is the text that the user types. Phones of other makers use `%`, `%s` or `{0}`. These phones send such text literally, and the directory finds nothing.",
    examples: [
      {
        bad: "<flat-profile><LDAP_Last_Name_Filter>sn:(sn=%*)</LDAP_Last_Name_Filter></flat-profile>",
        good: "<flat-profile><LDAP_Last_Name_Filter>sn:(sn=$VALUE*)</LDAP_Last_Name_Filter></flat-profile>",
      },
    ],
  },
  {
    code: "ldap/constant-filter",
    severity: "warning",
    title: "LDAP filter without `$VALUE`",
    docs: "The filter does not contain the text that the user types, so each search finds the same entries. With a fixed beginning such as `sn:(sn=L*)`, as in a vendor guide, it is only information.",
    examples: [
      {
        bad: "<flat-profile><LDAP_Last_Name_Filter>sn:(sn=*)</LDAP_Last_Name_Filter></flat-profile>",
        good: "<flat-profile><LDAP_Last_Name_Filter>sn:(sn=$VALUE*)</LDAP_Last_Name_Filter></flat-profile>",
      },
    ],
  },
  {
    code: "ldap/nothing-dialed",
    severity: "warning",
    title: "LDAP attributes without a number to dial",
    docs: "`t=p` marks the attribute that the phone dials when the user chooses an entry. Without it the phone shows the entries but cannot dial them.",
    examples: [
      {
        bad: "<flat-profile><LDAP_Display_Attrs>a=cn,n=Name;a=telephoneNumber,n=Phone</LDAP_Display_Attrs></flat-profile>",
        good: "<flat-profile><LDAP_Display_Attrs>a=cn,n=Name;a=telephoneNumber,n=Phone,t=p</LDAP_Display_Attrs></flat-profile>",
      },
    ],
  },
  {
    code: "ldap/dials-name",
    severity: "warning",
    title: "Dialed LDAP attribute that is not a number",
    docs: "The phone dials the first attribute with `t=p`. A name, an address or a department is not a number, so the call fails.",
    examples: [
      {
        bad: "<flat-profile><LDAP_Display_Attrs>a=cn,n=Name,t=p;a=telephoneNumber,n=Phone</LDAP_Display_Attrs></flat-profile>",
        good: "<flat-profile><LDAP_Display_Attrs>a=cn,n=Name;a=telephoneNumber,n=Phone,t=p</LDAP_Display_Attrs></flat-profile>",
      },
    ],
  },
  {
    code: "ldap/unbalanced",
    severity: "warning",
    title: "LDAP filter with unmatched parentheses",
    docs: "The directory rejects a filter with unmatched parentheses, and every search is empty.",
    examples: [
      {
        bad: "<flat-profile><LDAP_Last_Name_Filter>(sn=$VALUE*</LDAP_Last_Name_Filter></flat-profile>",
        good: "<flat-profile><LDAP_Last_Name_Filter>(sn=$VALUE*)</LDAP_Last_Name_Filter></flat-profile>",
      },
    ],
  },
  {
    code: "ldap/no-dn",
    severity: "hint",
    title: "Text that is not a distinguished name",
    docs: "A distinguished name is a list of parts such as `dc=example`, joined by commas. Some directories also accept a plain user name.",
    examples: [
      {
        bad: "<flat-profile><LDAP_Search_Base>example.com</LDAP_Search_Base></flat-profile>",
        good: "<flat-profile><LDAP_Search_Base>dc=example,dc=com</LDAP_Search_Base></flat-profile>",
      },
    ],
  },
  {
    code: "ldap/unknown-key",
    severity: "info",
    title: "Unknown part of a display attribute",
    docs: "Each entry consists of `a=` (attribute), `n=` (label) and `t=p` for a number to dial. The phone ignores other parts.",
    examples: [
      {
        bad: "<flat-profile><LDAP_Display_Attrs>a=sn,q=1;</LDAP_Display_Attrs></flat-profile>",
        good: "<flat-profile><LDAP_Display_Attrs>a=sn,n=Name;</LDAP_Display_Attrs></flat-profile>",
      },
    ],
  },
];
