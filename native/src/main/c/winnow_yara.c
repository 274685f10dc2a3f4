#include "winnow_yara.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <yara.h>
#include <yara/bitmask.h>
#include <yara/rules.h>

static int64_t live_handles;

static void count_handles(int64_t change) { __atomic_add_fetch(&live_handles, change, __ATOMIC_RELAXED); }

WINNOW_API int64_t winnow_live_handles(void) { return __atomic_load_n(&live_handles, __ATOMIC_RELAXED); }

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int initialized = ERROR_INTERNAL_FATAL_ERROR;

static void initialize(void) {
  initialized = yr_initialize();
  /* Offset and length of a match are enough; a small stack keeps every scan's malloc below any mmap threshold. */
  if (initialized == ERROR_SUCCESS) initialized = yr_set_configuration_uint32(YR_CONFIG_MAX_MATCH_DATA, 0);
  if (initialized == ERROR_SUCCESS) initialized = yr_set_configuration_uint32(YR_CONFIG_STACK_SIZE, 4096);
}

WINNOW_API int32_t winnow_initialize(void) {
  pthread_once(&once, initialize);
  return initialized;
}

typedef struct {
  uint8_t* bytes;
  int64_t size;
  int64_t capacity;
  int failed;
} buffer;

static void put(buffer* out, const void* bytes, int64_t size) {
  if (out->failed) return;
  if (out->size + size > out->capacity) {
    int64_t capacity = (out->size + size) * 2 + 256;
    uint8_t* grown = realloc(out->bytes, (size_t) capacity);
    if (grown == NULL) {
      out->failed = 1;
      return;
    }
    out->bytes = grown;
    out->capacity = capacity;
  }
  if (size > 0) memcpy(out->bytes + out->size, bytes, (size_t) size);
  out->size += size;
}

static void put_int(buffer* out, int32_t value) { put(out, &value, sizeof value); }

static void put_string(buffer* out, const char* text) {
  int32_t size = text == NULL ? 0 : (int32_t) strlen(text);
  put_int(out, size);
  put(out, text, size);
}

/* Reserves an int32 for a value that is known later; returns its place. */
static int64_t put_later(buffer* out) {
  int64_t place = out->size;
  put_int(out, 0);
  return place;
}

static void put_at(buffer* out, int64_t place, int32_t value) {
  if (!out->failed) memcpy(out->bytes + place, &value, sizeof value);
}

typedef struct {
  buffer* report;
  YR_COMPILER* compiler;
  int32_t source;
  int32_t messages;
} compilation;

static void on_message(
    int level, const char* file, int line, const YR_RULE* rule, const char* message, void* user_data) {
  compilation* self = user_data;
  (void) file;
  self->messages++;
  put_int(self->report, self->source);
  put_int(self->report, level);
  put_int(self->report, level == YARA_ERROR_LEVEL_ERROR ? self->compiler->last_error : 0);
  put_int(self->report, line);
  put_string(self->report, rule == NULL ? NULL : rule->identifier);
  put_string(self->report, message);
}

static void describe_rule(buffer* out, YR_RULE* rule) {
  put_int(out, (RULE_IS_PRIVATE(rule) ? 1 : 0) | (RULE_IS_GLOBAL(rule) ? 2 : 0));
  put_string(out, rule->ns->name);
  put_string(out, rule->identifier);

  int64_t place = put_later(out);
  int32_t count = 0;
  const char* tag;
  yr_rule_tags_foreach(rule, tag) {
    put_string(out, tag);
    count++;
  }
  put_at(out, place, count);

  place = put_later(out);
  count = 0;
  YR_META* meta;
  yr_rule_metas_foreach(rule, meta) {
    put_string(out, meta->identifier);
    put_int(out, meta->type);
    put(out, &meta->integer, sizeof meta->integer);
    put_string(out, meta->type == META_TYPE_STRING ? meta->string : NULL);
    count++;
  }
  put_at(out, place, count);
}

static void describe_rules(buffer* out, YR_RULES* rules) {
  put_int(out, (int32_t) rules->num_rules);
  YR_RULE* rule;
  yr_rules_foreach(rules, rule) describe_rule(out, rule);
}

static int32_t take_int(const uint8_t** in) {
  int32_t value;
  memcpy(&value, *in, sizeof value);
  *in += sizeof value;
  return value;
}

static int add_sources(compilation* self, const uint8_t* in, const uint8_t* end) {
  for (; in < end; self->source++) {
    int32_t name_size = take_int(&in);
    const char* name = (const char*) in;
    in += name_size + 1;
    int32_t text_size = take_int(&in);
    if (yr_compiler_add_bytes(self->compiler, in, (size_t) text_size, name) != 0)
      return self->compiler->last_error == ERROR_SUCCESS ? ERROR_INTERNAL_FATAL_ERROR : self->compiler->last_error;
    in += text_size;
  }
  return ERROR_SUCCESS;
}

/* Declares the variables at the start of the input, which then begins after them. */
static int declare_variables(YR_COMPILER* compiler, const uint8_t** in) {
  int32_t count = take_int(in);
  if (count < 0 || count > WINNOW_MAX_VARIABLES) return ERROR_INVALID_ARGUMENT;
  int result = ERROR_SUCCESS;
  for (int32_t i = 0; i < count && result == ERROR_SUCCESS; i++) {
    int32_t type = take_int(in), size = take_int(in);
    const char* name = (const char*) *in;
    *in += size + 1;
    if (type == 0)
      result = yr_compiler_define_string_variable(compiler, name, "");
    else if (type == 1)
      result = yr_compiler_define_integer_variable(compiler, name, 0);
    else
      result = yr_compiler_define_boolean_variable(compiler, name, 0);
  }
  return result;
}

static int compile(YR_COMPILER* compiler, const uint8_t* sources, int64_t size, YR_RULES** rules, buffer* report) {
  compilation self = {.report = report, .compiler = compiler};
  int64_t messages = put_later(report);
  yr_compiler_set_callback(compiler, on_message, &self);
  yr_compiler_set_include_callback(compiler, NULL, NULL, NULL);

  const uint8_t* in = sources;
  int result = declare_variables(compiler, &in);
  if (result == ERROR_SUCCESS) result = add_sources(&self, in, sources + size);
  if (result == ERROR_SUCCESS) result = yr_compiler_get_rules(compiler, rules);

  put_at(report, messages, self.messages);
  if (result == ERROR_SUCCESS)
    describe_rules(report, *rules);
  else
    put_int(report, 0);
  return result;
}

WINNOW_API int32_t winnow_compile(
    const uint8_t* sources, int64_t size, winnow_rules** rules, uint8_t** report, int64_t* report_size) {
  *rules = NULL;
  *report = NULL;
  *report_size = 0;

  YR_COMPILER* compiler;
  int result = winnow_initialize();
  if (result == ERROR_SUCCESS) result = yr_compiler_create(&compiler);
  if (result != ERROR_SUCCESS) return result;

  buffer out = {0};
  result = compile(compiler, sources, size, rules, &out);
  yr_compiler_destroy(compiler);

  if (out.failed) {
    free(out.bytes);
    if (*rules != NULL) yr_rules_destroy(*rules);
    *rules = NULL;
    return ERROR_INSUFFICIENT_MEMORY;
  }
  *report = out.bytes;
  *report_size = out.size;
  count_handles(*rules != NULL ? 2 : 1);
  return result;
}

WINNOW_API void winnow_report_destroy(uint8_t* report) {
  if (report == NULL) return;
  free(report);
  count_handles(-1);
}

WINNOW_API void winnow_rules_destroy(winnow_rules* rules) {
  yr_rules_destroy(rules);
  count_handles(-1);
}

/*
 * A unit of fuel is a step of a regex or an instruction of a condition: 2 to 10 ns. The clock is read and fuel charged once a slice.
 * A rule may use RULE_FUEL on a text, and an eighth of it for a while after it ran out. All rules together may use twice that; each
 * time it is gone, the rules that used most of it go too.
 */
#define SLICE 16384
#define RULE_FUEL (700 * SLICE)
#define WARY_FACTOR 8
#define WARY_SCANS 256

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

static int on_event(YR_SCAN_CONTEXT* context, int message, void* data, void* user_data) {
  scan_state* self = user_data;
  (void) context;
  switch (message) {
    case CALLBACK_MSG_RULE_MATCHING:
      push(self, (int32_t) ((YR_RULE*) data - self->yara->rules->rules_table));
      push_spans(self, data);
      return self->out_of_memory ? CALLBACK_ERROR : CALLBACK_CONTINUE;
    case CALLBACK_MSG_TOO_MANY_MATCHES:
      skip(self, ((YR_STRING*) data)->rule_idx, ERROR_TOO_MANY_MATCHES);
      return CALLBACK_CONTINUE;
    case CALLBACK_MSG_TOO_SLOW_SCANNING:
      return CALLBACK_ERROR;
    default:
      return CALLBACK_CONTINUE;
  }
}

typedef struct {
  scan_state* scanner;
  YR_MEMORY_BLOCK block;
} text_block;

/* The first moment at which libyara has set up a scan's state and has not used it. */
static YR_MEMORY_BLOCK* first_block(YR_MEMORY_BLOCK_ITERATOR* iterator) {
  text_block* text = iterator->context;
  scan_state* self = text->scanner;
  for (uint32_t i = 0; i < self->from; i++) leave_out(self->yara, i);
  for (uint32_t i = self->to; i < self->yara->rules->num_rules; i++) leave_out(self->yara, i);
  return &text->block;
}

static YR_MEMORY_BLOCK* next_block(YR_MEMORY_BLOCK_ITERATOR* iterator) {
  (void) iterator;
  return NULL;
}

static uint64_t text_size(YR_MEMORY_BLOCK_ITERATOR* iterator) {
  return ((text_block*) iterator->context)->block.size;
}

static const uint8_t* text_bytes(YR_MEMORY_BLOCK* block) { return block->context; }

static int scan_once(scan_state* self, int32_t size) {
  text_block text = {
      .scanner = self,
      .block = {.size = (size_t) size, .base = 0, .context = self->open.text, .fetch_data = text_bytes}};
  YR_MEMORY_BLOCK_ITERATOR iterator = {
      .context = &text,
      .first = first_block,
      .next = next_block,
      .file_size = text_size,
      .last_error = ERROR_SUCCESS};

  self->size = 0;
  self->skipped_count = 0;
  self->started = 0;
  self->timed_out = 0;
  self->used = 0;
  self->scans++;
  self->yara->fuel = SLICE;
  int result = yr_scanner_scan_mem_blocks(self->yara, &iterator);
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
  self->skipped = calloc(rules->num_rules + 1, sizeof *self->skipped);
  self->accounts = calloc(rules->num_rules + 1, sizeof *self->accounts);
  int result = self->skipped == NULL || self->accounts == NULL ? ERROR_INSUFFICIENT_MEMORY : yr_scanner_create(rules, &self->yara);
  if (result != ERROR_SUCCESS) {
    free_state(self);
    return result;
  }
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
  count_handles(1);
  return ERROR_SUCCESS;
}

WINNOW_API void winnow_scanner_destroy(winnow_scanner* scanner) {
  scan_state* self = (scan_state*) scanner;
  yr_scanner_destroy(self->yara);
  free_state(self);
  count_handles(-1);
}
