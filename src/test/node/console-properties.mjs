/**
 * Fills in the properties that objects have for the engine, stays in spite of the way back, saves,
 * reads them again, and signs out with changes that are not saved. Input as in `console.mjs`, with
 * `id`, the number of a draft with the user task `Ask`, the service task `Run`, the timer event `Wait`
 * and the terminating event `End`.
 */
import { visit } from './browser.mjs';
import { inspect, signIn } from './console.mjs';

await visit(async (page, input) => {
  const faults = [];
  const look = async (view) => faults.push(...(await inspect(page, view, input)));
  const properties = page.getByRole('region', { name: 'Properties' });
  const field = (label) => properties.getByLabel(label, { exact: true });
  const choose = async (id) => {
    // there once the diagram is drawn in the editor
    await properties.waitFor();
    await page.locator(`.djs-shape[data-element-id="${id}"]`).first().focus();
    await page.keyboard.press('Enter');
    await properties.getByRole('heading', { name: new RegExp(` ${id}$`) }).waitFor();
  };
  const fill = async (values) => {
    for (const [label, value] of Object.entries(values)) {
      await field(label).fill(value);
      await field(label).blur();
    }
  };

  /** Writes into a field in the moment it appears, before the browser has painted it. */
  const fillAtOnce = (label, value) =>
    page.evaluate(
      ([label, value]) => {
        const observer = new MutationObserver(() => {
          const input = [...document.querySelectorAll('.properties input')].find(
            ({ labels }) => labels[0]?.textContent.trim() === label,
          );
          if (input) {
            observer.disconnect();
            input.value = value;
            input.dispatchEvent(new Event('input', { bubbles: true }));
          }
        });
        observer.observe(document.body, { childList: true, subtree: true });
      },
      [label, value],
    );

  let uses = 0;
  page.on('request', (request) => {
    if (request.method() === 'GET' && request.url().endsWith('/session')) {
      uses++;
    }
  });

  await signIn(page, input, `#/diagrams/${input.id}`);
  await page.getByRole('link', { name: 'Edit' }).click();
  await choose('Ask');
  await properties.getByText('Page items (0)').click();
  await properties.getByRole('button', { name: 'Add: Page items' }).click();
  await fill({ Item: 'P4_ORDER', 'Value of the item': '&F4A$BUSINESS_REF.' });
  await field('Iteration').selectOption('sequential');
  await fill({
    'Input collection': 'SKUS',
    'Variable for each of its items': 'SKU',
    'Variable for the results': 'PICKED',
    'Variables of each round in them': 'SKU:QTY',
    'Ends when': ':F4A$COMPLETED_INSTANCES >= 10',
    'Description of each round': 'Item &LOOP_COUNTER.',
  });
  await look('diagram-properties');
  await page.goBack();
  const question = page.getByRole('alertdialog', { name: 'Leave without saving?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await question.waitFor({ state: 'detached' });
  await fillAtOnce('Java handler', 'stock');
  await choose('Run');
  await field('Java handler').focus();
  await field('Java handler').blur();
  await choose('Wait');
  await field('Kind of timer').selectOption('oracleDuration');
  await fill({ 'Days and time, DDD HH24:MI:SS': '001 02:00:00' });
  await choose('End');
  await field('Status of the instance afterwards').selectOption('terminated');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('is saved.').waitFor();

  await page.reload();
  await choose('Ask');
  const item = await field('Value of the item').inputValue();
  const iteration = await field('Iteration').inputValue();
  const collection = await field('Input collection: kind of expression').inputValue();
  await choose('Wait');
  const timer = await field('Kind of timer').inputValue();
  await field('Kind of timer').selectOption('timeDate');
  await fill({ 'Time, ISO 8601': '2030-01-01T00:00:00Z' });
  await choose('End');
  const status = await field('Status of the instance afterwards').inputValue();
  await choose('Wait');
  const time = await field('Kind of timer').inputValue();
  const signOut = page.getByRole('button', { name: 'Sign out' });
  await signOut.click();
  await question.getByRole('button', { name: 'Cancel' }).click();
  await question.waitFor({ state: 'detached' });
  const kept = await field('Time, ISO 8601').inputValue();
  await page.goBack();
  await question.getByRole('button', { name: 'Leave' }).click();
  await page.getByRole('link', { name: 'Edit', exact: true }).waitFor();
  const left = new URL(page.url()).hash;

  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await choose('Ask');
  await fill({ 'Description of each round': 'Not kept' });
  await signOut.click();
  await question.getByRole('button', { name: 'Leave' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  return { uses, kept, left, item, iteration, collection, timer, status, time, faults };
});
