import type { Device } from "../../server/src/devices/device";
import type { Dialect } from "../../server/src/dialects/dialect";
import { audiocodesCase } from "./audiocodesCase";
import { avayaCase } from "./avayaCase";
import { ciscoCase } from "./ciscoCase";
import { enterpriseCase } from "./enterpriseCase";
import type { SecretCase } from "./secretCases";
import { toyCase } from "./toyCase";
import { unifyCase } from "./unifyCase";

/** What the tests that run over all dialects need of one. A new dialect adds one entry to `dialectCases`. */
export interface DialectCase {
  readonly dialect: Dialect;
  /** The name of a file of it, with which and with whose first lines it is recognized. */
  readonly fileName: string;
  /** A phone to preview files for. */
  readonly device: Device;
  /** A model or family of it, for the command line. */
  readonly deviceWord: string;
  /** Sound files with everything that the format has. */
  readonly files: readonly string[];
  /** Small files with faults of every kind, for sweeps over all offsets. */
  readonly broken: readonly string[];
  /** Words of the grammar, for random changes. */
  readonly words: readonly string[];
  /** Places of secrets, in settings, in broken text and in comments. */
  readonly secrets: readonly SecretCase[];
  readonly minSecrets: number;
  /** Those of `secrets` that are some whole lines and secrets whatever is around them. */
  readonly alwaysSecret: readonly SecretCase[];
  /** A file with one of them. */
  fileOfSecret(each: SecretCase, secret: string): string;
  /** All of them in few files. */
  filesOfSecrets(secretOf: (place: string) => string): readonly string[];
  /** Settings whose values look a bit like secrets and are none. */
  readonly visible: readonly (readonly [name: string, value: string])[];
  /** Settings that are expensive in great numbers; where absent, some of `visible` are taken. */
  readonly heavy?: readonly (readonly [name: string, value: string])[];
  /** Files with `$0` where the name of a setting can be typed. */
  readonly nameTyped: readonly string[];
  /** Files with `$0` at the name and in the value of a setting with a manual page. */
  readonly described: readonly { readonly file: string; readonly page: RegExp }[];
  /** Beginnings of the marks of the format, which are never ended. */
  readonly beginnings: readonly string[];
  /** Files with a text in a place of the format: between settings, in a value, in a name. */
  readonly places: readonly ((text: string) => string)[];
}

/** Every dialect of the product, and the toy. */
export const dialectCases: readonly DialectCase[] = [
  ciscoCase,
  avayaCase,
  unifyCase,
  audiocodesCase,
  enterpriseCase,
  toyCase,
];
