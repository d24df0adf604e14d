// Directus' app in headless Chromium, served by the server at SERVER_URL from its STUDIO_ROOT. SCREENSHOTS names a folder to keep pictures in.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import puppeteer from 'puppeteer-core';

const url = process.env.SERVER_URL.replace(/\/$/, '');
let browser, admin;

async function call(method, path, body) {
  const headers = { 'content-type': 'application/json', ...(admin ? { authorization: `Bearer ${admin}` } : {}) };
  const reply = await fetch(url + path, { method, headers, body: JSON.stringify(body) });
  assert.ok(reply.ok, `${method} ${path}: ${reply.status}`);
  return (await reply.json()).data;
}

before(async () => {
  browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
  admin = (await call('POST', '/auth/login', { email: process.env.ADMIN_EMAIL, password: process.env.ADMIN_PASSWORD })).access_token;
  await call('POST', '/collections', {
    collection: 'books', schema: {}, meta: {},
    fields: [
      { field: 'id', type: 'integer', schema: { is_primary_key: true, has_auto_increment: true }, meta: {} },
      { field: 'title', type: 'string', schema: {}, meta: { interface: 'input' } },
    ],
  });
  await call('POST', '/items/books', [{ title: 'On the road' }, { title: 'At the lighthouse' }]);
});

after(async () => browser?.close());

// Notes what went wrong: errors of the page, refused requests and those to other servers. Of who has not logged in, no session is renewed,
// and the icon that a browser looks for by itself is not there, with Directus either.
const isUsual = (address) => ['/auth/refresh', '/favicon.ico'].some((path) => address === url + path);

async function open(path) {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.setViewport({ width: 1280, height: 800 });
  page.setDefaultTimeout(90_000);
  page.complaints = [];
  const isForeign = (address) => !address.startsWith(`${url}/`) && !/^(data|blob):/.test(address);
  page.on('request', (request) => { if (isForeign(request.url())) page.complaints.push(`asked ${request.url()}`); });
  page.on('response', (reply) => { if (reply.status() >= 400 && !isUsual(reply.url())) page.complaints.push(`${reply.status()} ${reply.url()}`); });
  page.on('console', (message) => { if (message.type() === 'error' && !isUsual(message.location().url)) page.complaints.push(message.text()); });
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  await page.goto(`${url}${path}`);
  return page;
}

async function logIn(page) {
  await page.waitForSelector('input[type=email]');
  await page.type('input[type=email]', process.env.ADMIN_EMAIL);
  await page.type('input[type=password]', process.env.ADMIN_PASSWORD);
  await page.click('button[type=submit]');
}

const says = (page, text) => page.waitForFunction((text) => document.body.innerText.includes(text), {}, text);
const picture = (page, name) => process.env.SCREENSHOTS && page.screenshot({ path: `${process.env.SCREENSHOTS}/studio-${name}.png` });

test('lets an administrator in, lists items and opens one', async () => {
  const page = await open('/admin/content/books');
  await logIn(page);
  await says(page, 'At the lighthouse');
  await says(page, 'On the road');
  // The app's own question after its licence.
  await (await page.waitForSelector('::-p-text(Remind Later)')).click();
  await page.waitForSelector('::-p-text(Remind Later)', { hidden: true });
  await picture(page, 'list');
  assert.equal(new URL(page.url()).pathname, '/admin/content/books');
  await page.locator('::-p-text(At the lighthouse)').click();
  await page.waitForFunction(() => [...document.querySelectorAll('input')].some((input) => input.value === 'At the lighthouse'));
  await picture(page, 'item');
  assert.equal(new URL(page.url()).pathname, '/admin/content/books/2');
  assert.deepEqual(page.complaints, []);
});

test('the first page leads to it', async () => {
  const page = await open('/');
  await page.click('a[href="admin/"]');
  await page.waitForSelector('input[type=email]');
  await picture(page, 'login');
  assert.deepEqual(page.complaints, []);
});
