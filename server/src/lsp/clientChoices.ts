import { isDevice } from "../devices/deviceFile";
import { isObject, isText, listOf, oneOf } from "../features/paramShapes";
import type { Notifications } from "../protocol";
import type { TemplateChoices } from "../protocol/templates";
import type { Session } from "./session";

const isChoice = (raw: unknown): raw is TemplateChoices["files"][number] =>
  isObject(raw) && isText(raw.uri) && listOf(isText)(raw.data);
const isTheme = oneOf("light", "dark", "high-contrast", "high-contrast-light");

/** Follows what a person chose in our client: a theme, and phones to preview files for. */
export function syncChoices(session: Session): void {
  const on = (method: keyof Notifications, follow: (params: Readonly<Record<string, unknown>>) => void) =>
    session.connection.onNotification(method, (params: unknown) => follow(isObject(params) ? params : {}));

  on("flatProfile/theme", ({ kind }) => {
    if (isTheme(kind)) session.client = { ...session.client, pictures: kind, commands: true };
  });

  on("flatProfile/templates", ({ files, mayRun }) => {
    const all = Array.isArray(files) ? (files as readonly unknown[]) : [];
    session.templates.choose({ files: all.filter(isChoice), mayRun: mayRun === true });
  });

  on("flatProfile/previewDevices", ({ files }) => {
    session.previewDevices.clear();
    for (const file of Array.isArray(files) ? (files as readonly unknown[]) : [])
      if (isObject(file) && isText(file.uri) && isDevice(file.device))
        session.previewDevices.set(file.uri, file.device);
    const { inlayHint } = session.capabilities.workspace ?? {};
    if (inlayHint?.refreshSupport) session.attempt(session.connection.languages.inlayHint.refresh());
  });
}
