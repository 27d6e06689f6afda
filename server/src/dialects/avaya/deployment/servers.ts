import { type Target, usualPort } from "../../../deployment/exchange";

// Where a device asks for its files: HTTPS servers first, then the others, each list in its order.

export interface FileServer {
  /** The setting that names it. */
  readonly rule: "TLSSRVR" | "HTTPSRVR";
  target(file: string): Target;
}

/** Reads a setting with its variables replaced; undefined where it has no value. */
export type ReadAddress = (name: string) => string | undefined;

const kinds = [
  { rule: "TLSSRVR", scheme: "https", folder: "TLSDIR", port: "TLSPORT" },
  { rule: "HTTPSRVR", scheme: "http", folder: "HTTPDIR", port: "HTTPPORT" },
] as const;

export function serversOf(read: ReadAddress): readonly FileServer[] {
  const found = kinds.flatMap((kind) =>
    (read(kind.rule) ?? "")
      .split(",")
      .map((host) => host.trim())
      .filter((host) => host !== "")
      .map((host) => serverOf(host, kind, read)),
  );
  return found.length > 0 ? found : [serverOf(undefined, kinds[1], read)];
}

function serverOf(typed: string | undefined, kind: (typeof kinds)[number], read: ReadAddress): FileServer {
  const { rule, scheme } = kind;
  const [, host, own] = /^(\[[^\]]*\]|[^:]*):(\d{1,5})$/.exec(typed ?? "") ?? [];
  const isBareAddress = host === undefined && typed?.includes(":") && !typed.startsWith("[");
  const server = isBareAddress ? `[${typed}]` : (host ?? typed);
  const number = Number(own ?? read(kind.port));
  const port = Number.isInteger(number) && number > 0 ? number : (usualPort(scheme) ?? 0);
  const folder = (read(kind.folder) ?? "").split("/").filter(Boolean);
  return {
    rule,
    target: (file) => ({ scheme, server, port, path: pathOf([...folder, ...file.split("/").filter(Boolean)]) }),
  };
}

function pathOf(parts: readonly string[]): string {
  return `/${parts.map((part) => part.replace(/[%?#\s]/g, encodeURIComponent)).join("/")}`;
}

/** A URL as a place from which the first file is asked for, and the others after it. */
export function serverAt(url: string): { readonly server: FileServer; readonly file: string } | undefined {
  const match = /^(https?):\/\/(\[[^\]]*\]|[^/:?#]+)(?::(\d{1,5}))?(\/[^?#]*)$/i.exec(url.trim());
  if (!match) return undefined;
  const [, scheme = "", server = "", port, path = ""] = match;
  const parts = path.split("/").filter(Boolean);
  const file = parts.pop();
  if (file === undefined) return undefined;
  const isTls = scheme.toLowerCase() === "https";
  const read: ReadAddress = (name) => (/DIR$/.test(name) ? parts.join("/") : /PORT$/.test(name) ? port : undefined);
  return { server: serverOf(server, kinds[isTls ? 0 : 1], read), file };
}
