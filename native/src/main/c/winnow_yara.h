/*
 * libyara as Winnow needs it: sources in, rule indexes and byte spans out. Flat and one-way: no callbacks into the caller, no C
 * strings, native byte order. Error codes are libyara's (yara/error.h); 0 is success.
 */
#ifndef WINNOW_YARA_H
#define WINNOW_YARA_H

#include <stdint.h>

#if defined(__GNUC__)
#define WINNOW_API __attribute__((visibility("default")))
#else
#define WINNOW_API
#endif

/* The longest text of a scan, in bytes. */
#define WINNOW_MAX_TEXT 8192

typedef struct winnow_rules winnow_rules;

typedef struct winnow_scanner {
  /* The last scan's result, valid until the next one. */
  const int32_t* words;
  /* Written by the caller before winnow_scanner_scan and winnow_scanner_define. */
  uint8_t text[WINNOW_MAX_TEXT];
} winnow_scanner;

/* Starts libyara, once per process; from any thread, always with the same result. Compiling does it too. */
WINNOW_API int32_t winnow_initialize(void);

/* External variables that a rule set may have. */
#define WINNOW_MAX_VARIABLES 64

/*
 * Compiles sources into one set of rules. Input: the external variables, as int32 count, each: int32 type (0 string, 1 integer, 2 boolean),
 * the size of its name (int32), the name and a NUL; then for each source the size of its namespace (int32), the namespace and a NUL, the
 * size of its text (int32), the text. Every variable is empty, 0 or false until it is defined. Stops after the first source with an error, whose code is returned; *rules is then NULL.
 *
 * *report is always set unless memory is short (then NULL), and owned by the caller. Every string is an int32 size and its bytes.
 *   int32 messages, each: int32 source, int32 level (0 error, 1 warning), int32 code (0 for warnings), int32 line, rule, text
 *   int32 rules, each in index order: int32 flags (1 private, 2 global), namespace, name,
 *     int32 tags, each a string; int32 metas, each: name, int32 type (1 integer, 2 string, 3 boolean), int64 number, string
 */
WINNOW_API int32_t winnow_compile(
    const uint8_t* sources, int64_t size, winnow_rules** rules, uint8_t** report, int64_t* report_size);

WINNOW_API void winnow_report_destroy(uint8_t* report);

/* Only after every scanner on the rules. */
WINNOW_API void winnow_rules_destroy(winnow_rules* rules);

/* One thread at a time. timeout: nanoseconds of the thread's processor time for a scan, 0 for none. */
WINNOW_API int32_t winnow_scanner_create(winnow_rules* rules, int64_t timeout, winnow_scanner** scanner);

/* Sets a string variable, by its place among the declared ones, to the first size bytes of text, for the scans to come. */
WINNOW_API int32_t winnow_scanner_define(winnow_scanner* scanner, int32_t external, int32_t size);

/* Sets an integer or boolean variable. */
WINNOW_API int32_t winnow_scanner_define_number(winnow_scanner* scanner, int32_t external, int64_t value);

/*
 * Scans the first size bytes of text. Returns 0 when nothing matched and nothing was skipped; a negative error code; or the number of result words:
 *   skipped rules, their indexes; for each matching rule: its index, its spans, for each span: offset, length (bytes).
 * A rule that exhausts the engine (fuel, regex fibers, VM stack, matches of a string) is skipped in its place: the scan goes on without
 * it. Where no rule is left, the scan fails with the last one's error.
 * At most max_spans spans a string are listed, the first ones in the text.
 */
WINNOW_API int32_t winnow_scanner_scan(winnow_scanner* scanner, int32_t size, int32_t max_spans);

WINNOW_API void winnow_scanner_destroy(winnow_scanner* scanner);

/* Rule sets, scanners and reports that exist now, in the whole process. */
WINNOW_API int64_t winnow_live_handles(void);

#endif
