import { secretSpans } from "../analysis/secretSpans";
import { faultOfValue, type SettingChange, settingChange } from "../features/settingSearch";
import { isUtf8 } from "../profile/byteFacts";
import { siteDialects } from "./catalogue";
import { changedLines } from "./changedLines";
import { counted } from "./counted";
import { type Paint, paintFor, printable } from "./printable";
import { type SearchOptions, type SettingFile, searchOf, settingFiles, withSearchOptions } from "./settingFiles";
import { print } from "./standardOutput";
import { exit, UsageError, type Verb } from "./verb";
import { writeBack } from "./writeBack";

interface SetOptions extends SearchOptions {
  readonly write?: boolean;
  readonly force?: boolean;
}

export const set: Verb = (program, finish) => {
  withSearchOptions(
    program
      .command("set")
      .summary("change settings in many files")
      .description(
        "Gives each setting of a parameter that files have a value, written as their format needs it. Nothing else in a file changes.\nWithout --write, prints the lines that would change. Secrets are masked. Encrypted files and values with template placeholders are left alone.\n\nExit status:\n  0  done, or nothing to change\n  1  files would change (without --write)\n  2  a file cannot be read or changed",
      )
      .argument("<parameter>", "name of a parameter, as for find")
      .argument("<new-value>", "the new value")
      .argument("<files...>", "files, folders or patterns"),
  )
    .option("--write", "change the files")
    .option("--force", "also write a value that no phone takes")
    .action(async (parameter: string, value: string, files: string[], options: SetOptions) =>
      finish(await run(parameter, value, files, options)),
    );
};

async function run(parameter: string, value: string, words: readonly string[], options: SetOptions): Promise<number> {
  if (words.includes("-")) throw new UsageError("set requires files. Standard input cannot be changed.");
  const search = searchOf(parameter, options);
  const fault = options.force ? undefined : faultOfValue(search, value, siteDialects({ isReported: true }).all());
  if (fault !== undefined) throw new UsageError(`${fault} Use --force to write it all the same.`);
  const paint = paintFor(process.stdout, process.env);
  let failed = false;
  let settings = 0;
  let files = 0;
  let templated = 0;
  const fail = (message: string) => {
    failed = true;
    console.error(printable(message));
  };
  for await (const file of settingFiles(words, options, fail)) {
    const change = settingChange(file.snapshot, search, value);
    templated += change.templated;
    const { name } = file.input;
    if (change.fault !== undefined) fail(`${name}: Not changed. ${change.fault}`);
    if (!change.after) continue;
    if (!isUtf8(file.decoded.bytes)) fail(`${name}: Not changed. The file is not UTF-8.`);
    else if (file.input.leadsOut)
      console.error(printable(`${name}: Not changed. It is a link to a file outside the folder.`));
    else if (await done(file, change, options.write === true, paint, fail)) {
      files++;
      settings += change.changed.length;
    }
  }
  const verb = options.write ? "changed" : "would change";
  console.error(
    `${counted(settings, "setting")} in ${counted(files, "file")} ${verb}${options.write || files === 0 ? "" : ". Use --write to change them."}`,
  );
  if (templated > 0) console.error(`${counted(templated, "value")} with placeholders left alone`);
  if (failed) return exit.failed;
  return files > 0 && !options.write ? exit.problems : exit.clean;
}

/** Prints what changes and writes it where that is wanted; false when it cannot be written. */
async function done(
  { input, snapshot }: SettingFile,
  { changed, after }: SettingChange,
  write: boolean,
  paint: Paint,
  fail: (message: string) => void,
): Promise<boolean> {
  if (!after) return false;
  if (write)
    try {
      await writeBack(input, Buffer.from(after.text));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      fail(error.message);
      return false;
    }
  const edits = changed.flatMap((each) => each.edits);
  const sides = [
    { text: snapshot.text, secrets: secretSpans(snapshot) },
    { text: after.text, secrets: secretSpans(after) },
  ] as const;
  const name = printable(input.name);
  await print(`${paint.bold(`--- ${name}`)}\n${paint.bold(`+++ ${name}`)}\n${changedLines(edits, ...sides, paint)}`);
  return true;
}
