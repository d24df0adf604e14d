// The shared item as the author of the project has set it up.
const make = (name, className, ...content) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...content);
  return element;
};

export class ItemView {
  // `rich` makes a text with a form harmless; see shared.js.
  constructor(setup, words, language, files, rich) {
    Object.assign(this, { setup, words, language, files, rich });
  }

  async of(data) {
    const itself = this.setup.isFile(this.setup.collection) ? [this.files.figure(data)] : [];
    return [...itself, ...await this.#group(null, data, 2)];
  }

  // Fields that follow each other are a list of terms; a group is a section of its own.
  async #group(name, data, level) {
    const parts = [];
    let list;
    for (const field of this.setup.fields(name)) {
      if (this.setup.isGroup(field)) {
        list = undefined;
        const inner = await this.#group(field.field, data, Math.min(level + 1, 6));
        if (inner.length) parts.push(make('section', 'group', make(`h${level}`, '', this.setup.name(field)), ...inner));
        continue;
      }

      if (!(field.field in data)) continue;
      if (!list) parts.push(list = make('dl'));
      const width = /^(half|half-left|half-right)$/.test(field.meta.width ?? '') ? 'half' : '';
      list.append(make('div', width, make('dt', '', this.setup.name(field)), make('dd', '', await this.#value(field, data[field.field], data))));
    }

    return parts;
  }

  async #value(field, value, data) {
    if (value === null || value === undefined || value === '' || (Array.isArray(value) && !value.length)) return make('span', 'none', this.words.nothing);
    const to = this.setup.behind(field);
    if (to) return to.list ? this.#list(field, to, value) : this.#related(field, to, value, data);
    const choices = field.meta.options?.choices;
    if (Array.isArray(choices) && /^select-(dropdown|radio|multiple)/.test(field.meta.interface ?? '')) return this.#chosen(choices, value);
    if (/^input-rich-text-(html|md)$/.test(field.meta.interface ?? '') && typeof value === 'string') return this.#rich(field.meta.interface, value);
    return this.#plain(field, value);
  }

  #list(field, to, value) {
    if (!Array.isArray(value)) return this.#plain(field, value);
    return make('ul', '', ...value.map((one) => make('li', '', this.#related(field, to, to.prefix ? one?.[to.prefix.slice(0, -1)] : one, one))));
  }

  // One item of a relation in a line.
  #related(field, to, value, around) {
    if (value === null || value === undefined) return make('span', 'none', this.words.nothing);
    if (typeof value !== 'object') return String(value);
    if (this.setup.isFile(to.target)) return this.files.figure(value);
    if (to.any) return Object.values(value).filter((one) => typeof one !== 'object').map(String).join(' ') || String(around?.[to.by] ?? '');
    const told = this.setup.fill(this.setup.template(field, to.target, to.prefix ?? ''), to.list ? around : value);
    return told || make('span', 'none', this.words.nothing);
  }

  #chosen(choices, value) {
    const name = (one) => String(this.setup.text(choices.find((choice) => String(choice.value) === String(one))?.text) ?? one);
    return Array.isArray(value) ? make('ul', 'tags', ...value.map((one) => make('li', '', name(one)))) : name(value);
  }

  async #rich(kind, value) {
    const html = await this.rich(kind.endsWith('md') ? { markdown: value } : { html: value });
    if (html === undefined) return value;
    const shown = make('div', 'rich');
    // The server has left nothing in it that does something, and the page lets no script of others run.
    shown.innerHTML = html;
    for (const image of shown.querySelectorAll('img:not([alt])')) image.alt = '';
    for (const link of shown.querySelectorAll('a[href]')) [link.rel, link.target] = ['noopener noreferrer nofollow', '_blank'];
    return shown;
  }

  #plain(field, value) {
    if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return make('ul', 'tags', ...value.map((one) => make('li', '', String(one))));
    if (typeof value === 'object') return make('pre', '', JSON.stringify(value, null, 2));
    if (typeof value === 'boolean') return value ? this.words.yes : this.words.no;
    if (field.type === 'dateTime' || field.type === 'timestamp' || field.type === 'date') return this.#moment(field.type, value);
    if (['integer', 'float', 'decimal', 'bigInteger'].includes(field.type) && !field.schema?.is_primary_key && Number.isSafeInteger(Number(value)))
      return Number(value).toLocaleString(this.language);
    return this.#linked(String(value));
  }

  #moment(type, value) {
    // A day is no moment: it is the same everywhere.
    const moment = new Date(type === 'date' ? `${value}T00:00:00` : value);
    if (Number.isNaN(moment.getTime())) return String(value);
    return type === 'date' ? moment.toLocaleDateString(this.language, { dateStyle: 'long' })
      : moment.toLocaleString(this.language, { dateStyle: 'long', timeStyle: 'short' });
  }

  #linked(text) {
    const whole = /^https?:\/\/\S+$/i.test(text) ? text : /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(text) ? `mailto:${text}` : undefined;
    if (!whole || !URL.canParse(whole)) return text;
    const link = make('a', '', text);
    [link.href, link.rel, link.target] = [whole, 'noopener noreferrer nofollow', '_blank'];
    return link;
  }
}
