/*
 * Judges rules in a process of its own, where a crash or a hang is a finding.
 *
 *   winnow-admit compile       stdin: sources as for winnow_compile; stdout: a byte (1 if they do not compile), its report
 *   winnow-admit measure STOP  stdin: the variables as for winnow_compile, with their size (int32) before; jobs, each a rule with the rules
 *                                it refers to; stdout: lines of tab-separated fields
 *                                begin JOB | rule JOB LENGTH RATIO TEXT | exhausted JOB LENGTH CODE TEXT | done JOB
 *   winnow-admit set           stdin: the variables, all sources as for winnow_compile, one job; stdout: set LENGTH RATIO | done JOB
 *
 * A job is: int32 number, the source, the rule's name, int32 externals and for each a value for every variable (the bytes of a string, an
 * int64), int32 texts, each: int32 length,
 * int32 which externals, its name, its start, its unit, its end. Strings are an int32 size and their bytes. A text is its start, its
 * unit as often as there is room, its end.
 *
 * RATIO is the thread's processor time for the worst text of that length over that of a reference rule. A text over STOP, or one that
 * exhausts the engine, ends the search for a worse one.
 */
#include "winnow_yara.c"

#include <stdio.h>
#include <sys/resource.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#define ROUNDS 3
/* A scan stops at this multiple of the allowed cost. */
#define PATIENCE 2
/* Nanoseconds that all long texts of a rule may take before no more are tried. */
#define SEARCH 500000000u
#define SHORT 500
#define LONG 8192
/* The longest lists of a job. */
#define MAX_TEXTS 4096
#define MAX_EXTERNALS 256
#define PAIRS 3
/* A set that costs this many times the reference is not scanned to its end. */
#define SET_LIMIT 4000

/* No usable atom and a bounded repeat: the most that a careful rule may cost per byte, on its worst text. */
static const char reference_rule[] = "rule reference { strings: $a = /\\b[0-9]{4,7}\\b/ condition: $a }";

typedef struct {
  const uint8_t* bytes;
  int32_t size;
} slice;

typedef struct {
  int32_t length;
  int32_t externals;
  slice name, start, unit, end;
  uint64_t cost;
} text;

typedef struct {
  int32_t number;
  slice source, rule;
  slice externals[MAX_EXTERNALS][WINNOW_MAX_VARIABLES];
  int32_t text_count;
  text texts[MAX_TEXTS];
} job;

/* The external variables as winnow_compile takes them. */
static slice variables;
static int32_t variable_count;

static void fail(const char* reason) {
  fprintf(stderr, "winnow-admit: %s\n", reason);
  exit(3);
}

static slice read_all(void) {
  size_t size = 0, capacity = 1 << 16, got;
  uint8_t* bytes = malloc(capacity);
  while (bytes != NULL && (got = fread(bytes + size, 1, capacity - size, stdin)) > 0) {
    size += got;
    if (size == capacity) bytes = realloc(bytes, capacity *= 2);
  }
  if (bytes == NULL) fail("out of memory");
  return (slice){bytes, (int32_t) size};
}

static slice take_slice(const uint8_t** in) {
  slice s;
  s.size = winnow_take_int(in);
  s.bytes = *in;
  *in += s.size;
  return s;
}

static void take_variables(const uint8_t** in) {
  variables = take_slice(in);
  const uint8_t* at = variables.bytes;
  variable_count = winnow_take_int(&at);
  if (variable_count > WINNOW_MAX_VARIABLES) fail("too many variables");
}

static void take_job(const uint8_t** in, job* j) {
  j->number = winnow_take_int(in);
  j->source = take_slice(in);
  j->rule = take_slice(in);
  int32_t count = winnow_take_int(in);
  if (count > MAX_EXTERNALS) fail("too many externals");
  for (int32_t i = 0; i < count; i++)
    for (int k = 0; k < variable_count; k++) j->externals[i][k] = take_slice(in);
  j->text_count = winnow_take_int(in);
  if (j->text_count > MAX_TEXTS - PAIRS * PAIRS) fail("too many texts");
  for (int32_t i = 0; i < j->text_count; i++) {
    text* t = &j->texts[i];
    t->length = winnow_take_int(in);
    t->externals = winnow_take_int(in);
    t->name = take_slice(in);
    t->start = take_slice(in);
    t->unit = take_slice(in);
    t->end = take_slice(in);
    t->cost = 0;
  }
}

static int32_t put_bytes(uint8_t* out, int32_t at, int32_t length, slice s) {
  int32_t size = s.size < length - at ? s.size : length - at;
  if (size > 0) memcpy(out + at, s.bytes, (size_t) size);
  return at + (size > 0 ? size : 0);
}

static void write_text(uint8_t* out, const text* t, int32_t length) {
  int32_t end = t->end.size < length ? length - t->end.size : 0;
  int32_t at = put_bytes(out, 0, end, t->start);
  while (at < end && t->unit.size > 0) at = put_bytes(out, at, end, t->unit);
  while (at < end) out[at++] = ' ';
  put_bytes(out, end, length, t->end);
}

/* Fuel is the limit here, not time: a pause of the machine changes nothing. */
static int refuel_once(YR_SCAN_CONTEXT* yara) {
  scan_state* self = yara->user_data;
  self->used += SLICE - yara->fuel;
  yara->fuel = SLICE;
  if (self->used < self->rule_fuel) return ERROR_SUCCESS;
  self->timed_out = 1;
  return ERROR_SCAN_TIMEOUT;
}

static scan_state* open_scanner(winnow_rules* rules) {
  winnow_scanner* scanner;
  if (winnow_scanner_create(rules, 0, &scanner) != ERROR_SUCCESS) fail("no scanner");
  scan_state* self = (scan_state*) scanner;
  self->yara->refuel = refuel_once;
  self->rule_fuel = INT64_MAX;
  return self;
}

static winnow_rules* compile_one(slice source, uint8_t** report) {
  int64_t size = (int64_t) variables.size + 10 + source.size;
  uint8_t* packed = malloc((size_t) size);
  if (packed == NULL) fail("out of memory");
  int32_t name_size = 1;
  uint8_t* at = packed + variables.size;
  memcpy(packed, variables.bytes, (size_t) variables.size);
  memcpy(at, &name_size, 4);
  memcpy(at + 4, "r", 2);
  memcpy(at + 6, &source.size, 4);
  memcpy(at + 10, source.bytes, (size_t) source.size);
  winnow_rules* rules;
  int64_t report_size;
  winnow_compile(packed, size, &rules, report, &report_size);
  free(packed);
  return rules;
}

/* Processor time of the last scan in nanoseconds. */
static uint64_t last_spent;

/* One scan's processor time in nanoseconds, at least 1; a negative error code. */
static int64_t scan_time(scan_state* self, int32_t size) {
  self->out_of_memory = 0;
  self->max_spans = 0;
  uint64_t start = processor_time();
  int result = scan_once(self, size);
  last_spent = processor_time() - start + 1;
  if (result == ERROR_SUCCESS && self->skipped_count > 0) result = self->last_error;
  return result == ERROR_SUCCESS ? (int64_t) last_spent : -result;
}

static int64_t shortest_time(scan_state* self, int32_t size, int64_t first) {
  for (int i = 1; i < ROUNDS && first > 0 && first < 50000000; i++) {
    int64_t again = scan_time(self, size);
    if (again < first) first = again;
  }
  return first;
}

static scan_state* reference;

static double reference_time(int32_t length) {
  static double known[2];
  static uint32_t uses[2];
  int which = length > SHORT;
  if (uses[which]++ % 32 != 0) return known[which];
  int32_t size = which ? LONG : SHORT;
  uint32_t state = 2463534242u;
  for (int32_t i = 0; i < size; i++) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    reference->open.text[i] = (uint8_t) "0123456789 "[state % 11];
  }
  known[which] = (double) shortest_time(reference, size, scan_time(reference, size));
  return known[which];
}

static void open_reference(void) {
  uint8_t* report;
  winnow_rules* rules = compile_one((slice){(const uint8_t*) reference_rule, sizeof reference_rule - 1}, &report);
  if (rules == NULL) fail("the reference rule does not compile");
  reference = open_scanner(rules);
  /* The reference stays what it was when the budget was set, whatever the shim saves other rules. */
  reference->yara->run_regex = NULL;
}

static int define_external(YR_OBJECT* external, slice value) {
  if (external->type == OBJECT_TYPE_STRING) return yr_object_set_string((const char*) value.bytes, (size_t) value.size, external, NULL);
  int64_t number = 0;
  if (value.size == sizeof number) memcpy(&number, value.bytes, sizeof number);
  return yr_object_set_integer(number, external, NULL);
}

static void define_externals(scan_state* self, const job* j, int32_t which) {
  for (int i = 0; i < self->external_count; i++)
    if (define_external(self->externals[i], j->externals[which][i]) != ERROR_SUCCESS) fail("out of memory");
}

/* Without the cost that is charged to the rules that this one refers to. */
static int64_t own_time(scan_state* self, int32_t size, uint32_t rule, int64_t with) {
  uint32_t rules = self->yara->rules->num_rules;
  if (rules == 1) return with;
  self->from = rule == 0 ? 1 : 0;
  self->to = rule == 0 ? rules : rule;
  int64_t without = shortest_time(self, size, scan_time(self, size));
  self->from = 0;
  self->to = UINT32_MAX;
  return without > 0 && without < with ? with - without : with;
}

static int by_cost(const void* a, const void* b) {
  uint64_t x = ((const text*) a)->cost, y = ((const text*) b)->cost;
  return x < y ? 1 : x > y ? -1 : 0;
}

typedef struct {
  double ratio;
  int exhausted;
} finding;

/* The text's ratio to the reference, exactly if it may be the worst so far. */
static finding try_text(scan_state* self, const job* j, text* t, int32_t length, uint32_t rule, double stop, double worst) {
  double unit = reference_time(length), limit = stop * PATIENCE * unit;
  write_text(self->open.text, t, length);
  define_externals(self, j, t->externals);
  self->rule_fuel = limit < 1e15 ? (int64_t) limit + SLICE : INT64_MAX;
  int64_t spent = scan_time(self, length);
  if (spent == -ERROR_SCAN_TIMEOUT) {
    double ratio = (double) last_spent / unit;
    return (finding){ratio > stop * PATIENCE ? ratio : stop * PATIENCE, 0};
  }
  if (spent < 0) {
    printf("exhausted\t%d\t%d\t%d\t%.*s\n", j->number, length, (int) -spent, t->name.size, (const char*) t->name.bytes);
    return (finding){worst, 1};
  }
  t->cost = (uint64_t) spent;
  if ((double) spent / unit <= worst) return (finding){worst, 0};
  return (finding){(double) own_time(self, length, rule, shortest_time(self, length, spent)) / unit, 0};
}

/* All texts of about one length. Whether the rule is refused. */
static int measure_length(scan_state* self, job* j, int long_ones, uint32_t rule, double stop) {
  int32_t standard = long_ones ? LONG : SHORT, worst_length = standard;
  text* worst = NULL;
  double ratio = 0;
  uint64_t start = processor_time();
  for (int32_t i = 0; i < j->text_count && ratio <= stop; i++) {
    text* t = &j->texts[i];
    int32_t length = t->length != 0 ? t->length : standard;
    if ((length > SHORT) != long_ones) continue;
    if (long_ones && processor_time() - start > SEARCH) break;
    finding f = try_text(self, j, t, length, rule, stop, ratio);
    if (f.exhausted) return 1;
    if (worst != NULL && f.ratio <= ratio) continue;
    worst = t;
    worst_length = length;
    ratio = f.ratio;
  }
  if (worst != NULL)
    printf("rule\t%d\t%d\t%.2f\t%.*s\n", j->number, worst_length, ratio, worst->name.size, (const char*) worst->name.bytes);
  return ratio > stop;
}

/* Each two of the worst units, one after the other. */
static void add_pairs(job* j) {
  int32_t count = j->text_count < PAIRS ? j->text_count : PAIRS;
  for (int32_t a = 0; a < count; a++)
    for (int32_t b = 0; b < count; b++) {
      text* t = &j->texts[j->text_count];
      slice x = j->texts[a].unit, y = j->texts[b].unit;
      if (a == b || j->texts[a].length != 0 || x.size == 0 || y.size == 0) continue;
      uint8_t* both = malloc((size_t) x.size + (size_t) y.size);
      if (both == NULL) fail("out of memory");
      memcpy(both, x.bytes, (size_t) x.size);
      memcpy(both + x.size, y.bytes, (size_t) y.size);
      *t = j->texts[a];
      t->unit = (slice){both, x.size + y.size};
      t->name = (slice){(const uint8_t*) "two of its parts repeated", 25};
      j->text_count++;
    }
}

static uint32_t index_of(winnow_rules* rules, slice name) {
  for (uint32_t i = 0; i < rules->yara->num_rules; i++) {
    const char* its = rules->yara->rules_table[i].identifier;
    if (strlen(its) == (size_t) name.size && memcmp(its, name.bytes, (size_t) name.size) == 0) return i;
  }
  return rules->yara->num_rules - 1;
}

static void measure_job(job* j, double stop) {
  printf("begin\t%d\n", j->number);
  fflush(stdout);
  uint8_t* report;
  winnow_rules* rules = compile_one(j->source, &report);
  winnow_report_destroy(report);
  if (rules == NULL) fail("a rule that compiles among its neighbours does not compile alone");
  uint32_t rule = index_of(rules, j->rule);
  scan_state* self = open_scanner(rules);
  if (!measure_length(self, j, 0, rule, stop)) {
    qsort(j->texts, (size_t) j->text_count, sizeof(text), by_cost);
    add_pairs(j);
    measure_length(self, j, 1, rule, stop);
  }
  winnow_scanner_destroy(&self->open);
  winnow_rules_destroy(rules);
  printf("done\t%d\n", j->number);
  fflush(stdout);
}

static int measure(slice in, double stop) {
  job* j = malloc(sizeof *j);
  if (j == NULL) fail("out of memory");
  const uint8_t* at = in.bytes;
  take_variables(&at);
  open_reference();
  while (at < in.bytes + in.size) {
    take_job(&at, j);
    measure_job(j, stop);
  }
  return 0;
}

static int measure_set(slice in) {
  const uint8_t* at = in.bytes;
  take_variables(&at);
  winnow_rules* rules;
  uint8_t* report;
  int64_t report_size;
  slice sources = take_slice(&at);
  if (winnow_compile(sources.bytes, sources.size, &rules, &report, &report_size) != ERROR_SUCCESS) fail("the sources do not compile");
  job* j = malloc(sizeof *j);
  if (j == NULL) fail("out of memory");
  take_job(&at, j);
  open_reference();
  scan_state* self = open_scanner(rules);
  for (int which = 0; which < 2; which++) {
    int32_t length = which ? LONG : SHORT;
    double worst = 0;
    for (int32_t i = 0; i < j->text_count; i++) {
      write_text(self->open.text, &j->texts[i], length);
      define_externals(self, j, j->texts[i].externals);
      double unit = reference_time(length);
      self->rule_fuel = (int64_t) (SET_LIMIT * unit);
      int64_t spent = scan_time(self, length);
      if (spent == -ERROR_SCAN_TIMEOUT && worst < SET_LIMIT) worst = SET_LIMIT;
      if (spent < 0 || (double) spent / unit <= worst) continue;
      double ratio = (double) shortest_time(self, length, spent) / unit;
      if (ratio > worst) worst = ratio;
    }
    printf("set\t%d\t%.2f\n", length, worst);
  }
  printf("done\t%d\n", j->number);
  return 0;
}

static int compile_only(slice in) {
  winnow_rules* rules;
  uint8_t* report;
  int64_t size;
  winnow_compile(in.bytes, in.size, &rules, &report, &size);
  if (report == NULL) fail("out of memory");
  uint8_t failed = rules == NULL;
  return fwrite(&failed, 1, 1, stdout) == 1 && fwrite(report, 1, (size_t) size, stdout) == (size_t) size ? 0 : 3;
}

int main(int argc, char** argv) {
  struct rlimit none = {0, 0}, minutes = {240, 240}, gigabyte = {1 << 30, 1 << 30};
  setrlimit(RLIMIT_CORE, &none);
  setrlimit(RLIMIT_CPU, &minutes);
  setrlimit(RLIMIT_AS, &gigabyte);
#ifdef __GLIBC__
  /* Memory goes from one rule to the next; giving it back to the system in between took as long as the scans. */
  mallopt(M_MMAP_THRESHOLD, 1 << 28);
  mallopt(M_TRIM_THRESHOLD, 1 << 28);
#endif
  if (winnow_initialize() != ERROR_SUCCESS) fail("libyara does not start");
  if (argc == 2 && strcmp(argv[1], "compile") == 0) return compile_only(read_all());
  if (argc == 2 && strcmp(argv[1], "set") == 0) return measure_set(read_all());
  if (argc == 3 && strcmp(argv[1], "measure") == 0) return measure(read_all(), atof(argv[2]));
  fail("usage: winnow-admit compile | measure STOP | set");
}
