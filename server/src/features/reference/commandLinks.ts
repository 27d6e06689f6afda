import type { OpenFile } from "../feature";
import { type Links, noLinks } from "./links";
import { linksTo } from "./referencePage";

/** Links of a hover, by which our client opens pages; other clients get none. */
export function commandLinks({ client, snapshot }: OpenFile): Links {
  if (!client.pictures) return noLinks;
  return linksTo(snapshot.service, (address) => {
    const argument = encodeURIComponent(JSON.stringify([decodeURI(address)]));
    return `command:flatProfile.openReference?${argument.replace(/[()']/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`;
  });
}
