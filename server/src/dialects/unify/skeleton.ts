import { item, messageOf } from "./message";

/** Access to a file, as a phone has it on its pages for transfers. */
export interface FileSource {
  readonly file: string;
  readonly server?: string;
  readonly path?: string;
  readonly type?: string;
  readonly softwareType?: string;
  readonly version?: string;
  /** HTTPS in place of FTP: the URL with the file's name. */
  readonly httpsUrl?: string;
}

/** The items of one file; with an index when there are several. */
export function deploymentItems(source: FileSource, index?: number): readonly string[] {
  const { file, server = "192.0.2.10", path = "/software", type = "APP", softwareType, version, httpsUrl } = source;
  const pairs: readonly (readonly [string, string | undefined])[] = [
    ...(httpsUrl === undefined
      ? ([
          ["file-server", server],
          ["file-path", path],
          ["file-name", file],
        ] as const)
      : ([["file-https-base-url", httpsUrl]] as const)),
    ["file-type", type],
    ["file-sw-type", softwareType],
    ["file-sw-version", version],
    ["file-priority", "immediate"],
  ];
  return pairs.flatMap(([name, value]) => (value === undefined ? [] : [item(name, value, index)]));
}

/** A message that makes the phone load one image. */
export const softwareDeployment = (source: FileSource) => messageOf("SoftwareDeployment", deploymentItems(source));

/** A message that makes the phone load several files. */
export function fileDeployment(sources: readonly FileSource[]): string {
  return messageOf(
    "FileDeployment",
    sources.flatMap((source, i) => [item("file-action", "deploy", i + 1), ...deploymentItems(source, i + 1)]),
  );
}
