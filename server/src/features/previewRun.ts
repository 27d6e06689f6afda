import { secretSpans } from "../analysis/secretSpans";
import type { Snapshot } from "../analysis/snapshot";
import type { Device } from "../devices/device";
import type { PreviewRun, PreviewSource } from "../preview/preview";
import type { OpenFile } from "./feature";

interface Kept {
  readonly given: Device;
  readonly run: PreviewRun;
}

const sources = new WeakMap<Snapshot, PreviewSource>();
const runs = new WeakMap<Snapshot, Kept>();

/** A version of a file as a preview reads it. */
export function previewSource(snapshot: Snapshot): PreviewSource {
  let source = sources.get(snapshot);
  if (!source) {
    source = {
      get text() {
        return snapshot.text;
      },
      document: snapshot.document,
      neighbors: snapshot.neighbors,
      catalogue: snapshot.catalogue,
      get device() {
        return snapshot.device;
      },
      factsOf: (setting) => snapshot.likelyAnalyzer.facts(setting),
      spanOf: (setting, span) => snapshot.spanOf(setting, span),
      secretSpans: () => secretSpans(snapshot),
    };
    sources.set(snapshot, source);
  }
  return source;
}

/** The device that was asked for; undefined for a phone of another system, which takes nothing from this file. */
export function deviceOf({ dialect }: Snapshot, asked: Device | undefined): Device | undefined {
  return (asked?.dialect ?? dialect.id) === dialect.id ? asked : undefined;
}

/** What this version makes the chosen device do; undefined while no device is chosen or without a preview. */
export function previewRun({ snapshot, previewDevice }: OpenFile): PreviewRun | undefined {
  const { preview } = snapshot.dialect;
  const given = deviceOf(snapshot, previewDevice);
  if (!given || !preview) return undefined;
  const known = runs.get(snapshot);
  if (known?.given === given) return known.run;
  const run = preview.run(previewSource(snapshot), given);
  runs.set(snapshot, { given, run });
  return run;
}
