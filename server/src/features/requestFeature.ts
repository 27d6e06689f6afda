import type { CancellationToken, ServerCapabilities } from "vscode-languageserver-protocol";
import type { History } from "../deployment/site/history";
import type { Neighbors } from "../profile/neighbors";
import type { FileParams, Method, ParamsOf, ResultOf } from "../protocol";
import type { ImpactProgress } from "../protocol/site";
import type { RenderedAnswer } from "../protocol/templates";
import type { OpenFile } from "./feature";
import { isDocument, type ParamShapes } from "./paramShapes";
import type { SiteRemark } from "./siteRemarks";
import type { SiteServer } from "./workspaceSite";

/** What requests that are not about one file may ask of the server. */
export interface Server extends SiteServer {
  /** Undefined when the file is not open. */
  file(uri: string): Promise<OpenFile | undefined>;
  /** The folder of a file as it is saved, the file itself included; undefined where it cannot be read. */
  saved(file: OpenFile): Promise<Neighbors | undefined>;
  openFiles(): AsyncIterable<OpenFile>;
  /** The open files, and those below the folders of the workspace. */
  workspaceFiles(): AsyncIterable<OpenFile>;
  /** Earlier states of files; absent where none are reached. */
  readonly history: History | undefined;
  /** The text of a file, as it is typed if it is open; undefined when it cannot be read. */
  read(uri: string): Promise<string | undefined>;
  /** The text of a whole file. */
  decode(bytes: Uint8Array): string;
  /** Lets messages that have arrived be handled before long work goes on. */
  pause(): Promise<void>;
  /** What a request found out about the open files of a site, in place of what was known. */
  remark(folder: string, found: ReadonlyMap<string, readonly SiteRemark[]>): void;
  /** What a template that is open makes of a row; null for any other file. */
  rendered(uri: string, row: number): Promise<RenderedAnswer | null>;
  /** How far a long request is. */
  report(progress: ImpactProgress): void;
}

/** One request about the server as a whole: the shape of its parameters and its handler. */
export interface ServerFeature<P, R> {
  readonly params: Partial<ParamShapes<P>>;
  /** What a request answers that was canceled is not sent. */
  run(params: P, server: Server, token: CancellationToken): R | Promise<R>;
}

/** A request of the LSP that is not about one file. */
export interface WorkspaceFeature<P, R> extends ServerFeature<P, R> {
  readonly request: { readonly method: string };
  readonly capability: Partial<ServerCapabilities>;
}

/** A request of our own. */
export interface RequestFeature<M extends Method> extends ServerFeature<ParamsOf<M>, ResultOf<M>> {
  readonly params: ParamShapes<ParamsOf<M>>;
}

/** Methods of requests about one file. */
export type FileMethod = { [M in Method]: ParamsOf<M> extends FileParams ? M : never }[Method];

/** A request of our own about one open file: the shape of its parameters, its empty answer and its handler. */
export interface FileRequestFeature<M extends FileMethod> {
  readonly params: ParamShapes<ParamsOf<M>>;
  readonly empty: ResultOf<M>;
  run(file: OpenFile, params: ParamsOf<M>, server: Pick<Server, "services">): ResultOf<M>;
}

/** The parameters of requests that have a file and no more. */
export const fileParams: ParamShapes<FileParams> = { textDocument: isDocument };

/** The request answered for the file that it names. */
export function aboutFile<M extends FileMethod>(feature: FileRequestFeature<M>): RequestFeature<M> {
  return {
    params: feature.params,
    async run(params, server) {
      const file = await server.file(params.textDocument.uri);
      return file ? feature.run(file, params, server) : feature.empty;
    },
  };
}
