// Lets the receiver of a share in and shows the item. Tokens stay in this tab, and never in an address.
'use strict';

const share = document.getElementById('share');
const { id, state, collection, item } = share.dataset;
const api = new URL('../../', location.href);
const place = `share:${id}`;
const element = (key) => document.getElementById(key);
let token;

// Pictures are fetched when they are about to be seen.
const whenSeen = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    whenSeen.unobserve(entry.target);
    entry.target.dispatchEvent(new Event('seen'));
  }
}, { rootMargin: '400px' });

const open = (token) => show(token).catch(() => say('The server cannot be reached. Try again later.', true));

for (const time of document.querySelectorAll('time')) {
  time.textContent = new Date(time.dateTime).toLocaleString(undefined, { dateStyle: 'long', timeStyle: 'short' });
}

// What was opened in this tab before stays open when the page is loaded again, also when that was the last use.
const kept = sessionStorage.getItem(place);
if (kept && collection) open(kept);
else start();

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
      await show(token);
    } else if (reply.status === 401 && password) refuse('This password is not right.');
    else if (reply.status === 401) say('This link can no longer be used.', true);
    else if (reply.status === 429) refuse('Too many attempts. Try again later.');
    else say('This cannot be shown at the moment. Try again later.', true);
  } catch {
    say('The server cannot be reached. Try again later.', true);
  } finally {
    button.disabled = false;
  }
}

async function show(given) {
  token = given;
  const path = collection.startsWith('directus_') ? collection.slice('directus_'.length) : `items/${encodeURIComponent(collection)}`;
  const reply = await call(`${path}/${encodeURIComponent(item)}?fields=*.*.*`, { headers: { authorization: `Bearer ${token}` } });
  if (reply.ok) {
    render((await reply.json()).data);
    return;
  }

  sessionStorage.removeItem(place);
  if (reply.status === 401 && state === 'open') start();
  else if (state === 'open') say('What was shared is not available any more.', true);
}

function call(path, options) {
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

function render(data) {
  say('');
  element('unlock').hidden = true;
  element('item').replaceChildren(...(isFile(data) ? [file(data)] : []), list(data, data));
  element('item').hidden = false;
  element('name').focus();
}

function list(data, whole) {
  const fields = document.createElement('dl');
  for (const [name, value] of Object.entries(data)) {
    if (isItem(value) && data !== whole && isSame(value, whole)) continue;
    const label = document.createElement('dt');
    label.textContent = title(name);
    const shown = document.createElement('dd');
    shown.append(node(value, whole));
    fields.append(label, shown);
  }

  return fields;
}

function node(value, whole) {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
    const none = document.createElement('span');
    none.className = 'none';
    none.textContent = 'nothing';
    return none;
  }

  if (Array.isArray(value)) {
    const items = document.createElement('ul');
    for (const one of value) {
      const entry = document.createElement('li');
      entry.append(node(one, whole));
      items.append(entry);
    }

    return items;
  }

  if (isFile(value)) return file(value);

  if (isItem(value)) {
    const related = document.createElement('div');
    related.className = 'related';
    related.append(list(value, whole));
    return related;
  }

  return document.createTextNode(text(value));
}

// Wherever a file stands among the rows, its content is what the receiver came for.
function isFile(value) {
  if (!isItem(value) || typeof value.id !== 'string' || !/^[0-9a-f-]{36}$/i.test(value.id)) return false;
  return 'filename_download' in value || 'filename_disk' in value || (typeof value.type === 'string' && /^[a-z]+\/[\w.+-]+$/i.test(value.type));
}

function file(value) {
  const name = value.title || value.filename_download || 'File';
  const figure = document.createElement('figure');
  if (/^image\//.test(value.type ?? '')) figure.append(picture(value, name));
  const caption = document.createElement('figcaption');
  if (value.description) caption.append(paragraph(value.description));
  caption.append(download(value, name));
  figure.append(caption);
  return figure;
}

function picture(value, name) {
  const image = document.createElement('img');
  image.alt = value.description || name;
  if (value.width > 0 && value.height > 0) [image.width, image.height] = [value.width, value.height];
  whenSeen.observe(image);
  image.addEventListener('seen', () => loadPicture(image, value), { once: true });
  return image;
}

async function loadPicture(image, value) {
  try {
    // Larger ones in the size of a thumbnail that every project has.
    image.src = URL.createObjectURL(await content(value.id, value.width > 0 && value.width <= 800 ? '' : '?key=system-large-contain'));
  } catch {
    image.replaceWith(paragraph('This picture cannot be shown.'));
  }
}

function download(value, name) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'file';
  const size = Number(value.filesize);
  button.textContent = `Download ${name}${size > 0 ? ` (${bytes(size)})` : ''}`;
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await content(value.id, ''));
      link.download = value.filename_download || name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    } catch {
      button.after(paragraph('This file cannot be loaded. Open the link again.'));
    } finally {
      button.disabled = false;
    }
  });
  return button;
}

// The token goes in a header: an address would be kept by the browser and by servers on the way.
async function content(key, query) {
  const reply = await call(`assets/${key}${query}`, { headers: { authorization: `Bearer ${token}`, accept: 'image/avif,image/webp,*/*' } });
  if (!reply.ok) throw new Error(String(reply.status));
  return reply.blob();
}

function paragraph(words) {
  const element = document.createElement('p');
  element.textContent = words;
  return element;
}

function bytes(size) {
  const units = ['bytes', 'KB', 'MB', 'GB'];
  const unit = Math.min(units.length - 1, Math.floor(Math.log(size) / Math.log(1000)));
  return `${(size / 1000 ** unit).toLocaleString(undefined, { maximumFractionDigits: unit ? 1 : 0 })} ${units[unit]}`;
}

function text(value) {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(value)) {
    return new Date(value).toLocaleString(undefined, { dateStyle: 'long', timeStyle: 'short' });
  }

  return String(value);
}

function isItem(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// A related item names the shared one in turn, which is on the page already.
function isSame(one, other) {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => name in other) && String(one.id) === String(other.id);
}

function title(name) {
  const words = name.replace(/_+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
