import type { Browser } from 'playwright-core';
import { pathOfTool } from './tools.ts';

export type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/**
 * Starts Debian's Chromium without a window. It looks nothing up by itself, so that every request that
 * is seen is one of the page. Errors: when Chromium is missing.
 */
export async function startChromium(): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath: pathOfTool('chromium'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
