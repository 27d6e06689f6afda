import type { Context } from "./context";

export function clearProfileFilter({ profileView }: Context): void {
  profileView.filter = "";
}
