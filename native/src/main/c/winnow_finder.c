#include "winnow_finder.h"

#include "winnow_atoms.h"
#include "winnow_window.h"

#include <stdlib.h>
#include <yara/bitmask.h>
#include <yara/globals.h>
#include <yara/scan.h>

#define SLOTS 65536

/* The candidates of one atom, in lower case, up to those of the next one. */
typedef struct {
  uint32_t last_four;
  uint32_t mask;
  uint32_t first;
} group;

typedef struct {
  winnow_window window;
  winnow_source source;
} candidate;

/* Atoms by their last bytes, which fall into one of 65,536 slots: a bit for each slot that has any, and its groups by the bit's rank. */
typedef struct {
  uint64_t bits[SLOTS / 64];
  uint32_t ranks[SLOTS / 64];
  uint32_t* starts;
  uint32_t slot_count;
  group* groups;
  uint32_t group_count;
  candidate* candidates;
} table;

struct winnow_finder {
  /* By the last three bytes of an atom that has so many, by the last two, the last one, none. */
  table by_bytes[4];
  winnow_atoms atoms;
};

/* The slot of the last bytes before an end, which are in lower case. */
static uint32_t slot_of(const uint8_t* end, uint32_t bytes) {
  uint32_t value = 0;
  for (uint32_t i = 0; i < bytes; i++) value |= (uint32_t) end[(int32_t) i - (int32_t) bytes] << (8 * i);
  return bytes < 3 ? value : (value * 0x9E3779B1u) >> 16;
}

typedef struct {
  uint32_t slot;
  uint32_t atom;
} place;

static int by_place(const void* first, const void* second) {
  const place *a = first, *b = second;
  if (a->slot != b->slot) return a->slot < b->slot ? -1 : 1;
  return a->atom < b->atom ? -1 : a->atom > b->atom;
}

static void add_candidate(table* self, const winnow_atom* a, uint32_t slot, int is_new_slot, int is_new_group, uint32_t index) {
  if (is_new_slot) {
    self->bits[slot / 64] |= (uint64_t) 1 << slot % 64;
    self->starts[self->slot_count++] = self->group_count;
  }
  if (is_new_group) {
    uint8_t lower[YR_MAX_ATOM_LENGTH], mask[YR_MAX_ATOM_LENGTH] = {0xFF, 0xFF, 0xFF, 0xFF};
    for (uint32_t i = 0; i < a->length; i++) lower[i] = yr_lowercase[a->bytes[i]];
    self->groups[self->group_count++] =
        (group){winnow_last_four_of(lower, a->length), winnow_last_four_of(mask, a->length), index};
  }
  self->candidates[index] = (candidate){winnow_window_of(a), a->source};
}

static void fill_table(table* self, const winnow_atom* atoms, uint32_t count, uint32_t bytes, place* places) {
  for (uint32_t i = 0; i < count; i++) {
    uint8_t lower[YR_MAX_ATOM_LENGTH];
    for (uint32_t k = 0; k < atoms[i].length; k++) lower[k] = yr_lowercase[atoms[i].bytes[k]];
    places[i] = (place){slot_of(lower + atoms[i].length, bytes), i};
  }
  qsort(places, count, sizeof *places, by_place);
  for (uint32_t i = 0; i < count; i++) {
    const winnow_atom *a = &atoms[places[i].atom], *previous = i == 0 ? NULL : &atoms[places[i - 1].atom];
    int is_new_slot = previous == NULL || places[i].slot != places[i - 1].slot;
    int is_new_group = is_new_slot || a->length != previous->length || winnow_compare_lower(a, previous) != 0;
    add_candidate(self, a, places[i].slot, is_new_slot, is_new_group, i);
  }
  self->starts[self->slot_count] = self->group_count;
  self->groups[self->group_count].first = count;
  uint32_t rank = 0;
  for (uint32_t word = 0; word < SLOTS / 64; word++) {
    self->ranks[word] = rank;
    rank += (uint32_t) __builtin_popcountll(self->bits[word]);
  }
}

/* Returns 0 when memory is short. */
static int create_table(table* self, const winnow_atom* atoms, uint32_t count, uint32_t bytes) {
  if (count == 0) return 1;
  place* places = malloc(count * sizeof *places);
  self->starts = malloc((count + 1) * sizeof *self->starts);
  self->groups = malloc((count + 1) * sizeof *self->groups);
  self->candidates = malloc(count * sizeof *self->candidates);
  int created = places != NULL && self->starts != NULL && self->groups != NULL && self->candidates != NULL;
  if (created) fill_table(self, atoms, count, bytes, places);
  free(places);
  return created;
}

winnow_finder* winnow_finder_create(const YR_RULES* rules) {
  winnow_finder* self = calloc(1, sizeof *self);
  if (self == NULL) return NULL;
  int created = winnow_atoms_collect(rules, &self->atoms);
  uint32_t from = 0;
  for (int32_t bytes = 3; bytes >= 0 && created; bytes--) {
    uint32_t to = from;
    while (to < self->atoms.count && self->atoms.atoms[to].length >= (uint32_t) bytes) to++;
    created = create_table(&self->by_bytes[bytes], self->atoms.atoms + from, to - from, (uint32_t) bytes);
    from = to;
  }
  free(self->atoms.atoms);
  self->atoms.atoms = NULL;
  if (created) return self;
  winnow_finder_destroy(self);
  return NULL;
}

void winnow_finder_destroy(winnow_finder* self) {
  if (self == NULL) return;
  for (int i = 0; i < 4; i++) {
    free(self->by_bytes[i].starts);
    free(self->by_bytes[i].groups);
    free(self->by_bytes[i].candidates);
  }
  winnow_atoms_free(&self->atoms);
  free(self);
}

typedef struct {
  const winnow_finder* finder;
  YR_SCAN_CONTEXT* context;
  const uint8_t* text;
  uint32_t size;
  uint8_t* lower;
} scan;

static int verify(const scan* self, YR_AC_MATCH* match, uint32_t end) {
  yr_bitmask_set(self->context->visited, match->string->idx);
  return yr_scan_verify_match(self->context, match, self->text, self->size, 0, end - match->backtrack);
}

static int verify_listed(const scan* self, const winnow_source* source, uint32_t mask, uint32_t end) {
  uint32_t last = winnow_last_four(self->text + end) & mask;
  const winnow_listed* first = self->finder->atoms.listed + source->first_listed;
  int result = ERROR_SUCCESS;
  for (const winnow_listed* one = first; one < first + source->listed_count && result == ERROR_SUCCESS; one++)
    if (one->last_four == last && one->match->backtrack <= end) result = verify(self, one->match, end);
  return result;
}

static int fits(const scan* self, const winnow_window* window, uint32_t end) {
  uint64_t bytes;
  memcpy(&bytes, self->lower + end - window->back, sizeof bytes);
  return (bytes & window->mask) == window->value && window->before <= end && window->after <= self->size - end;
}

static int verify_group(const scan* self, const table* from, const group* atom, uint32_t end) {
  int result = ERROR_SUCCESS;
  for (uint32_t i = atom[0].first; i < atom[1].first && result == ERROR_SUCCESS; i++) {
    const winnow_window* window = &from->candidates[i].window;
    if (!fits(self, window, end)) continue;
    const winnow_source* source = &from->candidates[i].source;
    result = window->letters == WINNOW_ANY_CASE ? verify(self, source->match, end) : verify_listed(self, source, atom->mask, end);
  }
  return result;
}

/* Verifies the strings that have an atom of a table before an end. */
static inline int verify_at(const scan* self, uint32_t bytes, uint32_t end) {
  const table* from = &self->finder->by_bytes[bytes];
  if (from->slot_count == 0 || end < bytes) return ERROR_SUCCESS;
  uint32_t slot = slot_of(self->lower + end, bytes);
  uint64_t word = from->bits[slot / 64];
  if ((word >> slot % 64 & 1) == 0) return ERROR_SUCCESS;
  uint32_t rank = from->ranks[slot / 64] + (uint32_t) __builtin_popcountll(word & (((uint64_t) 1 << slot % 64) - 1));
  uint32_t last = winnow_last_four(self->lower + end);
  const group *first = from->groups + from->starts[rank], *stop = from->groups + from->starts[rank + 1];
  int result = ERROR_SUCCESS;
  for (const group* atom = first; atom < stop && result == ERROR_SUCCESS; atom++)
    if ((last & atom->mask) == atom->last_four) result = verify_group(self, from, atom, end);
  return result;
}

int winnow_finder_scan(const winnow_finder* finder, YR_SCAN_CONTEXT* context, const uint8_t* text, uint32_t size, uint8_t* room) {
  scan self = {.finder = finder, .context = context, .text = text, .size = size, .lower = room + WINNOW_MARGIN};
  for (uint32_t i = 0; i < size; i++) self.lower[i] = yr_lowercase[text[i]];
  int result = ERROR_SUCCESS;
  for (uint32_t end = 0; end <= size && result == ERROR_SUCCESS; end++) {
    result = verify_at(&self, 3, end);
    if (result == ERROR_SUCCESS) result = verify_at(&self, 2, end);
    if (result == ERROR_SUCCESS) result = verify_at(&self, 1, end);
    if (result == ERROR_SUCCESS) result = verify_at(&self, 0, end);
  }
  return result;
}
