import { spawnSync } from 'node:child_process';
import { copyFile, readFile, writeFile } from 'node:fs/promises';

const xzMagic = Buffer.from('fd377a585a00', 'hex');

/**
 * Makes the bootable kernel: the ELF file inside Debian's bzImage. A bzImage boots as well, but to
 * unpack itself takes it three times as long as the whole rest of its start under emulation.
 * Where it was not packed with xz it stays what it is. Source: Documentation/arch/x86/boot.rst,
 * setup_sects at 0x1f1, payload_offset at 0x248, payload_length at 0x24c.
 */
export async function extractKernel(bzImage: string, to: string): Promise<void> {
  const image = await readFile(bzImage);
  const setupSectors = image.readUInt8(0x1f1) || 4;
  const start = (setupSectors + 1) * 512 + image.readUInt32LE(0x248);
  // The last four bytes are the unpacked length, not part of the xz stream.
  const payload = image.subarray(start, start + image.readUInt32LE(0x24c) - 4);
  if (!payload.subarray(0, xzMagic.length).equals(xzMagic)) return copyFile(bzImage, to);
  const { status, stdout, stderr } = spawnSync('xz', ['-dc'], {
    input: payload,
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`xz cannot unpack ${bzImage}: ${stderr}`);
  await writeFile(to, stdout);
}
