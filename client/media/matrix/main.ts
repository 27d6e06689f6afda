import { connect, keep, kept, send } from "../shared/host";
import type { FromPanel, ToPanel } from "./messages";
import { type Kept, MatrixPage } from "./page";

// The page that compares what devices end up with. It keeps its filters; everything else comes with each message.

const panel = document.getElementById("panel") ?? document.body;
const page = new MatrixPage(panel, kept<Kept>(), { keep, send: (message) => send<FromPanel>(message) });

connect<ToPanel>((message) => page.show(message));
