// Files dropped on the page are sent with a bar that moves; without scripts the form does the same.

const drop = document.getElementById('drop');

function say(text) {
  document.getElementById('sending-words').textContent = text;
}

function send() {
  const file = document.getElementById('file').files[0];
  if (!file) {
    return;
  }
  if (file.size > Number(drop.dataset.bytesMax)) {
    say(drop.dataset.tooLarge);
    return;
  }
  const bar = document.getElementById('sending');
  const request = new XMLHttpRequest();
  const body = new FormData(drop);
  bar.hidden = false;
  say(drop.dataset.sending);
  request.upload.addEventListener('progress', (event) => {
    bar.firstElementChild.value = event.total ? (100 * event.loaded) / event.total : 0;
  });
  request.addEventListener('load', () => {
    bar.hidden = true;
    if (request.status < 400) {
      say('');
      window.location.assign(request.responseURL);
      return;
    }
    const problem = new DOMParser().parseFromString(request.responseText, 'text/html').querySelector('.problem, section');
    const words = problem ? [...problem.querySelectorAll('h1, h1 ~ p')].map((each) => each.textContent) : [];
    say(words.join('. ') || drop.dataset.failed);
  });
  request.addEventListener('error', () => {
    bar.hidden = true;
    say(drop.dataset.failed);
  });
  request.open('POST', drop.action);
  request.setRequestHeader('HX-Request', 'true');
  request.send(body);
}

if (drop) {
  drop.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  ['dragenter', 'dragover'].forEach((kind) => document.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.add('over');
  }));
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) {
      drop.classList.remove('over');
    }
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    if (event.dataTransfer.files.length > 0) {
      document.getElementById('file').files = event.dataTransfer.files;
      send();
    }
  });
}
