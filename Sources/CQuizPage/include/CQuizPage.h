#ifndef SALA_CQUIZPAGE_H
#define SALA_CQUIZPAGE_H

#include <stddef.h>
#include <stdint.h>

// The style sheet and the script of the quiz in a browser, compiled in. An array of unknown size is
// not visible to Swift, hence a function for each that gives its first byte, and a constant that
// says how many there are.

extern const unsigned char sala_quiz_page_style[];
extern const size_t sala_quiz_page_style_length;
extern const unsigned char sala_quiz_page_script[];
extern const size_t sala_quiz_page_script_length;

/// The style sheet: that of the pages of packages, and what only the quiz has.
static inline const unsigned char *sala_quiz_page_style_bytes(void) { return sala_quiz_page_style; }
/// The script.
static inline const unsigned char *sala_quiz_page_script_bytes(void) {
  return sala_quiz_page_script;
}

/// Starts a program that outlives this one, with nothing on its streams and away from the keys of
/// the terminal, and does not wait for it; 0 where it began. Its name and arguments follow one
/// another in `words`, each ended by a zero byte.
int sala_quiz_page_spawn(const uint8_t *words, size_t count);

#endif
