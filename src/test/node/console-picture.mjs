/**
 * Opens an instance whose diagram has names over several lines and chooses an object in its picture
 * with the keyboard. Input as in `console.mjs`, with `diagram`, the name of a diagram of which one
 * instance waits at the task `Activity_PreB`.
 */
import { visit } from './browser.mjs';
import { inspect, signIn } from './console.mjs';

await visit(async (page, input) => {
  await signIn(page, input, `#/instances?diagram=${encodeURIComponent(input.diagram)}`);
  await page.getByRole('table', { name: 'Instances' }).getByRole('link').click();
  await page.locator('.picture-mark.current').first().waitFor();
  const faults = await inspect(page, 'instance-picture', input);
  await page.locator('[data-element-id=Activity_PreB][role=button]').focus();
  await page.keyboard.press('Enter');
  await page.getByText(/^Only B\. Var Exps/).waitFor();
  const steps = page.getByRole('table', { name: 'Steps' }).locator('tbody tr');
  await steps.nth(1).waitFor({ state: 'detached' });
  return { steps: await steps.count(), faults };
});
