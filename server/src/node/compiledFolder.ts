import path from "node:path";

/** The parts of the environment that matter here. */
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where the server keeps what the engine compiled of its code; undefined: nowhere. The editor's extension names its own
 * folder in the variable that Node has for this since 22; otherwise it is the folder of the user for files that may be lost.
 */
export function compiledFolder(env: Environment, system: NodeJS.Platform, home: string): string | undefined {
  if (env.NODE_DISABLE_COMPILE_CACHE) return undefined;
  // Node may have made that folder with rights for a group: ours inside is for the user alone.
  if (env.NODE_COMPILE_CACHE) return path.join(env.NODE_COMPILE_CACHE, "flat-profile");
  const caches = cachesOf(env, system, home);
  return caches === undefined ? undefined : path.join(caches, "flat-profile", "compiled");
}

function cachesOf(env: Environment, system: NodeJS.Platform, home: string): string | undefined {
  if (system === "win32") return env.LOCALAPPDATA || undefined;
  // a relative one is to be ignored
  if (env.XDG_CACHE_HOME && path.isAbsolute(env.XDG_CACHE_HOME)) return env.XDG_CACHE_HOME;
  if (!path.isAbsolute(home) || home === path.parse(home).root) return undefined;
  return system === "darwin" ? path.join(home, "Library", "Caches") : path.join(home, ".cache");
}
