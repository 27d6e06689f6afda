import { deviceNode } from "../views/deviceView";
import type { Context } from "./context";

/** Previews rules for the phone of the view "Devices" from then on. */
export async function useDevice({ preview, deviceView }: Context, argument?: unknown): Promise<void> {
  const node = deviceNode(argument);
  if (node) await preview.devices.choose(node.key, deviceView.document);
}
