/* One rule set in Winnow's engine and in libyara as it is published, which the program is linked with. */
#ifndef PAIR_H
#define PAIR_H

#include "../../main/c/winnow_yara.h"
#include "made_up.h"

#include <yara.h>

/* Without rules if they do not compile. */
typedef struct {
  YR_RULES* rules;
  YR_SCANNER* scanner;
  winnow_rules* engine_rules;
  winnow_scanner* engine;
} pair;

/* winnow_scanner_scan of the engine. */
extern int32_t (*engine_scan)(winnow_scanner*, int32_t, int32_t);

/* Ends the program. */
void fail(const char* reason);

void load_engine(const char* path);

/* Reads the variables that rules may ask: a name and a type a line. */
void read_variables(const char* path);

/* Ends the program if only one of the two compiles the source. */
void open_pair(pair* self, slice source, YR_CALLBACK_FUNC on_event);

void close_pair(pair* self);

/* Gives all variables made-up values, the same in both. */
void define_variables(pair* self);

#endif
