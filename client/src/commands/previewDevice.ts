import { showNoProfile } from "../profileEditor";
import { deviceNode } from "../views/deviceView";
import type { Context } from "./context";

/** Shows next to the editor what a phone of the view "Devices" does with the active profile. */
export async function previewDevice({ preview, deviceView }: Context, argument?: unknown): Promise<readonly string[]> {
  const node = deviceNode(argument);
  const { document } = deviceView;
  if (node) await preview.devices.choose(node.key, document);
  if (document) return preview.panel.show(document);
  showNoProfile();
  return [];
}
