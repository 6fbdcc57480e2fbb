#ifndef SALA_CPAPER_H
#define SALA_CPAPER_H

#include <stddef.h>
#include <stdint.h>

// The style sheet of printed pages, compiled in, and the running of the program that makes PDF of
// them. An array of unknown size is not visible to Swift, hence a function that gives its first
// byte, and a constant that says how many there are.

extern const unsigned char sala_paper_style[];
extern const size_t sala_paper_style_length;

/// The style sheet.
static inline const unsigned char *sala_paper_style_bytes(void) { return sala_paper_style; }

/// Runs a program with nothing on its streams and waits for its end, at most so many seconds.
///
/// Its name and arguments follow one another in `words`, each ended by a zero byte. Returns its
/// exit status; -1 where it could not begin or was killed, -2 where it took too long and was
/// ended with all that it began.
int sala_paper_run(const uint8_t *words, size_t count, unsigned seconds);

/// Tells whether this process is the superuser's.
int sala_paper_is_root(void);

#endif
