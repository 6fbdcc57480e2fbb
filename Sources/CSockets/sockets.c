#define _GNU_SOURCE
#include "CSockets.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static struct sockaddr_in sala_socket_address(uint16_t port) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

int sala_socket_listen(uint16_t port) {
  int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return -1;
  int on = 1;
  setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  struct sockaddr_in address = sala_socket_address(port);
  if (bind(descriptor, (struct sockaddr *)&address, sizeof address) < 0 ||
      listen(descriptor, 64) < 0) {
    close(descriptor);
    return -1;
  }
  return descriptor;
}

int sala_socket_port(int descriptor) {
  struct sockaddr_in address;
  socklen_t length = sizeof address;
  if (getsockname(descriptor, (struct sockaddr *)&address, &length) < 0) return -1;
  return ntohs(address.sin_port);
}

int sala_socket_accept(int descriptor) {
  int connection = accept4(descriptor, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
  if (connection < 0) return -1;
  int on = 1;
  setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return connection;
}

int sala_socket_connect(uint16_t port) {
  int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return -1;
  struct sockaddr_in address = sala_socket_address(port);
  if (connect(descriptor, (struct sockaddr *)&address, sizeof address) < 0) {
    close(descriptor);
    return -1;
  }
  return descriptor;
}

static ptrdiff_t sala_socket_result(ptrdiff_t count) {
  if (count >= 0) return count;
  return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? -1 : -2;
}

ptrdiff_t sala_socket_receive(int descriptor, uint8_t *bytes, size_t count) {
  return sala_socket_result(recv(descriptor, bytes, count, 0));
}

ptrdiff_t sala_socket_send(int descriptor, const uint8_t *bytes, size_t count) {
  return sala_socket_result(send(descriptor, bytes, count, MSG_NOSIGNAL));
}

void sala_socket_close(int descriptor) { close(descriptor); }

int sala_socket_wait(sala_socket_watch *watches, size_t count, int milliseconds) {
  struct pollfd *places = calloc(count, sizeof *places);
  if (!places) return -1;
  for (size_t at = 0; at < count; at += 1) {
    places[at].fd = watches[at].descriptor;
    places[at].events = (watches[at].reads ? POLLIN : 0) | (watches[at].writes ? POLLOUT : 0);
  }
  int ready = poll(places, count, milliseconds);
  int isInterrupted = ready < 0 && errno == EINTR;
  for (size_t at = 0; at < count; at += 1) {
    // A broken connection shows as readable, so that reading it finds out.
    short events = ready > 0 ? places[at].revents : 0;
    watches[at].reads = (events & (POLLIN | POLLHUP | POLLERR | POLLNVAL)) != 0;
    watches[at].writes = (events & POLLOUT) != 0;
  }
  free(places);
  return isInterrupted ? 0 : ready;
}

double sala_socket_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int sala_socket_bell(int ends[2]) { return pipe2(ends, O_NONBLOCK | O_CLOEXEC); }

void sala_socket_ring(int descriptor) {
  const char byte = 1;
  // A full pipe rings already.
  ssize_t written = write(descriptor, &byte, 1);
  (void)written;
}

static volatile sig_atomic_t sala_socket_bell_to_ring = -1;

static void sala_socket_on_signal(int number) {
  (void)number;
  int error = errno;
  if (sala_socket_bell_to_ring >= 0) sala_socket_ring(sala_socket_bell_to_ring);
  errno = error;
}

void sala_socket_ring_on_interrupt(int descriptor) {
  sala_socket_bell_to_ring = descriptor;
  struct sigaction action = {0};
  action.sa_handler = descriptor >= 0 ? sala_socket_on_signal : SIG_DFL;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
  sigaction(SIGHUP, &action, NULL);
}
