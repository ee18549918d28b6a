// Which of an event's sources a claim's is: the server tells each of them once, in its fullest spelling.

const words = (name) => name.toLowerCase().replace(/[‘’]/g, "'").replace(/\./g, '').replace(/^the /, '').split(/\s+/);
const key = (name) => words(name).join(' ');
const initials = (name) => (name.match(/\p{Lu}/gu) || []).join('').toLowerCase();

// One that alone has all words of the name, "Dorn" of "Mayor Ilya Dorn", or that it is the acronym of.
export function sourceOf(name, sources) {
    const same = sources.find((source) => source === name) || sources.find((source) => key(source) === key(name));
    if (!name || same) {
        return same || name;
    }
    const fuller = sources.filter((source) => words(name).every((word) => words(source).includes(word)));
    const acronyms = sources.filter((source) => initials(source).length > 1 && initials(source) === key(name));
    return fuller.length === 1 ? fuller[0] : acronyms.length === 1 ? acronyms[0] : name;
}
