/*
 * Scans texts with Winnow's engine and with libyara as it is published, which this program is linked with, and compares the matches.
 *
 *   winnow-differential ENGINE VARIABLES PACK CASES TEXTS [FILE...]
 *
 * ENGINE: Winnow's shared library; VARIABLES: a name and a type a line; PACK: a rule source; CASES: rule sources, each ended by a form feed;
 * TEXTS: how many texts to make up for the pack, and as many again for made-up rules; FILE: its lines are texts for the pack.
 */
#include "../../main/c/winnow_yara.h"
#include "made_up.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yara.h>

#define SPANS 64
#define MAX_WORDS 1000000
#define SHOWN 5
/* Texts for each set of made-up rules. */
#define TEXTS_OF_SET 50

typedef struct {
  char name[64];
  /* As winnow_compile numbers them: a text, an integer, a boolean. */
  int type;
} variable;

static variable variables[WINNOW_MAX_VARIABLES];
static int variable_count;

/* The functions of the shared library. */
static int32_t (*engine_compile)(const uint8_t*, int64_t, winnow_rules**, uint8_t**, int64_t*);
static int32_t (*engine_create)(winnow_rules*, int64_t, winnow_scanner**);
static int32_t (*engine_define)(winnow_scanner*, int32_t, int32_t);
static int32_t (*engine_define_number)(winnow_scanner*, int32_t, int64_t);
static int32_t (*engine_scan)(winnow_scanner*, int32_t, int32_t);
static void (*engine_destroy_scanner)(winnow_scanner*);
static void (*engine_destroy_rules)(winnow_rules*);
static void (*engine_destroy_report)(uint8_t*);

/* One rule set in both. */
typedef struct {
  YR_RULES* rules;
  YR_SCANNER* scanner;
  winnow_rules* engine_rules;
  winnow_scanner* engine;
} pair;

static int32_t words[MAX_WORDS];
static int word_count;
static long compared, matching, limited, different;

static void fail(const char* reason) {
  fprintf(stderr, "differential: %s\n", reason);
  exit(2);
}

static void* find(void* library, const char* name) {
  void* found = dlsym(library, name);
  if (found == NULL) fail(name);
  return found;
}

static void load_engine(const char* path) {
  void* library = dlopen(path, RTLD_NOW);
  if (library == NULL) fail(dlerror());
  engine_compile = find(library, "winnow_compile");
  engine_create = find(library, "winnow_scanner_create");
  engine_define = find(library, "winnow_scanner_define");
  engine_define_number = find(library, "winnow_scanner_define_number");
  engine_scan = find(library, "winnow_scanner_scan");
  engine_destroy_scanner = find(library, "winnow_scanner_destroy");
  engine_destroy_rules = find(library, "winnow_rules_destroy");
  engine_destroy_report = find(library, "winnow_report_destroy");
}

static void read_variables(const char* path) {
  FILE* file = fopen(path, "r");
  char type[16];
  if (file == NULL) fail(path);
  while (variable_count < WINNOW_MAX_VARIABLES && fscanf(file, "%63s %15s", variables[variable_count].name, type) == 2)
    variables[variable_count++].type = type[0] == 'T' ? 0 : type[0] == 'I' ? 1 : 2;
  fclose(file);
  if (variable_count == 0) fail("there are no variables");
}

static uint8_t* put_int(uint8_t* out, int32_t value) {
  memcpy(out, &value, sizeof value);
  return out + sizeof value;
}

static uint8_t* put_name(uint8_t* out, const char* name) {
  int32_t size = (int32_t) strlen(name);
  memcpy(put_int(out, size), name, (size_t) size + 1);
  return out + sizeof size + size + 1;
}

static void compile_engine(pair* self, slice source) {
  uint8_t* packed = malloc((size_t) source.size + 80 * WINNOW_MAX_VARIABLES);
  if (packed == NULL) fail("out of memory");
  uint8_t* out = put_int(packed, variable_count);
  for (int i = 0; i < variable_count; i++) out = put_name(put_int(out, variables[i].type), variables[i].name);
  out = put_int(put_name(out, "n"), source.size);
  memcpy(out, source.bytes, (size_t) source.size);
  uint8_t* report;
  int64_t report_size;
  engine_compile(packed, out + source.size - packed, &self->engine_rules, &report, &report_size);
  engine_destroy_report(report);
  free(packed);
  if (self->engine_rules != NULL && engine_create(self->engine_rules, 0, &self->engine) != 0) fail("no scanner");
}

static void compile_plain(pair* self, slice source) {
  YR_COMPILER* compiler;
  if (yr_compiler_create(&compiler) != ERROR_SUCCESS) fail("no compiler");
  yr_compiler_set_include_callback(compiler, NULL, NULL, NULL);
  for (int i = 0; i < variable_count; i++) {
    if (variables[i].type == 0) yr_compiler_define_string_variable(compiler, variables[i].name, "");
    if (variables[i].type == 1) yr_compiler_define_integer_variable(compiler, variables[i].name, 0);
    if (variables[i].type == 2) yr_compiler_define_boolean_variable(compiler, variables[i].name, 0);
  }
  int errors = yr_compiler_add_bytes(compiler, source.bytes, (size_t) source.size, "n");
  if (errors == 0 && yr_compiler_get_rules(compiler, &self->rules) != ERROR_SUCCESS) self->rules = NULL;
  yr_compiler_destroy(compiler);
  if (self->rules != NULL && yr_scanner_create(self->rules, &self->scanner) != ERROR_SUCCESS) fail("no scanner");
}

static int on_event(YR_SCAN_CONTEXT* context, int message, void* data, void* user_data) {
  YR_RULE* rule = data;
  YR_STRING* string;
  YR_MATCH* match;
  (void) user_data;
  if (message != CALLBACK_MSG_RULE_MATCHING) return CALLBACK_CONTINUE;
  if (word_count + 2 > MAX_WORDS) return CALLBACK_ERROR;
  words[word_count++] = (int32_t) (rule - context->rules->rules_table);
  int place = word_count++;
  yr_rule_strings_foreach(rule, string) {
    int room = SPANS;
    yr_string_matches_foreach(context, string, match) {
      if (room-- <= 0 || word_count + 2 > MAX_WORDS) break;
      words[word_count++] = (int32_t) (match->base + match->offset);
      words[word_count++] = match->match_length;
    }
  }
  words[place] = (word_count - place - 1) / 2;
  return CALLBACK_CONTINUE;
}

static void open_pair(pair* self, slice source) {
  *self = (pair){0};
  compile_plain(self, source);
  compile_engine(self, source);
  if ((self->rules == NULL) != (self->engine_rules == NULL)) fail("only one of the two compiles the rules");
  if (self->rules == NULL) return;
  yr_scanner_set_callback(self->scanner, on_event, NULL);
  yr_scanner_set_flags(self->scanner, SCAN_FLAGS_NO_TRYCATCH | SCAN_FLAGS_REPORT_RULES_MATCHING);
}

static void close_pair(pair* self) {
  if (self->rules == NULL) return;
  yr_scanner_destroy(self->scanner);
  yr_rules_destroy(self->rules);
  engine_destroy_scanner(self->engine);
  engine_destroy_rules(self->engine_rules);
}

/* The same made-up values in both. */
static void define_variables(pair* self) {
  static const char* const values[] = {"", "raw", "folded", "sms", "DE", "MYBANK", "+4915112345678", "dhl.de", "12345", "paypal"};
  static const int64_t numbers[] = {0, 0, 1, 2, 3, 60, 500, 1000, -1, -300};
  for (int i = 0; i < variable_count; i++) {
    uint32_t chosen = below(10);
    if (variables[i].type == 0) {
      size_t size = strlen(values[chosen]);
      memcpy(self->engine->text, values[chosen], size);
      engine_define(self->engine, i, (int32_t) size);
      yr_scanner_define_string_variable(self->scanner, variables[i].name, values[chosen]);
    } else {
      int64_t number = variables[i].type == 1 ? numbers[chosen] : chosen < 3;
      engine_define_number(self->engine, i, number);
      yr_scanner_define_integer_variable(self->scanner, variables[i].name, number);
    }
  }
}

static void show_difference(const pair* self, slice source, slice text, int32_t count) {
  if (different++ >= SHOWN) return;
  printf("different: text '%.*s'\n  libyara:", text.size, (const char*) text.bytes);
  for (int i = 0; i < word_count; i++) printf(" %d", words[i]);
  printf("\n  Winnow:");
  for (int i = 1; i < count; i++) printf(" %d", self->engine->words[i]);
  printf("\n");
  if (source.size < 2000) printf("  rules: %.*s\n", source.size, (const char*) source.bytes);
}

/* A text that exhausts one of the two engines is counted as limited. */
static void compare(pair* self, slice source, slice text) {
  define_variables(self);
  word_count = 0;
  int result = yr_scanner_scan_mem(self->scanner, text.bytes, (size_t) text.size);
  memcpy(self->engine->text, text.bytes, (size_t) text.size);
  int32_t count = engine_scan(self->engine, text.size, SPANS);
  compared++;
  matching += word_count > 0;
  if (result != ERROR_SUCCESS || count < 0 || (count > 0 && self->engine->words[0] > 0)) {
    limited++;
  } else if ((count == 0 ? 0 : count - 1) != word_count ||
             (count > 0 && memcmp(self->engine->words + 1, words, (size_t) word_count * sizeof *words) != 0)) {
    show_difference(self, source, text, count);
  }
}

static void compare_made_up(pair* self, slice source, long count) {
  static uint8_t room[WINNOW_MAX_TEXT];
  for (long i = 0; i < count; i++) compare(self, source, make_text(room, source));
}

static void compare_lines(pair* self, slice source, const char* path) {
  slice file = read_file(path);
  for (int32_t from = 0, to; from < file.size; from = to + 1) {
    const uint8_t* end = memchr(file.bytes + from, '\n', (size_t) (file.size - from));
    to = end == NULL ? file.size : (int32_t) (end - file.bytes);
    if (to - from <= WINNOW_MAX_TEXT) compare(self, source, (slice){file.bytes + from, to - from});
  }
}

static void compare_cases(slice cases, long count) {
  for (int32_t from = 0, to; from < cases.size; from = to + 1) {
    const uint8_t* end = memchr(cases.bytes + from, '\f', (size_t) (cases.size - from));
    to = end == NULL ? cases.size : (int32_t) (end - cases.bytes);
    slice source = {cases.bytes + from, to - from};
    pair both;
    open_pair(&both, source);
    if (both.rules != NULL) compare_made_up(&both, source, count);
    close_pair(&both);
  }
}

static void compare_made_up_rules(long sets) {
  static uint8_t source_room[8192], text_room[WINNOW_MAX_TEXT];
  for (long i = 0; i < sets; i++) {
    slice source = make_rules(source_room, sizeof source_room);
    pair both;
    open_pair(&both, source);
    for (int k = 0; k < TEXTS_OF_SET && both.rules != NULL; k++) compare(&both, source, make_letters(text_room));
    close_pair(&both);
  }
}

static void note(const char* name, long value, const char* unit) { printf("note differential_%s %ld %s\n", name, value, unit); }

int main(int count, char** arguments) {
  if (count < 6) fail("usage: winnow-differential ENGINE VARIABLES PACK CASES TEXTS [FILE...]");
  if (yr_initialize() != ERROR_SUCCESS) fail("libyara does not start");
  yr_set_configuration_uint32(YR_CONFIG_MAX_MATCH_DATA, 0);
  load_engine(arguments[1]);
  read_variables(arguments[2]);
  slice pack = read_file(arguments[3]);
  long texts = strtol(arguments[5], NULL, 10);

  compare_cases(read_file(arguments[4]), texts / 1000 + 20);
  note("cases", compared, "made-up texts, with the rules of the engine cases");
  long before = compared;
  compare_made_up_rules(texts / TEXTS_OF_SET);
  note("made_up", compared - before, "texts, with made-up rules");
  pair both;
  open_pair(&both, pack);
  if (both.rules == NULL) fail("the pack does not compile");
  for (int i = 6; i < count; i++) compare_lines(&both, pack, arguments[i]);
  compare_made_up(&both, pack, texts);
  close_pair(&both);

  note("texts", compared, "texts");
  note("matching", matching, "of them match a rule");
  note("limited", limited, "of them exhaust a limit of an engine and are not compared");
  printf("result differential_different %ld bar <= 0 %s\n", different, different == 0 ? "ok" : "short");
  return different == 0 ? 0 : 1;
}
