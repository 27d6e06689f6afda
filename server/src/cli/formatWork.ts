import type { DialectServices } from "../analysis/dialectServices";
import { Snapshot } from "../analysis/snapshot";
import { finalNewline, formatEdits } from "../features/formatting";
import { isUtf8 } from "../profile/byteFacts";
import { applyEdits } from "../text/edits";
import { serviceOf, siteDialects, unrecognized } from "./catalogue";
import { readAll } from "./check/readAhead";
import { type Config, loadConfig, settingsFor } from "./config";
import type { Decoded } from "./encoding";
import { type Block, ownFiles } from "./fileBlocks";
import type { Input } from "./inputs";
import { printable } from "./printable";
import type { Share } from "./threads";
import { UsageError } from "./verb";
import { writeBack } from "./writeBack";

// Files that are formatted, block by block.

export interface FormatInput {
  readonly files: readonly Input[];
  readonly blocks: readonly Block[];
  readonly check: boolean;
  /** What an element is indented by. */
  readonly step: string;
  readonly dialect?: string;
  readonly config?: string;
}

export interface FormattedFile {
  /** For standard output. */
  readonly printed?: string | Uint8Array;
  /** For standard error. */
  readonly note?: string;
  readonly isChanged?: boolean;
  readonly isFailed?: boolean;
}

/** What is known in the thread of the verb. */
export interface FormatContext {
  readonly services: DialectServices;
  readonly config: Config;
}

export async function* formatWork(
  input: FormatInput,
  share: Share,
  context = contextOf(input),
): AsyncGenerator<readonly FormattedFile[]> {
  const own = ownFiles(input.files, input.blocks, share);
  let files: FormattedFile[] = [];
  let next = 0;
  for await (const decoded of readAll(own.map(({ input }) => input))) {
    const { input: each, endsBlock } = own[next++] as (typeof own)[number];
    files.push(await formatted(each, decoded, input, context));
    if (!endsBlock) continue;
    yield files;
    files = [];
  }
}

/** In another thread; the verb has reported what is wrong with these files. */
function contextOf({ config }: FormatInput): FormatContext {
  const services = siteDialects({ isReported: true });
  return { services, config: loadConfig(".", config, services) };
}

async function formatted(
  input: Input,
  decoded: Decoded | UsageError,
  { check, step, dialect }: FormatInput,
  { services, config }: FormatContext,
): Promise<FormattedFile> {
  if (decoded instanceof UsageError) return { note: decoded.message, isFailed: true };
  const { text, bytes, raw } = decoded;
  const isStream = input.name === "-";
  const name = isStream ? "standard input" : input.name;
  const settings = settingsFor(input.name, config, {});
  const service = serviceOf(input.name, text, services, {
    isFound: input.found,
    ...(!input.found && dialect !== undefined && { dialect }),
    ...(settings.device.family !== undefined && { family: settings.device.family }),
  });
  const unchanged = isStream && !check ? { printed: raw } : {};
  if (!service)
    return { ...unchanged, ...(!input.found && { note: `${name}: Not changed. ${unrecognized(services)}` }) };
  const snapshot = new Snapshot(text, service.dialect.read(text, service.catalogue), service, settings, bytes);
  const isOurs = snapshot.document.form === "whole" || (snapshot.document.form === "part" && !input.found);
  const edits = isOurs ? formatEdits(snapshot, { indent: step, blankLines: config.blankLines }) : [];
  const rest = isOurs ? finalNewline(text, edits, { insertFinalNewline: true, trimFinalNewlines: true }) : [];
  const result = applyEdits(text, [...edits, ...rest]);
  if (result === text) {
    const note = `${input.name}: Not changed. It is not a flat-profile file.`;
    return isStream ? { printed: raw } : !input.found && !isOurs ? { note } : {};
  }
  if (!isUtf8(bytes)) {
    const what =
      bytes.encoding === "UTF-8" ? "The bytes are not UTF-8." : `The encoding is ${bytes.encoding}, not UTF-8.`;
    return { ...unchanged, note: `${name}: Not changed. ${what}`, isFailed: true };
  }
  if (isStream) return check ? { isChanged: true } : { printed: result };
  if (input.leadsOut) return { note: `${input.name}: Not changed. It is a link to a file outside the folder.` };
  try {
    if (!check) await writeBack(input, Buffer.from(result));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { note: error.message, isFailed: true };
  }
  return {
    printed: `${printable(check ? `${input.name} would change` : `${input.name} formatted`)}\n`,
    isChanged: true,
  };
}
