// The dialog in which a value is pinned, and the choice of records to split off.

const dialog = document.getElementById('pin');
document.body.addEventListener('htmx:afterSwap', (event) => {
  if (event.detail.target.id === 'pin-body') {
    dialog.showModal();
  }
});
dialog.addEventListener('click', (event) => {
  if (event.target.closest('[data-cancel]')) {
    event.preventDefault();
    dialog.close();
  }
});
// who types a value means it
dialog.addEventListener('input', (event) => {
  if (event.target.name === 'typed') {
    dialog.querySelector('input[name="choice"][value=""]').checked = true;
  }
});

// what is to be split off must be some of the records: delegated, as parts of the page are replaced
function update() {
  document.querySelectorAll('[data-choose]').forEach((form) => {
    const button = form.querySelector('[data-needs-choice]');
    if (button) {
      button.disabled = !form.querySelector('input[name="member"]:checked');
    }
  });
}
document.addEventListener('change', update);
document.body.addEventListener('htmx:afterSettle', update);
update();
