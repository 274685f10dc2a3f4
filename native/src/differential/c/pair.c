#include "pair.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
int32_t (*engine_scan)(winnow_scanner*, int32_t, int32_t);
static void (*engine_destroy_scanner)(winnow_scanner*);
static void (*engine_destroy_rules)(winnow_rules*);
static void (*engine_destroy_report)(uint8_t*);

void fail(const char* reason) {
  fprintf(stderr, "differential: %s\n", reason);
  exit(2);
}

static void* find(void* library, const char* name) {
  void* found = dlsym(library, name);
  if (found == NULL) fail(name);
  return found;
}

void load_engine(const char* path) {
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

void read_variables(const char* path) {
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

void open_pair(pair* self, slice source, YR_CALLBACK_FUNC on_event) {
  *self = (pair){0};
  compile_plain(self, source);
  compile_engine(self, source);
  if ((self->rules == NULL) != (self->engine_rules == NULL)) fail("only one of the two compiles the rules");
  if (self->rules == NULL) return;
  yr_scanner_set_callback(self->scanner, on_event, NULL);
  yr_scanner_set_flags(self->scanner, SCAN_FLAGS_NO_TRYCATCH | SCAN_FLAGS_REPORT_RULES_MATCHING);
}

void close_pair(pair* self) {
  if (self->rules == NULL) return;
  yr_scanner_destroy(self->scanner);
  yr_rules_destroy(self->rules);
  engine_destroy_scanner(self->engine);
  engine_destroy_rules(self->engine_rules);
}

/* The same made-up values in both. */
void define_variables(pair* self) {
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
