/**
 * Repairs instances: takes a step over, skips a failed one, and moves a timer twice. Input as in
 * `console.mjs`, with the numbers of instances: `reserved`, whose task A is Jane's, `failed`, which
 * stands in error at `Unsupported` before the task C, and `waiting`, which waits at `Wait`.
 */
import { visit } from './browser.mjs';
import { signIn } from './console.mjs';

await visit(async (page, input) => {
  const open = (id, tab) => page.goto(`${input.base}/console/#/instances/${id}?tab=${tab}`);
  const steps = page.getByRole('table', { name: 'Steps' });
  const answer = async (question, action) => {
    const asked = page.getByRole('alertdialog', { name: question });
    await asked.getByRole('button', { name: action }).click();
  };
  const move = async (time, action) => {
    await page.getByRole('button', { name: 'Reschedule: Wait' }).click();
    const dialog = page.getByRole('dialog', { name: 'Reschedule the timer of Wait' });
    await dialog.getByLabel('New time').fill(time);
    await dialog.getByLabel('Comment').fill('The customer is away');
    await dialog.getByRole('button', { name: action }).click();
    await dialog.waitFor({ state: 'detached' });
  };

  await signIn(page, input);
  await open(input.reserved, 'steps');
  await steps.getByRole('cell', { name: 'JANE' }).waitFor();
  await steps.getByRole('button', { name: 'Take over: A' }).click();
  await answer('Take A over from JANE?', 'Take over');
  await steps.getByRole('cell', { name: input.name }).waitFor();

  await open(input.failed, 'steps');
  await steps.getByRole('button', { name: 'Skip: Unsupported' }).click();
  await answer('Skip Unsupported?', 'Skip');
  await page.getByText('Unsupported was skipped.').waitFor();
  await steps.getByRole('button', { name: 'Complete: C' }).waitFor();
  const skipped = await page.locator('.facts .badge').innerText();

  await open(input.waiting, 'waiting');
  await move('2035-01-01T10:00', 'Reschedule');
  const due = await page.getByRole('table', { name: 'Timers' }).getByRole('cell').filter({ hasText: '2035' }).innerText();
  await move('', 'Due at once');
  await page.locator('.facts .badge').filter({ hasText: 'completed' }).waitFor();
  return { skipped, due };
});
