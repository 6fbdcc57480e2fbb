#ifndef SALA_CICU_H
#define SALA_CICU_H

#include <stdbool.h>
#include <stdint.h>

// ICU's own headers clash with the ICU that Foundation carries, so this header shows none of them.

/// Writes the UTF-16 offsets of the line-break opportunities of `text` into `breaks`.
///
/// Returns how many there are, or -1 when ICU refuses; at most `capacity` are written.
int32_t sala_icu_line_breaks(const uint16_t *text, int32_t length, const char *locale,
                             int32_t *breaks, int32_t capacity);

/// Writes the NFC form of `text` into `result` and returns its length, or -1 when ICU refuses.
///
/// A result longer than `capacity` is not written; the returned length says what is needed.
int32_t sala_icu_nfc(const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity);

#endif
