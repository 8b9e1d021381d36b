/**
 * Follows an instance into the diagram that it calls, which has objects with the same ids. Input as in
 * `console.mjs`, with `instance`, its number, which stands at the task `A` of the called diagram, named
 * Pack, behind the task `A` of its own, named Pay; a timer runs there, and the next object fails.
 */
import { visit } from './browser.mjs';
import { inspect, signIn } from './console.mjs';

await visit(async (page, input) => {
  const marksAt = (id) => page.locator(`.djs-overlays[data-container-id="${id}"] .picture-mark`);
  const picture = page.getByRole('region', { name: 'Diagram', exact: true });
  const steps = page.getByRole('table', { name: 'Steps' });

  await signIn(page, input, `#/instances/${input.instance}`);
  await marksAt('Call').waitFor();
  const seen = { main: await marksAt('A').allInnerTexts(), unclear: await picture.locator('p.hint').last().innerText() };
  await steps.getByRole('cell', { name: /^Pack \(diagram/ }).waitFor();
  seen.steps = await steps.locator('tbody tr td:first-child').allInnerTexts();

  await page.getByRole('link', { name: 'Timers and messages' }).click();
  const timers = page.getByRole('table', { name: 'Timers' });
  await timers.getByText('(diagram').waitFor();
  seen.timer = await timers.locator('tbody tr td:first-child').innerText();

  await page.getByRole('link', { name: 'Steps', exact: true }).click();
  await page.getByRole('navigation', { name: 'Called diagrams' }).getByRole('link').click();
  await marksAt('A').waitFor();
  seen.called = await marksAt('A').allInnerTexts();
  await steps.getByRole('button', { name: 'Complete: Pack' }).click();
  await page.getByRole('dialog', { name: 'Complete Pack' }).getByRole('button', { name: 'Complete' }).click();
  const failure = page.locator('.failures li');
  await failure.getByText('(diagram').waitFor();
  seen.failure = await failure.locator('strong').innerText();
  await page.locator('.picture-mark.failed').waitFor();
  const faults = await inspect(page, 'instance-called', input);

  await page.getByRole('link', { name: 'Events' }).click();
  await page.locator('.timeline').getByText('Pack').first().waitFor();
  seen.events = await page.locator('.timeline').innerText();
  return { ...seen, faults };
});
