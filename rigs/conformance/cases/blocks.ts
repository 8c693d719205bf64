import { type ConformanceCase, require, requireSame } from '../case.ts';
import { lineOf, textOf, type Wire } from '../wire.ts';
import type { Workbench } from '../workbench.ts';
import { contentOf } from './stick-files.ts';

const name = 'FBKIT.BIN';

const encoder = new TextEncoder();

/** Blocks and quoted texts. */
export const blockCases: readonly ConformanceCase[] = [
  {
    name: 'block-with-line-feeds',
    requirement:
      'LF, ; and quotes within a block belong to it; what follows the block is a command.',
    needs: ['scpi', 'stick'],
    run: async (bench) => {
      const wire = await wireWithStick(bench);
      for (const content of ['\n', 'a\nb\n', ';*OPC?\n"\'#15', '\r\n'.repeat(30), '']) {
        await write(wire, encoder.encode(content), ';:PANel:SEQuence?');
        requireSame(await read(wire), content, 'what is read back');
        requireSame(await wire.errors(), [], 'errors');
      }
    },
  },
  {
    name: 'block-in-pieces',
    requirement: 'A block that arrives in pieces, cut within its head or its bytes, is one block.',
    needs: ['scpi', 'stream', 'stick'],
    run: async (bench) => {
      const wire = await wireWithStick(bench);
      const content = 'first\nsecond\n;third';
      const line = blockLine(encoder.encode(content), ';*OPC?');
      for (let at = line.length - content.length - 12; at < line.length; at++) {
        await wire.send(line.subarray(0, at));
        await new Promise((resolve) => setTimeout(resolve, 1));
        await wire.send(line.subarray(at));
        requireSame(textOf(await wire.next('a block in two pieces')), '1', `cut after ${at} bytes`);
        requireSame(await read(wire), content, 'what is read back');
      }
    },
  },
  {
    name: 'block-head-forms',
    requirement:
      'The length of a block may be written with leading zeros: #15, #205 and #9000000005.',
    needs: ['scpi', 'stick'],
    run: async (bench) => {
      const wire = await wireWithStick(bench);
      for (const head of ['#15', '#205', '#9000000005']) {
        await wire.ask(`MMEMory:DATA "${name}",${head}ab\ncd;*OPC?`);
        requireSame(await read(wire), 'ab\ncd', `what was written with ${head}`);
      }
    },
  },
  {
    name: 'block-longer-than-a-line',
    requirement: 'A block may be longer than the 64 KiB that a line may have without it.',
    needs: ['scpi', 'stick'],
    run: async (bench) => {
      const size = Math.min(bench.limits.largestFile, 70_000);
      const wire = await wireWithStick(bench);
      await write(wire, contentOf(size), ';*OPC?');
      const line = await wire.askBytes(lineOf(`MMEM:DATA? "${name}"`), 'MMEM:DATA?');
      const head = `#${String(size).length}${size}`;
      requireSame(textOf(line.subarray(0, head.length)), head, 'the head of the block');
      requireSame(line.length, head.length + size, 'the length of the answer');
      requireSame(Buffer.compare(line.subarray(head.length), contentOf(size)), 0, 'the bytes');
    },
  },
  {
    name: 'quoted-texts',
    requirement:
      'Texts stand in single or double quotes; ; and , and : within them are characters.',
    needs: ['scpi', 'stick'],
    run: async (bench) => {
      const wire = await wireWithStick(bench);
      const odd = "FB;kit, 'one'.txt";
      bench.after(() => wire.tell(`MMEM:DEL "${odd}"`));
      requireSame(
        await wire.ask(`MMEM:DATA "${odd}",#13abc;*OPC?`),
        '1',
        'after a name in double quotes',
      );
      const single = `'FB;kit, ''one''.txt'`;
      requireSame(
        await wire.ask(`MMEM:DATA? ${single}`),
        '#13abc',
        'the file by its name in single quotes',
      );
      const catalog = await wire.ask('MMEM:CAT?');
      require(catalog.includes(`"${odd},FILE,3"`), `"${odd},FILE,3" in the catalog`, catalog);
    },
  },
  {
    name: 'file-broken-off',
    requirement: 'A file whose block was broken off by the end of the connection is not there.',
    needs: ['scpi', 'stream', 'reopen', 'two clients', 'stick'],
    run: async (bench) => {
      const first = await bench.wireInCharge();
      const place = await first.ask('ROUT:STIC?');
      await first.tell('ROUT:STIC HOST');
      await first.send(encoder.encode(`MMEM:DATA "${name}",#41000half of it`));
      await first.drop();
      const second = await bench.wireInCharge();
      bench.after(() => second.tell(`MMEM:DEL "${name}";:ROUT:STIC ${place};*CLS`));
      const catalog = await second.ask('MMEM:CAT?');
      require(!catalog.includes(name), `no ${name} in the catalog`, catalog);
    },
  },
];

function blockLine(bytes: Uint8Array, after: string): Uint8Array {
  const length = String(bytes.length);
  const head = encoder.encode(`MMEM:DATA "${name}",#${length.length}${length}`);
  return Buffer.concat([head, bytes, lineOf(after)]);
}

const write = async (wire: Wire, bytes: Uint8Array, after: string): Promise<void> =>
  void (await wire.askBytes(blockLine(bytes, after), `a block of ${bytes.length} bytes`));

/** What the file holds, without the head of its block. */
async function read(wire: Wire): Promise<string> {
  const answer = await wire.ask(`MMEM:DATA? "${name}"`);
  const digits = Number(answer[1]);
  const content = answer.slice(2 + digits);
  requireSame(
    Number(answer.slice(2, 2 + digits)),
    encoder.encode(content).length,
    'the length told',
  );
  return content;
}

/** A wire with the stick at the host; after the case it is where it was, without the kit's file. */
async function wireWithStick(bench: Workbench): Promise<Wire> {
  const wire = await bench.wireInCharge();
  const place = await wire.ask('ROUTe:STICk?');
  bench.after(() => wire.tell(`ROUT:STIC HOST;:MMEM:DEL "${name}";:ROUT:STIC ${place};*CLS`));
  requireSame(await wire.ask(`ROUT:STIC HOST;STIC?`), 'HOST', 'the place of the stick');
  return wire;
}
