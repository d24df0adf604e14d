// The project's colour, and a command to copy.
const { color } = document.querySelector('main').dataset;
if (/^#[0-9a-f]{3,8}$/i.test(color)) document.documentElement.style.setProperty('--project', color);

const copy = document.getElementById('copy');
copy.addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(document.getElementById('command').textContent);
    copy.textContent = 'Copied';
  } catch {
    // Without a safe connection browsers let nobody write there: it is marked, to be copied by hand.
    getSelection().selectAllChildren(document.getElementById('command'));
  }
});
