import { type FileHandle, open } from 'node:fs/promises';

/** The meter as the kernel's own `usbtmc` driver shows it: a file that is written to and read from. */
export class KernelInstrument implements AsyncDisposable {
  readonly #file: FileHandle;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async open(node: string): Promise<KernelInstrument> {
    return new KernelInstrument(await open(node, 'r+'));
  }

  /** Carries out a message that answers nothing; throws with what the meter says is wrong with it. */
  async tell(message: string): Promise<void> {
    const error = await this.ask(`${message};:SYSTem:ERRor?`);
    if (!error.startsWith('0,')) throw new Error(`${message}: ${error}`);
  }

  /** The answer to a question, without its line feed. */
  async ask(question: string): Promise<string> {
    return (await this.bytes(question)).toString('utf8').replace(/\n$/, '');
  }

  /** The answer to a question that may hold any bytes. */
  async bytes(question: string): Promise<Buffer> {
    await this.#file.write(`${question}\n`);
    const room = Buffer.alloc(65_536);
    const parts: Buffer[] = [];
    for (;;) {
      const { bytesRead } = await this.#file.read(room, 0, room.length, null);
      parts.push(Buffer.from(room.subarray(0, bytesRead)));
      if (bytesRead < room.length) return Buffer.concat(parts);
    }
  }

  /** Lets go of the panel too: closing alone is not seen by the meter. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#file.write('SYSTem:LOCK:RELease\n').catch(() => undefined);
    await this.#file.close();
  }
}
