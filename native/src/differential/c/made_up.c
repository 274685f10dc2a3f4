#include "made_up.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SHORT 500
#define LONG 8192

static uint64_t state = 88172645463325252u;

uint32_t below(uint32_t limit) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (uint32_t) (state >> 11) % limit;
}

slice read_file(const char* path) {
  FILE* file = fopen(path, "rb");
  if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
    fprintf(stderr, "differential: %s cannot be read\n", path);
    exit(2);
  }
  long size = ftell(file);
  uint8_t* bytes = malloc((size_t) size + 1);
  rewind(file);
  if (bytes == NULL || fread(bytes, 1, (size_t) size, file) != (size_t) size) exit(2);
  fclose(file);
  return (slice){bytes, (int32_t) size};
}

/* Where a word of a pattern ends. */
static int is_edge(uint8_t byte) { return byte == '|' || byte == '(' || byte == ')' || byte == '"' || byte == '/' || byte == '\n'; }

/* A word between two edges, or a few bytes from anywhere. */
static slice take_piece(slice source) {
  int32_t from = (int32_t) below((uint32_t) source.size);
  if (below(4) == 0) {
    int32_t size = 1 + (int32_t) below(12);
    return (slice){source.bytes + from, size < source.size - from ? size : source.size - from};
  }
  while (from > 0 && !is_edge(source.bytes[from - 1])) from--;
  int32_t to = from;
  while (to < source.size && to - from < 60 && !is_edge(source.bytes[to])) to++;
  return (slice){source.bytes + from, to - from};
}

static uint8_t change_byte(uint8_t byte) {
  switch (below(60)) {
    case 0:
      return (uint8_t) below(256);
    case 1:
      return (uint8_t) ('0' + below(10));
    case 2:
    case 3:
    case 4:
      return (uint8_t) (isupper(byte) ? tolower(byte) : toupper(byte));
    default:
      return byte;
  }
}

slice make_text(uint8_t* room, slice source) {
  static const char between[] = "    .,!?-/:\n01";
  int32_t size = 0, end = (int32_t) below(below(100) == 0 ? LONG : SHORT);
  int wide = below(20) == 0, capitals = below(12) == 0;
  while (size < end) {
    slice piece = take_piece(source);
    for (int32_t i = 0; i < piece.size && size < end; i++) {
      room[size++] = capitals ? (uint8_t) toupper(piece.bytes[i]) : change_byte(piece.bytes[i]);
      if (wide && size < end) room[size++] = 0;
    }
    if (size < end && below(8) != 0) room[size++] = (uint8_t) between[below(sizeof between - 1)];
  }
  return (slice){room, size};
}
