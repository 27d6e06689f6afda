import * as l10n from "@vscode/l10n";
import type { Check, Interest, ProfileCheckContext, SettingFacts } from "../../../checks/check";
import type { Profile } from "../../../profile/profile";
import type { Setting } from "../../../profile/setting";
import type { Catalogue } from "../../../schema/catalogue";
import { availability, defaultFor } from "../../../schema/effectiveParameter";
import type { DeviceChoice, FamilyId, Parameter } from "../../../schema/model";
import { Recent } from "../../../text/recent";
import type { Span } from "../../../text/span";
import { Automaton } from "../../../values/dialPlan/automaton";
import { readDialPlan } from "../../../values/dialPlan/read";
import { offHook } from "../../../values/dialPlan/simulate";
import { readDialString } from "../values/dialString";
import { readKeyFunction } from "../values/lineKey";
import { isSentByKey } from "./sentByKey";

export const ownStarCodes: Check = {
  code: "star-code/dialed-by-phone",
  severity: "warning",
  title: "Number that is also a star code of the phone",
  docs: `A number that the phone dials by itself is also one of its own activation codes, set in the profile or by default. The phone runs the code and dials nothing. This is confirmed for the voice mail number of multiplatform phones: \`*97\` reaches voice mail on many systems, but picks up a call on these phones (\`Call_Pickup_Code\`). Set the code to another value. For other numbers (speed dials, keys, hot lines and parking) and when the phone is unknown, it is only information.

Empty codes, and codes whose service is turned off in the profile, do nothing and are not reported.`,
  examples: [
    {
      bad: "<!-- flat-profile-device family=mpp88xx --><flat-profile><Voice_Mail_Number>*97</Voice_Mail_Number></flat-profile>",
      good: "<!-- flat-profile-device family=mpp88xx --><flat-profile><Voice_Mail_Number>*97</Voice_Mail_Number><Call_Pickup_Code>**8</Call_Pickup_Code></flat-profile>",
    },
    {
      bad: "<flat-profile><Extended_Function_3_>fnc=sd;ext=*66@$PROXY</Extended_Function_3_></flat-profile>",
      good: "<flat-profile><Extended_Function_3_>fnc=sd;ext=*65201@$PROXY</Extended_Function_3_></flat-profile>",
    },
  ],
  inFragments: true,
  profile(profile, context) {
    const dialed = [...context.select(profile, dialing)].flatMap((setting) =>
      numbersOf(setting, context.facts(setting)).map((number) => ({ setting, ...number })),
    );
    // Most profiles have none.
    if (dialed.length === 0) return;
    const codes = codesOf(profile, context, new Set(dialed.map(({ number }) => number)));
    for (const { setting, number, span } of dialed) {
      const own = codes.get(number);
      if (!own) continue;
      const isSeen = setting.name === "Voice_Mail_Number" && context.facts(setting).effective?.generation === "MPP";
      const message =
        own.setting !== undefined || context.device.family !== undefined
          ? l10n.t(
              "`{0}` is also the star code `{1}` of this phone. The phone runs the code and does not dial it. Change `{1}`.",
              number,
              own.name,
            )
          : l10n.t(
              "`{0}` is also the default star code `{1}` of some phones. They run the code and do not dial it. Change `{1}`.",
              number,
              own.name,
            );
      context.report(setting, {
        message,
        severity: isSeen ? "warning" : "info",
        span: setting.value.toSource(span),
        ...(own.setting && {
          related: [{ segment: own.setting.segment, span: own.setting.valueSpan, message: l10n.t("Same code") }],
        }),
        ...(!own.setting && {
          fixes: [
            {
              title: l10n.t("Turn off `{0}`", own.name),
              edits: context.write.insertAfter(setting, own.name, '""'),
            },
          ],
        }),
      });
    }
  },
};

interface Code {
  readonly name: string;
  /** Undefined for one that is so by default. */
  readonly setting: Setting | undefined;
}

/** The codes that the phone acts on, each with the first parameter that has it. */
function codesOf(
  profile: Profile,
  context: ProfileCheckContext,
  numbers: ReadonlySet<string>,
): ReadonlyMap<string, Code> {
  const switchedOff = new Set([...context.select(profile, serviceOff)].map(({ name }) => serviceOf(name)));
  const isOn = (name: string) => !switchedOff.has(functionOf(name));
  const codes = new Map<string, Code>();
  for (const setting of context.select(profile, starCode)) {
    if (profile.inEffect(setting.name) !== setting || setting.templated || setting.text.length < 2) continue;
    if (setting.text === '""' || !isOn(setting.name) || codes.has(setting.text)) continue;
    codes.set(setting.text, { name: setting.name, setting });
  }
  let likely: ReadonlySet<FamilyId> | undefined;
  for (const { name, code, families } of defaultsOf(context.catalogue, context.device)) {
    if (!numbers.has(code) || codes.has(code) || !isOn(name) || profile.inEffect(name)) continue;
    if (context.device.family === undefined) {
      // It looks at all settings, and most profiles dial no code of another phone.
      likely ??= likelyFamilies(profile, context.catalogue);
      if (!families.some((family) => likely?.has(family))) continue;
    }
    codes.set(code, { name, setting: undefined });
  }
  return codes;
}

/** Of the names that the best family has, as many as this make another one likely as well. */
const nearlyAll = 0.95;

/** Families that have nearly as many of the profile's names as any. It only keeps defaults of other phones out. */
function likelyFamilies(profile: Profile, catalogue: Catalogue): ReadonlySet<FamilyId> {
  const counts = catalogue.families.map(() => 0);
  for (const { name, path } of profile.names()) {
    const found = path === "" ? catalogue.find(name) : undefined;
    const mask = found ? catalogue.familyMask(found.parameter) : 0;
    for (let i = 0; mask >> i !== 0; i++) if ((mask >> i) & 1) counts[i] = (counts[i] ?? 0) + 1;
  }
  const most = Math.max(...counts);
  return new Set(catalogue.families.flatMap(({ id }, i) => ((counts[i] ?? 0) >= most * nearlyAll ? [id] : [])));
}

interface DefaultCode {
  readonly name: string;
  readonly code: string;
  /** The phones that are shipped with it. */
  readonly families: readonly FamilyId[];
}

const defaults = new WeakMap<Catalogue, Map<string, readonly DefaultCode[]>>();

/** What the phone is shipped with; while it is unknown, what any is. */
function defaultsOf(catalogue: Catalogue, device: DeviceChoice): readonly DefaultCode[] {
  const ofCatalogue = defaults.get(catalogue) ?? new Map<string, readonly DefaultCode[]>();
  defaults.set(catalogue, ofCatalogue);
  const key = `${device.family} ${device.firmware}`;
  let found = ofCatalogue.get(key);
  if (!found) {
    found = [...catalogue.parameters()].flatMap((parameter): readonly DefaultCode[] => {
      const { name, type } = parameter;
      if (type !== "StarCode" || name.includes("{") || isSentByKey(name)) return [];
      return defaultCodes(parameter, device, catalogue);
    });
    ofCatalogue.set(key, found);
  }
  return found;
}

function defaultCodes(parameter: Parameter, device: DeviceChoice, catalogue: Catalogue): readonly DefaultCode[] {
  const byCode = new Map<string, FamilyId[]>();
  for (const { id } of catalogue.families) {
    if (device.family !== undefined && device.family !== id) continue;
    const phone: DeviceChoice = { ...device, family: id };
    if (availability(parameter, [], phone, catalogue).state !== "available") continue;
    const code = defaultFor(parameter, [], id) ?? "";
    if (code.length < 2) continue;
    const families = byCode.get(code) ?? [];
    families.push(id);
    byCode.set(code, families);
  }
  return [...byCode].map(([code, families]) => ({ name: parameter.name, code, families }));
}

const starCode: Interest = {
  name: ({ path, name }, { type }) => type?.id === "StarCode" && path === "" && !isSentByKey(name),
};

const service = /_Serv(?:_\d+_)?$/;

const serviceOff: Interest = {
  name: ({ path, name }) => path === "" && name.includes("_Serv") && service.test(name),
  setting: ({ text }) => /^(?:no|0|disabled?)$/i.test(text),
};

/** `Call_Pick_Up_Serv` and `Call_Pickup_Code` are about one function. */
function serviceOf(name: string): string {
  return name.replace(service, "").replaceAll("_", "").toLowerCase();
}

function functionOf(name: string): string {
  return name
    .replace(/(?:_(?:De)?act)?_Code$/i, "")
    .replaceAll("_", "")
    .toLowerCase();
}

const dialingTypes: ReadonlySet<string> = new Set(["ExtendedFunction", "PskFunction", "DialString", "DialPlanScript"]);
const dialingNames: ReadonlySet<string> = new Set(["Voice_Mail_Number", "Action_Button_Service_Destination"]);

const dialing: Interest = {
  name: ({ name, path }, { effective }) =>
    path === "" && (dialingNames.has(name) || (effective !== undefined && dialingTypes.has(effective.parameter.type))),
  setting: ({ text, templated }) => !templated && text !== "" && text !== '""',
};

interface Dialed {
  readonly number: string;
  /** In the value. */
  readonly span: Span;
}

const known = new WeakMap<Setting, readonly Dialed[]>();
/** Most lines of a phone have the same plan. */
const plans = new Recent<readonly Dialed[]>(300);

/** The codes that a setting makes the phone dial, without their server and what follows the answer. */
function numbersOf(setting: Setting, facts: SettingFacts): readonly Dialed[] {
  let numbers = known.get(setting);
  if (!numbers) {
    numbers = readNumbers(setting, facts).filter(({ number }) => /^[*#]./.test(number));
    known.set(setting, numbers);
  }
  return numbers;
}

function readNumbers({ text }: Setting, { effective }: SettingFacts): readonly Dialed[] {
  switch (effective?.parameter.type) {
    case "DialPlanScript":
      return plans.get(text, (plan) => {
        const { number, sequence } = offHook(new Automaton(readDialPlan(plan), false));
        return number !== undefined && sequence ? [{ number, span: sequence.span }] : [];
      });
    case "ExtendedFunction":
    case "PskFunction": {
      const { functions, pairs } = readKeyFunction(text);
      if (functions.some((fn) => ["dtmf", "xml", "shortcut"].includes(fn.toLowerCase()))) return [];
      return pairs
        .filter(({ key }) => ["ext", "usr", "orbit"].includes(key.toLowerCase()))
        .map(({ value, valueSpan }) => numberIn(value, valueSpan.start));
    }
    default:
      return [numberIn(text, 0)];
  }
}

function numberIn(text: string, from: number): Dialed {
  const [first] = readDialString(text);
  const number = (first && "dial" in first ? first.dial : "").replace(/@.*$/s, "");
  return { number, span: { start: from, end: from + number.length } };
}
