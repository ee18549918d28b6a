// The words that a filter could take: those of the events that the other filters leave, the most frequent first. Who
// published is told by the articles, for an event only counts them.

const words = {
    actor: (event) => [event.actor],
    place: (event) => (event.places || []).flatMap((place) => [place.name, place.region, place.country_name]),
    source: (event) => event.sources || [],
    publisher: (article) => [article.publisher],
};

export const suggested = Object.keys(words);

export function wordsOf(name, things) {
    const counts = new Map();
    for (const thing of things) {
        for (const word of new Set(words[name](thing).filter(Boolean))) {
            counts.set(word, (counts.get(word) || 0) + 1);
        }
    }
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
}

// Those that hold what was typed, at the start of one of their words, whatever the case.
export function holding(list, typed) {
    const plain = (text) => text.toLocaleLowerCase('en').normalize('NFD').replace(/\p{M}/gu, '');
    const part = plain(typed.trim());
    return list.filter((word) => {
        const at = plain(word);
        return at !== part && [...at.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].some(({ index }) => at.startsWith(part, index));
    });
}
