import type { Phone, PhoneState } from "../deployment/phone";
import type { ValueCheck } from "../impact/impact";
import type { DialectService } from "./dialectService";
import { Snapshot } from "./snapshot";

/** Values that are remembered. */
const most = 20_000;

/** Checks one value as if it were the only one of a file for this device. */
export function valueCheck(phone: Phone, service: DialectService): ValueCheck {
  const known = new Map<string, ReturnType<ValueCheck>>();
  return (name, value, state) => {
    const { family, model, firmware } = state.device;
    const key = [family, model, firmware, name, value].join("\u0000");
    if (known.has(key)) return known.get(key);
    const found = judge(phone, service, name, value, state);
    if (known.size >= most) known.clear();
    known.set(key, found);
    return found;
  };
}

function judge(phone: Phone, service: DialectService, name: string, value: string, state: PhoneState) {
  const { family, model, firmware } = state.device;
  const text = phone.merged([{ name, value }]);
  const snapshot = new Snapshot(text, service.dialect.read(text, service.catalogue), service, {
    device: { ...(family && { family }), ...(model && { model }), ...(firmware && { firmware }) },
    severities: {},
  });
  const fault = snapshot.problems().find(({ severity }) => severity === "error");
  return fault && { code: fault.code, message: fault.message };
}
