#ifndef SALA_CSOCKETS_H
#define SALA_CSOCKETS_H

#include <stddef.h>
#include <stdint.h>

// Sockets, whose addresses are unions that Swift cannot write safely. No call waits but
// `sala_socket_wait`; each returns -1 where it fails.

/// What `sala_socket_wait` watches: a descriptor, and whether it waits to be written to as well.
typedef struct {
  int descriptor;
  /// Whether to wait until it can be read, and afterwards whether it can.
  int reads;
  /// Whether to wait until it can be written, and afterwards whether it can.
  int writes;
} sala_socket_watch;

/// Listens on 127.0.0.1; port 0 is any free one.
int sala_socket_listen(uint16_t port);
/// The port of a listening socket, or -1.
int sala_socket_port(int descriptor);
/// Takes the next connection, or -1 where none waits.
int sala_socket_accept(int descriptor);
/// Connects to a port of 127.0.0.1, and waits for it; for tests.
int sala_socket_connect(uint16_t port);
/// Reads what is there: 0 at the end, -1 where nothing waits, -2 where the connection is broken.
ptrdiff_t sala_socket_receive(int descriptor, uint8_t *bytes, size_t count);
/// Writes what fits: -1 where nothing does, -2 where the connection is broken.
ptrdiff_t sala_socket_send(int descriptor, const uint8_t *bytes, size_t count);
/// Closes a descriptor.
void sala_socket_close(int descriptor);
/// Waits until a descriptor is ready or the time is over; how many are ready, or -1.
int sala_socket_wait(sala_socket_watch *watches, size_t count, int milliseconds);
/// Seconds of a clock that never goes back.
double sala_socket_seconds(void);

/// Makes a bell: `ends[0]` can be read once `sala_socket_ring(ends[1])` was called.
int sala_socket_bell(int ends[2]);
/// Rings a bell.
void sala_socket_ring(int descriptor);
/// Rings a bell when a person presses Ctrl-C or the system ends the program; -1 gives back what was.
void sala_socket_ring_on_interrupt(int descriptor);

#endif
