/*
 * Judges rules in a process of its own, where a crash or a hang is a finding.
 *
 *   winnow-admit compile   stdin: sources as for winnow_compile; stdout: a byte (1 if they do not compile), its report
 *   winnow-admit measure STOP   stdin: int32 size of the sources, the sources; for each rule in index order an int32 size and a seed,
 *                          characters its strings are made of; stdout: lines of tab-separated fields
 *                            begin INDEX | rule INDEX LENGTH RATIO TEXT | exhausted INDEX LENGTH CODE TEXT
 *                            set LENGTH RATIO | end
 *
 * A text over STOP ends the search for a worse one, and nothing is said of the set. RATIO is the thread's CPU time for the worst text of that length over that of a reference rule timed beside it.
 */
#include "winnow_yara.c"

#include <stdio.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#define TEXTS 16
#define ROUNDS 3
#define SCAN_TIMEOUT_NS 1000000000LL
/* Rules whose worst texts the whole set is measured on. */
#define SUSPECTS 8

static const int32_t lengths[] = {500, 8192};
#define LENGTHS 2

/* No usable atom and a bounded repeat: what a careful rule may cost at most per byte, on the text that costs it most. */
static const char reference_rule[] = "rule reference { strings: $a = /\\b[0-9]{4,7}\\b/ condition: $a }";

typedef struct {
  uint8_t* bytes;
  size_t size;
} input;

static void fail(const char* what) {
  fprintf(stderr, "winnow-admit: %s\n", what);
  exit(3);
}

static input read_all(void) {
  input in = {NULL, 0};
  size_t capacity = 1 << 16, got;
  in.bytes = malloc(capacity);
  while (in.bytes != NULL && (got = fread(in.bytes + in.size, 1, capacity - in.size, stdin)) > 0) {
    in.size += got;
    if (in.size == capacity) in.bytes = realloc(in.bytes, capacity *= 2);
  }
  if (in.bytes == NULL) fail("out of memory");
  return in;
}

typedef struct {
  const uint8_t* bytes;
  int32_t size;
} seed;

static uint32_t random_state;

static uint32_t next_random(void) {
  random_state ^= random_state << 13;
  random_state ^= random_state >> 17;
  random_state ^= random_state << 5;
  return random_state;
}

static void repeat(uint8_t* out, int32_t size, const uint8_t* pattern, int32_t pattern_size) {
  for (int32_t i = 0; i < size; i++) out[i] = pattern[i % pattern_size];
}

static void randomize(uint8_t* out, int32_t size, const uint8_t* alphabet, int32_t alphabet_size) {
  random_state = 2463534242u;
  for (int32_t i = 0; i < size; i++) out[i] = alphabet[next_random() % (uint32_t) alphabet_size];
}

/* The seed's nth distinct character; 0 if it has fewer. */
static uint8_t distinct(seed s, int n) {
  uint8_t seen[256] = {0};
  for (int32_t i = 0; i < s.size; i++)
    if (!seen[s.bytes[i]]++ && n-- == 0) return s.bytes[i];
  return 0;
}

#define ALPHABET(text) (const uint8_t*) text, (int32_t) sizeof text - 1

/* Writes the text of that number; returns its name, NULL if the seed has no such text. */
static const char* write_text(int number, seed s, uint8_t* out, int32_t size) {
  static char name[64];
  static const uint8_t fixed[] = {'a', '1', ' '};
  if (number < 9) {
    uint8_t c = number < 6 ? distinct(s, number) : fixed[number - 6];
    if (c == 0) return NULL;
    memset(out, c, (size_t) size);
    snprintf(name, sizeof name, c > ' ' && c < 127 ? "'%c' repeated" : "character %d repeated", c);
    return name;
  }
  if (number < 12 && s.size < 2) return NULL;
  switch (number) {
    case 9:
      repeat(out, size, s.bytes, s.size);
      return "its own characters repeated";
    case 10:
      repeat(out, size, s.bytes, s.size - 1);
      return "its own characters but the last repeated";
    case 11:
      randomize(out, size, s.bytes, s.size);
      return "its own characters at random";
    case 12:
      memset(out, '(', (size_t) size / 2);
      memset(out + size / 2, ')', (size_t) (size - size / 2));
      return "nested parentheses";
    case 13:
      randomize(out, size, ALPHABET("0123456789 "));
      return "random digits";
    case 14:
      randomize(out, size, ALPHABET("etaoinshrdlucm  "));
      return "random words";
    default:
      randomize(out, size, ALPHABET(" !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"));
      return "random characters";
  }
}

static int64_t cpu_time(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1000000000LL + now.tv_nsec;
}

/* The shortest of some scans, in nanoseconds; a negative error code. A slow scan, or one below the floor, is not repeated. */
static int64_t time_scan(scan_state* self, int32_t size, double floor) {
  int64_t best = INT64_MAX;
  for (int i = 0; i < ROUNDS; i++) {
    self->out_of_memory = 0;
    self->max_spans = 0;
    int64_t start = cpu_time();
    int result = scan_once(self, size);
    int64_t spent = cpu_time() - start;
    if (result == ERROR_SUCCESS && self->skipped_count > 0) result = self->last_error;
    if (result != ERROR_SUCCESS) return -result;
    if (spent < best) best = spent;
    if (spent > 50000000 || (double) spent < floor) break;
  }
  return best;
}

static scan_state* open_scanner(YR_RULES* rules) {
  winnow_scanner* scanner;
  if (winnow_scanner_create(rules, SCAN_TIMEOUT_NS, &scanner) != ERROR_SUCCESS) fail("no scanner");
  return (scan_state*) scanner;
}

static YR_RULES* compile_all(const uint8_t* sources, int64_t size) {
  YR_RULES* rules;
  uint8_t* report;
  int64_t report_size;
  if (winnow_compile(sources, size, &rules, &report, &report_size) != ERROR_SUCCESS) fail("the sources do not compile");
  winnow_report_destroy(report);
  return rules;
}

static scan_state* open_reference(void) {
  uint8_t packed[256];
  int32_t name_size = 1, text_size = (int32_t) sizeof reference_rule - 1;
  uint8_t* at = packed;
  memcpy(at, &name_size, 4);
  memcpy(at + 4, "r", 2);
  memcpy(at + 6, &text_size, 4);
  memcpy(at + 10, reference_rule, (size_t) text_size);
  return open_scanner(compile_all(packed, 10 + text_size));
}

static double reference_time(scan_state* reference, int32_t size) {
  seed none = {NULL, 0};
  write_text(13, none, reference->open.text, size);
  return (double) time_scan(reference, size, 0);
}

typedef struct {
  double ratio;
  int text;
} cost;

/* Rules outside [from, to) are left out. */
static int64_t time_range(scan_state* self, uint32_t from, uint32_t to, int32_t size, double floor) {
  self->from = from;
  self->to = to;
  int64_t spent = time_scan(self, size, floor);
  self->from = 0;
  self->to = UINT32_MAX;
  return spent;
}

static cost measure_rule(scan_state* self, scan_state* reference, uint32_t index, seed s, int which, double stop) {
  int32_t size = lengths[which];
  cost worst = {0, -1};
  double unit = reference_time(reference, size);
  for (int number = 0; number < TEXTS && worst.ratio <= stop; number++) {
    const char* name = write_text(number, s, self->open.text, size);
    if (name == NULL) continue;
    double floor = worst.ratio * unit;
    int64_t with = time_range(self, index, index + 1, size, floor);
    if (with < 0) {
      printf("exhausted\t%u\t%d\t%d\t%s\n", index, size, (int) -with, name);
      continue;
    }
    if (worst.text >= 0 && (double) with <= floor) continue;
    double ratio = (double) (with - time_range(self, 0, 0, size, 0)) / unit;
    if (worst.text < 0 || ratio > worst.ratio) worst = (cost){ratio, number};
  }
  if (worst.text >= 0)
    printf("rule\t%u\t%d\t%.2f\t%s\n", index, size, worst.ratio, write_text(worst.text, s, self->open.text, size));
  fflush(stdout);
  return worst;
}

static double set_ratio(scan_state* self, double unit, int number, seed s, int32_t size, double worst) {
  if (write_text(number, s, self->open.text, size) == NULL) return worst;
  int64_t spent = time_scan(self, size, worst * unit);
  double ratio = spent < 0 ? 0 : (double) spent / unit;
  return ratio > worst ? ratio : worst;
}

/* The whole set, on the texts that fit no rule in particular and on those that are worst for the most expensive rules. */
static void measure_set(scan_state* self, scan_state* reference, seed* seeds, cost* costs, int which) {
  int32_t size = lengths[which];
  double unit = reference_time(reference, size), worst = 0;
  seed none = {NULL, 0};
  for (int number = 0; number < TEXTS; number++) worst = set_ratio(self, unit, number, none, size, worst);
  for (int i = 0; i < SUSPECTS; i++) {
    uint32_t top = 0;
    for (uint32_t rule = 1; rule < self->yara->rules->num_rules; rule++)
      if (costs[rule].ratio > costs[top].ratio) top = rule;
    if (costs[top].text < 0) break;
    worst = set_ratio(self, unit, costs[top].text, seeds[top], size, worst);
    costs[top].ratio = -1;
  }
  printf("set\t%d\t%.2f\n", size, worst);
}

static int measure(input in, double stop) {
  const uint8_t* at = in.bytes;
  int32_t size = take_int(&at);
  YR_RULES* rules = compile_all(at, size);
  at += size;

  seed* seeds = calloc(rules->num_rules, sizeof *seeds);
  cost* costs = calloc((size_t) rules->num_rules * LENGTHS, sizeof *costs);
  if (seeds == NULL || costs == NULL) fail("out of memory");
  scan_state* self = open_scanner(rules);
  scan_state* reference = open_reference();
  int any_over = 0;
  for (uint32_t i = 0; i < rules->num_rules; i++) {
    int over = 0;
    seeds[i].size = take_int(&at);
    seeds[i].bytes = at;
    at += seeds[i].size;
    printf("begin\t%u\n", i);
    fflush(stdout);
    for (int which = 0; which < LENGTHS && !over; which++) {
      cost worst = measure_rule(self, reference, i, seeds[i], which, stop);
      costs[(uint32_t) which * rules->num_rules + i] = worst;
      over = worst.ratio > stop;
    }
    any_over |= over;
  }
  for (int which = 0; which < LENGTHS && !any_over; which++)
    measure_set(self, reference, seeds, costs + (size_t) which * rules->num_rules, which);
  printf("end\n");
  return 0;
}

static int compile_only(input in) {
  YR_RULES* rules;
  uint8_t* report;
  int64_t size;
  winnow_compile(in.bytes, (int64_t) in.size, &rules, &report, &size);
  if (report == NULL) fail("out of memory");
  uint8_t failed = rules == NULL;
  return fwrite(&failed, 1, 1, stdout) == 1 && fwrite(report, 1, (size_t) size, stdout) == (size_t) size ? 0 : 3;
}

int main(int argc, char** argv) {
  struct rlimit none = {0, 0}, minutes = {240, 240}, gigabyte = {1 << 30, 1 << 30};
  setrlimit(RLIMIT_CORE, &none);
  setrlimit(RLIMIT_CPU, &minutes);
  setrlimit(RLIMIT_AS, &gigabyte);
  if (winnow_initialize() != ERROR_SUCCESS) fail("libyara does not start");
  if (argc == 2 && strcmp(argv[1], "compile") == 0) return compile_only(read_all());
  if (argc == 3 && strcmp(argv[1], "measure") == 0) return measure(read_all(), atof(argv[2]));
  fail("usage: winnow-admit compile | measure STOP");
}
