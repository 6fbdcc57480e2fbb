#ifndef SALA_CPREVIEW_H
#define SALA_CPREVIEW_H

#include <stddef.h>
#include <stdint.h>

// The page of the stub LMS, compiled in. An array of unknown size is not visible to Swift, hence a
// function for each file that gives its first byte, and a constant that says how many there are.

extern const unsigned char sala_preview_page[];
extern const size_t sala_preview_page_length;
extern const unsigned char sala_preview_done[];
extern const size_t sala_preview_done_length;
extern const unsigned char sala_preview_style[];
extern const size_t sala_preview_style_length;
extern const unsigned char sala_preview_script[];
extern const size_t sala_preview_script_length;

/// The page.
static inline const unsigned char *sala_preview_page_bytes(void) { return sala_preview_page; }
/// The page that a unit of cmi5 goes to when it ends.
static inline const unsigned char *sala_preview_done_bytes(void) { return sala_preview_done; }
/// Its style sheet.
static inline const unsigned char *sala_preview_style_bytes(void) { return sala_preview_style; }
/// Its script.
static inline const unsigned char *sala_preview_script_bytes(void) { return sala_preview_script; }

// Sockets, whose addresses are unions that Swift cannot write safely. No call waits but
// `sala_preview_wait`; each returns -1 where it fails.

/// What `sala_preview_wait` watches: a descriptor, and whether it waits to be written to as well.
typedef struct {
  int descriptor;
  /// Whether to wait until it can be read, and afterwards whether it can.
  int reads;
  /// Whether to wait until it can be written, and afterwards whether it can.
  int writes;
} sala_preview_watch;

/// Listens on 127.0.0.1; port 0 is any free one.
int sala_preview_listen(uint16_t port);
/// The port of a listening socket, or -1.
int sala_preview_port(int descriptor);
/// Takes the next connection, or -1 where none waits.
int sala_preview_accept(int descriptor);
/// Connects to a port of 127.0.0.1, and waits for it; for tests.
int sala_preview_connect(uint16_t port);
/// Reads what is there: 0 at the end, -1 where nothing waits, -2 where the connection is broken.
ptrdiff_t sala_preview_receive(int descriptor, uint8_t *bytes, size_t count);
/// Writes what fits: -1 where nothing does, -2 where the connection is broken.
ptrdiff_t sala_preview_send(int descriptor, const uint8_t *bytes, size_t count);
/// Closes a descriptor.
void sala_preview_close(int descriptor);
/// Waits until a descriptor is ready or the time is over; how many are ready, or -1.
int sala_preview_wait(sala_preview_watch *watches, size_t count, int milliseconds);
/// Seconds of a clock that never goes back.
double sala_preview_seconds(void);

/// Makes a bell: `ends[0]` can be read once `sala_preview_ring(ends[1])` was called.
int sala_preview_bell(int ends[2]);
/// Rings a bell.
void sala_preview_ring(int descriptor);
/// Rings a bell when a person presses Ctrl-C or the system ends the program; -1 gives back what was.
void sala_preview_ring_on_interrupt(int descriptor);

#endif
