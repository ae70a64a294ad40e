/*
 * The two ends of the test of datagrams, in C so that they take little of the machine they share
 * with what is measured.
 *   datagrams echo PORT                        sends back what comes
 *   datagrams ask ADDRESS PORT FLOWS SECONDS   keeps one datagram of each flow on its way; prints
 *                                              answers a second and percentiles in microseconds
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define BYTES 64
#define BATCH 32
#define MOST_FLOWS 1024
#define LOST_NANOS 200000000L
#define MICROS 1000000

static long now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000L + t.tv_nsec;
}

static void die(const char *what) {
  perror(what);
  exit(1);
}

static void echo(int port) {
  struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(port)};
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  if (bind(fd, (struct sockaddr *) &at, sizeof at)) die("bind");
  static char bytes[BATCH][2048];
  static struct sockaddr_in from[BATCH];
  static struct iovec parts[BATCH];
  static struct mmsghdr messages[BATCH];
  for (;;) {
    for (int i = 0; i < BATCH; i++) {
      parts[i] = (struct iovec) {bytes[i], sizeof bytes[i]};
      messages[i].msg_hdr = (struct msghdr) {.msg_name = &from[i], .msg_namelen = sizeof from[i],
                                             .msg_iov = &parts[i], .msg_iovlen = 1};
    }
    int got = recvmmsg(fd, messages, BATCH, MSG_WAITFORONE, NULL);
    for (int i = 0; i < got; i++) parts[i].iov_len = messages[i].msg_len;
    if (got > 0) sendmmsg(fd, messages, got, 0);
  }
}

static int flow_fd[MOST_FLOWS];
static long flow_sent[MOST_FLOWS];
static unsigned histogram[MICROS];

static void ask_once(int flow, long at) {
  static const char bytes[BYTES] = "?";
  flow_sent[flow] = at;
  send(flow_fd[flow], bytes, sizeof bytes, MSG_DONTWAIT);
}

static long percentile(long answers, int percent) {
  long seen = 0;
  for (int i = 0; i < MICROS; i++) {
    seen += histogram[i];
    if (seen * 100 >= answers * percent) return i;
  }
  return MICROS;
}

static void ask(const char *address, int port, int flows, int seconds) {
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port)};
  inet_pton(AF_INET, address, &to.sin_addr);
  int poll = epoll_create1(0);
  long begin = now(), looked = begin, end = begin + seconds * 1000000000L, answers = 0, lost = 0;
  for (int i = 0; i < flows; i++) {
    flow_fd[i] = socket(AF_INET, SOCK_DGRAM, 0);
    if (connect(flow_fd[i], (struct sockaddr *) &to, sizeof to)) die("connect");
    struct epoll_event event = {.events = EPOLLIN, .data.u32 = i};
    epoll_ctl(poll, EPOLL_CTL_ADD, flow_fd[i], &event);
    ask_once(i, begin);
  }
  long at = begin;
  while (at < end) {
    struct epoll_event ready[MOST_FLOWS];
    int count = epoll_wait(poll, ready, MOST_FLOWS, 50);
    at = now();
    for (int i = 0; i < count; i++) {
      char bytes[2048];
      int flow = ready[i].data.u32;
      if (recv(flow_fd[flow], bytes, sizeof bytes, MSG_DONTWAIT) > 0) {
        long micros = (at - flow_sent[flow]) / 1000;
        histogram[micros < MICROS ? micros : MICROS - 1]++;
        answers++;
        ask_once(flow, at);
      }
    }
    if (at - looked > LOST_NANOS) {
      looked = at;
      for (int i = 0; i < flows; i++) {
        if (at - flow_sent[i] > LOST_NANOS) {
          lost++;
          ask_once(i, at);
        }
      }
    }
  }
  printf("answers/s %.1f p50 %ld p99 %ld lost %ld\n", answers / ((at - begin) / 1e9),
         percentile(answers, 50), percentile(answers, 99), lost);
}

int main(int count, char **words) {
  if (count == 3 && !strcmp(words[1], "echo")) echo(atoi(words[2]));
  if (count != 6 || atoi(words[4]) > MOST_FLOWS) return 2;
  ask(words[2], atoi(words[3]), atoi(words[4]), atoi(words[5]));
  return 0;
}
