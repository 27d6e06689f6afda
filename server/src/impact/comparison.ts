import type { Answer, Request } from "../deployment/exchange";
import type { Phone, PhoneState, Start } from "../deployment/phone";
import { driveSlowly, firstOf, type Settled, settleAlike } from "../deployment/settle";
import type { Device } from "../devices/device";
import { type Before, type DeviceImpact, impactOf, unchanged, type ValueCheck } from "./impact";

// Devices run over two states of the files, one after the other.

/** One state of the files, and what answers from it. */
export interface Side {
  /** What the site sets for every device before its first round. */
  readonly start: Start;
  answer(request: Request, device: Device): Answer | Promise<Answer>;
  /** What is wrong with the site, found since the last call. */
  takeProblems(): readonly { readonly message: string }[];
}

export interface ComparisonOptions {
  /** Where devices are before the change: where the old files lead, or new ones that have asked for nothing. */
  readonly from: "settled" | "factory";
  /** What a device has, where it is known; undefined for the old files' end. */
  readonly known?: (phone: Phone, device: Device) => Promise<Start | undefined>;
  /** Some file that the run over the old files asked for is another now; absent where that is not known. */
  readonly isTouched?: () => Promise<boolean>;
  readonly checkFor: (phone: Phone) => ValueCheck;
}

export class Comparison {
  /** What is wrong with the new files' site. */
  readonly problems = new Set<string>();
  readonly #checks = new Map<Phone, ValueCheck>();
  readonly #startsAlike: boolean;
  #started: { readonly device: Device; readonly state: PhoneState } | undefined;

  constructor(
    readonly base: Side,
    readonly head: Side,
    readonly options: ComparisonOptions,
  ) {
    this.#startsAlike = JSON.stringify(base.start) === JSON.stringify(head.start);
  }

  async impact(phone: Phone, device: Device): Promise<DeviceImpact> {
    const before = await this.before(phone, device);
    const { isTouched } = this.options;
    if (isTouched && !(await isTouched())) return unchanged(phone.shown([before.end]).text(device.id), before);
    return this.after(phone, device, before);
  }

  /** Where the device is before the change. */
  async before(phone: Phone, device: Device): Promise<Before> {
    const { start } = this.base;
    if (this.options.from === "factory") {
      const end = phone.start(device, start);
      return { outcome: "stable", end, rounds: [], next: phone.next(end, undefined) };
    }
    const known = await this.options.known?.(phone, device);
    if (!known) return this.#settled(phone, device, this.base, undefined, false);
    const end = phone.start(device, { ...known, ...start });
    // What the device has is known; the old files only say how it would go on.
    const { outcome } = await this.#settled(phone, device, this.base, end, true);
    return { outcome: outcome === "failing" ? outcome : "stable", end, rounds: [], next: firstOf(phone, end, true) };
  }

  /** What becomes of it over the new files. */
  async after(phone: Phone, device: Device, before: Before): Promise<DeviceImpact> {
    const isDeployed = this.options.from !== "factory";
    const after = await this.#settled(phone, device, this.head, before.end, isDeployed);
    const fresh = isDeployed ? await this.#settled(phone, device, this.head, undefined, false) : undefined;
    for (const { message } of this.head.takeProblems()) this.problems.add(phone.shown([after.end]).text(message));
    return impactOf(phone, { before, after, fresh }, this.#checkOf(phone));
  }

  /** The same on both sides where both sites say the same. */
  #start(phone: Phone, device: Device, side: Side): PhoneState {
    if (!this.#startsAlike) return phone.start(device, side.start);
    if (this.#started?.device !== device) this.#started = { device, state: phone.start(device, side.start) };
    return this.#started.state;
  }

  #checkOf(phone: Phone): ValueCheck {
    let check = this.#checks.get(phone);
    if (!check) {
      check = this.options.checkFor(phone);
      this.#checks.set(phone, check);
    }
    return check;
  }

  async #settled(
    phone: Phone,
    device: Device,
    side: Side,
    from: PhoneState | undefined,
    isDeployed: boolean,
  ): Promise<Settled> {
    const machine = settleAlike(phone, from ?? this.#start(phone, device, side), isDeployed);
    const settled = await driveSlowly(machine, (request) => side.answer(request, device));
    if (side === this.base) side.takeProblems();
    return settled;
  }
}
