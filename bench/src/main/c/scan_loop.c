/* The peer of the Java binding: the same shim, called from C in the same process. */
#include <stdint.h>
#include <string.h>

typedef struct {
  const int32_t* words;
  uint8_t text[8192];
} scanner;

/* Scans count texts, the nth from offsets[n] to offsets[n + 1]; returns the number of matches, or a scan's negative error. */
int64_t scan_loop(
    int32_t (*scan)(scanner*, int32_t, int32_t),
    scanner* self,
    const uint8_t* texts,
    const int32_t* offsets,
    int32_t count,
    int32_t spans) {
  int64_t matches = 0;
  for (int32_t i = 0; i < count; i++) {
    int32_t size = offsets[i + 1] - offsets[i];
    memcpy(self->text, texts + offsets[i], (size_t) size);
    int32_t words = scan(self, size, spans);
    if (words < 0) return words;
    for (int32_t at = words == 0 ? 0 : 1 + self->words[0]; at < words; at += 2 + 2 * self->words[at + 1]) matches++;
  }
  return matches;
}
