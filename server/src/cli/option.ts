import type { DialectService } from "../analysis/dialectService";
import type { DialectServices } from "../analysis/dialectServices";
import { defaultSettings, Snapshot } from "../analysis/snapshot";
import type { DhcpOption, OptionSetting } from "../conversion/dhcpOption";
import { certainServiceOf, dialectNamed, siteDialects } from "./catalogue";
import { outputText, printable } from "./printable";
import { readInput } from "./readInput";
import { repeatableOption } from "./repeatableOption";
import { settingsOf } from "./settingWords";
import { print } from "./standardOutput";
import { exit, UsageError, type Verb } from "./verb";

interface OptionOptions {
  readonly dialect?: string;
  readonly encode?: string;
  readonly setting: readonly string[];
}

export const option: Verb = (program, finish) => {
  program
    .command("option")
    .summary("read or write the DHCP option of a phone")
    .description(
      `Prints the settings in the text of a DHCP option as a settings file, and checks them.
With --encode, prints the text for the settings of a file, and with --setting for single ones. Option 43
is written in hexadecimal digits.

Exit status:
  0  no errors or warnings
  1  errors, warnings, or settings that the option has no room for
  2  a file cannot be read`,
    )
    .argument("<code>", "number of the option, such as 242 or 43")
    .argument("[text]", "its text, such as 'MCIPADD=192.0.2.5,L2QVLAN=120'")
    .option("--encode <file>", "file with settings, or -")
    .addOption(
      repeatableOption("--setting <name=value>", "a setting of the option, with or without a file (repeatable)"),
    )
    .option("--dialect <id>", "system that the option is for (default: the one that has it)")
    .action(async (code: string, text: string | undefined, options: OptionOptions) =>
      finish(await run(code, text, options)),
    );
};

async function run(code: string, text: string | undefined, options: OptionOptions): Promise<number> {
  const { dialect, encode, setting } = options;
  const services = siteDialects();
  const all = optionsOf(code, dialect, services);
  const isEncoding = encode !== undefined || setting.length > 0;
  if ((text === undefined) !== isEncoding)
    throw new UsageError("Specify either the text, or what to encode with --encode and --setting.");
  if (text !== undefined) {
    const own = all.filter(({ found }) => found.isOwn?.(text));
    return decoded(text, only(own.length > 0 ? own : all, code));
  }
  const given = settingsOf(setting);
  if (encode === undefined) return encoded(only(all, code), given, []);
  const { text: content } = await readInput({ name: encode });
  const service = certainServiceOf(encode, content, services, dialect === undefined ? {} : { dialect });
  const chosen = all.find((each) => each.service === service);
  if (!chosen) throw new UsageError(`${service.dialect.label}: Unknown option ${printable(code)}.`);
  const { settings, secrets } = settingsIn(content, service);
  return encoded(chosen, [...settings, ...given], secrets);
}

interface OptionOfSystem {
  readonly service: DialectService;
  readonly found: DhcpOption;
}

/** The option of every system that has one of this number. */
function optionsOf(code: string, dialect: string | undefined, services: DialectServices): readonly OptionOfSystem[] {
  const candidates = dialect === undefined ? services.all() : [services.of(dialectNamed(dialect, services))];
  const all = candidates.flatMap((service) =>
    (service.dialect.dhcpOptions ?? [])
      .filter((each) => String(each.code) === code)
      .map((found) => ({ service, found })),
  );
  if (all.length === 0) throw new UsageError(`Unknown option ${printable(code)}.`);
  return all;
}

function only([first, second]: readonly OptionOfSystem[], code: string): OptionOfSystem {
  if (!first || second)
    throw new UsageError(`Several systems have option ${printable(code)}. Specify one with --dialect.`);
  return first;
}

async function decoded(text: string, { found, service }: OptionOfSystem): Promise<number> {
  const { settings, problems, facts = [] } = found.decode(text);
  const { dialect, catalogue } = service;
  const file = dialect.file(settings.map(({ name, value }) => dialect.write.element(name, value)));
  const comments = facts.map((fact) => `${dialect.comment(shownText(fact, service))}\n`).join("");
  await print(outputText(`${comments}${file}`));
  const reported = new Snapshot(file, dialect.read(file, catalogue), service, defaultSettings)
    .problems()
    .filter(({ severity }) => severity === "error" || severity === "warning");
  for (const message of problems) console.error(printable(`warning: ${shownText(message, service)}`));
  for (const { severity, code, message } of reported) console.error(printable(`${severity}: ${message} [${code}]`));
  return problems.length + reported.length > 0 ? exit.problems : exit.clean;
}

/** Without the password of a URL. */
const shownText = (text: string, { dialect }: DialectService) => dialect.secrets.shown(text);

/** What a file sets, and the names of its secrets. */
function settingsIn(text: string, service: DialectService) {
  const { dialect, catalogue } = service;
  const document = dialect.read(text, catalogue);
  const snapshot = new Snapshot(text, document, service, defaultSettings);
  const [profile] = document.profiles;
  const settings = new Map<string, OptionSetting>();
  const secrets = new Set<string>();
  for (const { name } of profile?.settings() ?? []) {
    const inEffect = profile?.inEffect(name);
    if (!inEffect || inEffect.templated || inEffect.isEmpty) continue;
    if (snapshot.shownText(inEffect) !== inEffect.text) secrets.add(name);
    else settings.set(name, { name, value: inEffect.text });
  }
  return { settings: [...settings.values()], secrets: [...secrets] };
}

async function encoded(
  { found }: OptionOfSystem,
  settings: readonly OptionSetting[],
  secrets: readonly string[],
): Promise<number> {
  const result = found.encode(settings);
  const losses = [
    ...secrets.map((name) => ({ name, reason: "Left out. Everyone in the network can read a DHCP option." })),
    ...result.losses,
  ];
  await print(outputText(`${result.text}\n`));
  for (const { name, reason } of losses) console.error(printable(`${name}: ${reason}`));
  return losses.length > 0 ? exit.problems : exit.clean;
}
