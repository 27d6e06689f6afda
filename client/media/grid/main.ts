import { connect, keep, kept, send } from "../shared/host";
import type { FromPanel, ToPanel } from "./messages";
import { GridPage, type Kept } from "./page";

// The page that edits a table. It keeps its filter; everything else comes with each message.

const panel = document.getElementById("panel") ?? document.body;
const page = new GridPage(panel, kept<Kept>(), { keep, send: (message) => send<FromPanel>(message) });

connect<ToPanel>((message) => page.show(message));
