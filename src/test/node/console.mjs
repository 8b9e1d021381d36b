/**
 * What the tours of the console share. Their input holds `base`, `name` and `password` of somebody
 * with an account, and `screens`, a folder for pictures, when some are wanted.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';

const THEMES = ['Light', 'Dark'];
const WIDTHS = [360, 1024, 1600];
const WINDOW = { width: 1280, height: 900 };

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
    await page.evaluate((value) => (document.documentElement.dataset.theme = value), theme.toLowerCase());
    faults.push(...(await broken(page)).map((fault) => `${view}, ${theme}: ${fault}`));
  }
  await page.evaluate(() => (document.documentElement.dataset.theme = 'light'));
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: WINDOW.height });
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) {
      faults.push(`${view}: wider than ${width} px`);
    }
    if (screens) {
      await mkdir(screens, { recursive: true });
      await page.screenshot({ path: join(screens, `${view}-${width}.png`), scale: 'css' });
    }
  }
  await page.setViewportSize(WINDOW);
  return faults;
}

async function broken(page) {
  // evaluated rather than added as a script, which the content security policy forbids
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run());
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`));
}
