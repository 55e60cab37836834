// The time slider: shows the graph as it was right after each decision. What is drawn keeps its place.

const STEP_MILLISECONDS = 1400;

export async function replay(graph) {
  const { cy, state, base, page, part, word, read } = graph;
  const box = part('time');
  const found = await read(`${base}/stops`);
  const { stops } = found;
  if (stops.length === 0) {
    return;
  }
  const range = part('time-range');
  const kept = new Map();
  let playing = null;
  let wanted = stops.length;
  range.max = stops.length;
  range.value = stops.length;
  box.hidden = false;

  function tell(at) {
    const stop = stops[at];
    part('time-kind').textContent = stop ? stop.kind : word('now');
    part('time-kind').className = `badge ${stop ? stop.tone : ''}`;
    part('time-at').textContent = stop ? `${stop.at} · ${at + 1}/${stops.length}` : '';
    part('time-words').textContent = stop
      ? `${stop.words}${stop.others ? ` (+ ${stop.others} ${word('others')})` : ''}` : '';
    range.setAttribute('aria-valuetext', stop ? `${stop.at}: ${stop.words}` : word('now'));
    part('time-then').hidden = !stop;
    if (stop) {
      part('time-then').href = `/customers/${encodeURIComponent(page.dataset.customer)}?asOf=${stop.seq}`;
    }
    graph.address({ asOf: stop ? stop.seq : '' });
  }

  function owners(names) {
    part('time-owners').replaceChildren(...names.map((name) => {
      const item = document.createElement('li');
      const dot = document.createElement('span');
      dot.className = `dot hue-${[...state.owners].indexOf(name) % 8}`;
      const link = document.createElement('a');
      link.className = 'mono';
      link.href = `/customers/${encodeURIComponent(name)}`;
      link.textContent = name;
      item.append(dot, link);
      return item;
    }));
  }

  function present() {
    state.past = false;
    state.owners = null;
    cy.batch(() => cy.elements().forEach((each) => {
      each.toggleClass('later', Boolean(each.data('gone')));
      each.data('held', each.data('heldNow'));
      each.data('label', each.isEdge() ? each.data('labelNow') : each.data('label'));
    }));
    owners([]);
    graph.describe();
  }

  function past(elements) {
    state.past = true;
    state.pastCut = elements.isCut;
    const missing = elements.nodes.filter((node) => cy.getElementById(node.id).empty());
    const fresh = new Set(missing.map((node) => node.id));
    const freshEdges = new Set(elements.edges.filter((edge) => cy.getElementById(edge.id).empty()).map((edge) => edge.id));
    const added = graph.add(elements);
    cy.batch(() => {
      cy.elements().forEach((each) => {
        if (fresh.has(each.id()) || freshEdges.has(each.id())) {
          each.data('gone', true);
        }
      });
      const nodes = new Map(elements.nodes.map((node) => [node.id, node]));
      const edges = new Map(elements.edges.map((edge) => [edge.id, edge]));
      state.owners = state.owners || new Set();
      elements.nodes.filter((node) => node.customer && !elements.nodes.some((each) => each.kind === 'customer' && each.id === node.customer))
        .forEach((node) => state.owners.add(node.customer));
      cy.nodes().forEach((node) => {
        const then = nodes.get(node.id());
        node.toggleClass('later', !then);
        node.data('then', then ? then.customer : null);
      });
      cy.edges().forEach((edge) => {
        const then = edges.get(edge.id());
        const isMatch = edge.data('kind') === 'MATCHED';
        const isThere = then || isMatch && nodes.has(edge.source().id()) && nodes.has(edge.target().id());
        edge.toggleClass('later', !isThere);
        if (then) {
          edge.data('held', then.held);
          edge.data('label', then.label);
        }
      });
    });
    if (added.nonempty()) {
      graph.arrange(added, cy.nodes().not(added)[0] || added[0]);
    }
    graph.describe();
    owners([...new Set(elements.nodes.map((node) => node.customer).filter((name) => state.owners.has(name)))]);
  }

  async function go(at) {
    wanted = Math.max(0, Math.min(stops.length, at));
    const here = wanted;
    range.value = here;
    tell(here);
    if (here === stops.length) {
      present();
    } else {
      if (!kept.has(here)) {
        kept.set(here, await read(`${base}/elements?asOf=${stops[here].seq}`));
      }
      if (wanted !== here) {
        return;
      }
      past(kept.get(here));
    }
    graph.filter();
    graph.panel();
    box.dataset.at = here === stops.length ? 'now' : stops[here].seq;
  }

  function stop() {
    clearInterval(playing);
    playing = null;
    part('time-play').textContent = word('play');
  }

  function play() {
    part('time-play').textContent = word('pause');
    const first = Number(range.value) >= stops.length ? 0 : Number(range.value) + 1;
    go(first);
    playing = setInterval(() => {
      if (Number(range.value) >= stops.length) {
        stop();
      } else if (Number(box.dataset.at) === (stops[Number(range.value)] || {}).seq) {
        go(Number(range.value) + 1);
      }
    }, STEP_MILLISECONDS);
  }

  cy.elements().forEach((each) => {
    each.data('heldNow', each.data('held'));
    each.data('labelNow', each.data('label'));
  });
  cy.on('add', (event) => {
    event.target.data('heldNow', event.target.data('held'));
    event.target.data('labelNow', event.target.data('label'));
  });
  range.addEventListener('input', () => {
    stop();
    go(Number(range.value));
  });
  page.querySelectorAll('[data-time-step]').forEach((button) => button.addEventListener('click', () => {
    stop();
    go(Number(range.value) + Number(button.dataset.timeStep));
  }));
  part('time-play').addEventListener('click', () => (playing ? stop() : play()));

  const asOf = Number(graph.asked('asOf'));
  const at = asOf ? stops.findLastIndex((each) => each.seq <= asOf) : -1;
  if (at >= 0) {
    await go(at);
  } else {
    tell(stops.length);
    box.dataset.at = 'now';
  }
}
