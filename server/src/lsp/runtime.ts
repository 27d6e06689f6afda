import type { Connection } from "vscode-languageserver";
import type { History } from "../deployment/site/history";
import type { Tree } from "../deployment/site/tree";
import type { Platform } from "../encryption/platform";
import type * as Engines from "../templates/engines";
import type { Syntax } from "../templates/parts";
import type { Renderer } from "../templates/template";

/** What a platform supplies to the server. */
export interface Runtime {
  /** Calls back once after `ms`; the answer cancels it. */
  delay(ms: number, callback: () => void): () => void;
  /** Lets messages that have arrived be handled before work goes on. */
  yieldToMessages(): Promise<void>;
  /**
   * The text of a file that the build put beside the server's code; undefined when there is none. A worker made of a copy
   * of the code does not have the address of the code; the client sends it.
   */
  packedFile(name: string, codeUri: string | undefined): string | undefined;
  /** The text of a file of the workspace; undefined when it cannot be read. */
  readFile?(uri: string): Promise<string | undefined>;
  /** Files below the folders that may contain settings. */
  listFiles?(folders: readonly string[], mayBeOurs: (fileName: string) => boolean): Promise<readonly string[]>;
  /** The files below a folder as they are when they are asked for; undefined where none are reached. */
  siteTree?(folder: string): Tree | undefined;
  readonly platform?: Platform;
  /** Earlier states of files; absent where no program for them runs. */
  readonly history?: History;
  /** Runs commands of a person; absent where no program runs. */
  readonly commandRenderer?: CommandRenderers;
}

/** A template for which a command makes the files. */
export interface CommandTemplate {
  readonly command: readonly string[];
  readonly uri: string;
  readonly text: string;
  readonly syntax: Syntax | undefined;
}

/** Undefined for a template that no program can read. */
export type CommandRenderers = (template: CommandTemplate, engines: typeof Engines) => Renderer | undefined;

/** Where the server runs: the client it speaks to, and the platform. */
export interface Host {
  readonly connection: Connection;
  readonly runtime: Runtime;
}
