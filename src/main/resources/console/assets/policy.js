// The editor of a policy: line numbers, the way to a line, and a draft that outlives the page.

const form = document.getElementById('edit');
const text = document.getElementById('document');
const numbers = form.querySelector('.lines');
const restored = document.getElementById('restored');
const KEY = `goldenrod-policy-${form.dataset.draft}`;
const given = text.value;
let counted = 0;

function number() {
  const lines = text.value.split('\n').length;
  if (lines !== counted) {
    counted = lines;
    numbers.textContent = Array.from({ length: lines }, (_, at) => at + 1).join('\n');
  }
  numbers.scrollTop = text.scrollTop;
}

function keep() {
  try {
    if (text.value === given) {
      sessionStorage.removeItem(KEY);
    } else {
      sessionStorage.setItem(KEY, text.value);
    }
  } catch {
    // no room, or none allowed: the text is still on the page
  }
}

function checkAgain() {
  number();
  text.dispatchEvent(new CustomEvent('goldenrod:restored', { bubbles: true }));
}

text.addEventListener('input', () => {
  number();
  keep();
});
text.addEventListener('scroll', () => {
  numbers.scrollTop = text.scrollTop;
});

// Tab leaves the editor as everywhere; what indents is Ctrl+].
text.addEventListener('keydown', (event) => {
  if (event.ctrlKey && event.key === ']') {
    event.preventDefault();
    text.setRangeText('  ', text.selectionStart, text.selectionEnd, 'end');
    text.dispatchEvent(new Event('input', { bubbles: true }));
  }
});

form.addEventListener('click', (event) => {
  const wanted = event.target.closest('[data-line]');
  if (!wanted) {
    return;
  }
  const line = Number(wanted.dataset.line);
  const lines = text.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  text.focus();
  text.setSelectionRange(start, start + (lines[line - 1] ?? '').length);
  const height = parseFloat(getComputedStyle(text).lineHeight);
  text.scrollTop = Math.max(0, (line - 4) * height);
  number();
});

document.getElementById('discard').addEventListener('click', () => {
  text.value = given;
  keep();
  restored.hidden = true;
  checkAgain();
  text.focus();
});

const draft = form.dataset.draft ? sessionStorage.getItem(KEY) : null;
if (draft !== null && draft !== given) {
  text.value = draft;
  restored.hidden = false;
  // once htmx listens
  if (document.readyState === 'complete') {
    checkAgain();
  } else {
    window.addEventListener('load', checkAgain, { once: true });
  }
}
number();
