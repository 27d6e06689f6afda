import type { Context } from "../context";
import { tellNoProfile } from "../profileEditor";
import { deviceNode } from "../views/deviceView";

/** Tells beside the editor what the profile at hand makes a phone of the view "Devices" do. */
export async function previewDevice({ preview, deviceView }: Context, argument?: unknown): Promise<readonly string[]> {
  const node = deviceNode(argument);
  const { document } = deviceView;
  if (node) await preview.devices.choose(node.key, document);
  if (document) return preview.panel.show(document);
  tellNoProfile();
  return [];
}
