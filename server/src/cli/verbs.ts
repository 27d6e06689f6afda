import { check } from "./check";
import { completion } from "./completion";
import { convert } from "./convert";
import { decrypt } from "./decrypt";
import { dial } from "./dial";
import { drift } from "./drift";
import { encrypt } from "./encrypt";
import { explain } from "./explain";
import { find } from "./find";
import { fleet } from "./fleet";
import { format } from "./format";
import { gate } from "./gate";
import { inspect } from "./inspect";
import { learn } from "./learn";
import { lsp } from "./lsp";
import { option } from "./option";
import { plan } from "./plan";
import { preview } from "./preview";
import { render } from "./render";
import { replace } from "./replace";
import { resolve } from "./resolve";
import { rollout } from "./rollout";
import { set } from "./set";
import { tone } from "./tone";
import { updates } from "./updates";
import type { Verb } from "./verb";

/** Every verb of the command line. */
export const verbs: readonly Verb[] = [
  check,
  format,
  find,
  set,
  explain,
  learn,
  encrypt,
  decrypt,
  inspect,
  preview,
  fleet,
  resolve,
  plan,
  drift,
  updates,
  replace,
  rollout,
  render,
  convert,
  option,
  gate,
  tone,
  dial,
  completion,
  lsp,
];
