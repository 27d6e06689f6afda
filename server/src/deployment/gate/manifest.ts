import * as l10n from "@vscode/l10n";
import { type JsonMember, type JsonNode, readJson } from "../../text/json";
import { nearest } from "../../text/nearest";
import type { Problem, Span } from "../../text/span";
import type { GateImage, ReadVersion } from "./verdict";

// What is known of images of software, as their files do not say it in public:
// { "inventory": "LIST.csv", "minVersions": { "MODEL": "VERSION" }, "images": [ { "file": "a.img", "hardwareLevel": 3, "supportedLevels": [2, 3] } ] }
// A list of images, or one alone, is a manifest too. JSON Schema: schemas/bind.schema.json.

export interface GateManifest {
  readonly images: readonly GateImage[];
  /** Lowest versions by model. */
  readonly minVersions: Readonly<Record<string, string>>;
  readonly override: boolean;
  /** Name of the list of devices beside the manifest. */
  readonly inventory: string | undefined;
  /** Where each image is, by its file. */
  readonly places: ReadonlyMap<string, Span>;
  readonly problems: readonly Problem[];
}

type Kind = "text" | "version" | "level" | "levels" | "flag";

/** Names in the file, and members of an image. */
const imageKeys: Readonly<Record<string, { readonly member: keyof GateImage; readonly kind: Kind }>> = {
  file: { member: "file", kind: "text" },
  product: { member: "product", kind: "text" },
  swType: { member: "softwareType", kind: "text" },
  version: { member: "version", kind: "version" },
  hardwareLevel: { member: "hardwareLevel", kind: "level" },
  supportedLevels: { member: "supportedLevels", kind: "levels" },
  minVersion: { member: "minVersion", kind: "version" },
  override: { member: "override", kind: "flag" },
};

const fileKeys = ["$schema", "inventory", "images", "minVersions", "override"];

/** Reads a manifest; whatever is wrong with it, the good parts are used. */
export function readManifest(text: string, readVersion: ReadVersion): GateManifest {
  const { root, problems: syntax } = readJson(text);
  const reader = new Reader(readVersion);
  for (const { message, span } of syntax) reader.report(span, message);
  if (root?.kind === "array") reader.readImages(root.items);
  else if (root?.kind === "object") reader.readFile(root);
  else if (root || syntax.length === 0)
    reader.report(root?.span ?? { start: 0, end: 0 }, l10n.t('The manifest must contain images: { "images": [ … ] }.'));
  return reader;
}

class Reader implements GateManifest {
  readonly images: GateImage[] = [];
  readonly places = new Map<string, Span>();
  readonly problems: Problem[] = [];
  inventory: string | undefined;
  minVersions: Record<string, string> = {};
  override = false;

  constructor(readonly readVersion: ReadVersion) {}

  report(span: Span, message: string, replacement?: string): void {
    this.problems.push({
      code: "gate/manifest",
      severity: "error",
      message,
      span,
      ...(replacement !== undefined && {
        fixes: [
          { title: l10n.t("Replace with `{0}`", replacement), edits: [{ span, text: JSON.stringify(replacement) }] },
        ],
      }),
    });
  }

  readFile(root: Extract<JsonNode, { readonly kind: "object" }>): void {
    const member = (name: string) => root.members.find(({ key }) => key === name)?.value;
    const list = member("images");
    if (!list && member("file")) {
      this.readImages([root]);
      return;
    }
    for (const { key, keySpan } of root.members) if (!fileKeys.includes(key)) this.#unknown(key, keySpan, fileKeys);
    if (list?.kind === "array") this.readImages(list.items);
    else this.report(list?.span ?? root.span, l10n.t('The manifest must contain images: { "images": [ … ] }.'));
    const inventory = member("inventory");
    if (inventory) this.inventory = this.#value("inventory", inventory, "text") as string | undefined;
    const least = member("minVersions");
    if (least?.kind === "object")
      for (const { key, value } of least.members) {
        const version = this.#value(key, value, "version");
        if (typeof version === "string") this.minVersions = { ...this.minVersions, [key]: version };
      }
    else if (least) this.report(least.span, l10n.t("`{0}` must be an object in braces: { … }.", "minVersions"));
    const override = member("override");
    this.override = override !== undefined && this.#value("override", override, "flag") === true;
  }

  readImages(nodes: readonly JsonNode[]): void {
    for (const node of nodes) {
      if (node.kind !== "object") {
        this.report(node.span, l10n.t("An image must be an object in braces: { … }."));
        continue;
      }
      const image = this.#image(node.members);
      if (image.file === undefined) {
        this.report({ start: node.span.start, end: node.span.start + 1 }, l10n.t("The image has no `file`."));
        continue;
      }
      if (this.places.has(image.file)) this.report(node.span, l10n.t("The image `{0}` is listed twice.", image.file));
      else this.places.set(image.file, node.span);
      this.images.push({ ...image, file: image.file });
    }
  }

  #image(members: readonly JsonMember[]): Partial<GateImage> {
    const image: Record<string, unknown> = {};
    for (const { key, keySpan, value } of members) {
      if (key === "$schema") continue;
      const known = Object.hasOwn(imageKeys, key) ? imageKeys[key] : undefined;
      if (!known) {
        this.#unknown(key, keySpan, Object.keys(imageKeys));
        continue;
      }
      const read = this.#value(key, value, known.kind);
      if (read !== undefined) image[known.member] = read;
    }
    const { hardwareLevel, supportedLevels } = image as Partial<GateImage>;
    const place = members.find(({ key }) => key === "supportedLevels")?.value.span;
    if (place && hardwareLevel !== undefined && supportedLevels && !supportedLevels.includes(hardwareLevel))
      this.report(place, l10n.t("The image does not support its own hardware level {0}.", hardwareLevel));
    return image as Partial<GateImage>;
  }

  #unknown(key: string, span: Span, known: readonly string[]): void {
    const near = nearest(key, known);
    if (near === undefined) this.report(span, l10n.t("Unknown key `{0}`. It is ignored.", key));
    else this.report(span, l10n.t("Unknown key `{0}`. Did you mean `{1}`?", key, near), near);
  }

  #value(key: string, node: JsonNode, kind: Kind): unknown {
    const complain = (message: string): undefined => {
      this.report(node.span, message);
      return undefined;
    };
    switch (kind) {
      case "flag":
        return node.kind === "boolean" ? node.value : complain(l10n.t("`{0}` must be true or false.", key));
      case "level":
        return node.kind === "number" && Number.isSafeInteger(node.value) && node.value >= 0
          ? node.value
          : complain(l10n.t("`{0}` must be a whole number.", key));
      case "levels":
        return node.kind === "array" && node.items.length > 0
          ? node.items.map((item) => this.#value(key, item, "level")).filter((level) => level !== undefined)
          : complain(l10n.t("`{0}` must be a list of whole numbers.", key));
      default:
        if (node.kind !== "string" || node.value === "")
          return complain(l10n.t("`{0}` must be text in double quotes.", key));
        if (kind === "version" && !this.readVersion(node.value))
          return complain(l10n.t("`{0}` is not a version that can be compared.", node.value));
        return node.value;
    }
  }
}
