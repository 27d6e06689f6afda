import { connect, keep, kept, send } from "../shared/host";
import type { FromPanel, ToPanel } from "./messages";
import { EffectivePage, type Kept } from "./page";

// The page of the effective configuration. It keeps its filter and what is folded; everything else comes with each message.

const panel = document.getElementById("panel") ?? document.body;
const page = new EffectivePage(panel, kept<Kept>(), {
  keep,
  send: (message) => send<FromPanel>(message),
});

connect<ToPanel>((message) => page.show(message));
