import { type CodePage, withExamples } from "../../../checks/check";
import * as texts from "../../../values/pages";

/** Pages of the codes of shared value types, with examples of this format. */
export const valuePages: readonly CodePage[] = [
  withExamples(texts.badAddress, {
    bad: "<flat-profile><Auto_NetService_Private_IP_Ranges>everywhere</Auto_NetService_Private_IP_Ranges></flat-profile>",
    good: "<flat-profile><Auto_NetService_Private_IP_Ranges>192.0.2.1-192.0.2.9</Auto_NetService_Private_IP_Ranges></flat-profile>",
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
