/*
 * Runs a regex without libyara's fibers: one branch after the other, in the order of their priority. That is quick where few branches go
 * far, as they do in short texts; what is not decided after some steps is left to libyara.
 */
#ifndef WINNOW_REGEX_H
#define WINNOW_REGEX_H

#include <yara.h>
#include <yara/re.h>

/* Nothing was done; libyara has to run the regex. */
#define WINNOW_UNDECIDED (-1)

/* The size of a regex's instruction that reads one byte; 0 for any other. */
int winnow_reading_size(const uint8_t* ip);

/* yr_re_exec for a text of one byte a character, from a place within it on; its result, or WINNOW_UNDECIDED. */
int winnow_run_regex(
    YR_SCAN_CONTEXT* context,
    const uint8_t* code,
    const uint8_t* input,
    size_t ahead,
    size_t behind,
    int flags,
    RE_MATCH_CALLBACK_FUNC callback,
    void* arguments,
    int* length);

#endif
