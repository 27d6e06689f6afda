import { type CodePage, withExamples } from "../../../checks/check";
import * as texts from "../../../values/pages";

/** Manual pages of what values of the other types report. */
export const valuePages: readonly CodePage[] = [
  {
    code: "paging/no-group",
    severity: "warning",
    title: "Paging script without a group",
    docs: "A paging script starts with `pggrp=address:port`. Without it the phone does not listen.",
    examples: [
      {
        bad: "<flat-profile><Group_Paging_Script>name=All;num=800</Group_Paging_Script></flat-profile>",
        good: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800;listen=yes</Group_Paging_Script></flat-profile>",
      },
    ],
  },
  {
    code: "paging/bad-address",
    severity: "warning",
    title: "Address that is not a multicast address",
    docs: "A group needs a multicast address, 224.0.0.0 to 239.255.255.255. The phone cannot join any other.",
    examples: [
      {
        bad: "<flat-profile><Group_Paging_Script>pggrp=192.0.2.5:34560;name=All;num=800;listen=yes</Group_Paging_Script></flat-profile>",
        good: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800;listen=yes</Group_Paging_Script></flat-profile>",
      },
    ],
  },
  {
    code: "paging/bad-port",
    severity: "warning",
    title: "Port outside the range",
    docs: "The port of a paging group is a number from 1000 to 65534. The phone does not listen on any other.",
    examples: [
      {
        bad: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:99;name=All;num=800;listen=yes</Group_Paging_Script></flat-profile>",
        good: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800;listen=yes</Group_Paging_Script></flat-profile>",
      },
    ],
  },
  {
    code: "paging/odd-port",
    severity: "warning",
    title: "Odd port",
    docs: "Audio uses even ports; the next odd port is for its control messages. The phone does not listen on an odd port.",
    examples: [
      {
        bad: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:34561;name=All;num=800;listen=yes</Group_Paging_Script></flat-profile>",
        good: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800;listen=yes</Group_Paging_Script></flat-profile>",
      },
    ],
  },
  {
    code: "paging/bad-listen",
    severity: "warning",
    title: "`listen=` that is neither yes nor no",
    docs: "With `listen=yes` the phone plays the pages of the group, with `listen=no` it does not. Other values are not valid.",
    examples: [
      {
        bad: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800;listen=maybe</Group_Paging_Script></flat-profile>",
        good: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800;listen=yes</Group_Paging_Script></flat-profile>",
      },
    ],
  },
  {
    code: "paging/bad-priority",
    severity: "warning",
    title: "Priority outside 0 to 3",
    docs: "`pri=` must be 0 to 3; 0 interrupts a call. For anything else the phone uses its default.",
    examples: [
      {
        bad: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800;listen=yes;pri=9</Group_Paging_Script></flat-profile>",
        good: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800;listen=yes;pri=1</Group_Paging_Script></flat-profile>",
      },
    ],
  },
  {
    code: "paging/bad-codec",
    severity: "info",
    title: "Unknown codec",
    docs: "`codec=` must be G711a, G711u, G722 or G729. Phones with another codec play nothing.",
    examples: [
      {
        bad: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800;listen=yes;codec=MP3</Group_Paging_Script></flat-profile>",
        good: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800;listen=yes;codec=G722</Group_Paging_Script></flat-profile>",
      },
    ],
  },
  {
    code: "paging/unknown-key",
    severity: "info",
    title: "Unknown part of a paging script",
    docs: "A paging group consists of `pggrp=`, `name=`, `num=`, `listen=`, `pri=` and `codec=`, joined by `;`. The phone ignores other parts.",
    examples: [
      {
        bad: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800;listen=yes;volume=9</Group_Paging_Script></flat-profile>",
        good: "<flat-profile><Group_Paging_Script>pggrp=224.168.168.168:34560;name=All;num=800;listen=yes</Group_Paging_Script></flat-profile>",
      },
    ],
  },
  {
    code: "dictionary/unknown-key",
    severity: "info",
    title: "Unknown part of a dictionary script",
    docs: "The script consists of `serv=` and, with a number after each, `d` (name), `x` (file) and `f` (font). The phone ignores other parts.",
    examples: [
      {
        bad: "<flat-profile><Dictionary_Server_Script>serv=http://h/;d1=Spanish;x1=es.xml;q1=2</Dictionary_Server_Script></flat-profile>",
        good: "<flat-profile><Dictionary_Server_Script>serv=http://h/;d1=Spanish;x1=es.xml</Dictionary_Server_Script></flat-profile>",
      },
    ],
  },
  {
    code: "dictionary/too-many",
    severity: "warning",
    title: "More than nine languages",
    docs: "Languages are numbered 1 to 9. The phone does not offer others.",
    examples: [
      {
        bad: "<flat-profile><Dictionary_Server_Script>serv=http://h/;d12=Spanish;x12=es.xml</Dictionary_Server_Script></flat-profile>",
        good: "<flat-profile><Dictionary_Server_Script>serv=http://h/;d1=Spanish;x1=es.xml</Dictionary_Server_Script></flat-profile>",
      },
    ],
  },
  {
    code: "dictionary/incomplete",
    severity: "warning",
    title: "Language without name or file",
    docs: "A language needs a name (`d1=`) and a file (`x1=`). Without one of them it cannot be chosen.",
    examples: [
      {
        bad: "<flat-profile><Dictionary_Server_Script>serv=http://h/;d1=Spanish</Dictionary_Server_Script></flat-profile>",
        good: "<flat-profile><Dictionary_Server_Script>serv=http://h/;d1=Spanish;x1=es.xml</Dictionary_Server_Script></flat-profile>",
      },
    ],
  },
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
  withExamples(texts.badAddress, {
    bad: "<flat-profile><Auto_NetService_Private_IP_Ranges>everywhere</Auto_NetService_Private_IP_Ranges></flat-profile>",
    good: "<flat-profile><Auto_NetService_Private_IP_Ranges>192.0.2.1-192.0.2.9</Auto_NetService_Private_IP_Ranges></flat-profile>",
  }),
  withExamples(texts.badAnnouncement, {
    bad: "<flat-profile><Service_Annc_Extension_Codes>FWD</Service_Annc_Extension_Codes></flat-profile>",
    good: "<flat-profile><Service_Annc_Extension_Codes>FWD=01</Service_Annc_Extension_Codes></flat-profile>",
  }),
  withExamples(texts.badCipher, {
    bad: "<flat-profile><TLS_Cipher_List>AES{256}</TLS_Cipher_List></flat-profile>",
    good: "<flat-profile><TLS_Cipher_List>ECDHE-RSA-AES256-GCM-SHA384</TLS_Cipher_List></flat-profile>",
  }),
  withExamples(texts.badDhcpOption, {
    bad: "<flat-profile><DHCP_Option_To_Use>66,tftp</DHCP_Option_To_Use></flat-profile>",
    good: "<flat-profile><DHCP_Option_To_Use>66,160</DHCP_Option_To_Use></flat-profile>",
  }),
  withExamples(texts.badFirewallRule, {
    bad: "<flat-profile><Firewall_Config>no ping!</Firewall_Config></flat-profile>",
    good: "<flat-profile><Firewall_Config>NO_ICMP_PING</Firewall_Config></flat-profile>",
  }),
  withExamples(texts.badHost, {
    bad: "<flat-profile><Proxy_1_>sip example com</Proxy_1_></flat-profile>",
    good: "<flat-profile><Proxy_1_>sip.example.com</Proxy_1_></flat-profile>",
  }),
  withExamples(texts.badNumber, {
    bad: "<flat-profile><Emergency_Number_1_>nine-one-one</Emergency_Number_1_></flat-profile>",
    good: "<flat-profile><Emergency_Number_1_>911,112</Emergency_Number_1_></flat-profile>",
  }),
  withExamples(texts.badStarCode, {
    bad: "<flat-profile><Call_Return_Code>*sixtynine</Call_Return_Code></flat-profile>",
    good: "<flat-profile><Call_Return_Code>*69</Call_Return_Code></flat-profile>",
  }),
  withExamples(texts.starCodeWithoutStar, {
    bad: "<flat-profile><Call_Return_Code>69</Call_Return_Code></flat-profile>",
    good: "<flat-profile><Call_Return_Code>*69</Call_Return_Code></flat-profile>",
  }),
  withExamples(texts.badTemplate, {
    bad: "<flat-profile><Retry_Reg_RSC>4x4;</Retry_Reg_RSC></flat-profile>",
    good: "<flat-profile><Retry_Reg_RSC>404, 5*</Retry_Reg_RSC></flat-profile>",
  }),
  withExamples(texts.badUrl, {
    bad: "<flat-profile><XML_Directory_Service_URL>http:/h/directory.xml</XML_Directory_Service_URL></flat-profile>",
    good: "<flat-profile><XML_Directory_Service_URL>http://h/directory.xml</XML_Directory_Service_URL></flat-profile>",
  }),
  withExamples(texts.badUserId, {
    bad: "<flat-profile><Monitor_User_ID_1_>john smith</Monitor_User_ID_1_></flat-profile>",
    good: "<flat-profile><Monitor_User_ID_1_>john.smith</Monitor_User_ID_1_></flat-profile>",
  }),
  withExamples(texts.booleanSpelling, {
    bad: "<flat-profile><Resync_On_Reset>yes</Resync_On_Reset></flat-profile>",
    good: "<flat-profile><Resync_On_Reset>Yes</Resync_On_Reset></flat-profile>",
  }),
  withExamples(texts.notBoolean, {
    bad: "<flat-profile><Resync_On_Reset>maybe</Resync_On_Reset></flat-profile>",
    good: "<flat-profile><Resync_On_Reset>Yes</Resync_On_Reset></flat-profile>",
  }),
  withExamples(texts.notAnOption, {
    bad: "<flat-profile><Time_Zone>CET</Time_Zone></flat-profile>",
    good: "<flat-profile><Time_Zone>GMT+01:00</Time_Zone></flat-profile>",
  }),
  withExamples(texts.noSuchLine, {
    bad: "<flat-profile><Extension_1_>1001</Extension_1_></flat-profile>",
    good: "<flat-profile><Extension_1_>1</Extension_1_><User_ID_1_>1001</User_ID_1_></flat-profile>",
  }),
  withExamples(texts.notOfType, {
    bad: "<flat-profile><Resync_Random_Delay>soon</Resync_Random_Delay></flat-profile>",
    good: "<flat-profile><Resync_Random_Delay>2</Resync_Random_Delay></flat-profile>",
  }),
  withExamples(texts.outOfRange, {
    bad: "<flat-profile><Web_Server_Port>99999</Web_Server_Port></flat-profile>",
    good: "<flat-profile><Web_Server_Port>8080</Web_Server_Port></flat-profile>",
  }),
  withExamples(texts.overLength, {
    bad: "<flat-profile><Call_Return_Code>*12345678</Call_Return_Code></flat-profile>",
    good: "<flat-profile><Call_Return_Code>*69</Call_Return_Code></flat-profile>",
  }),
  withExamples(texts.tooManyDecimals, {
    bad: "<flat-profile><FXS_Port_Input_Gain>-3.12345</FXS_Port_Input_Gain></flat-profile>",
    good: "<flat-profile><FXS_Port_Input_Gain>-3</FXS_Port_Input_Gain></flat-profile>",
  }),
];
