import * as l10n from "@vscode/l10n";
import { configFile } from "../deployment/siteMap";
import { isObject } from "../features/paramShapes";
import type { Fail } from "../text/jsonShape";

/** A member of a configuration, or why it is not used; neither when the configuration does not have it. */
export function configMember<T>(
  text: string,
  name: string,
  read: (raw: unknown, fail: Fail) => T,
): { readonly value?: T; readonly fault?: string } {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    // The reason may quote the text.
    return { fault: l10n.t("{0} is not valid JSON.", configFile) };
  }
  if (!isObject(raw) || raw[name] === undefined) return {};
  try {
    return {
      value: read(raw[name], (message) => {
        throw new MemberFault(message);
      }),
    };
  } catch (error) {
    if (error instanceof MemberFault) return { fault: `${configFile}: ${error.message}` };
    throw error;
  }
}

class MemberFault extends Error {}
