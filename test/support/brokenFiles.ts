/** Small files with faults of every kind, for sweeps over all offsets. */
export const brokenFiles: readonly string[] = [
  "",
  "<flat-profile>",
  "<flat-profile></flat-profile>",
  "<flat-profile>\n<Resync_Periodic>60</Resync_Periodic>\n<Proxy_1_>a.example.com<Proxy_2_>b</Proxy_2_>\n</flat-profile>",
  "<flat-profile><Resync_Periodic>60</Resync_periodic><Profile_Rule>http://h/$MA.xml<Profile_Rule></flat-profile>",
  '<flat-profile>\r\n<Display_Name_1_ ua="na>A &amp; B</Display_Name_1_>\r\n<!-- open\r\n</flat-profile>',
  "<a><flat-profile><router-configuration><WAN_Interface><x>1</x></router-configuration></flat-profile></b>",
  "<flat-profile>{if $x}<User_ID_{$n}_>{$u}</User_ID_{$n}_>{/if}< Resync_Periodic>5</ Resync_Periodic></flat-profile>",
  "<Resync_Periodic>60</Resync_Periodic>\n<Dial_Plan_1_>(9,x.|*xx&lt;:1>)</Dial_Plan_1_>",
  "</flat-profile><flat-profile/><flat-profile><Resync_Periodic",
];
