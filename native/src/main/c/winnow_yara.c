#include "winnow_regex.h"
#include "winnow_rules.h"

#include <stdlib.h>
#include <time.h>
#include <yara/bitmask.h>
#include <yara/exec.h>
#include <yara/notebook.h>
#include <yara/rules.h>

/*
 * A unit of fuel is a step of a regex or an instruction of a condition: 2 to 10 ns. The clock is read and fuel charged once a slice.
 * A rule may use RULE_FUEL on a text, and an eighth of it for a while after it ran out. All rules together may use twice that; each
 * time it is gone, the rules that used most of it go too.
 */
#define SLICE 16384
#define RULE_FUEL (700 * SLICE)
#define WARY_FACTOR 8
#define WARY_SCANS 256
/* A page for so many of libyara's matches is small enough to be allocated without a search. */
#define MATCHES_AT_ONCE 14

/* The cost of a rule so far. */
typedef struct {
  uint64_t scan;
  uint64_t wary_until;
  int64_t used;
} account;

typedef struct {
  winnow_scanner open;
  int32_t* words;
  int64_t size;
  int64_t capacity;
  int out_of_memory;
  int32_t max_spans;
  YR_SCANNER* yara;
  const winnow_finder* finder;
  uint8_t lower[WINNOW_MAX_TEXT + 2 * WINNOW_MARGIN];
  uint64_t timeout;
  /* The thread's processor time when the first slice of this scan was used up; 0 before. */
  uint64_t started;
  int timed_out;
  uint64_t scans;
  int64_t used;
  int64_t rule_fuel;
  account* accounts;
  YR_OBJECT* externals[WINNOW_MAX_VARIABLES];
  int32_t external_count;
  int32_t* skipped;
  int32_t skipped_count;
  int last_error;
  /* Rules outside [from, to) are left out too. */
  uint32_t from;
  uint32_t to;
} scan_state;

static void push(scan_state* self, int32_t word) {
  if (self->size == self->capacity) {
    int64_t capacity = self->capacity * 2 + 64;
    int32_t* grown = realloc(self->words, (size_t) capacity * sizeof *grown);
    if (grown == NULL) {
      self->out_of_memory = 1;
      return;
    }
    self->words = grown;
    self->capacity = capacity;
  }
  self->words[self->size++] = word;
}

static void push_spans(scan_state* self, YR_RULE* rule) {
  int64_t place = self->size;
  push(self, 0);
  int32_t count = 0;
  YR_STRING* string;
  YR_MATCH* match;
  yr_rule_strings_foreach(rule, string) {
    int32_t room = self->max_spans;
    yr_string_matches_foreach(self->yara, string, match) {
      if (room-- <= 0) break;
      push(self, (int32_t) (match->base + match->offset));
      push(self, match->match_length);
      count++;
    }
  }
  if (!self->out_of_memory) self->words[place] = count;
}

/*
 * Leaves a rule out of the rest of the scan under way, for this scanner alone: its strings are not looked for, its condition is not
 * evaluated, it is false for the rules that refer to it. (yr_rule_disable writes to the shared rules and, in 4.5.8, still runs
 * the rule's regexes.)
 */
static void leave_out(YR_SCANNER* yara, uint32_t index) {
  YR_RULE* rule = &yara->rules->rules_table[index];
  YR_STRING* string;
  yr_bitmask_clear(yara->required_eval, index);
  yr_rule_strings_foreach(rule, string) yr_bitmask_set(yara->strings_temp_disabled, string->idx);
}

static int is_skipped(scan_state* self, uint32_t rule) {
  for (int32_t i = 0; i < self->skipped_count; i++)
    if ((uint32_t) self->skipped[i] == rule) return 1;
  return 0;
}

static void skip(scan_state* self, uint32_t rule, int error) {
  if (is_skipped(self, rule)) return;
  leave_out(self->yara, rule);
  self->skipped[self->skipped_count++] = (int32_t) rule;
  self->last_error = error;
}

static uint64_t processor_time(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (uint64_t) now.tv_sec * 1000000000u + (uint64_t) now.tv_nsec;
}

static account* account_of(scan_state* self, uint32_t rule) {
  account* its = &self->accounts[rule];
  if (its->scan != self->scans) {
    its->scan = self->scans;
    its->used = 0;
  }
  return its;
}

/* The last rule is not put aside for its cost: there is no rest to judge by, so it may use the whole timeout. */
static void run_out(scan_state* self, uint32_t rule) {
  if ((uint32_t) self->skipped_count + 1 >= self->yara->rules->num_rules) return;
  self->accounts[rule].wary_until = self->scans + WARY_SCANS;
  skip(self, rule, ERROR_SCAN_TIMEOUT);
}

/* The more often all fuel is gone, the less a rule may have used: three times at most until nearly nothing is allowed. */
static int64_t fuel_of_rule(scan_state* self, account* its) {
  int64_t fuel = self->scans < its->wary_until ? self->rule_fuel / WARY_FACTOR : self->rule_fuel;
  int64_t rounds = self->used / (2 * self->rule_fuel);
  return rounds == 0 ? fuel : fuel >> (rounds > 5 ? 20 : 4 * rounds);
}

/* Called by libyara when the fuel is used up, with the rule it works for. */
static int refuel(YR_SCAN_CONTEXT* yara) {
  scan_state* self = yara->user_data;
  int64_t used = SLICE - yara->fuel, rounds = self->used / (2 * self->rule_fuel);
  yara->fuel = SLICE;
  self->used += used;
  account* its = account_of(self, yara->fuel_rule);
  its->used += used;

  uint64_t now = processor_time();
  if (self->started == 0) self->started = now;
  if (self->timeout > 0 && now - self->started > self->timeout) {
    self->timed_out = 1;
    return ERROR_SCAN_TIMEOUT;
  }
  if (self->used / (2 * self->rule_fuel) > rounds)
    for (uint32_t i = 0; i < yara->rules->num_rules; i++)
      if (self->accounts[i].scan == self->scans && self->accounts[i].used > fuel_of_rule(self, &self->accounts[i])) run_out(self, i);
  if (its->used > fuel_of_rule(self, its)) run_out(self, yara->fuel_rule);
  return is_skipped(self, yara->fuel_rule) ? ERROR_SCAN_TIMEOUT : ERROR_SUCCESS;
}

/* Called by libyara when a rule failed; success if the scan can go on without it. */
static int excuse(YR_SCAN_CONTEXT* yara, int error) {
  scan_state* self = yara->user_data;
  int its_fault = error == ERROR_TOO_MANY_RE_FIBERS || error == ERROR_EXEC_STACK_OVERFLOW || error == ERROR_SCAN_TIMEOUT;
  if (!its_fault || self->timed_out) return error;
  skip(self, yara->fuel_rule, error);
  return ERROR_SUCCESS;
}

/* Called by libyara when a string has too many matches. */
static int on_event(YR_SCAN_CONTEXT* context, int message, void* data, void* user_data) {
  (void) context;
  if (message != CALLBACK_MSG_TOO_MANY_MATCHES) return CALLBACK_CONTINUE;
  skip(user_data, ((YR_STRING*) data)->rule_idx, ERROR_TOO_MANY_MATCHES);
  return CALLBACK_CONTINUE;
}

/* The text as libyara's conditions read it, as one block. */
typedef struct {
  YR_MEMORY_BLOCK_ITERATOR iterator;
  YR_MEMORY_BLOCK block;
} text_block;

static YR_MEMORY_BLOCK* first_block(YR_MEMORY_BLOCK_ITERATOR* iterator) { return &((text_block*) iterator)->block; }

static YR_MEMORY_BLOCK* next_block(YR_MEMORY_BLOCK_ITERATOR* iterator) {
  (void) iterator;
  return NULL;
}

static uint64_t text_size(YR_MEMORY_BLOCK_ITERATOR* iterator) { return ((text_block*) iterator)->block.size; }

static const uint8_t* text_bytes(YR_MEMORY_BLOCK* block) { return block->context; }

/* Calls each(self, index) for each bit of a bitmask of count bits. */
static void for_each_bit(scan_state* self, const YR_BITMASK* mask, uint32_t count, void (*each)(scan_state*, uint32_t)) {
  for (uint32_t slot = 0; slot < YR_BITMASK_SIZE(count); slot++)
    for (YR_BITMASK bits = mask[slot]; bits != 0; bits &= bits - 1)
      each(self, slot * (uint32_t) YR_BITMASK_SLOT_BITS + (uint32_t) __builtin_ctzl(bits));
}

static void push_rule(scan_state* self, uint32_t index) {
  YR_RULE* rule = &self->yara->rules->rules_table[index];
  if (RULE_IS_PRIVATE(rule) || yr_bitmask_is_set(self->yara->ns_unsatisfied_flags, rule->ns->idx)) return;
  push(self, (int32_t) index);
  push_spans(self, rule);
}

static void forget_matches(scan_state* self, uint32_t string) {
  memset(&self->yara->matches[string], 0, sizeof *self->yara->matches);
  memset(&self->yara->unconfirmed_matches[string], 0, sizeof *self->yara->unconfirmed_matches);
}

/* Undoes what a scan leaves in libyara's scanner. */
static void reset(scan_state* self) {
  YR_SCANNER* yara = self->yara;
  size_t rules = YR_BITMASK_SIZE(yara->rules->num_rules), strings = YR_BITMASK_SIZE(yara->rules->num_strings);
  for_each_bit(self, self->yara->visited, yara->rules->num_strings, forget_matches);
  memset(yara->visited, 0, strings * sizeof(YR_BITMASK));
  memset(yara->strings_temp_disabled, 0, strings * sizeof(YR_BITMASK));
  memset(yara->rule_matches_flags, 0, rules * sizeof(YR_BITMASK));
  memset(yara->ns_unsatisfied_flags, 0, YR_BITMASK_SIZE(yara->rules->num_namespaces) * sizeof(YR_BITMASK));
  yr_notebook_destroy(yara->matches_notebook);
  yara->matches_notebook = NULL;
}

/* yr_scanner_scan_mem_blocks with a finder in place of the automaton, and a reset of what was used only. */
static int scan_text(scan_state* self, uint32_t size) {
  YR_SCANNER* yara = self->yara;
  text_block text = {
      .iterator = {.first = first_block, .next = next_block, .file_size = text_size, .last_error = ERROR_SUCCESS},
      .block = {.size = size, .base = 0, .context = self->open.text, .fetch_data = text_bytes}};
  yara->iterator = &text.iterator;
  yara->file_size = size;
  int result = yr_notebook_create(MATCHES_AT_ONCE * sizeof(YR_MATCH), &yara->matches_notebook);
  if (result != ERROR_SUCCESS) return result;
  memcpy(
      yara->required_eval, yara->rules->no_required_strings, sizeof(YR_BITMASK) * YR_BITMASK_SIZE(yara->rules->num_rules));
  for (uint32_t i = 0; i < self->from; i++) leave_out(yara, i);
  for (uint32_t i = self->to; i < yara->rules->num_rules; i++) leave_out(yara, i);

  result = winnow_finder_scan(self->finder, yara, self->open.text, size, self->lower);
  if (result == ERROR_SUCCESS) result = yr_execute_code(yara);
  if (result == ERROR_SUCCESS) for_each_bit(self, yara->rule_matches_flags, yara->rules->num_rules, push_rule);
  reset(self);
  return result;
}

static int scan_once(scan_state* self, int32_t size) {
  self->size = 0;
  self->skipped_count = 0;
  self->started = 0;
  self->timed_out = 0;
  self->used = 0;
  self->scans++;
  self->yara->fuel = SLICE;
  int result = scan_text(self, (uint32_t) size);
  return self->out_of_memory ? ERROR_INSUFFICIENT_MEMORY : result;
}

/* Which rules are skipped is known at the end of a scan; the caller expects them before the matches. */
static void put_skipped_first(scan_state* self) {
  int64_t matches = self->size, head = self->skipped_count + 1;
  for (int64_t i = 0; i < head; i++) push(self, 0);
  if (self->out_of_memory) return;
  memmove(self->words + head, self->words, (size_t) matches * sizeof *self->words);
  self->words[0] = self->skipped_count;
  for (int32_t i = 0; i < self->skipped_count; i++) self->words[1 + i] = self->skipped[i];
}

WINNOW_API int32_t winnow_scanner_scan(winnow_scanner* scanner, int32_t size, int32_t max_spans) {
  if (size < 0 || size > WINNOW_MAX_TEXT) return -ERROR_INVALID_ARGUMENT;
  scan_state* self = (scan_state*) scanner;
  self->max_spans = max_spans;
  self->out_of_memory = 0;

  int result = scan_once(self, size);
  if (result != ERROR_SUCCESS) return -result;
  if ((uint32_t) self->skipped_count == self->yara->rules->num_rules && self->skipped_count > 0) return -self->last_error;
  if (self->size == 0 && self->skipped_count == 0) return 0;
  put_skipped_first(self);
  if (self->out_of_memory) return -ERROR_INSUFFICIENT_MEMORY;
  scanner->words = self->words;
  return (int32_t) self->size;
}

WINNOW_API int32_t winnow_scanner_define(winnow_scanner* scanner, int32_t external, int32_t size) {
  scan_state* self = (scan_state*) scanner;
  if (external < 0 || external >= self->external_count || size < 0 || size > WINNOW_MAX_TEXT) return ERROR_INVALID_ARGUMENT;
  if (self->externals[external]->type != OBJECT_TYPE_STRING) return ERROR_INVALID_EXTERNAL_VARIABLE_TYPE;
  return yr_object_set_string((const char*) scanner->text, (size_t) size, self->externals[external], NULL);
}

WINNOW_API int32_t winnow_scanner_define_number(winnow_scanner* scanner, int32_t external, int64_t value) {
  scan_state* self = (scan_state*) scanner;
  if (external < 0 || external >= self->external_count) return ERROR_INVALID_ARGUMENT;
  if (self->externals[external]->type != OBJECT_TYPE_INTEGER) return ERROR_INVALID_EXTERNAL_VARIABLE_TYPE;
  return yr_object_set_integer(value, self->externals[external], NULL);
}

/* In the order in which they were declared. */
static void find_externals(scan_state* self) {
  YR_EXTERNAL_VARIABLE* variable = self->yara->rules->ext_vars_table;
  while (variable != NULL && !EXTERNAL_VARIABLE_IS_NULL(variable) && self->external_count < WINNOW_MAX_VARIABLES) {
    self->externals[self->external_count++] =
        yr_hash_table_lookup(self->yara->objects_table, variable->identifier, NULL);
    variable++;
  }
}

static void free_state(scan_state* self) {
  free(self->words);
  free(self->skipped);
  free(self->accounts);
  free(self);
}

WINNOW_API int32_t winnow_scanner_create(winnow_rules* rules, int64_t timeout, winnow_scanner** scanner) {
  *scanner = NULL;
  scan_state* self = calloc(1, sizeof *self);
  if (self == NULL) return ERROR_INSUFFICIENT_MEMORY;
  YR_RULES* yara = rules->yara;
  self->finder = rules->finder;
  self->skipped = calloc(yara->num_rules + 1, sizeof *self->skipped);
  self->accounts = calloc(yara->num_rules + 1, sizeof *self->accounts);
  YR_BITMASK* visited = calloc(YR_BITMASK_SIZE(yara->num_strings), sizeof *visited);
  int result = self->skipped == NULL || self->accounts == NULL || visited == NULL ? ERROR_INSUFFICIENT_MEMORY
                                                                                 : yr_scanner_create(yara, &self->yara);
  if (result != ERROR_SUCCESS) {
    free(visited);
    free_state(self);
    return result;
  }
  self->yara->visited = visited;
  self->yara->conditions = rules->conditions;
  self->yara->run_regex = winnow_run_regex;
  self->yara->refuel = refuel;
  self->yara->excuse = excuse;
  self->rule_fuel = RULE_FUEL;
  find_externals(self);
  yr_scanner_set_callback(self->yara, on_event, self);
  /* Without NO_TRYCATCH libyara swaps the process's signal handlers on every scan, which the JVM needs for itself. */
  yr_scanner_set_flags(self->yara, SCAN_FLAGS_NO_TRYCATCH | SCAN_FLAGS_REPORT_RULES_MATCHING);
  self->timeout = (uint64_t) timeout;
  self->to = UINT32_MAX;
  *scanner = &self->open;
  winnow_count_handles(1);
  return ERROR_SUCCESS;
}

WINNOW_API void winnow_scanner_destroy(winnow_scanner* scanner) {
  scan_state* self = (scan_state*) scanner;
  free(self->yara->visited);
  yr_scanner_destroy(self->yara);
  free_state(self);
  winnow_count_handles(-1);
}
