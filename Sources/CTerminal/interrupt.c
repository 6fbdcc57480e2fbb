#define _GNU_SOURCE
#include "CTerminal.h"

#include <signal.h>
#include <stdatomic.h>
#include <string.h>

static volatile sig_atomic_t interrupted;

static void note_interrupt(int number) {
  (void)number;
  interrupted = 1;
}

void sala_terminal_watch_interrupt(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = note_interrupt;
  // The second one ends the program as if nobody watched.
  action.sa_flags = SA_RESTART | SA_RESETHAND;
  interrupted = 0;
  sigaction(SIGINT, &action, NULL);
}

int sala_terminal_was_interrupted(void) { return interrupted; }
