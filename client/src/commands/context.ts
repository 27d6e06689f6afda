import type { DriftPanel } from "../drift/driftPanel";
import type { EffectivePanel } from "../effective/effectivePanel";
import type { Encryption } from "../encryption/encryption";
import type { FleetPanel } from "../fleet/fleetPanel";
import type { GatePanel } from "../gate/gatePanel";
import type { Host } from "../host";
import type { ImpactPanel } from "../impact/impactPanel";
import type { ImpactRuns } from "../impact/impactRuns";
import type { KeyMapPanel } from "../keyMap/keyMapPanel";
import type { MatrixPanel } from "../matrix/matrixPanel";
import type { DeviceStore } from "../preview/deviceStore";
import type { PreviewPanel } from "../preview/previewPanel";
import type { ReplacementPanel } from "../replacement/replacementPanel";
import type { RolloutPanel } from "../rollout/rolloutPanel";
import type { TablePanel } from "../table/tablePanel";
import type { RenderedTemplates } from "../templates/renderedTemplates";
import type { UpdatesPanel } from "../updates/updatesPanel";
import type { DeviceView } from "../views/deviceView";
import type { ProfileView } from "../views/profileView";

/** What every command may use. Its parts take only `Host`. */
export interface Context extends Host {
  readonly encryption: Encryption;
  readonly preview: { readonly devices: DeviceStore; readonly panel: PreviewPanel };
  readonly effective: EffectivePanel;
  readonly profileView: ProfileView;
  readonly deviceView: DeviceView;
  readonly impact: { readonly runs: ImpactRuns; readonly panel: ImpactPanel };
  readonly drift: DriftPanel;
  readonly matrix: MatrixPanel;
  readonly rollout: RolloutPanel;
  readonly fleet: FleetPanel;
  readonly gate: GatePanel;
  readonly keyMap: KeyMapPanel;
  readonly table: TablePanel;
  readonly updates: UpdatesPanel;
  readonly replacement: ReplacementPanel;
  readonly templates: RenderedTemplates;
}
