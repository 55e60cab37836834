// Judging with the keyboard: what has a key is pressed by it, and rows are walked through.

const ROW = '[data-item]';

function isTyping(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function walk(step) {
  const rows = [...document.querySelectorAll(ROW)];
  if (rows.length === 0) {
    return false;
  }
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = Math.min(rows.length - 1, Math.max(0, at + step));
  rows[next].querySelector('[data-open]').focus();
  return true;
}

const STEPS = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
const SAME_AS = { ArrowRight: 'j', ArrowLeft: 'k' };

document.addEventListener('keydown', (event) => {
  const isOurs = !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
  if (!isOurs || document.querySelector('dialog[open], details[data-menu][open]')) {
    return;
  }
  if (event.key in STEPS && walk(STEPS[event.key])) {
    event.preventDefault();
    return;
  }
  const key = CSS.escape(SAME_AS[event.key] ?? event.key);
  const place = document.querySelector(`[data-key-focus="${key}"]`);
  const pressed = document.querySelector(`[data-key="${key}"]`);
  if (place) {
    event.preventDefault();
    place.focus();
  } else if (pressed) {
    event.preventDefault();
    pressed.click();
  }
});

const confirmation = document.getElementById('confirm');

document.addEventListener('htmx:afterSwap', (event) => {
  if (event.detail.target.id === 'confirm-body' && !confirmation.open) {
    confirmation.showModal();
    const first = confirmation.querySelector('[autofocus]') ?? confirmation.querySelector('h1, a, button');
    first.focus();
  }
});

document.addEventListener('click', (event) => {
  if (confirmation?.open && event.target.closest('[data-cancel]')) {
    event.preventDefault();
    confirmation.close();
  }
});
