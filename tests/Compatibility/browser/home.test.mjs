// The first page in headless Chromium, against the server at SERVER_URL. SCREENSHOTS names a folder to keep pictures in.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import puppeteer from 'puppeteer-core';

const url = process.env.SERVER_URL.replace(/\/$/, '');
let browser;

before(async () => {
  browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
});

after(async () => browser?.close());

async function visit(width, scheme) {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.setViewport({ width, height: 800 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  page.complaints = [];
  page.on('console', (message) => { if (message.type() === 'error') page.complaints.push(message.text()); });
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  await page.goto(`${url}/`, { waitUntil: 'networkidle0' });
  return page;
}

test('tells where everything is, and what to do first in a project with nothing in it', async () => {
  const page = await visit(1100, 'light');
  const text = await page.evaluate(() => document.body.innerText);
  for (const expected of ['Directus', 'All is well', 'What to do first', 'API explorer', 'GraphQL', 'Health', 'grpcurl -plaintext'])
    assert.ok(text.includes(expected), `${expected} is missing in:\n${text}`);
  assert.equal(await page.$eval('#command', (command) => command.textContent), `grpcurl -plaintext 127.0.0.1:${process.env.GRPC_PORT} list`);
  for (const address of await page.$$eval('.places li:not([hidden]) a', (links) => links.map((link) => link.href))) {
    const reply = await fetch(address);
    await reply.arrayBuffer();
    assert.ok(reply.ok, `${address}: ${reply.status}`);
  }
  await page.click('#copy');
  assert.deepEqual(page.complaints, []);
});

test('can be read by everybody', async () => {
  for (const [width, scheme] of [[1100, 'light'], [390, 'light'], [390, 'dark'], [1100, 'dark']]) {
    const page = await visit(width, scheme);
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/home-${width}-${scheme}.png`, fullPage: true });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `The page is wider than ${width}.`);
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => (await axe.run()).violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(', ')}`));
    assert.deepEqual(found, []);
  }
});

test('a client that asks for no page is told that there is no such route', async () => {
  const reply = await fetch(`${url}/`, { headers: { accept: 'application/json' } });
  assert.equal(reply.status, 404);
  assert.equal((await reply.json()).errors[0].extensions.code, 'ROUTE_NOT_FOUND');
});
