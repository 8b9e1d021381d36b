/**
 * Starts an instance that fails at once, gives it the variable it lacks, restarts the failed step
 * and drives it to its end. Input as in `console.mjs`, with `diagram`, the name of a diagram whose
 * first object is a gateway `Exclusive` without a route, with the task `A` behind it.
 */
import { visit } from './browser.mjs';
import { inspect, signIn } from './console.mjs';

await visit(async (page, input) => {
  const faults = [];
  const look = async (view) => faults.push(...(await inspect(page, view, input)));
  const status = page.locator('.facts .badge');
  const steps = page.getByRole('table', { name: 'Steps' });

  await signIn(page, input, '#/instances');
  await page.getByRole('button', { name: 'Start an instance' }).click();
  const start = page.getByRole('dialog', { name: 'Start an instance' });
  await start.getByLabel('Diagram').selectOption({ label: input.diagram });
  await start.getByLabel('Name').first().fill('Order 4711');
  await start.getByLabel('Business reference').fill('4711');
  await look('instance-start');
  await start.getByRole('button', { name: 'Start', exact: true }).click();

  await page.getByRole('heading', { name: 'Order 4711' }).waitFor();
  await status.filter({ hasText: 'error' }).waitFor();
  const failure = page.locator('.failures li');
  await failure.waitFor();
  const reason = await failure.innerText();
  const failed = page.locator('.picture-mark.failed');
  await failed.waitFor();
  const mark = await failed.innerText();
  await look('instance-failed');

  await page.getByRole('link', { name: 'Variables' }).click();
  await page.getByRole('button', { name: 'New variable' }).click();
  const variable = page.getByRole('dialog', { name: 'New variable' });
  await variable.getByLabel('Name').fill('Exclusive:route');
  await variable.getByLabel('Value').fill('Flow_0294h9i');
  await variable.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('cell', { name: 'Flow_0294h9i' }).waitFor();
  await look('instance-variables');

  await page.getByRole('link', { name: 'Steps', exact: true }).click();
  await steps.getByRole('button', { name: 'Restart: Exclusive' }).click();
  const question = page.getByRole('alertdialog', { name: 'Restart Exclusive?' });
  await question.getByLabel('Comment').fill('The route is known now');
  await question.getByRole('button', { name: 'Restart' }).click();
  await status.filter({ hasText: 'running' }).waitFor();
  await steps.getByRole('button', { name: 'Reserve: A' }).click();
  await steps.getByRole('cell', { name: input.name }).waitFor();
  await steps.getByRole('button', { name: 'Release: A' }).click();
  await page.getByText('A is released.').waitFor();
  await look('instance');
  await steps.getByRole('button', { name: 'Complete: A' }).click();
  await page.getByRole('dialog', { name: 'Complete A' }).getByRole('button', { name: 'Complete' }).click();
  await status.filter({ hasText: 'completed' }).waitFor();
  await page.locator('.picture-mark.current').waitFor({ state: 'detached' });
  await page.getByText('No step is open.').waitFor();

  await page.getByRole('link', { name: 'Events' }).click();
  await page.locator('.timeline li').first().waitFor();
  const events = await page.locator('.timeline').innerText();
  await look('instance-events');
  await page.getByRole('link', { name: 'Timers and messages' }).click();
  await page.getByText('No message is awaited.').waitFor();
  await look('instance-waiting');
  const id = Number(new URL(page.url()).hash.match(/instances\/(\d+)/)[1]);
  return { id, reason, mark, events, faults };
});
