import type { CodePage } from "../../../checks/check";

/** Manual pages of what rules, triggers, reports and schedules report. */
export const rulePages: readonly CodePage[] = [
  {
    code: "rule/empty-condition",
    severity: "error",
    title: "Empty condition",
    docs: "The parentheses of a condition are empty. The phone cannot read the rule and skips the alternative. Write a comparison such as `$PRVTMR ge 600`, or remove the parentheses and the question mark.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>()? https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>($PRVTMR ge 600)? https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/no-or",
    severity: "error",
    title: "`or` in a condition",
    docs: "Conditions are joined by `and` only; `or` and `not` do not exist. The phone cannot read the rule. Write a second alternative after `|` that does the same.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>("$A" eq "x" or "$A" eq "y")? https://h/a.xml</Profile_Rule></flat-profile>',
        good: '<flat-profile><Profile_Rule>("$A" eq "x")? https://h/a.xml | ("$A" eq "y")? https://h/a.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/bad-operator",
    severity: "error",
    title: "Invalid operator",
    docs: "The operators are `eq ne lt le gt ge` and `= != < <= > >=`; comparisons are joined by `and`. The phone cannot read a rule with any other operator.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>("$A" == "x")? https://h/a.xml</Profile_Rule></flat-profile>',
        good: '<flat-profile><Profile_Rule>("$A" eq "x")? https://h/a.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/incomplete-comparison",
    severity: "error",
    title: "Incomplete comparison",
    docs: 'A comparison has two sides and an operator between them. An empty text is written `""`. The phone cannot read the rule.',
    examples: [
      {
        bad: "<flat-profile><Resync_Trigger_1>$PRVTMR ge</Resync_Trigger_1></flat-profile>",
        good: "<flat-profile><Resync_Trigger_1>$PRVTMR ge 600</Resync_Trigger_1></flat-profile>",
      },
    ],
  },
  {
    code: "rule/unclosed-parenthesis",
    severity: "error",
    title: "Missing closing parenthesis",
    docs: "A condition or list of assignments is not closed. The phone cannot read the rule.",
    examples: [
      {
        bad: "<flat-profile><Upgrade_Rule>($SWVER lt 12-0-3MPP0001-87 https://h/a.loads</Upgrade_Rule></flat-profile>",
        good: "<flat-profile><Upgrade_Rule>($SWVER lt 12-0-3MPP0001-87)? https://h/a.loads</Upgrade_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/unclosed-bracket",
    severity: "error",
    title: "Missing closing bracket",
    docs: "The options are not closed by `]`, so the phone reads the URL as an option.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>[--uid $A https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>[--uid $A] https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/missing-mark",
    severity: "error",
    title: "Missing question or exclamation mark",
    docs: "Write `?` after a condition and `!` after assignments. Without the mark the phone cannot read the parentheses.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>("$A" eq "x") https://h/a.xml</Profile_Rule></flat-profile>',
        good: '<flat-profile><Profile_Rule>("$A" eq "x")? https://h/a.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/unquoted-assignment",
    severity: "error",
    title: "Assigned value without quotes",
    docs: 'In an assignment the value must be in double quotes: `User_ID_1_ = "201";`. Without them the phone cannot read the rule.',
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>(User_ID_1_ = 201;)! https://h/a.xml</Profile_Rule></flat-profile>",
        good: '<flat-profile><Profile_Rule>(User_ID_1_ = "201";)! https://h/a.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/missing-semicolon",
    severity: "error",
    title: "Missing semicolon after an assignment",
    docs: "Every assignment ends with `;`, the last one too. Without it the phone cannot read the rule.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>(User_ID_1_ = "201")! https://h/a.xml</Profile_Rule></flat-profile>',
        good: '<flat-profile><Profile_Rule>(User_ID_1_ = "201";)! https://h/a.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/bad-assignment",
    severity: "error",
    title: "Text that is not an assignment",
    docs: 'Between `(` and `)!` only assignments are allowed: `Parameter = "value";`. The phone cannot read the rule.',
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>(User_ID_1_ = "201"; 42)! https://h/a.xml</Profile_Rule></flat-profile>',
        good: '<flat-profile><Profile_Rule>(User_ID_1_ = "201";)! https://h/a.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/stray-word",
    severity: "error",
    title: "Word among the options",
    docs: "The brackets contain options that start with two dashes, each with at most one argument. An argument with spaces needs double quotes.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>[secret --key $SA] https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>[--key $SA] https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/macro-boundary",
    severity: "warning",
    title: "Macro without an end",
    docs: "The name of a macro includes all letters, digits and underscores that follow. `$MAconfig` is therefore the unknown macro `MAconfig`: the phone requests a file with exactly that name. Write `$(MA)config`.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h/$MA_config.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h/$(MA)_config.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/macro-case",
    severity: "warning",
    title: "Macro in lower case",
    docs: "Macros are upper case. `$ma` is not expanded: every phone requests the same file with `$ma` in its name.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h/$(ma).xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h/$MA.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/gpp-name",
    severity: "warning",
    title: "GPP parameter name as a macro",
    docs: "The macro for `GPP_A` is `$A`, and for `GPP_SA` it is `$SA`. `$GPP_A` is not expanded.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h/$GPP_A.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h/$A.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/braces",
    severity: "warning",
    title: "Macro in braces",
    docs: "Shells use braces after the dollar sign, phones use parentheses: `$(NAME)`. A macro in braces is not expanded.",
    examples: [
      {
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the mistake that is shown
        bad: "<flat-profile><Profile_Rule>https://h/${MA}.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h/$(MA).xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/macro-form",
    severity: "warning",
    title: "Invalid macro in parentheses",
    docs: "With parentheses a macro is written `$(NAME)`, `$(NAME:from)` or `$(NAME:from:length)`. The phone uses anything else literally.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h/$(MA:x).xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h/$(MA:4).xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/unknown-macro",
    severity: "info",
    title: "Unknown macro",
    docs: "No phone has a macro of this name, so the phone uses the text literally. Write `$$` for a plain dollar sign.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h/$SITE.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h/$A.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/secret-outside-options",
    severity: "warning",
    title: "Secret macro outside the options",
    docs: "`$SA` to `$SD` are expanded inside the brackets only, so that secrets do not reach logs. In other places they are not expanded.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h/$SA.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>[--key $SA] https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/bad-operand",
    severity: "error",
    title: "Operand that is not a number, version or text",
    docs: "Texts must be in double quotes; without them only numbers and firmware versions are valid. The condition is false.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>("$A" eq gold)? https://h/a.xml</Profile_Rule></flat-profile>',
        good: '<flat-profile><Profile_Rule>("$A" eq "gold")? https://h/a.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/string-order",
    severity: "error",
    title: "Order of texts",
    docs: "Texts in quotes can be equal or not; they have no order. To compare numbers or versions, remove the quotes.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>("$PRVTMR" ge "600")? https://h/a.xml</Profile_Rule></flat-profile>',
        good: "<flat-profile><Profile_Rule>($PRVTMR ge 600)? https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/unquoted-text",
    severity: "warning",
    title: "Text macro without quotes",
    docs: "The macro contains text, which the phone can only compare inside double quotes. Without them the condition is an error and counts as false.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>($CCERT eq "Installed")? https://h/a.xml</Profile_Rule></flat-profile>',
        good: '<flat-profile><Profile_Rule>("$CCERT" eq "Installed")? https://h/a.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/mixed-types",
    severity: "error",
    title: "Sides of different types",
    docs: "A number, a version and a text in quotes cannot be compared with each other. The condition is an error and counts as false.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>($PRVTMR ge "600")? https://h/a.xml</Profile_Rule></flat-profile>',
        good: "<flat-profile><Profile_Rule>($PRVTMR ge 600)? https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/quoted-version",
    severity: "info",
    title: "Firmware compared as text",
    docs: "In quotes `$SWVER` is compared letter by letter, with the prefix of its model: `sip88xx.11-3-2MPP0001-609`. A version without prefix is never equal to it. Remove the quotes to compare versions.",
    examples: [
      {
        bad: '<flat-profile><Upgrade_Rule>("$SWVER" ne "11-3-2MPP0001-609")? https://h/a.loads</Upgrade_Rule></flat-profile>',
        good: "<flat-profile><Upgrade_Rule>($SWVER ne 11-3-2MPP0001-609)? https://h/a.loads</Upgrade_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/version-shape",
    severity: "error",
    title: "Version of another product line",
    docs: "Multiplatform phones have versions such as `11-3-2MPP0001-609`. One with dots is a format error for them: the condition counts as false. Dotted versions belong to SPA phones and the 8831, and end before release 10, so `11.0.0` is not a version of any phone.",
    examples: [
      {
        bad: "<!-- flat-profile-device family=mpp88xx --><flat-profile><Upgrade_Rule>($SWVER lt 11.3.2)? https://h/a.loads</Upgrade_Rule></flat-profile>",
        good: "<!-- flat-profile-device family=mpp88xx --><flat-profile><Upgrade_Rule>($SWVER lt 11-3-2MPP0001-609)? https://h/a.loads</Upgrade_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/version-letters",
    severity: "info",
    title: "Enterprise version in a comparison",
    docs: "When the numbers of two versions are the same, the phone compares their letters, and manuals disagree whether `MPP` or `MN` comes first. Compare with a release whose numbers are different.",
    examples: [
      {
        bad: "<flat-profile><Upgrade_Rule>($SWVER lt sip88xx.14-1-1MN-366)? https://h/a.loads</Upgrade_Rule></flat-profile>",
        good: "<flat-profile><Upgrade_Rule>($SWVER lt sip88xx.12-0-1MPP0001-245)? https://h/a.loads</Upgrade_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/version-without-build",
    severity: "hint",
    title: "Version without its build number",
    docs: "A version without the number after its last dash means every build of the release: `11-1-0MPP` is equal to `11-1-0MPP-19` and to `11-1-0MPP-23`. If you mean one build, write its number.",
    examples: [
      {
        bad: "<flat-profile><Upgrade_Rule>($SWVER ne 11-1-0MPP)? https://h/a.loads</Upgrade_Rule></flat-profile>",
        good: "<flat-profile><Upgrade_Rule>($SWVER ne 11-1-0MPP-23)? https://h/a.loads</Upgrade_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/option-argument",
    severity: "warning",
    title: "Invalid argument of an option",
    docs: "`--key`, `--uid` and `--pwd` need a text, `--post` and `--alias` a letter from a to p for `GPP_A` to `GPP_P`. The others have no argument.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>[--key] https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>[--key $SA] https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/glued-option",
    severity: "error",
    title: "Missing space after an option",
    docs: "Put a space between an option and its argument. Without it the phone reads an unknown option and connects without the password.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>[--uid site --pwd$SB] https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>[--uid site --pwd $SB] https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/option-dashes",
    severity: "error",
    title: "Option without its two dashes",
    docs: "Options begin with two dashes. With one dash or none the phone ignores them and fetches without key or password.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>[-key $SA] https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>[--key $SA] https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/unknown-option",
    severity: "warning",
    title: "Unknown option",
    docs: "The options are `--key`, `--uid`, `--pwd`, `--post`, `--alias` and `--srv`; reports also `--delta` and `--status`.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>[--keys $SA] https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>[--key $SA] https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/report-option",
    severity: "warning",
    title: "Report option in another rule",
    docs: "`--delta` and `--status` select what a `Report_Rule` sends. They are not valid in other rules.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>[--delta] https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Report_Rule>[--delta] https://h/a.xml</Report_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/upgrade-options",
    severity: "warning",
    title: "Options in an upgrade rule",
    docs: "Upgrade rules have no options: firmware is neither encrypted with a key nor fetched with a password.",
    examples: [
      {
        bad: "<flat-profile><Upgrade_Rule>[--uid a --pwd $SB] https://h/a.loads</Upgrade_Rule></flat-profile>",
        good: "<flat-profile><Upgrade_Rule>https://h/a.loads</Upgrade_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/blank-in-url",
    severity: "error",
    title: "Space inside a URL",
    docs: "A URL ends at a space. The phone requests a different URL or cannot read the rule. Write `%20` for a space in the URL, and `|` between alternatives.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h: 8443/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h:8443/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/scheme",
    severity: "warning",
    title: "Unsupported scheme",
    docs: "Phones support `tftp`, `http` and `https`; `gds://` is for onboarding with an activation code.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>ftp://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>tftp://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/scheme-form",
    severity: "error",
    title: "Scheme without `://`",
    docs: "Between the scheme and the host of a URL come a colon and two slashes. With `http:/h`, `http//h`, `https;//h`, `http:\\\\h` or a scheme that is typed twice the phone cannot read the host and fetches nothing.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>http:/prov.example.com/$MA.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>http://prov.example.com/$MA.xml</Profile_Rule></flat-profile>",
      },
      {
        bad: "<flat-profile><Profile_Rule>https;//prov.example.com/$MA.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://prov.example.com/$MA.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/host",
    severity: "error",
    title: "Invalid host",
    docs: "The host of a URL is a name, an IPv4 address or an IPv6 address in brackets. A backslash, a user before `@`, or a second colon makes the URL invalid, and the phone fetches nothing. User and password are options before the URL: `[--uid prov --pwd secret] https://h/a.xml`.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>http://prov.example.com\\cisco\\$MA.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>http://prov.example.com/cisco/$MA.xml</Profile_Rule></flat-profile>",
      },
      {
        bad: "<flat-profile><Profile_Rule>http://2001:db8::1/$MA.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>http://[2001:db8::1]/$MA.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/backslash",
    severity: "warning",
    title: "Backslash in the path of a URL",
    docs: "The folders of a URL are separated by `/`. The phone sends a backslash to the web server literally, and most servers have no file of that name. Over tftp the path may be a Windows path, so it is not reported.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>http://h/cisco\\a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>http://h/cisco/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/port",
    severity: "error",
    title: "Port that is not a number from 0 to 65535",
    docs: "A port is a number from 0 to 65535. With any other text, or with nothing after the colon, the phone cannot use the URL of a rule.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h:80a/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h:80/a.xml</Profile_Rule></flat-profile>",
      },
      {
        bad: "<flat-profile><Profile_Rule>https://h:84433/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h:8443/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/no-path",
    severity: "error",
    title: "URL without a path",
    docs: "After the host comes a path that starts with `/`. Without a path the phone cannot use the URL.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://prov.example.com</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://prov.example.com/$MA.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/upgrade-without-server",
    severity: "warning",
    title: "Upgrade rule without a server",
    docs: "A profile rule without a host uses the server from DHCP. An upgrade rule does not.",
    examples: [
      {
        bad: "<flat-profile><Upgrade_Rule>/sip88xx.12-0-3MPP0001-87.loads</Upgrade_Rule></flat-profile>",
        good: "<flat-profile><Upgrade_Rule>https://h/sip88xx.12-0-3MPP0001-87.loads</Upgrade_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/no-url",
    severity: "warning",
    title: "Upgrade rule without a URL",
    docs: "An alternative of an upgrade rule has no URL, so it does nothing and the phone keeps its firmware.",
    examples: [
      {
        bad: "<flat-profile><Upgrade_Rule>($SWVER lt 12-0-3MPP0001-87)?</Upgrade_Rule></flat-profile>",
        good: "<flat-profile><Upgrade_Rule>($SWVER lt 12-0-3MPP0001-87)? https://h/a.loads</Upgrade_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/unreachable",
    severity: "warning",
    title: "Alternative that is never reached",
    docs: "The phone uses the first alternative whose condition is true, or that has no condition. It never uses an alternative after one without a condition, or one that repeats an earlier condition.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule>https://h/a.xml | https://h/b.xml</Profile_Rule></flat-profile>",
        good: '<flat-profile><Profile_Rule>("$A" eq "x")? https://h/a.xml | https://h/b.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/empty-alternative",
    severity: "warning",
    title: "Empty alternative",
    docs: "There is nothing between two `|`. An empty alternative has no condition, so the phone always uses it and does nothing.",
    examples: [
      {
        bad: '<flat-profile><Profile_Rule>("$A" eq "x")? https://h/a.xml | | https://h/b.xml</Profile_Rule></flat-profile>',
        good: '<flat-profile><Profile_Rule>("$A" eq "x")? https://h/a.xml | https://h/b.xml</Profile_Rule></flat-profile>',
      },
    ],
  },
  {
    code: "rule/trigger-parentheses",
    severity: "error",
    title: "Trigger in parentheses",
    docs: "A trigger is only the condition, without parentheses and question mark. With them the phone cannot read it.",
    examples: [
      {
        bad: "<flat-profile><Resync_Trigger_1>($PRVTMR ge 600)?</Resync_Trigger_1></flat-profile>",
        good: "<flat-profile><Resync_Trigger_1>$PRVTMR ge 600</Resync_Trigger_1></flat-profile>",
      },
    ],
  },
  {
    code: "rule/switched-off",
    severity: "hint",
    title: "Rule in a comment",
    docs: "A rule that starts with `#` is a comment. The phone skips it.",
    examples: [
      {
        bad: "<flat-profile><Profile_Rule># https://h/a.xml</Profile_Rule></flat-profile>",
        good: "<flat-profile><Profile_Rule>https://h/a.xml</Profile_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "rule/too-many-reports",
    severity: "warning",
    title: "More than two reports",
    docs: "A `Report_Rule` has at most two rules, separated by a space. The phone does not send the others.",
    examples: [
      {
        bad: "<flat-profile><Report_Rule>https://h/a.xml https://h/b.xml https://h/c.xml</Report_Rule></flat-profile>",
        good: "<flat-profile><Report_Rule>[--delta] https://h/a.xml [--status] https://h/b.xml</Report_Rule></flat-profile>",
      },
    ],
  },
  {
    code: "schedule/syntax",
    severity: "error",
    title: "Invalid schedule",
    docs: "A schedule is a list of delays in seconds, separated by commas; the last one repeats. `3600+600` waits an hour plus a random time of up to ten minutes. The phone ignores anything else.",
    examples: [
      {
        bad: "<flat-profile><Resync_Periodic>soon</Resync_Periodic></flat-profile>",
        good: "<flat-profile><Resync_Periodic>3600+600</Resync_Periodic></flat-profile>",
      },
    ],
  },
];
