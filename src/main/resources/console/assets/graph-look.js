// How the identity graph looks. Its colours are those of the page, read from where the style sheet sets them.

export const paints = new Map();

function paint(name) {
  if (!paints.has(name)) {
    const probe = document.createElement('span');
    probe.className = name;
    document.body.append(probe);
    paints.set(name, getComputedStyle(probe).color);
    probe.remove();
  }
  return paints.get(name);
}

/** The colour of a type, source or customer by its place in a list. */
export function tint(at) {
  return paint(`hue-${at % 8}`);
}

function nodes() {
  const ink = paint('paint-ink');
  const muted = paint('paint-muted');
  const surface = paint('paint-surface');
  return [
    {
      selector: 'node',
      style: {
        label: 'data(label)',
        'text-wrap': 'wrap',
        'text-max-width': '150px',
        'text-valign': 'bottom',
        'text-margin-y': 4,
        'font-size': 11,
        'min-zoomed-font-size': 7,
        color: ink,
        'text-background-color': surface,
        'text-background-opacity': 0.75,
        'text-background-padding': 1,
        'background-color': muted,
        width: 24,
        height: 24,
        'border-width': 2,
        'border-color': surface,
      },
    },
    {
      selector: 'node[kind = "record"]',
      style: { shape: 'round-rectangle', width: 34, height: 22, 'background-color': surface, 'border-color': ink },
    },
    // what many records share stays readable from afar
    { selector: 'node[kind = "identifier"][drawn > 8]', style: { width: 40, height: 40, 'font-size': 22 } },
    { selector: 'node[hue][hue != ""]', style: { 'background-color': 'data(hue)' } },
    { selector: 'node[kind = "record"][hue][hue != ""]', style: { 'border-color': 'data(hue)' } },
    {
      selector: 'node[?suppressed]',
      style: {
        'background-fill': 'linear-gradient',
        'background-gradient-direction': 'to-bottom-right',
        'background-gradient-stop-colors': [surface, surface, muted, muted, surface, surface],
        'background-gradient-stop-positions': [0, 43, 43, 57, 57, 100],
        'border-color': muted,
      },
    },
    {
      selector: 'node[foreign = 1]',
      style: { 'background-opacity': 0.35, 'border-color': muted, 'border-style': 'dashed', color: muted },
    },
    {
      selector: 'node[kind = "customer"]',
      style: { shape: 'round-hexagon', width: 40, height: 34, 'background-color': surface, 'font-style': 'italic' },
    },
    { selector: 'node.chosen', style: { 'outline-width': 5, 'outline-color': paint('paint-accent'), 'z-index': 9 } },
  ];
}

function edges() {
  const surface = paint('paint-surface');
  const bad = paint('paint-bad');
  const matched = paint('paint-matched');
  return [
    {
      selector: 'edge',
      style: {
        width: 1.5,
        'line-color': paint('paint-line'),
        'curve-style': 'bezier',
        'font-size': 10,
        'min-zoomed-font-size': 7,
        color: paint('paint-ink'),
        'text-background-color': surface,
        'text-background-opacity': 0.9,
        'text-background-padding': 2,
      },
    },
    { selector: 'edge[?label]', style: { label: 'data(label)' } },
    { selector: 'edge[strength = "STRONG"]', style: { width: 2.5, 'line-color': paint('paint-strong') } },
    {
      selector: 'edge[strength = "WEAK"]',
      style: { width: 2, 'line-color': paint('paint-weak'), 'line-style': 'dashed' },
    },
    { selector: 'edge[strength = "NONE"]', style: { 'line-style': 'dotted' } },
    { selector: 'edge[kind = "BELONGS"]', style: { width: 1, 'line-style': 'dotted' } },
    {
      selector: 'edge[kind = "MATCHED"]',
      style: {
        width: 2.5,
        'line-color': surface,
        'line-outline-width': 2,
        'line-outline-color': matched,
        color: matched,
      },
    },
    {
      selector: 'edge[kind = "SAME"]',
      style: { width: 5, 'line-color': paint('paint-good'), color: paint('paint-good') },
    },
    { selector: 'edge[kind = "DIFFERENT"]', style: { width: 5, 'line-color': bad, 'line-style': 'dotted', color: bad } },
    {
      selector: 'edge[?held]',
      style: {
        width: 2.5,
        'line-color': bad,
        'line-style': 'dashed',
        'line-dash-pattern': [8, 5],
        'line-outline-width': 0,
        color: bad,
      },
    },
    { selector: 'edge.near', style: { 'underlay-color': paint('paint-accent'), 'underlay-opacity': 0.45, 'underlay-padding': 4 } },
    { selector: '.out, .later', style: { display: 'none' } },
  ];
}

export function look() {
  return [...nodes(), ...edges()];
}
