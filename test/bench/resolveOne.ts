import { phoneFor } from "../../server/src/analysis/phones";
import { resolvedInWords } from "../../server/src/cli/resolveText";
import { deviceFor } from "../../server/src/cli/site/deviceFor";
import { answersOf, loadSite } from "../../server/src/cli/site/siteOptions";
import { resolveReport } from "../../server/src/deployment/report";
import { driveSlowly, settle } from "../../server/src/deployment/settle";
import { startIn } from "../../server/src/deployment/siteMap";
import { pools } from "../support/problems";

/** Milliseconds of the processor that one device takes in a process that has started; every file is read anew. */
export async function resolveInProcess(id: string, times: number): Promise<readonly number[]> {
  const services = pools;
  const loaded = loadSite({ map: [] }, services);
  const device = await deviceFor(id, services, loaded);
  const phone = phoneFor(device, services);
  if (typeof phone === "string") throw new Error(phone);
  const plain = { bold: (text: string) => text, cyan: (text: string) => text, red: (text: string) => text };
  const samples: number[] = [];
  for (let i = 0; i < times; i++) {
    const before = process.cpuUsage();
    const answers = await answersOf(loaded, {});
    const machine = settle(phone, phone.start(device, startIn(loaded.site)), { keepsHistory: true });
    const settled = await driveSlowly(machine, (request) => answers.answer(request, device));
    const report = resolveReport(phone, settled, answers.takeProblems(), { show: "set", why: [], isBrief: true });
    const lines = [...resolvedInWords(report, [], plain as never)];
    const { user, system } = process.cpuUsage(before);
    if (lines.length < 500) throw new Error(`only ${lines.length} lines`);
    samples.push((user + system) / 1000);
  }
  return samples;
}
