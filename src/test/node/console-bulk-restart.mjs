/**
 * Restarts the failed steps of two instances, one of which fails again. Input as in `console.mjs`,
 * with `diagram`, the name of their diagram.
 */
import { visit } from './browser.mjs';
import { begin, close, results, show } from './bulk.mjs';
import { signIn } from './console.mjs';

await visit(async (page, input) => {
  await signIn(page, input);
  await show(page, input, input.diagram, 'error');
  const dialog = await begin(page, 2, 'Restart failed steps', 'Restart the failed steps of 2 instances?');
  await dialog.getByText('2 of 2 done, 1 failed').waitFor();
  const badges = await results(dialog).allInnerTexts();
  const reason = await dialog.getByRole('cell').filter({ hasText: 'failed' }).innerText();
  await close(dialog);
  await page.getByText('1 selected').waitFor();
  return { badges, reason };
});
