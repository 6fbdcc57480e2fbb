#define _GNU_SOURCE
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

// Signals that something outside sends; they are only noted down, and the loop acts on them.
static const int noted[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGINT, SIGTERM, SIGHUP, SIGQUIT};
// Signals of a crash: the terminal is set back at once, then the signal takes its own way.
static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT, SIGSYS};

// Those of them that ask for the end.
static const unsigned long ends =
    1UL << SIGINT | 1UL << SIGTERM | 1UL << SIGHUP | 1UL << SIGQUIT;

enum { noted_count = sizeof noted / sizeof *noted, fatal_count = sizeof fatal / sizeof *fatal };

static struct sigaction noted_before[noted_count];
static struct sigaction fatal_before[fatal_count];
static struct sigaction pipe_before;
static stack_t stack_before;
static struct termios mode_before;
static int in_descriptor = -1;
static int out_descriptor = -1;
// The same terminal opened once more for writing without waiting; -1 where it cannot be. The mode of
// the given descriptor is shared with the shell and stays as it is.
static int own_descriptor = -1;
static char ending[256];
static size_t ending_length;
static int wake[2] = {-1, -1};
static atomic_int is_entered;
static atomic_ulong arrived;
static pid_t owner;
static char handler_stack[64 * 1024];

static int writer(void) { return own_descriptor >= 0 ? own_descriptor : out_descriptor; }

/// Async-signal-safe: its calls are on POSIX's list.
static void restore_terminal(void) {
  if (!atomic_exchange(&is_entered, 0)) return;
  size_t done = 0;
  // A terminal that nobody reads must not hold up the end: a few tries, each of a moment, then on.
  for (int tries = 0; done < ending_length && tries < 16; tries++) {
    struct pollfd writable = {.fd = writer(), .events = POLLOUT};
    int ready = poll(&writable, 1, 300);
    if (ready == 0) break;
    if (ready < 0) continue;
    ssize_t count = write(writer(), ending + done, ending_length - done);
    if (count > 0) {
      done += (size_t)count;
    } else if (count < 0 && errno != EINTR && errno != EAGAIN) {
      break;
    }
  }
  // From the background, tcsetattr would stop the process in the middle of its end.
  sigset_t blocked, before;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGTTOU);
  sigprocmask(SIG_BLOCK, &blocked, &before);
  // TCSANOW: to wait for output on a dead line could take forever.
  tcsetattr(in_descriptor, TCSANOW, &mode_before);
  sigprocmask(SIG_SETMASK, &before, NULL);
}

static void note_signal(int number) {
  int saved = errno;
  atomic_fetch_or(&arrived, 1UL << number);
  char byte = 1;
  if (write(wake[1], &byte, 1) < 0) {
    // The pipe is full, so the loop wakes up anyway.
  }
  errno = saved;
}

static void crash(int number, siginfo_t *info, void *context) {
  (void)context;
  restore_terminal();
  for (int i = 0; i < fatal_count; i++) {
    if (fatal[i] == number) sigaction(number, &fatal_before[i], NULL);
  }
  // A fault happens again when the handler returns, and then meets the action that was there
  // before; what was sent by raise, abort or kill has to be sent again, and so has a breakpoint,
  // after which the program would just go on.
  if (!info || info->si_code <= 0 || number == SIGTRAP) raise(number);
}

static void at_exit(void) {
  // A child that was forked off owns no terminal.
  if (getpid() == owner) restore_terminal();
}

int sala_terminal_enter(int input, int output, const char *begin, const char *end) {
  if (atomic_load(&is_entered)) return 0;
  if (tcgetattr(input, &mode_before) != 0 || !isatty(output)) return -1;
  if (wake[0] < 0) {
    if (pipe2(wake, O_NONBLOCK | O_CLOEXEC) != 0) return -1;
    atexit(at_exit);
  }
  owner = getpid();
  in_descriptor = input;
  out_descriptor = output;
  char name[128];
  if (ttyname_r(output, name, sizeof name) == 0) {
    own_descriptor = open(name, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  }
  ending_length = strnlen(end, sizeof ending);
  memcpy(ending, end, ending_length);

  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = note_signal;
  for (int i = 0; i < noted_count; i++) {
    // What asks for the end interrupts a write to a line that stands still; the rest does not.
    action.sa_flags = (1UL << noted[i]) & ends ? 0 : SA_RESTART;
    sigaction(noted[i], &action, &noted_before[i]);
    // A parent that said nohup is obeyed.
    if (noted[i] == SIGHUP && noted_before[i].sa_handler == SIG_IGN) {
      sigaction(SIGHUP, &noted_before[i], NULL);
    }
  }
  action.sa_flags = 0;
  action.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &action, &pipe_before);
  // A stack of its own, so that a stack that overflowed still ends with a mended terminal.
  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack, .ss_flags = 0};
  if (sigaltstack(NULL, &stack_before) == 0 && (stack_before.ss_flags & SS_DISABLE)) {
    sigaltstack(&stack, NULL);
  }
  action.sa_handler = NULL;
  action.sa_sigaction = crash;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &action, &fatal_before[i]);

  struct termios raw = mode_before;
  raw.c_iflag &= ~(tcflag_t)(BRKINT | ICRNL | INPCK | ISTRIP | IXON);
  raw.c_oflag &= ~(tcflag_t)OPOST;
  raw.c_cflag |= CS8;
  // Ctrl-C and Ctrl-Z come as keys: what is pasted may hold their bytes and must not end anything.
  raw.c_lflag &= ~(tcflag_t)(ECHO | ICANON | IEXTEN | ISIG);
  raw.c_cc[VMIN] = 0;
  raw.c_cc[VTIME] = 0;
  atomic_store(&is_entered, 1);
  if (tcsetattr(input, TCSADRAIN, &raw) != 0 ||
      sala_terminal_write((const unsigned char *)begin, strlen(begin)) != 0) {
    sala_terminal_leave();
    return -1;
  }
  return 0;
}

void sala_terminal_leave(void) {
  if (in_descriptor < 0) return;
  if (atomic_load(&is_entered)) {
    restore_terminal();
    for (int i = 0; i < noted_count; i++) sigaction(noted[i], &noted_before[i], NULL);
    for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &fatal_before[i], NULL);
    sigaction(SIGPIPE, &pipe_before, NULL);
    if (own_descriptor >= 0) close(own_descriptor);
    own_descriptor = -1;
  }
}

void sala_terminal_stop(int whole_job) {
  struct sigaction standard, before;
  memset(&standard, 0, sizeof standard);
  standard.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &standard, &before);
  if (whole_job) {
    kill(0, SIGTSTP);
  } else {
    raise(SIGTSTP);
  }
  sigaction(SIGTSTP, &before, NULL);
}

void sala_terminal_end_by(int number) {
  sala_terminal_leave();
  struct sigaction standard;
  memset(&standard, 0, sizeof standard);
  standard.sa_handler = SIG_DFL;
  sigaction(number, &standard, NULL);
  raise(number);
}

sala_terminal_event sala_terminal_wait(int milliseconds, unsigned long *signals) {
  *signals = atomic_exchange(&arrived, 0);
  if (*signals) return sala_terminal_signal;
  struct pollfd watched[2] = {
      {.fd = wake[0], .events = POLLIN},
      {.fd = in_descriptor, .events = POLLIN},
  };
  int found = poll(watched, 2, milliseconds);
  char bytes[64];
  while (read(wake[0], bytes, sizeof bytes) > 0) {
  }
  *signals = atomic_exchange(&arrived, 0);
  if (*signals) return sala_terminal_signal;
  if (found <= 0) return sala_terminal_timeout;
  if (watched[1].revents & POLLIN) return sala_terminal_input;
  if (watched[1].revents & (POLLHUP | POLLERR | POLLNVAL)) return sala_terminal_closed;
  return sala_terminal_timeout;
}

long sala_terminal_read(unsigned char *bytes, size_t count) {
  ssize_t got = read(in_descriptor, bytes, count);
  if (got > 0) return got;
  if (got < 0 && (errno == EINTR || errno == EAGAIN)) return 0;
  // Poll said that there is something: nothing then means that the line is closed.
  return -1;
}

int sala_terminal_write(const unsigned char *bytes, size_t count) {
  size_t done = 0;
  while (done < count) {
    // Whoever ends the program while a slow line is written to does not wait for the line.
    if (atomic_load(&arrived) & ends) return -1;
    ssize_t put = write(writer(), bytes + done, count - done);
    if (put > 0) {
      done += (size_t)put;
    } else if (put < 0 && errno == EAGAIN) {
      struct pollfd watched[2] = {
          {.fd = writer(), .events = POLLOUT},
          {.fd = wake[0], .events = POLLIN},
      };
      poll(watched, 2, -1);
      // What came is noted down in `arrived`; the pipe only wakes.
      char woken[64];
      while (read(wake[0], woken, sizeof woken) > 0) {
      }
    } else if (!(put < 0 && errno == EINTR)) {
      return -1;
    }
  }
  return 0;
}

void sala_terminal_drain(void) { tcflush(in_descriptor, TCIFLUSH); }

int sala_terminal_size(int *columns, int *rows) {
  struct winsize size;
  if (ioctl(out_descriptor < 0 ? STDOUT_FILENO : out_descriptor, TIOCGWINSZ, &size) != 0) return -1;
  if (size.ws_col == 0 || size.ws_row == 0) return -1;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}

double sala_terminal_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}
