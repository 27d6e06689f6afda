/** Seconds in which a sound comes and goes, so that it does not click. */
const edge = 0.004;

/** A sound for as long as a key is held. */
export class Beeper {
  #context: AudioContext | undefined;
  #stop: (() => void) | undefined;

  start(frequencies: readonly { readonly hz: number; readonly dbm: number }[], fullScaleDbm: number): void {
    this.stop();
    this.#context ??= new AudioContext();
    const context = this.#context;
    void context.resume();
    const whole = context.createGain();
    whole.gain.setValueAtTime(0, context.currentTime);
    whole.gain.linearRampToValueAtTime(1, context.currentTime + edge);
    whole.connect(context.destination);
    const voices = frequencies.map(({ hz, dbm }) => {
      const level = context.createGain();
      level.gain.value = 10 ** ((dbm - fullScaleDbm) / 20);
      level.connect(whole);
      const voice = context.createOscillator();
      voice.frequency.value = hz;
      voice.connect(level);
      voice.start();
      return voice;
    });
    this.#stop = () => {
      const now = context.currentTime;
      whole.gain.cancelScheduledValues(now);
      whole.gain.setTargetAtTime(0, now, edge / 2);
      for (const voice of voices) voice.stop(now + 8 * edge);
    };
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}
