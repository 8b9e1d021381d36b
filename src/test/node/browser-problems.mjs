/** Does what pages must not do, to see whether it is noticed. Input: `base`, where the application is. */
import { visit } from './browser.mjs';

await visit(async (page, { base }) => {
  await page.goto(`${base}/console/`);
  await page.evaluate(async () => {
    console.error('written on purpose');
    setTimeout(() => {
      throw new Error('thrown on purpose');
    });
    await fetch('no-such-file');
    document.body.append(Object.assign(document.createElement('script'), { text: 'window.ran = true' }));
  });
  await page.waitForTimeout(500);
  return { ran: await page.evaluate(() => window.ran === true) };
});
