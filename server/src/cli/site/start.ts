import type { Phone, Start } from "../../deployment/phone";
import { plainText } from "../encoding";
import { readAside } from "../readInput";
import { UsageError } from "../verb";

// What a device has before its first round.

/** What a file says that a device has: a dump of it, or JSON with values. */
export async function readStart(phone: Phone, file: string): Promise<Start> {
  const text = plainText(await readAside(file));
  const start = /^\s*\{/.test(text) ? readState(text, file) : phone.startOfDump(text);
  if (!start) throw new UsageError(`${file}: Neither a dump of a device nor JSON with its values.`);
  return start;
}

/** `{"values":{…},"access":{…},"userModified":[…],"firmware":"…"}` */
function readState(text: string, name: string): Start {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw new UsageError(`${name}: The file is not JSON.`);
  }
  const { values, access, userModified, firmware, failures } = raw as Readonly<Record<string, unknown>>;
  const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
    typeof value === "object" && value !== null && Object.values(value).every((text) => typeof text === "string");
  if (values !== undefined && !isTexts(values)) throw new UsageError(`${name}: values must have strings only.`);
  if (access !== undefined && !isTexts(access)) throw new UsageError(`${name}: access must have strings only.`);
  const isList = Array.isArray(userModified) && userModified.every((item) => typeof item === "string");
  if (userModified !== undefined && !isList) throw new UsageError(`${name}: userModified must be a list of names.`);
  return {
    ...(values !== undefined && { values }),
    ...(access !== undefined && { access }),
    ...(isList && { userModified: userModified as string[] }),
    ...(typeof firmware === "string" && { firmware }),
    ...(typeof failures === "number" && { failures }),
  };
}
