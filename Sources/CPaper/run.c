#define _GNU_SOURCE
#include "CPaper.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

enum { sala_paper_most_words = 32 };

static pid_t begin(char **arguments) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  if (posix_spawn_file_actions_init(&actions) != 0) return -1;
  if (posix_spawnattr_init(&attributes) != 0) {
    posix_spawn_file_actions_destroy(&actions);
    return -1;
  }
  for (int stream = 0; stream <= 2; stream += 1) {
    posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0);
  }
  // Signals that this program blocks or ignores are no business of another.
  sigset_t none, usual;
  sigemptyset(&none);
  sigfillset(&usual);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  // A session of its own, so that what it began can be ended with it.
  posix_spawnattr_setflags(
      &attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  pid_t child;
  int error = posix_spawnp(&child, arguments[0], &actions, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error == 0 ? child : -1;
}

int sala_paper_run(const uint8_t *words, size_t count, unsigned seconds) {
  char *arguments[sala_paper_most_words + 1] = {0};
  size_t found = 0;
  if (count == 0 || words[count - 1] != 0) return -1;
  for (size_t at = 0; at < count && found < sala_paper_most_words; found += 1) {
    arguments[found] = (char *)words + at;
    at += strnlen((const char *)words + at, count - at) + 1;
  }
  pid_t child = begin(arguments);
  if (child < 0) return -1;
  const struct timespec pause = {0, 20000000};
  for (unsigned turn = 0; turn < seconds * 50; turn += 1) {
    int status;
    pid_t ended = waitpid(child, &status, WNOHANG);
    if (ended == child) return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    if (ended < 0 && errno != EINTR) return -1;
    nanosleep(&pause, NULL);
  }
  kill(-child, SIGKILL);
  while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {
  }
  return -2;
}

int sala_paper_is_root(void) { return geteuid() == 0; }
