#include "winnow_rules.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <yara/exec.h>
#include <yara/globals.h>
#include <yara/rules.h>

static int64_t live_handles;

void winnow_count_handles(int64_t change) { __atomic_add_fetch(&live_handles, change, __ATOMIC_RELAXED); }

WINNOW_API int64_t winnow_live_handles(void) { return __atomic_load_n(&live_handles, __ATOMIC_RELAXED); }

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int initialized = ERROR_INTERNAL_FATAL_ERROR;

static void initialize(void) {
  initialized = yr_initialize();
  /* Offset and length of a match are enough; a small stack keeps every scan's malloc below any mmap threshold. */
  if (initialized == ERROR_SUCCESS) initialized = yr_set_configuration_uint32(YR_CONFIG_MAX_MATCH_DATA, 0);
  if (initialized == ERROR_SUCCESS) initialized = yr_set_configuration_uint32(YR_CONFIG_STACK_SIZE, 4096);
  /* The letters of nocase are ASCII's, whatever the locale is. */
  for (int byte = 0x80; byte < 0x100; byte++) yr_lowercase[byte] = (uint8_t) byte;
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

static int add_sources(compilation* self, const uint8_t* in, const uint8_t* end) {
  for (; in < end; self->source++) {
    int32_t name_size = winnow_take_int(&in);
    const char* name = (const char*) in;
    in += name_size + 1;
    int32_t text_size = winnow_take_int(&in);
    if (yr_compiler_add_bytes(self->compiler, in, (size_t) text_size, name) != 0)
      return self->compiler->last_error == ERROR_SUCCESS ? ERROR_INTERNAL_FATAL_ERROR : self->compiler->last_error;
    in += text_size;
  }
  return ERROR_SUCCESS;
}

/* Declares the variables at the start of the input, which then begins after them. */
static int declare_variables(YR_COMPILER* compiler, const uint8_t** in) {
  int32_t count = winnow_take_int(in);
  if (count < 0 || count > WINNOW_MAX_VARIABLES) return ERROR_INVALID_ARGUMENT;
  int result = ERROR_SUCCESS;
  for (int32_t i = 0; i < count && result == ERROR_SUCCESS; i++) {
    int32_t type = winnow_take_int(in), size = winnow_take_int(in);
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

/*
 * The conditions of rules follow each other, each with its size. A global rule that is passed over has an effect: sets with one have no
 * such table.
 */
static const uint8_t** find_conditions(YR_RULES* yara) {
  const uint8_t** conditions = calloc(yara->num_rules + 1, sizeof *conditions);
  const uint8_t* ip = yara->code_start;
  uint32_t found = 0;
  for (; conditions != NULL && found < yara->num_rules && *ip == OP_INIT_RULE; found++) {
    int32_t size;
    uint32_t rule;
    memcpy(&size, ip + 1, sizeof size);
    memcpy(&rule, ip + 5, sizeof rule);
    if (rule != found || RULE_IS_GLOBAL(&yara->rules_table[rule])) break;
    conditions[rule] = ip;
    ip += size;
  }
  if (conditions == NULL || found < yara->num_rules || *ip != OP_HALT) {
    free(conditions);
    return NULL;
  }
  conditions[found] = ip;
  return conditions;
}

/* Takes the rules over; NULL when memory is short. */
static winnow_rules* with_finder(YR_RULES* yara) {
  winnow_rules* rules = malloc(sizeof *rules);
  winnow_finder* finder = winnow_finder_create(yara);
  if (rules != NULL && finder != NULL) {
    *rules = (winnow_rules){.yara = yara, .finder = finder, .conditions = find_conditions(yara)};
    return rules;
  }
  winnow_finder_destroy(finder);
  free(rules);
  yr_rules_destroy(yara);
  return NULL;
}

static void destroy_rules(winnow_rules* rules) {
  if (rules == NULL) return;
  winnow_finder_destroy(rules->finder);
  free(rules->conditions);
  yr_rules_destroy(rules->yara);
  free(rules);
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
  YR_RULES* compiled = NULL;
  result = compile(compiler, sources, size, &compiled, &out);
  yr_compiler_destroy(compiler);
  if (compiled != NULL) *rules = with_finder(compiled);

  if (out.failed || (compiled != NULL && *rules == NULL)) {
    free(out.bytes);
    destroy_rules(*rules);
    *rules = NULL;
    return ERROR_INSUFFICIENT_MEMORY;
  }
  *report = out.bytes;
  *report_size = out.size;
  winnow_count_handles(*rules != NULL ? 2 : 1);
  return result;
}

WINNOW_API void winnow_report_destroy(uint8_t* report) {
  if (report == NULL) return;
  free(report);
  winnow_count_handles(-1);
}

WINNOW_API void winnow_rules_destroy(winnow_rules* rules) {
  destroy_rules(rules);
  winnow_count_handles(-1);
}
