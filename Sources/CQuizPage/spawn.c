#define _GNU_SOURCE
#include "CQuizPage.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { sala_quiz_page_most_words = 32 };

// Waits for the browser's process, so that nothing of it stays when it ends before this program.
static void *reap(void *child) {
  while (waitpid((pid_t)(intptr_t)child, NULL, 0) < 0 && errno == EINTR) {
  }
  return NULL;
}

// Reaps in a thread that takes no signals: those are for whoever waits for keys.
static void reap_later(pid_t child) {
  sigset_t all, before;
  sigfillset(&all);
  if (pthread_sigmask(SIG_BLOCK, &all, &before) != 0) return;
  pthread_t thread;
  if (pthread_create(&thread, NULL, reap, (void *)(intptr_t)child) == 0) pthread_detach(thread);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

int sala_quiz_page_spawn(const uint8_t *words, size_t count) {
  char *arguments[sala_quiz_page_most_words + 1] = {0};
  size_t found = 0;
  for (size_t at = 0; at < count && found < sala_quiz_page_most_words; found += 1) {
    arguments[found] = (char *)words + at;
    at += strnlen((const char *)words + at, count - at) + 1;
  }
  if (found == 0 || words[count - 1] != 0) return -1;

  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  if (posix_spawn_file_actions_init(&actions) != 0) return -1;
  if (posix_spawnattr_init(&attributes) != 0) {
    posix_spawn_file_actions_destroy(&actions);
    return -1;
  }
  // What a browser says would stand in the middle of the quiz.
  for (int stream = 0; stream <= 2; stream += 1) {
    posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0);
  }
  // Signals that this program blocks or ignores are no business of the browser.
  sigset_t none, usual;
  sigemptyset(&none);
  sigfillset(&usual);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setflags(
      &attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  pid_t child;
  int error = posix_spawnp(&child, arguments[0], &actions, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) return -1;
  reap_later(child);
  return 0;
}
