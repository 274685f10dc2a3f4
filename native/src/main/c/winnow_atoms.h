/* The atoms of a rule set: the up to four bytes by which libyara's automaton finds each string, read back from the automaton. */
#ifndef WINNOW_ATOMS_H
#define WINNOW_ATOMS_H

#include <stdint.h>
#include <string.h>
#include <yara.h>
#include <yara/limits.h>

typedef enum {
  /* The atom stands for itself in every case of its letters, with one match. */
  WINNOW_ANY_CASE,
  /* The atom stands for its very bytes, with one match, which is listed. */
  WINNOW_EXACT,
  /* The atom stands for itself in several cases of its letters, and its matches are listed. */
  WINNOW_LISTED
} winnow_case;

/* A match of an atom in one case of its letters. */
typedef struct {
  uint32_t last_four;
  YR_AC_MATCH* match;
} winnow_listed;

/* What an atom stands for: a match, or a range of the listed ones. */
typedef struct {
  YR_AC_MATCH* match;
  uint32_t first_listed;
  uint32_t listed_count;
} winnow_source;

typedef struct {
  uint8_t bytes[YR_MAX_ATOM_LENGTH];
  uint32_t length;
  winnow_case letters;
  winnow_source source;
} winnow_atom;

typedef struct {
  /* Long atoms first, equal ones together, each string's in the order in which libyara's automaton has them. */
  winnow_atom* atoms;
  uint32_t count;
  winnow_listed* listed;
  uint32_t listed_count;
} winnow_atoms;

/* Returns 0 when memory is short. */
int winnow_atoms_collect(const YR_RULES* rules, winnow_atoms* out);

void winnow_atoms_free(winnow_atoms* atoms);

/* Compares two atoms of one length in lower case. */
int winnow_compare_lower(const winnow_atom* a, const winnow_atom* b);

/* The four bytes before an end, in the order of the machine. */
static inline uint32_t winnow_last_four(const uint8_t* end) {
  uint32_t value;
  memcpy(&value, end - 4, sizeof value);
  return value;
}

/* The same of up to four bytes, with zeros before them. */
static inline uint32_t winnow_last_four_of(const uint8_t* bytes, uint32_t length) {
  uint8_t four[4] = {0};
  memcpy(four + 4 - length, bytes, length);
  return winnow_last_four(four + 4);
}

#endif
