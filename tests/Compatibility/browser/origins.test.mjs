// Pages of two other origins in headless Chromium, against the server at SERVER_URL, which lets FRIEND_PORT in and nobody else.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import puppeteer from 'puppeteer-core';

const url = process.env.SERVER_URL.replace(/\/$/, '');
const sites = [];
let browser;

const site = (port) => new Promise((listening) => {
  const server = createServer((_, reply) => reply.setHeader('content-type', 'text/html').end('<!doctype html><title>A site</title>'));
  sites.push(server);
  server.listen(port, '127.0.0.1', () => listening(`http://127.0.0.1:${server.address().port}/`));
});

async function open(address) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

before(async () => {
  browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
});

after(async () => {
  await browser?.close();
  for (const server of sites) server.close();
});

// Runs in the page. One message without fields, as gRPC-Web frames it.
async function grpc(address, headers) {
  const reply = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/grpc-web+proto', 'x-grpc-web': '1', 'x-user-agent': 'test', ...headers }, body: new Uint8Array(5) });
  const text = new TextDecoder('latin1').decode(await reply.arrayBuffer());
  return { status: reply.headers.get('grpc-status') ?? /grpc-status: ?(\d+)/.exec(text)?.[1], message: reply.headers.get('grpc-message'), text };
}

test('a page of a site that is let in logs in, reads, changes, uploads and calls gRPC', async () => {
  const page = await open(await site(Number(process.env.FRIEND_PORT)));
  const said = await page.evaluate(async (server, email, password) => {
    const json = { 'content-type': 'application/json' };
    const ask = async (method, path, init) => {
      const reply = await fetch(server + path, { method, credentials: 'include', ...init });
      return { status: reply.status, body: reply.status === 204 ? null : await reply.json() };
    };
    const refused = await ask('GET', '/users/me?fields=id');
    const login = await ask('POST', '/auth/login', { headers: json, body: JSON.stringify({ email, password, mode: 'session' }) });
    const read = await ask('GET', '/users/me?fields=email,location');
    const changed = await ask('PATCH', '/users/me?fields=location', { headers: json, body: JSON.stringify({ location: 'elsewhere' }) });
    const form = new FormData();
    form.append('file', new Blob(['from afar'], { type: 'text/plain' }), 'afar.txt');
    const uploaded = await ask('POST', '/files?fields=filename_download', { body: form });
    const removed = await ask('DELETE', '/users/me/none');
    const cookieless = await fetch(`${server}/users/me`, { credentials: 'omit' });
    return { refused, login, read, changed, uploaded, removed, cookieless: cookieless.status, cookies: document.cookie };
  }, url, process.env.ADMIN_EMAIL, process.env.ADMIN_PASSWORD);

  assert.equal(said.refused.body.errors[0].extensions.code, 'INVALID_CREDENTIALS');
  assert.deepEqual([said.login.status, said.read.body, said.changed.body, said.uploaded.body], [
    200, { data: { email: process.env.ADMIN_EMAIL, location: null } }, { data: { location: 'elsewhere' } }, { data: { filename_download: 'afar.txt' } }]);
  assert.equal(said.removed.status, 404);
  assert.equal(said.cookieless, 401);
  assert.equal(said.cookies, '');

  const pong = await page.evaluate(grpc, `${url}/directus.server.v1.ServerService/Ping`, {});
  assert.ok(pong.status === '0' && pong.text.includes('pong'), JSON.stringify(pong));
  const wrong = await page.evaluate(grpc, `${url}/directus.users.v1.UsersService/GetCurrentUser`, { authorization: 'Bearer nonsense' });
  assert.equal(wrong.status, '16', JSON.stringify(wrong));
});

test('a page of another site reads nothing', async () => {
  const page = await open(await site(0));
  const said = await page.evaluate(async (server) => {
    const outcome = (call) => call.then(() => 'read', (error) => error.name);
    return {
      read: await outcome(fetch(`${server}/server/ping`)),
      withCookies: await outcome(fetch(`${server}/users/me`, { credentials: 'include' })),
      change: await outcome(fetch(`${server}/users/me`, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: '{}' })),
    };
  }, url);
  assert.deepEqual(said, { read: 'TypeError', withCookies: 'TypeError', change: 'TypeError' });
  await assert.rejects(page.evaluate(grpc, `${url}/directus.server.v1.ServerService/Ping`, {}));
});
