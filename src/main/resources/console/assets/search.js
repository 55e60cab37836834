// Recent searches, kept in this browser alone, and results by arrow keys from the search box.

const KEY = 'goldenrod-searches';
const KEPT_MAX = 10;

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string').slice(0, KEPT_MAX) : [];
  } catch {
    return [];
  }
}

function keep(searches) {
  try {
    localStorage.setItem(KEY, JSON.stringify(searches));
  } catch {
    // where a browser keeps nothing, nothing is recent
  }
}

const results = document.querySelector('[data-results]');
if (results) {
  const text = results.dataset.searched;
  keep([text, ...read().filter((each) => each !== text)].slice(0, KEPT_MAX));
}

const recent = document.querySelector('[data-recent]');
if (recent) {
  const list = recent.querySelector('[data-recent-list]');
  read().forEach((each) => {
    const link = document.createElement('a');
    link.href = `/search?q=${encodeURIComponent(each)}`;
    link.textContent = each;
    link.dataset.result = '';
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  });
  recent.hidden = list.children.length === 0;
  recent.querySelector('[data-forget]').addEventListener('click', () => {
    localStorage.removeItem(KEY);
    list.replaceChildren();
    recent.hidden = true;
    document.getElementById('find').focus();
  });
}

const box = document.getElementById('find');
document.addEventListener('keydown', (event) => {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') {
    return;
  }
  const stops = [box, ...document.querySelectorAll('[data-result]')];
  const at = stops.indexOf(document.activeElement);
  const next = at < 0 ? undefined : stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (next) {
    event.preventDefault();
    next.focus();
  }
});
if (!results) {
  box.focus();
}
