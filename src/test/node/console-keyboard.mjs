/**
 * Signs in, finds an instance, completes its step and signs out with the keyboard alone, on a screen
 * 360 pixels wide. Input as in `console.mjs`, with `diagram`, the name of a diagram of which one
 * instance waits at the task `A`.
 */
import { visit } from './browser.mjs';

const MOST_STOPS = 80;

await visit(
  async (page, { base, name, password, diagram }) => {
    const unseen = new Set();
    const press = (key) => page.keyboard.press(key);
    const type = (text) => page.keyboard.type(text);
    /** Tabs on until the element is reached; notes the stops where nobody sees what has the focus. */
    const reach = async (locator) => {
      const wanted = await locator.elementHandle();
      for (let stops = 0; stops < MOST_STOPS; stops++) {
        await press('Tab');
        const stop = await page.evaluate(describeFocus, wanted);
        if (!stop.isSeen) {
          unseen.add(stop.name);
        }
        if (stop.isWanted) {
          return;
        }
      }
      throw new Error(`${locator} is not reached within ${MOST_STOPS} stops`);
    };
    const button = (label) => page.getByRole('button', { name: label, exact: true });

    await page.goto(`${base}/console/`);
    await button('Sign in').waitFor();
    await reach(page.getByLabel('Name'));
    await type(name);
    await press('Tab');
    await type(password);
    await press('Enter');
    await button('Sign out').waitFor();

    await reach(page.getByText('Filters', { exact: true }));
    await press('Enter');
    await reach(page.getByRole('search').getByLabel('Name'));
    await type(diagram);
    await page.getByText('1 instance', { exact: true }).waitFor();
    await reach(page.getByRole('link', { name: diagram }));
    await press('Enter');

    await button('Complete: A').waitFor();
    await reach(button('Complete: A'));
    await press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Complete A' });
    await dialog.waitFor();
    await press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const returned = await page.evaluate(() => document.activeElement.getAttribute('aria-label'));
    await press('Enter');
    await reach(dialog.getByRole('button', { name: 'Complete', exact: true }));
    await press('Enter');
    await button('Complete: B').waitFor();
    await reach(button('Sign out'));
    await press('Enter');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    return { returned, unseen: [...unseen] };
  },
  { viewport: { width: 360, height: 640 } },
);

/** Runs in the page: what has the focus, whether it is what was wanted, and whether it shows. */
function describeFocus(wanted) {
  const focused = document.activeElement;
  const { left, right, top, bottom, width } = focused.getBoundingClientRect();
  const isInView = width > 0 && left < innerWidth && right > 0 && top < innerHeight && bottom > 0;
  const { outlineStyle } = getComputedStyle(focused);
  return {
    name: `${focused.tagName} ${focused.getAttribute('aria-label') ?? focused.textContent.slice(0, 40)}`,
    isWanted: focused === wanted,
    isSeen: focused === document.body || (isInView && outlineStyle !== 'none'),
  };
}
