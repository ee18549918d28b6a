/* Eight bytes of a text at a time, without a branch on any: where a word ends is what a processor guesses
 * worst.  A mask has the high bit of each byte that is so. */
#ifndef BASE_BYTE_CHUNK_H
#define BASE_BYTE_CHUNK_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Up to 8 bytes as a number, the first the lowest; bytes that are not there are 0. */
static inline uint64_t letter_chunk(const void *bytes, size_t size)
{
    uint64_t chunk = 0;
    if (size >= sizeof chunk) {
        memcpy(&chunk, bytes, sizeof chunk);
    } else {
        memcpy(&chunk, bytes, size);
    }
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    chunk = __builtin_bswap64(chunk);
#endif
    return chunk;
}

#define EVERY_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))
#define HIGH_BITS EVERY_BYTE(0x80)

/* The bytes from `first` to `last`, both below 0x80, of a chunk without high bits. */
static inline uint64_t chunk_between(uint64_t chunk, uint8_t first, uint8_t last)
{
    return (chunk + EVERY_BYTE(0x80 - first)) & ~(chunk + EVERY_BYTE(0x7f - last)) & HIGH_BITS;
}

/* ASCII letters. */
static inline uint64_t chunk_letters(uint64_t chunk)
{
    return chunk_between((chunk & ~HIGH_BITS) | EVERY_BYTE(0x20), 'a', 'z') & ~chunk;
}

/* The high bit of the first byte that is no ASCII letter; what stands above it means nothing.  `folded` is
 * the chunk with bit 0x20 of every byte set. */
static inline uint64_t chunk_letters_end(uint64_t chunk, uint64_t folded)
{
    return ((EVERY_BYTE(0x80 + 'a' - 1) - folded) | (folded + EVERY_BYTE(0x7f - 'z')) | chunk) & HIGH_BITS;
}

/* All bits of the bytes below the lowest one that has its bit in the mask, which is not 0. */
static inline uint64_t chunk_below(uint64_t mask)
{
    return (mask ^ (mask - 1)) >> 8;
}

/* The mask in eight bits, the first byte's the lowest. */
static inline uint64_t chunk_gather(uint64_t mask)
{
    return ((mask >> 7) * UINT64_C(0x0102040810204080)) >> 56;
}

#endif
