// The only way the page makes elements. Strings become text nodes, never markup.

const svgNamespace = 'http://www.w3.org/2000/svg';

// Controls that could reorder or hide what stands around them: C0 and C1 (but tab and newline), the bidirectional
// marks, embeddings, overrides and isolates. Each is shown as one visible sign, so code point offsets keep their meaning.
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

export function visible(text) {
    return text.replace(controls, '\ufffd');
}

function append(node, children) {
    for (const child of children.flat(Infinity)) {
        if (child === null || child === undefined || child === false || child === '') {
            continue;
        }
        node.append(child instanceof Node ? child : document.createTextNode(visible(String(child))));
    }
    return node;
}

function assign(node, attributes) {
    for (const [name, value] of Object.entries(attributes)) {
        if (value === null || value === undefined || value === false) {
            continue;
        }
        if (name.startsWith('on')) {
            node.addEventListener(name.slice(2), value);
        } else if (name === 'value' || name === 'checked') {
            node[name] = value;
        } else {
            node.setAttribute(name, value === true ? '' : visible(String(value)));
        }
    }
    return node;
}

export function h(tag, attributes = {}, ...children) {
    return append(assign(document.createElement(tag), attributes), children);
}

export function s(tag, attributes = {}, ...children) {
    return append(assign(document.createElementNS(svgNamespace, tag), attributes), children);
}

// Words of a source: kept apart from the direction of what stands around them.
export function bdi(text) {
    return h('bdi', {}, text);
}

export function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

export function fill(node, ...children) {
    node.replaceChildren();
    return append(node, children);
}

// Only addresses of the web become links; everything else is shown as the text it is.
export function webAddress(url) {
    try {
        const parsed = new URL(url);
        return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.href : null;
    } catch {
        return null;
    }
}

export function outsideLink(url, label, name) {
    const address = webAddress(url);
    if (!address) {
        return h('span', {}, label);
    }
    return h('a', { href: address, rel: 'noopener noreferrer nofollow', 'aria-label': name || null }, label);
}

let unique = 0;
export function newId(prefix) {
    unique += 1;
    return `${prefix}-${unique}`;
}
