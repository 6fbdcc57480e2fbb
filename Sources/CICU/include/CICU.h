#ifndef SALA_CICU_H
#define SALA_CICU_H

#include <stdbool.h>
#include <stdint.h>

// ICU's own headers clash with the ICU that Foundation carries, so this header shows none of them.

/// Writes the UTF-16 offsets of the line-break opportunities of `text` into `breaks`.
///
/// Returns how many there are, or -1 when ICU refuses; at most `capacity` are written. Iterators of
/// a locale are opened once a thread.
int32_t sala_icu_line_breaks(const uint16_t *text, int32_t length, const char *locale,
                             int32_t *breaks, int32_t capacity);

/// The same for the boundaries of words.
int32_t sala_icu_word_breaks(const uint16_t *text, int32_t length, const char *locale,
                             int32_t *breaks, int32_t capacity);

/// Writes the NFC form of `text` into `result` and returns its length, or -1 when ICU refuses.
///
/// A result longer than `capacity` is not written; the returned length says what is needed.
int32_t sala_icu_nfc(const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity);

/// Writes the sort key of `text` in the order of `locale` (`km`, or anything else for the root
/// order) into `result` and returns its length, or -1 when ICU refuses.
///
/// A key longer than `capacity` is not whole; the returned length says what is needed.
int32_t sala_icu_sort_key(const uint16_t *text, int32_t length, const char *locale,
                          uint8_t *result, int32_t capacity);

/// Writes the lengths, in UTF-16 units and ascending, of the words of ICU's Khmer dictionary that
/// `text` begins with into `lengths`.
///
/// Returns how many there are, at most `capacity`, or -1 where the dictionary cannot be read.
int32_t sala_icu_khmer_words(const uint16_t *text, int32_t length, int32_t *lengths,
                             int32_t capacity);

#endif
