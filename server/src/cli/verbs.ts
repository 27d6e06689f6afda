import type { Verb } from "./verb";
import type { VerbName } from "./verbNames";

/** Every verb of the command line. Its code is run when the verb is asked for: all of it takes longer than most of them. */
export const verbs: Readonly<Record<VerbName, () => Promise<Verb>>> = {
  check: async () => (await import("./check")).check,
  format: async () => (await import("./format")).format,
  find: async () => (await import("./find")).find,
  set: async () => (await import("./set")).set,
  explain: async () => (await import("./explain")).explain,
  learn: async () => (await import("./learn")).learn,
  encrypt: async () => (await import("./encrypt")).encrypt,
  decrypt: async () => (await import("./decrypt")).decrypt,
  inspect: async () => (await import("./inspect")).inspect,
  preview: async () => (await import("./preview")).preview,
  fleet: async () => (await import("./fleet")).fleet,
  resolve: async () => (await import("./resolve")).resolve,
  plan: async () => (await import("./plan")).plan,
  drift: async () => (await import("./drift")).drift,
  updates: async () => (await import("./updates")).updates,
  replace: async () => (await import("./replace")).replace,
  rollout: async () => (await import("./rollout")).rollout,
  render: async () => (await import("./render")).render,
  convert: async () => (await import("./convert")).convert,
  option: async () => (await import("./option")).option,
  gate: async () => (await import("./gate")).gate,
  tone: async () => (await import("./tone")).tone,
  dial: async () => (await import("./dial")).dial,
  completion: async () => (await import("./completion")).completion,
  lsp: async () => (await import("./lsp")).lsp,
};
