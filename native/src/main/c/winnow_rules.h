/* What the parts of the shim share about a compiled set of rules. */
#ifndef WINNOW_RULES_H
#define WINNOW_RULES_H

#include "winnow_finder.h"
#include "winnow_yara.h"

#include <string.h>
#include <yara.h>

/* Read-only once it is made; any thread. */
struct winnow_rules {
  YR_RULES* yara;
  winnow_finder* finder;
  /* Where each rule's condition begins, and where the last one ends; NULL if all conditions have to be passed. */
  const uint8_t** conditions;
};

void winnow_count_handles(int64_t change);

static inline int32_t winnow_take_int(const uint8_t** in) {
  int32_t value;
  memcpy(&value, *in, sizeof value);
  *in += sizeof value;
  return value;
}

#endif
