// What every page has: the search box from anywhere, the theme, menus, dialogs, short notices.

const box = document.getElementById('find');

function isTyping(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

document.addEventListener('keydown', (event) => {
  if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) {
    event.preventDefault();
    box.focus();
    box.select();
  }
  if (event.key === 'Escape') {
    document.querySelectorAll('details[data-menu][open]').forEach((menu) => {
      menu.open = false;
      menu.querySelector('summary').focus();
    });
  }
});

document.addEventListener('click', (event) => {
  document.querySelectorAll('details[data-menu][open]').forEach((menu) => {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  });
  const opener = event.target.closest('[data-opens]');
  if (opener) {
    document.getElementById(opener.dataset.opens).showModal();
  }
  const closer = event.target.closest('[data-closes]');
  if (closer) {
    closer.closest('dialog').close();
  }
});

document.querySelector('[data-theme-choice]').addEventListener('change', (event) => {
  const theme = event.target.value;
  document.cookie = `goldenrod-theme=${theme}; path=/; max-age=${theme ? 31536000 : 0}; samesite=strict`;
  if (theme) {
    document.documentElement.dataset.theme = theme;
  } else {
    delete document.documentElement.dataset.theme;
  }
  document.dispatchEvent(new CustomEvent('goldenrod:theme'));
});

/** Says something in passing; it stays readable for a while and is told to those who do not see it. */
export function notice(text) {
  const place = document.getElementById('notice');
  const one = document.createElement('p');
  one.textContent = text;
  place.append(one);
  setTimeout(() => one.remove(), 6000);
}
