import { audiocodesIni } from "./audiocodes/index";
import { avayaSettings } from "./avaya/index";
import { ciscoEnterprise } from "./cisco-enterprise/index";
import { ciscoFlatProfile } from "./cisco-flat-profile/index";
import type { Dialect } from "./dialect";
import { unifyXml } from "./unify/index";

/** Every vendor format. */
export const dialects: readonly Dialect[] = [ciscoFlatProfile, avayaSettings, unifyXml, audiocodesIni, ciscoEnterprise];
