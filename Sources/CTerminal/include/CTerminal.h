#ifndef SALA_CTERMINAL_H
#define SALA_CTERMINAL_H

#include <stddef.h>

// What a terminal program must do where Swift may not run: in signal handlers and at exit. One
// terminal at a time; every call but the handlers' own belongs to one thread.

/// Puts the terminal of `input` into raw mode and writes `begin` to `output`; from then on, whatever
/// ends the process first writes `end` and sets back the mode. Returns -1 where it is no terminal.
int sala_terminal_enter(int input, int output, const char *begin, const char *end);
/// Sets everything back as it was before `sala_terminal_enter`; harmless where that was not called.
void sala_terminal_leave(void);
/// Stops this job as Ctrl-Z does; returns when it goes on. Call it after `sala_terminal_leave`.
void sala_terminal_stop(int whole_job);
/// Ends the process by a signal's own action, as if nobody had ever caught it.
void sala_terminal_end_by(int signal_number);

/// From now on the first Ctrl-C is only noted; the second one ends the process.
void sala_terminal_watch_interrupt(void);
/// Whether a Ctrl-C was noted since.
int sala_terminal_was_interrupted(void);

/// What `sala_terminal_wait` saw.
typedef enum {
  sala_terminal_timeout = 0,
  sala_terminal_input = 1,
  sala_terminal_signal = 2,
  sala_terminal_closed = 3,
} sala_terminal_event;

/// Waits for bytes or signals, at most `milliseconds`, or without end where that is below 0.
///
/// For signals, `*signals` gets a bit for each that came: 1 << number.
sala_terminal_event sala_terminal_wait(int milliseconds, unsigned long *signals);
/// Reads bytes that are there; 0 for none, -1 where nobody is at the other end any more.
long sala_terminal_read(unsigned char *bytes, size_t count);
/// Writes all of the bytes; -1 where nobody is at the other end any more, or where a signal asked
/// for the end meanwhile.
int sala_terminal_write(const unsigned char *bytes, size_t count);
/// Throws away what was typed and not read yet.
void sala_terminal_drain(void);
/// The size of the terminal; -1 where it tells none.
int sala_terminal_size(int *columns, int *rows);
/// Seconds of the clock that never goes back.
double sala_terminal_seconds(void);

#endif
