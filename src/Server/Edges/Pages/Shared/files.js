// Files among what is shown: pictures, and others to download.

// Pictures are fetched when they are about to be seen.
const whenSeen = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    whenSeen.unobserve(entry.target);
    entry.target.dispatchEvent(new Event('seen'));
  }
}, { rootMargin: '400px' });

export class Files {
  // `fetch` asks as the receiver: the token goes in a header, for an address would be kept by the browser and by servers on the way.
  constructor(words, language, fetch) {
    Object.assign(this, { words, language, fetch });
  }

  figure(value) {
    const name = value.title || value.filename_download || this.words.file;
    const figure = document.createElement('figure');
    if (/^image\//.test(value.type ?? '')) figure.append(this.#picture(value, name));
    const caption = document.createElement('figcaption');
    if (value.description) caption.append(paragraph(value.description));
    caption.append(this.#download(value, name));
    figure.append(caption);
    return figure;
  }

  #picture(value, name) {
    const image = document.createElement('img');
    image.alt = value.description || name;
    if (value.width > 0 && value.height > 0) [image.width, image.height] = [value.width, value.height];
    whenSeen.observe(image);
    image.addEventListener('seen', () => this.#load(image, value), { once: true });
    return image;
  }

  async #load(image, value) {
    try {
      // Larger ones in the size of a thumbnail that every project has.
      image.src = URL.createObjectURL(await this.#content(value.id, value.width > 0 && value.width <= 800 ? '' : '?key=system-large-contain'));
    } catch {
      image.replaceWith(paragraph(this.words.badPicture));
    }
  }

  #download(value, name) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'file';
    const size = Number(value.filesize);
    button.textContent = `${this.words.download} ${name}${size > 0 ? ` (${this.#bytes(size)})` : ''}`;
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(await this.#content(value.id, ''));
        link.download = value.filename_download || name;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      } catch {
        button.after(paragraph(this.words.badFile));
      } finally {
        button.disabled = false;
      }
    });
    return button;
  }

  async #content(key, query) {
    const reply = await this.fetch(`assets/${key}${query}`);
    if (!reply.ok) throw new Error(String(reply.status));
    return reply.blob();
  }

  #bytes(size) {
    const units = ['bytes', 'KB', 'MB', 'GB'];
    const unit = Math.min(units.length - 1, Math.floor(Math.log(size) / Math.log(1000)));
    return `${(size / 1000 ** unit).toLocaleString(this.language, { maximumFractionDigits: unit ? 1 : 0 })} ${units[unit]}`;
  }
}

function paragraph(words) {
  const element = document.createElement('p');
  element.textContent = words;
  return element;
}
