import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { RecordEntry } from '#core';
import {
  type Browser,
  type BrowserContextOptions,
  needing,
  type Page,
  startChromium,
  textByPdftotext,
} from '#judges';
import { sampleRun } from '../record/write-record.test-data.ts';
import { catalogueOf } from '../requirements/catalogue.test-data.ts';
import { type FolderParts, withReport } from './report-folder.test-data.ts';
import { entries, scenario, wire } from './whole-report.test-data.ts';

let browser: Promise<Browser> | undefined;

afterAll(async () => (await browser)?.close());

interface Opened {
  readonly page: Page;
  readonly path: string;
  /** What went wrong in the page, and what it asked the network for. */
  readonly troubles: string[];
}

/** Opens the report of a record from disk. */
async function inChromium(
  use: (opened: Opened) => Promise<void>,
  { context: options, ...parts }: FolderParts & { readonly context?: BrowserContextOptions } = {},
  told = entries,
): Promise<void> {
  browser ??= startChromium();
  await using context = await (await browser).newContext({
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => {
    if (!/^(?:file|data):/.test(request.url())) troubles.push(request.url());
  });
  await withReport(
    told,
    async (path) => {
      await page.goto(pathToFileURL(path).href);
      await use({ page, path, troubles });
    },
    parts,
  );
}

function browserTest(title: string, run: () => Promise<void>, tools = ['chromium'] as const): void {
  const { title: shownTitle, skip } = needing(tools, title);
  test.skipIf(skip)(shownTitle, { timeout: 120_000 }, run);
}

const names = (page: Page): Promise<readonly string[]> =>
  page.locator('.row:visible .name').allTextContents();

browserTest(
  'the report opens from disk, says nothing on the console and asks the network for nothing',
  async () => {
    await inChromium(async ({ page, troubles }) => {
      expect(await page.title()).toBe('EMULATED: IS-440 440000123, failed');
      expect(await names(page)).toEqual([
        'Adding an account',
        'Deleting an account',
        'Cutting the power',
        'Left out',
      ]);
      await page.locator('#s2 .shot').first().click();
      await page.locator('#frames .frame').first().waitFor();
      expect(troubles).toEqual([]);
    });
  },
);

browserTest('the policy of the page lets nothing in from outside', async () => {
  await inChromium(async ({ page }) => {
    const outcome = page.evaluate(
      `fetch('http://127.0.0.1:9/').then(() => 'came', (error) => error.message)`,
    );
    expect(await outcome).not.toBe('came');
    const ran = page.evaluate(`new Promise((done) => {
      document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'done()';
      document.body.append(script);
    })`);
    expect(await ran).toBe('script-src-elem');
  });
});

browserTest('the list is narrowed by words, by verdict and by tag', async () => {
  await inChromium(async ({ page }) => {
    await page.fill('#search', 'account 1310');
    expect(await names(page)).toEqual(['Deleting an account']);
    expect(await page.textContent('#found')).toBe('1 of 4 scenarios');
    await page.fill('#search', '@is4-pwr');
    expect(await names(page)).toEqual(['Cutting the power']);
    await page.fill('#search', 'nowhere');
    expect(await names(page)).toEqual([]);
    await page.fill('#search', '');
    await page.locator('.chip.skipped').click();
    expect(await names(page)).toEqual(['Cutting the power']);
    await page.locator('.chip.not-run').click();
    expect(await names(page)).toEqual(['Cutting the power', 'Left out']);
    await page.locator('.chip.skipped').click();
    await page.locator('.chip.not-run').click();
    await page.selectOption('#tag', { label: '@IS4-ACC-01 (2)' });
    expect(await names(page)).toEqual(['Adding an account', 'Left out']);
  });
});

const focused = (page: Page): Promise<unknown> =>
  page.evaluate(
    `document.activeElement.querySelector('.name')?.textContent ?? document.activeElement.id`,
  );

browserTest('everything in the list can be done by keys', async () => {
  await inChromium(async ({ page }) => {
    const press = async (...keys: readonly string[]): Promise<unknown> => {
      for (const key of keys) await page.keyboard.press(key);
      return focused(page);
    };
    expect(await press('j')).toBe('Adding an account');
    await page.keyboard.press('Enter');
    await page.locator('#s1 .film').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('#s1 .film').waitFor({ state: 'detached' });
    expect(await press('j', 'j')).toBe('Cutting the power');
    expect(await press('k')).toBe('Deleting an account');
    expect(await press('k', 'n')).toBe('Deleting an account');
    expect(await press('/')).toBe('search');
    expect(await press('j')).toBe('search');
    expect(await page.inputValue('#search')).toBe('j');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    expect(await page.locator('#keys').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('#keys').isVisible()).toBe(false);
  });
});

browserTest('a failure shows all that the record has of it, and all of it as text', async () => {
  await inChromium(
    async ({ page }) => {
      const row = page.locator('#s2');
      await row.locator('.film .step').nth(1).waitFor();
      const steps = await row.locator('.film .step').allInnerTexts();
      expect(steps[0]).toMatch(
        /Given the account list[\s\S]*MENU[\s\S]*DOWN×2[\s\S]*settled after 2 s/,
      );
      expect(steps[1]).toMatch(/✗ failed here · ✗ 1 of 1 check/);
      expect(await row.locator('.shot img').first().getAttribute('alt')).toContain(
        '<b>1201</b> Marketing',
      );
      expect(await row.locator('.reason').textContent()).toContain(
        'seen <script>alert(1)</script>',
      );
      expect(await row.locator('del').allTextContents()).toEqual(['1310']);
      expect(await row.locator('ins').allTextContents()).toEqual(['1201']);
      const text = await row.innerText();
      expect(text).toContain('the list: after 6 s to 7 s, limit 5 s: beyond');
      expect(text).toContain('Link: asked again after DISPlay?, no answer');
      expect(text).toMatch(
        /ACS\.CSV CSV, UTF-8, 12 bytes artifacts\/ACS\.CSV[\s\S]*<i>number<\/i>\s+name[\s\S]*and 2 more rows/,
      );
      expect(text).toMatch(/Ascending\s+0\.00\s+0\.45\s+\+0\.45/);
      expect(text).toMatch(/Descending\s+100\.00\s+99\.55\s+−0\.45/);
      await row.locator('summary', { hasText: 'Path through the menus' }).click();
      // It is drawn when it is opened, which the browser tells a moment later.
      await row.locator('.chart .title').first().waitFor();
      expect(await row.locator('.chart .title').allTextContents()).toEqual([
        'Home',
        'Account List',
      ]);
      expect(await row.locator('.move text').allTextContents()).toEqual(['1 DOWN']);
      await row.locator('.shot').first().click();
      const frames = page.locator('#frames .frame');
      expect(await frames.allInnerTexts()).toEqual([
        'by itself\n+0 ms',
        'MENU\n+1 s',
        'DOWN×2\n+3 s',
      ]);
      expect(await page.locator('#frames .wire').innerText()).toContain('KEY MENU');
      await page.keyboard.press('ArrowRight');
      await page.locator('#frames h2', { hasText: 'account 1201 is gone' }).waitFor();
    },
    { wire },
  );
});

browserTest('a scenario that the address names is open', async () => {
  await inChromium(async ({ page }) => {
    await page.goto(`${page.url()}#s1`);
    await page.locator('#s1 .film').waitFor();
  });
});

browserTest('requirements stand beside their scenarios, with what they are proved by', async () => {
  await inChromium(
    async ({ page }) => {
      const carried =
        '3 requirements: 1 proved on the emulator only, 1 failed, 1 with scenarios that did not pass';
      for (const summary of [
        carried,
        '1 requirement of this machine with no scenario in this run',
      ]) {
        await page.locator('summary', { hasText: summary }).click();
      }
      const rows = await page.locator('.matrix tr').allInnerTexts();
      expect(rows.map((row) => row.replaceAll(/\s+/g, ' ').trim())).toEqual([
        'IS4-ACC-01 Title of IS4-ACC-01 proved on the emulator only · incomplete · high risk ○ 1 not run, 1 passed ✓○',
        'IS4-ACC-02 Title of IS4-ACC-02 failed · high risk ✗ 1 failed ✗',
        'IS4-PWR-01 not in the catalogue – 1 skipped –',
        'IS4-FAQ-09 Title of IS4-FAQ-09 not at all · high risk ○ no scenario',
      ]);
    },
    { options: { requirements: catalogueOf('IS4-ACC-01', 'IS4-ACC-02', 'IS4-FAQ-09') } },
  );
});

browserTest('without a catalogue requirements stand by the tags of their scenarios', async () => {
  await inChromium(async ({ page }) => {
    await page
      .locator('summary', { hasText: '3 requirements: 3 with scenarios that did not pass' })
      .click();
    const rows = await page.locator('.matrix th').allInnerTexts();
    expect(rows).toEqual(['IS4-ACC-01', 'IS4-ACC-02', 'IS4-PWR-01']);
  });
});

browserTest('without JavaScript the head, the reasons and every scenario can be read', async () => {
  await inChromium(
    async ({ page }) => {
      const text = await page.innerText('body');
      expect(text).toContain('EMULATED');
      expect(text).toContain('The rig has no power relay');
      expect(text).toContain('seen <script>alert(1)</script>');
      expect(await names(page)).toHaveLength(4);
      expect(await page.locator('.tools').isVisible()).toBe(false);
    },
    { context: { javaScriptEnabled: false } },
  );
});

browserTest('nothing is wider than a narrow screen, opened or not', async () => {
  await inChromium(
    async ({ page }) => {
      await page.locator('#s2 .film').waitFor();
      for (const summary of await page.locator('#s2 summary, #overview summary').all())
        await summary.click();
      const wide = await page.evaluate('document.documentElement.scrollWidth');
      expect(wide).toBeLessThanOrEqual(360);
    },
    { context: { viewport: { width: 360, height: 700 } } },
  );
});

browserTest('dark and light follow the reader, and the switch', async () => {
  await inChromium(
    async ({ page }) => {
      const ground = (): Promise<unknown> =>
        page.evaluate('getComputedStyle(document.body).backgroundColor');
      const dark = await ground();
      await page.click('#theme');
      expect(await ground()).toBe(dark);
      await page.click('#theme');
      expect(await ground()).not.toBe(dark);
      await page.click('#theme');
      expect(await ground()).toBe(dark);
    },
    { context: { colorScheme: 'dark' } },
  );
});

const { title, skip } = needing(
  ['chromium', 'pdftotext'],
  'every printed page says EMULATED or REAL, which meter, and the fault',
);

test.skipIf(skip).for(['EMULATED', 'REAL'] as const)(
  `${title}: %s`,
  { timeout: 120_000 },
  async (target) => {
    const many = Array.from({ length: 60 }, (_, index): readonly RecordEntry[] => [
      { type: 'scenario', ...scenario(`Scenario ${index}`, '@a') },
      { type: 'verdict', id: 'a', verdict: 'failed', reason: `line\n`.repeat(20) },
    ]).flat();
    const run = sampleRun({ target, fault: 'delete-keeps-account' });
    await inChromium(
      async ({ page }) => {
        const pdf = await page.pdf({ preferCSSPageSize: true });
        const pages = textByPdftotext(pdf).split('\f').slice(0, -1);
        expect(pages.length).toBeGreaterThan(3);
        for (const text of pages) {
          expect(text).toContain(`${target} with the seeded fault delete-keeps-account`);
          expect(text).toContain('IS-440 440000123');
          expect(text).toMatch(/Page \d+ of \d+/);
        }
      },
      {},
      [run, ...many],
    );
  },
);
