import { connect, keep, kept, send } from "../shared/host";
import type { FromPanel, ToPanel } from "./messages";
import { EffectivePage } from "./page";

// The page of the effective configuration. It keeps its filter and what is folded; everything else comes with each message.

interface Kept {
  readonly filter: string;
  readonly overridden: boolean;
  readonly folds: Readonly<Record<string, boolean>>;
}

const panel = document.getElementById("panel") ?? document.body;
const page = new EffectivePage(panel, kept<Kept>(), {
  keep,
  send: (message) => send<FromPanel>(message),
});

connect<ToPanel>((message) => page.show(message));
