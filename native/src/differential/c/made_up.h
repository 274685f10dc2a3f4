/* Texts that are made of what a rule source looks for. The same texts in every run. */
#ifndef MADE_UP_H
#define MADE_UP_H

#include <stdint.h>

typedef struct {
  const uint8_t* bytes;
  int32_t size;
} slice;

/* A random number from 0 to limit - 1. */
uint32_t below(uint32_t limit);

/* The whole file, which stays in memory; ends the program if there is none. */
slice read_file(const char* path);

/* Up to 500 bytes, and up to 8,192 once in a hundred times: pieces of the source, changed a little, and other bytes between them. */
slice make_text(uint8_t* room, slice source);

/* A few rules over few letters, with strings of all kinds. They need not compile. */
slice make_rules(uint8_t* room, int32_t size);

/* Up to 80 bytes of the same letters. */
slice make_letters(uint8_t* room);

#endif
