/* What is known of the text around an atom if its string matches there. */
#ifndef WINNOW_WINDOW_H
#define WINNOW_WINDOW_H

#include "winnow_atoms.h"

/* The bytes of a window. */
#define WINNOW_WINDOW 8

typedef struct {
  /* The bytes that are known, in lower case, and 0xFF for each of them; 0 for the others. */
  uint64_t value;
  uint64_t mask;
  /* Bytes that the text has before the end of the atom, and after it. */
  uint16_t before;
  uint16_t after;
  /* The window begins so many bytes before the end of the atom. */
  uint8_t back;
  /* A winnow_case. */
  uint8_t letters;
} winnow_window;

/* Of a listed atom nothing is said. */
winnow_window winnow_window_of(const winnow_atom* atom);

#endif
