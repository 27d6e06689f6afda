/** Codes of `fnc=shortcut;url=…`: specification section 9.4. */
export const shortcutCodes: ReadonlySet<string> = new Set(
  `settings accessibility recents allcalls missedcalls receivedcalls placedcalls speeddials executive assistant userpref
  callpref cfwsetting anywhere audiopref screenpref screensaver attconsole ringtone bluetooth networkconf ethernetconf
  wificonf wifiprofile wpspbc wpspin wifistatus ipv4setting ipv6setting adminsetting setpassword usersignin usersignout
  datetime language restart powersave factoryreset profilerule profileaccount videosetting status productinfo
  networkstatus ipv4status ipv6status phonestatus phonestat linestatus provstatus callstat reportproblem reboothistory
  accessories statusmessage wifimessage directories personaldir alldir ldapdir broadsoftdir bsdirpers bsdirgrp bsdirent
  bsdirgrpcom bsdirentcom bluetoothdir xmppdir xmlapp xmldir webexdir proxyset vpnstatus vpnsetting`.split(/\s+/),
);
