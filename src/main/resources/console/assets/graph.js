// The identity graph: draws it, and keeps picture, list, panel and address the same.

import { notice } from './frame.js';
import { replay } from './graph-time.js';
import { look, paints, tint } from './graph-look.js';

const page = document.getElementById('graph');
const word = (name) => page.dataset[`word${name[0].toUpperCase()}${name.slice(1)}`];
const part = (name) => page.querySelector(`[data-${name}]`);
const base = `/customers/${encodeURIComponent(page.dataset.customer)}/graph`;
const nodesMax = Number(page.dataset.nodesMax);
const filters = part('filters');
const canvas = part('canvas');

const state = { chosen: null, other: null, picks: false, hues: new Map(), after: new Map(), owners: null };
let cy = null;

// Addresses

function address(changes) {
  const url = new URL(location.href);
  Object.entries(changes).forEach(([name, value]) => {
    if (value) {
      url.searchParams.set(name, value);
    } else {
      url.searchParams.delete(name);
    }
  });
  history.replaceState(history.state, '', url);
}

function asked(name) {
  return new URL(location.href).searchParams.get(name) || '';
}

async function read(path, options) {
  const answer = await fetch(path, { headers: { Accept: 'application/json' }, ...options });
  if (!answer.ok) {
    throw new Error(`${answer.status}`);
  }
  return answer.json();
}

// What is drawn

function isShown(element) {
  return !element.hasClass('out') && !element.hasClass('later');
}

function short(text) {
  return text.length > 26 ? `${text.slice(0, 12)}…${text.slice(-12)}` : text;
}

function label(data) {
  const hidden = data.links == null ? 0 : data.links - data.drawn;
  const more = hidden > 0 ? `\n+${hidden.toLocaleString('en')}` : '';
  const kind = { customer: `\n${word('customer')}`, identifier: `\n${data.type}`, record: '' };
  return `${short(data.text)}${kind[data.kind]}${more}`;
}

function add(elements) {
  const nodes = elements.nodes.filter((node) => cy.getElementById(node.id).empty());
  const room = nodesMax - cy.nodes().length;
  if (nodes.length > room) {
    notice(word('full'));
  }
  const added = cy.add(nodes.slice(0, Math.max(0, room)).map((node) => ({ group: 'nodes', data: { ...node, drawn: 0 } })));
  cy.add(elements.edges
    .filter((edge) => cy.getElementById(edge.id).empty()
      && cy.getElementById(edge.from).nonempty() && cy.getElementById(edge.to).nonempty())
    .map((edge) => ({ group: 'edges', data: { ...edge, source: edge.from, target: edge.to } })));
  describe();
  return added;
}

/** Brings what is told of nodes up to what is drawn of them. */
function describe() {
  cy.batch(() => cy.nodes().forEach((node) => {
    node.data('drawn', node.connectedEdges().filter((edge) => edge.data('kind') !== 'BELONGS').length);
    node.data('label', label(node.data()));
    node.data('foreign', foreign(node) ? 1 : 0);
  }));
  options('source', 'record');
  options('type', 'identifier');
  color();
}

function foreign(node) {
  const customer = node.data('customer');
  if (state.owners && node.data('kind') !== 'customer') {
    return Boolean(node.data('then')) && !state.owners.has(node.data('then'));
  }
  return node.data('kind') === 'customer' || (customer && customer !== page.dataset.customer);
}

function options(name, kind) {
  const select = filters.elements[name];
  const wanted = select.value || asked(name);
  const known = new Set([...select.options].map((option) => option.value));
  const types = [...new Set(cy.nodes(`[kind = "${kind}"]`).map((node) => node.data('type')))].sort();
  types.filter((type) => !known.has(type)).forEach((type) => select.add(new Option(type, type)));
  select.value = [...select.options].some((option) => option.value === wanted) ? wanted : '';
}

/** Identifiers by type, or records by source, or in the past all by customer. */
function color() {
  const bySource = filters.elements.color.value === 'source';
  const kind = bySource ? 'record' : 'identifier';
  state.hues.clear();
  const names = state.owners
    ? [...state.owners]
    : [...new Set(cy.nodes(`[kind = "${kind}"]`).filter((node) => !foreign(node)).map((node) => node.data('type')))].sort();
  names.forEach((name, at) => state.hues.set(name, at));
  cy.batch(() => cy.nodes().forEach((node) => {
    const name = state.owners ? node.data('then') : node.data('kind') === kind ? node.data('type') : null;
    node.data('hue', state.hues.has(name) && (state.owners || !foreign(node)) ? tint(state.hues.get(name)) : '');
  }));
  legend(bySource && !state.owners);
  cy.style(look());
}

function legend(isSquare) {
  const place = part('hues');
  place.replaceChildren(...(state.owners ? [] : [...state.hues]).map(([name, at]) => {
    const item = document.createElement('li');
    const dot = document.createElement('span');
    dot.className = `dot hue-${at % 8}${isSquare ? ' square' : ''}`;
    item.append(dot, name);
    return item;
  }));
}

function arrange(added, from) {
  const isAll = !added;
  if (!isAll) {
    const around = from.position();
    added.forEach((node, at) => {
      const turn = at * 2.4;
      const far = 60 + 6 * at;
      node.position({ x: around.x + far * Math.cos(turn), y: around.y + far * Math.sin(turn) });
    });
  }
  const fixed = isAll ? undefined : cy.nodes().not(added)
    .map((node) => ({ nodeId: node.id(), position: { ...node.position() } }));
  cy.layout({
    name: 'fcose',
    quality: 'default',
    randomize: isAll,
    animate: false,
    fit: isAll,
    padding: 36,
    nodeDimensionsIncludeLabels: true,
    idealEdgeLength: (edge) => (edge.data('kind') === 'BELONGS' ? 60 : 95),
    nodeRepulsion: () => 9000,
    nodeSeparation: 110,
    fixedNodeConstraint: fixed,
  }).run();
  if (isAll) {
    fit();
  }
}

function fit() {
  if (cy.nodes().empty()) {
    return;
  }
  cy.fit(cy.elements().filter(isShown), 36);
  if (cy.zoom() > 1.25) {
    cy.zoom(1.25);
    cy.center(cy.elements().filter(isShown));
  }
}

// Filters hide, and leave everything in its place

function filter() {
  const { source, type, strength, held } = filters.elements;
  const suits = (edge) => {
    const data = edge.data();
    if (data.kind === 'BELONGS') {
      return true;
    }
    if (held.value === 'only' && !data.held || held.value === 'hidden' && data.held) {
      return false;
    }
    if (strength.value === 'MATCHED') {
      return data.kind === 'MATCHED';
    }
    if (strength.value === 'ASSERTED') {
      return data.kind === 'SAME' || data.kind === 'DIFFERENT';
    }
    return !strength.value || data.strength === strength.value;
  };
  const narrows = source.value || type.value || strength.value || held.value;
  cy.batch(() => {
    cy.edges().forEach((edge) => edge.toggleClass('out', !suits(edge)));
    cy.nodes().forEach((node) => {
      const data = node.data();
      node.toggleClass('out', (data.kind === 'record' && source.value && data.type !== source.value)
        || (data.kind === 'identifier' && type.value && data.type !== type.value));
    });
    if (narrows) {
      const alive = (node) => node.connectedEdges('[kind != "BELONGS"]').some((edge) => !edge.hasClass('out')
        && !edge.source().hasClass('out') && !edge.target().hasClass('out'));
      const lonely = cy.nodes('[kind != "customer"]').filter((node) => !node.hasClass('out')
        && !(data(node, 'record', source.value) || data(node, 'identifier', type.value)) && !alive(node));
      lonely.addClass('out');
    }
    cy.nodes('[kind = "customer"]').forEach((node) => node.toggleClass('out',
      !node.neighborhood('node').some((member) => !member.hasClass('out'))));
  });
  list();
}

function data(node, kind, wanted) {
  return wanted && node.data('kind') === kind && node.data('type') === wanted && !filters.elements.strength.value
    && !filters.elements.held.value;
}

// The list says what the picture shows

function list() {
  const wanted = part('list-find').value.trim().toLowerCase();
  const shown = cy.nodes().filter(isShown);
  const rows = shown.filter((node) => !wanted || `${node.data('text')} ${node.data('type')}`.toLowerCase().includes(wanted))
    .sort((one, another) => one.data('kind').localeCompare(another.data('kind')) * -1
      || one.data('type').localeCompare(another.data('type')) || one.data('text').localeCompare(another.data('text')));
  const hues = state.hues;
  part('list').replaceChildren(...rows.map((node) => {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.node = node.id();
    button.setAttribute('aria-pressed', node.id() === state.chosen || node.id() === state.other);
    const mark = document.createElement('span');
    const name = state.owners ? node.data('then') : node.data('type');
    const hue = node.data('hue') && hues.has(name) ? ` hue-${hues.get(name) % 8}` : ' paint-muted';
    mark.className = `mark${node.data('kind') === 'record' ? ' square' : ''}${node.data('suppressed') ? ' hollow' : ''}${hue}`;
    const text = document.createElement('span');
    text.className = 'break';
    text.textContent = node.data('text');
    const type = document.createElement('span');
    type.className = 'type';
    type.textContent = node.data('kind') === 'customer' ? word('customer') : node.data('type');
    button.append(mark, text, type);
    item.append(button);
    return item;
  }));
  const cut = state.past ? (state.pastCut ? word('pastCut') : '') : cy.nodes().length >= nodesMax ? word('full') : state.cut ? word('cut') : '';
  part('summary').textContent = `${shown.length.toLocaleString('en')} ${word('summary')}. ${cut}`;
}

// What is chosen

function choose(id, isSecond) {
  const node = cy.getElementById(id);
  if (node.empty()) {
    return;
  }
  if ((isSecond || state.picks) && state.chosen && state.chosen !== id && node.data('kind') !== 'customer') {
    state.other = id;
  } else {
    state.chosen = id;
    state.other = null;
  }
  state.picks = false;
  address({ node: state.chosen, with: state.other });
  panel();
}

function clear() {
  state.chosen = null;
  state.other = null;
  state.picks = false;
  address({ node: '', with: '' });
  panel();
}

function panel() {
  cy.elements().removeClass('chosen near');
  const node = state.chosen ? cy.getElementById(state.chosen) : cy.collection();
  const isThere = node.nonempty();
  part('panel-body').hidden = !isThere;
  part('panel-hint').hidden = isThere;
  part('panel-title').hidden = isThere;
  page.querySelectorAll('[data-list] button').forEach((button) => button.setAttribute('aria-pressed',
    button.dataset.node === state.chosen || button.dataset.node === state.other));
  if (!isThere) {
    return;
  }
  const { kind, type, text, href, whose, suppressed, links, drawn } = node.data();
  node.addClass('chosen');
  node.connectedEdges().addClass('near');
  part('panel-kind').textContent = word(kind);
  part('panel-type').textContent = type;
  part('panel-type').hidden = kind === 'customer';
  part('panel-text').textContent = text;
  part('panel-whose').textContent = whose || (node.data('customer') ? word('own') : word('nobody'));
  part('panel-suppressed').hidden = !suppressed;
  part('panel-suppressed').textContent = suppressed || '';
  part('panel-open').href = href || '#';
  part('panel-open').hidden = !href;
  part('panel-expand').hidden = kind === 'customer' || state.past || links == null || links <= drawn;
  part('panel-compare').hidden = kind === 'customer';
  const other = state.other ? cy.getElementById(state.other) : cy.collection();
  part('panel-pair').hidden = other.empty();
  if (other.nonempty()) {
    other.addClass('chosen');
    part('pair-one').textContent = text;
    part('pair-other').textContent = other.data('text');
    part('pair-why').href = `/why?from=${encodeURIComponent(node.id())}&to=${encodeURIComponent(other.id())}`;
  }
  part('panel-links').replaceChildren(...node.connectedEdges().filter((edge) => edge.data('words') && [edge, edge.source(), edge.target()].every(isShown))
    .slice(0, 60).map((edge) => {
      const end = edge.source().id() === node.id() ? edge.target() : edge.source();
      const item = document.createElement('li');
      const button = document.createElement('button');
      button.type = 'button';
      button.dataset.node = end.id();
      const name = document.createElement('span');
      name.className = 'break';
      name.textContent = end.data('text');
      button.append(name);
      const hint = document.createElement('p');
      hint.className = `hint${edge.data('held') ? ' held' : ''}`;
      hint.textContent = edge.data('held') ? `${edge.data('label')} – ${edge.data('held')}` : edge.data('words');
      item.append(button, hint);
      return item;
    }));
}

async function expand() {
  const node = cy.getElementById(state.chosen);
  if (cy.nodes().length >= nodesMax) {
    notice(word('full'));
    return;
  }
  const form = new URLSearchParams({ node: node.id(), after: state.after.get(node.id()) || '' });
  cy.nodes('[kind != "customer"]').forEach((each) => form.append('have', each.id()));
  try {
    const found = await read(`${base}/expand`, { method: 'POST', body: form });
    if (found.next) {
      state.after.set(node.id(), found.next);
    }
    const added = add(found);
    notice(added.nonempty() ? `${added.length} ${word('added')}` : word('none'));
    if (added.nonempty()) {
      arrange(added, node);
    }
    filter();
    panel();
  } catch (problem) {
    console.error(problem);
    notice(word('failed'));
  }
}

// Start

function wire() {
  filters.addEventListener('change', () => {
    address(Object.fromEntries(new FormData(filters)));
    color();
    filter();
    panel();
  });
  filters.addEventListener('submit', (event) => event.preventDefault());
  filters.addEventListener('reset', () => setTimeout(() => filters.dispatchEvent(new Event('change'))));
  part('list-find').addEventListener('input', list);
  page.addEventListener('click', (event) => {
    const chooser = event.target.closest('button[data-node]');
    if (chooser) {
      choose(chooser.dataset.node, event.shiftKey);
      cy.center(cy.getElementById(chooser.dataset.node));
    }
    const zoom = event.target.closest('[data-zoom]');
    if (zoom) {
      const steps = { in: 1.3, out: 1 / 1.3 };
      if (steps[zoom.dataset.zoom]) {
        cy.zoom({ level: cy.zoom() * steps[zoom.dataset.zoom], renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
      } else if (zoom.dataset.zoom === 'fit') {
        fit();
      } else {
        arrange(null);
      }
    }
  });
  part('panel-expand').addEventListener('click', expand);
  part('panel-compare').addEventListener('click', () => {
    state.picks = true;
    notice(word('pick'));
  });
  part('panel-clear').addEventListener('click', clear);
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      clear();
    }
  });
  cy.on('resize', fit);
  cy.on('tap', 'node', (event) => choose(event.target.id(), event.originalEvent && event.originalEvent.shiftKey));
  cy.on('tap', (event) => {
    if (event.target === cy) {
      clear();
    }
  });
  const repaint = () => {
    paints.clear();
    color();
  };
  document.addEventListener('goldenrod:theme', repaint);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint);
}

async function start() {
  if (!canvas) {
    return;
  }
  ['strength', 'held', 'color'].forEach((name) => {
    filters.elements[name].value = asked(name);
  });
  cy = window.cytoscape({ container: canvas, minZoom: 0.08, maxZoom: 3, boxSelectionEnabled: false, autounselectify: true });
  wire();
  try {
    const elements = await read(`${base}/elements`);
    state.cut = elements.isCut;
    add(elements);
    part('wait').hidden = true;
    arrange(null);
    filter();
    state.chosen = cy.getElementById(asked('node')).nonempty() ? asked('node') : null;
    state.other = state.chosen && cy.getElementById(asked('with')).nonempty() ? asked('with') : null;
    panel();
    await replay({ cy, state, base, page, part, word, read, add, arrange, address, asked, filter, panel, color, describe });
    canvas.dataset.ready = 'true';
  } catch (problem) {
    console.error(problem);
    part('wait').hidden = false;
    part('wait').textContent = word('failed');
  }
}

start();
