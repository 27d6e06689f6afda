import type { DialectService } from "../analysis/dialectService";
import type { DialectServices } from "../analysis/dialectServices";
import { defaultSettings, Snapshot } from "../analysis/snapshot";
import type { DhcpOption, OptionSetting } from "../conversion/dhcpOption";
import { certainServiceOf, dialectNamed, siteDialects } from "./catalogue";
import { outputText, printable } from "./printable";
import { readInput } from "./readInput";
import { print } from "./standardOutput";
import { exit, UsageError, type Verb } from "./verb";

interface OptionOptions {
  readonly dialect?: string;
  readonly encode?: string;
}

export const option: Verb = (program, finish) => {
  program
    .command("option")
    .summary("read or write the DHCP option of a phone")
    .description(
      `Prints the settings in the text of a DHCP option as a settings file, and checks them.
With --encode, prints the text for the settings of a file. Option 43 is written in
hexadecimal digits.

Exit status:
  0  no errors or warnings
  1  errors, warnings, or settings that the option has no room for
  2  a file cannot be read`,
    )
    .argument("<code>", "number of the option, such as 242 or 43")
    .argument("[text]", "its text, such as 'MCIPADD=192.0.2.5,L2QVLAN=120'")
    .option("--encode <file>", "file with settings, or -")
    .option("--dialect <id>", "system that the option is for (default: the one that has it)")
    .action(async (code: string, text: string | undefined, options: OptionOptions) =>
      finish(await run(code, text, options)),
    );
};

async function run(code: string, text: string | undefined, { dialect, encode }: OptionOptions): Promise<number> {
  const services = siteDialects();
  const { service, found } = optionOf(code, dialect, services);
  if ((text === undefined) === (encode === undefined)) throw new UsageError("Specify either the text or --encode.");
  return encode === undefined ? decoded(text ?? "", found, service) : encoded(encode, found, service, services);
}

function optionOf(
  code: string,
  dialect: string | undefined,
  services: DialectServices,
): { readonly service: DialectService; readonly found: DhcpOption } {
  const candidates = dialect === undefined ? services.all() : [services.of(dialectNamed(dialect, services))];
  const all = candidates.flatMap((service) =>
    (service.dialect.dhcpOptions ?? [])
      .filter((each) => String(each.code) === code)
      .map((found) => ({ service, found })),
  );
  const [first, second] = all;
  if (!first) throw new UsageError(`Unknown option ${printable(code)}.`);
  if (second) throw new UsageError(`Several systems have option ${printable(code)}. Specify one with --dialect.`);
  return first;
}

async function decoded(text: string, found: DhcpOption, service: DialectService): Promise<number> {
  const { settings, problems } = found.decode(text);
  const { dialect, catalogue } = service;
  const file = dialect.file(settings.map(({ name, value }) => dialect.write.element(name, value)));
  await print(outputText(file));
  const reported = new Snapshot(file, dialect.read(file, catalogue), service, defaultSettings)
    .problems()
    .filter(({ severity }) => severity === "error" || severity === "warning");
  for (const message of problems) console.error(printable(`warning: ${message}`));
  for (const { severity, code, message } of reported) console.error(printable(`${severity}: ${message} [${code}]`));
  return problems.length + reported.length > 0 ? exit.problems : exit.clean;
}

async function encoded(
  file: string,
  found: DhcpOption,
  service: DialectService,
  services: DialectServices,
): Promise<number> {
  const { text } = await readInput({ name: file });
  const { dialect, catalogue } = certainServiceOf(file, text, services, { dialect: service.dialect.id });
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
  const result = found.encode([...settings.values()]);
  const losses = [
    ...[...secrets].map((name) => ({ name, reason: "Left out. Everyone in the network can read a DHCP option." })),
    ...result.losses,
  ];
  await print(outputText(`${result.text}\n`));
  for (const { name, reason } of losses) console.error(printable(`${name}: ${reason}`));
  return losses.length > 0 ? exit.problems : exit.clean;
}
