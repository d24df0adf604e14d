// Lets the receiver of a share in and shows the item. Tokens stay in this tab, and never in an address.
import { Files } from './files.js';
import { ItemView } from './item.js';
import { Setup } from './setup.js';

const share = document.getElementById('share');
const { id, state, collection, item } = share.dataset;
const words = JSON.parse(document.getElementById('words').textContent);
const language = document.documentElement.lang;
const api = new URL('../../', location.href);
const place = `share:${id}`;
const element = (key) => document.getElementById(key);
let token;

const open = (token) => show(token).catch(() => say(words.unreachable, true));

for (const time of document.querySelectorAll('time')) {
  time.textContent = new Date(time.dateTime).toLocaleString(language, { dateStyle: 'long', timeStyle: 'short' });
}

introduce().catch(() => {});

// What was opened in this tab before stays open when the page is loaded again, also when that was the last use.
const kept = sessionStorage.getItem(place);
if (kept && collection) open(kept);
else start();

// Whose project it is, which everybody may know.
async function introduce() {
  const { project } = (await (await call('server/info')).json()).data;
  if (/^#[0-9a-f]{3,8}$/i.test(project.project_color ?? '')) document.documentElement.style.setProperty('--project', project.project_color);
  if (project.project_logo) {
    const logo = new Image();
    logo.alt = '';
    logo.src = new URL(`assets/${project.project_logo}`, api);
    element('project').append(logo);
  }

  element('project').append(project.project_name);
  element('project').hidden = false;
}

function start() {
  if (state !== 'open') return;
  const asks = share.dataset.password === 'true';
  if (!asks && share.dataset.limited !== 'true') {
    enter();
    return;
  }

  element('unlock').hidden = false;
  element('secret').hidden = !asks;
  element('password').required = asks;
}

element('unlock').addEventListener('submit', (event) => {
  event.preventDefault();
  enter(element('password').value);
});

async function enter(password) {
  const button = document.querySelector('button');
  button.disabled = true;
  element('problem').textContent = '';
  try {
    const reply = await call('shares/auth', { method: 'POST', body: JSON.stringify({ share: id, mode: 'json', ...(password ? { password } : {}) }) });
    if (reply.ok) {
      const token = (await reply.json()).data.access_token;
      sessionStorage.setItem(place, token);
      countUse();
      await show(token);
    } else if (reply.status === 401 && password) refuse(words.wrongPassword);
    else if (reply.status === 401) say(words.closed, true);
    else if (reply.status === 429) refuse(words.tooMany);
    else say(words.later, true);
  } catch {
    say(words.unreachable, true);
  } finally {
    button.disabled = false;
  }
}

// One use less is left than when the page was made.
function countUse() {
  const uses = element('uses');
  if (!uses) return;
  uses.textContent = words.usesLeft.replace('{left}', uses.dataset.left - 1).replace('{most}', uses.dataset.most);
}

async function show(given) {
  token = given;
  const setup = await Setup.load(get, collection, language);
  const path = collection.startsWith('directus_') ? collection.slice('directus_'.length) : `items/${encodeURIComponent(collection)}`;
  const reply = setup && await authorized(`${path}/${encodeURIComponent(item)}?${setup.query()}`);
  if (reply?.ok) {
    await render(setup, (await reply.json()).data);
    return;
  }

  sessionStorage.removeItem(place);
  if ((!reply || reply.status === 401) && state === 'open' && kept) start();
  else if (state === 'open') say(words.gone, true);
}

async function render(setup, data) {
  const files = new Files(words, language, (path) => authorized(path, { accept: 'image/avif,image/webp,*/*' }));
  const shown = await new ItemView(setup, words, language, files, rich).of(data);
  say('');
  element('unlock').hidden = true;
  element('item').replaceChildren(...shown);
  element('item').hidden = false;
  const title = setup.title(data);
  if (share.dataset.named !== 'true' && title) element('name').textContent = document.title = title;
  element('name').focus();
}

// Texts with a form, made harmless by the server.
async function rich(text) {
  const reply = await call('admin/shared/text', { method: 'POST', body: JSON.stringify(text) });
  return reply.ok ? (await reply.json()).html : undefined;
}

function authorized(path, headers) {
  return call(path, { headers: { authorization: `Bearer ${token}`, ...headers } });
}

// The data of an answer; nothing where there is none for the share.
async function get(path) {
  const reply = await authorized(path);
  return reply.ok ? (await reply.json()).data : undefined;
}

function call(path, options = {}) {
  // No cookies: who is logged in here as a user still opens the share as its receiver.
  return fetch(new URL(path, api), { ...options, credentials: 'omit', headers: { 'content-type': 'application/json', ...options.headers } });
}

function refuse(text) {
  element('problem').textContent = text;
  element('password').select();
  element('password').focus();
}

function say(text, bad) {
  element('message').className = bad ? 'bad' : '';
  element('message').textContent = text;
}
