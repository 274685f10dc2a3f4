#include "winnow_atoms.h"

#include <stdlib.h>
#include <yara/ahocorasick.h>
#include <yara/globals.h>

typedef struct {
  const YR_RULES* rules;
  winnow_atom* atoms;
  uint32_t count;
  uint32_t capacity;
  int failed;
} collection;

/* The automaton's state after bytes, from the root and without failure links; the root if there is none. */
static uint32_t state_after(const YR_RULES* rules, const uint8_t* bytes, uint32_t length) {
  uint32_t state = YR_AC_ROOT_STATE;
  for (uint32_t i = 0; i < length; i++) {
    YR_AC_TRANSITION transition = rules->ac_transition_table[state + bytes[i] + 1];
    if (YR_AC_INVALID_TRANSITION(transition, (uint32_t) bytes[i] + 1)) return YR_AC_ROOT_STATE;
    state = YR_AC_NEXT_STATE(transition);
  }
  return state;
}

static YR_AC_MATCH* matches_of(const YR_RULES* rules, uint32_t state) {
  uint32_t index = rules->ac_match_table[state];
  return index == 0 ? NULL : &rules->ac_match_pool[index - 1];
}

static void add_atom(collection* self, const uint8_t* bytes, uint32_t length, YR_AC_MATCH* match) {
  if (self->count == self->capacity) {
    uint32_t capacity = self->capacity * 2 + 256;
    winnow_atom* grown = realloc(self->atoms, capacity * sizeof *grown);
    if (grown == NULL) {
      self->failed = 1;
      return;
    }
    self->atoms = grown;
    self->capacity = capacity;
  }
  winnow_atom* added = &self->atoms[self->count++];
  *added = (winnow_atom){.length = length, .source = {.match = match}};
  memcpy(added->bytes, bytes, length);
}

/* A state's list begins with its own matches and goes on with those of its failure state: the longest suffix that is a state, too. */
static YR_AC_MATCH* inherited_matches(const YR_RULES* rules, const uint8_t* bytes, uint32_t length) {
  if (length == 0) return NULL;
  uint32_t suffix = 1;
  while (suffix < length && state_after(rules, bytes + suffix, length - suffix) == YR_AC_ROOT_STATE) suffix++;
  return matches_of(rules, state_after(rules, bytes + suffix, length - suffix));
}

/* Adds the atoms that begin with some bytes, which lead to a state. */
static void collect_from(collection* self, uint32_t state, uint8_t* bytes, uint32_t length) {
  YR_AC_MATCH* inherited = inherited_matches(self->rules, bytes, length);
  for (YR_AC_MATCH* match = matches_of(self->rules, state); match != inherited && match != NULL && !self->failed; match = match->next)
    add_atom(self, bytes, length, match);
  if (length == YR_MAX_ATOM_LENGTH) return;
  for (uint32_t byte = 0; byte < 256 && !self->failed; byte++) {
    YR_AC_TRANSITION transition = self->rules->ac_transition_table[state + byte + 1];
    if (YR_AC_INVALID_TRANSITION(transition, byte + 1)) continue;
    bytes[length] = (uint8_t) byte;
    collect_from(self, YR_AC_NEXT_STATE(transition), bytes, length + 1);
  }
}

static int compare_pointers(const void* a, const void* b) { return a < b ? -1 : a > b; }

int winnow_compare_lower(const winnow_atom* a, const winnow_atom* b) {
  for (uint32_t i = 0; i < a->length; i++) {
    int order = yr_lowercase[a->bytes[i]] - yr_lowercase[b->bytes[i]];
    if (order != 0) return order;
  }
  return 0;
}

/* 0 if two atoms are one string's and differ at most in the case of letters. */
static int compare_letters(const winnow_atom* a, const winnow_atom* b) {
  int order = compare_pointers(a->source.match->string, b->source.match->string);
  if (order == 0) order = (a->length > b->length) - (a->length < b->length);
  return order != 0 ? order : winnow_compare_lower(a, b);
}

/* The automaton's lists have the matches of a length in the order in which their addresses fall. */
static int compare_order(const winnow_atom* a, const winnow_atom* b) { return compare_pointers(b->source.match, a->source.match); }

static int by_string(const void* a, const void* b) {
  int order = compare_letters(a, b);
  return order != 0 ? order : compare_order(a, b);
}

static int by_bytes(const void* first, const void* second) {
  const winnow_atom *a = first, *b = second;
  if (a->length != b->length) return a->length > b->length ? -1 : 1;
  int order = winnow_compare_lower(a, b);
  return order != 0 ? order : compare_order(a, b);
}

static int is_letter(uint8_t byte) { return yr_altercase[byte] != byte; }

static int is_same_match(const YR_AC_MATCH* a, const YR_AC_MATCH* b) {
  return a->backtrack == b->backtrack && a->forward_code == b->forward_code && a->backward_code == b->backward_code;
}

/* Whether atoms of the same letters are one atom in every case of its letters. */
static int is_every_case(const winnow_atom* first, uint32_t count) {
  uint32_t letters = 0, seen = 0;
  for (uint32_t i = 0; i < first->length; i++) letters += (uint32_t) is_letter(first->bytes[i]);
  if (count != 1u << letters) return 0;
  for (const winnow_atom* one = first; one < first + count; one++) {
    uint32_t changed = 0, letter = 0;
    for (uint32_t i = 0; i < first->length; i++)
      if (is_letter(first->bytes[i])) changed |= (uint32_t) (one->bytes[i] != first->bytes[i]) << letter++;
    if (!is_same_match(one->source.match, first->source.match) || seen >> changed & 1) return 0;
    seen |= 1u << changed;
  }
  return 1;
}

static void list_matches(winnow_atoms* out, winnow_atom* kept, const winnow_atom* first, uint32_t count) {
  kept->source.first_listed = out->listed_count;
  kept->source.listed_count = count;
  for (const winnow_atom* one = first; one < first + count; one++)
    out->listed[out->listed_count++] = (winnow_listed){winnow_last_four_of(one->bytes, one->length), one->source.match};
}

/*
 * Keeps one of a string's atoms that differ in nothing but the case of letters. Where the string has several matches for them, their order
 * differs with the case, and it decides which of two matches at one place stays: so they are listed, case by case.
 */
static void merge_cases(winnow_atoms* out) {
  qsort(out->atoms, out->count, sizeof *out->atoms, by_string);
  uint32_t kept = 0;
  for (uint32_t from = 0, to; from < out->count; from = to) {
    const winnow_atom* first = &out->atoms[from];
    for (to = from + 1; to < out->count && compare_letters(first, &out->atoms[to]) == 0;) to++;
    winnow_atom one = *first;
    one.letters = is_every_case(first, to - from) ? WINNOW_ANY_CASE : to - from == 1 ? WINNOW_EXACT : WINNOW_LISTED;
    if (one.letters != WINNOW_ANY_CASE) list_matches(out, &one, first, to - from);
    out->atoms[kept++] = one;
  }
  out->count = kept;
}

int winnow_atoms_collect(const YR_RULES* rules, winnow_atoms* out) {
  collection all = {.rules = rules};
  uint8_t bytes[YR_MAX_ATOM_LENGTH];
  collect_from(&all, YR_AC_ROOT_STATE, bytes, 0);
  *out = (winnow_atoms){.atoms = all.atoms, .count = all.count, .listed = calloc(all.count + 1, sizeof *out->listed)};
  if (all.failed || out->listed == NULL) {
    winnow_atoms_free(out);
    return 0;
  }
  if (all.count == 0) return 1;
  merge_cases(out);
  qsort(out->atoms, out->count, sizeof *out->atoms, by_bytes);
  return 1;
}

void winnow_atoms_free(winnow_atoms* self) {
  free(self->atoms);
  free(self->listed);
  *self = (winnow_atoms){0};
}
