/**
 * What the tours of the console share. Their input holds `base`, `name` and `password` of somebody
 * with an account, and `screens`, a folder for pictures, when some are wanted.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import axe from 'axe-core';
import png from 'upng-js';

const THEMES = ['light', 'dark'];
const WIDTHS = [360, 1024, 1600];
/** Where pictures are taken in both themes. */
const DARK_WIDTH = 1024;
const WINDOW = { width: 1280, height: 900 };
/** Of a picture, in pixels. */
const HIGHEST = 1400;
const COLOURS = 128;

/** Signs in at the place in the console that the fragment names. */
export async function signIn(page, { base, name, password }, fragment = '') {
  await page.goto(`${base}/console/${fragment}`);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

/**
 * Looks at what is shown now: the rules that axe finds broken in both themes, each as a text, and
 * whether the narrowest width needs scrolling sideways. Takes pictures where they are wanted.
 */
export async function inspect(page, view, { screens }) {
  const faults = [];
  for (const theme of THEMES) {
    await setTheme(page, theme);
    faults.push(...(await broken(page)).map((fault) => `${view}, ${theme}: ${fault}`));
  }
  await setTheme(page, 'light');
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: WINDOW.height });
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) {
      faults.push(`${view}: wider than ${width} px`);
    }
    if (screens) {
      await takePictures(page, join(screens, `${view}-${width}`), width === DARK_WIDTH ? THEMES : ['light']);
    }
  }
  await page.setViewportSize(WINDOW);
  return faults;
}

async function setTheme(page, theme) {
  await page.evaluate((value) => (document.documentElement.dataset.theme = value), theme);
}

/** One picture per theme: of the window where a dialog covers it, else of the page from its top. */
async function takePictures(page, path, themes) {
  await mkdir(dirname(path), { recursive: true });
  const pageHeight = await settle(page);
  const { width, height } = page.viewportSize();
  const clip = { x: 0, y: 0, width, height: Math.min(pageHeight ?? height, HIGHEST) };
  for (const theme of themes) {
    await setTheme(page, theme);
    const picture = await page.screenshot({ clip, fullPage: pageHeight !== undefined });
    await writeFile(`${path}${theme === 'dark' ? '-dark' : ''}.png`, shrink(picture));
  }
  await setTheme(page, 'light');
}

/** Clears away what was told in passing. Returns how high the page is, of which a dialog shows nothing. */
async function settle(page) {
  await page.locator('.toasts button.icon').evaluateAll((buttons) => buttons.forEach((button) => button.click()));
  // the size of drawings follows that of the window
  await page.waitForTimeout(200);
  return page.evaluate(() =>
    document.querySelector('dialog[open]') ? undefined : document.documentElement.scrollHeight);
}

/** The same picture in few colours, a third as large. */
function shrink(picture) {
  const image = png.decode(picture);
  return Buffer.from(png.encode(png.toRGBA8(image), image.width, image.height, COLOURS));
}

async function broken(page) {
  // evaluated rather than added as a script, which the content security policy forbids
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run());
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`));
}
