package dev.catamaran.bench.mesh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Who stands between the client and the backends, each on a host of its own. */
final class Contenders {
  static final int WEB = 8080;
  static final int BULK = 8100;
  static final int DATAGRAMS = 8053;

  private final Lan lan;
  private final Path logs;
  private final String java;
  private final String classpath;

  Contenders(Lan lan, Path logs, String java, String classpath) {
    this.lan = lan;
    this.logs = logs;
    this.java = java;
    this.classpath = classpath;
  }

  void startBackends() throws IOException, InterruptedException {
    lan.host("client");
    lan.host("direct");
    var config = logs.resolve("backend.conf");
    Lan.write(
        config,
        """
        worker_processes 1; daemon off; pid %s/backend.pid; error_log stderr crit;
        events { worker_connections 16384; }
        http {
          access_log off; keepalive_requests 1000000000; keepalive_timeout 600;
          server {
            listen 8080 backlog=4096; listen 8081 backlog=4096;
            location / { return 200 "hello from a backend\\n"; }
          }
        }
        """
            .formatted(logs));
    lan.start("direct", logs.resolve("backend.log"), List.of("nginx", "-c", config.toString()));
    lan.start("direct", logs.resolve("iperf.log"), List.of("iperf3", "-s", "-p", "" + BULK));
    lan.start("direct", logs.resolve("echo.log"), datagrams("echo", "" + DATAGRAMS));
  }

  void start(String name) throws IOException, InterruptedException {
    lan.host(name);
    lan.track(name);
    var log = logs.resolve(name + ".log");
    switch (name) {
      case "haproxy" -> haproxy(name, "");
      case "haproxy-64k" -> haproxy(name, "tune.bufsize 65536");
      case "haproxy-splice" -> haproxy(name, "tune.bufsize 65536\n  tune.pipesize 524288");
      case "nginx" -> nginx();
      case "kernel", "relay" -> lan.start(name, log, plane(name));
      default -> throw new IllegalArgumentException(name);
    }
  }

  private List<String> plane(String kind) {
    var at = lan.address("direct");
    return java(
        "Node",
        kind,
        "tcp:" + WEB + "=" + at + ":8080," + at + ":8081",
        "tcp:" + BULK + "=" + at + ":" + BULK,
        "udp:" + DATAGRAMS + "=" + at + ":" + DATAGRAMS);
  }

  /** Built by the script beside the classes. */
  List<String> datagrams(String... words) {
    var all = new ArrayList<>(List.of(classpath.split(":")[0] + "/datagrams"));
    all.addAll(List.of(words));
    return all;
  }

  /** As the launcher starts the agent. */
  List<String> java(String program, String... words) {
    var all = new ArrayList<String>();
    all.addAll(
        List.of(java, "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp", classpath));
    all.add("dev.catamaran.bench.mesh." + program);
    all.addAll(List.of(words));
    return all;
  }

  private void haproxy(String name, String tuning) throws IOException {
    var splice = name.endsWith("splice") ? "option splice-request\n  option splice-response" : "";
    var config = logs.resolve(name + ".cfg");
    var at = lan.address("direct");
    Lan.write(
        config,
        """
        global
          nbthread 2
          maxconn 6000
          %s
        defaults
          mode tcp
          timeout connect 3s
          timeout client 600s
          timeout server 600s
          %s
        frontend web
          bind :8080 shards by-thread
          default_backend web
        backend web
          balance roundrobin
          server one %s:8080
          server two %s:8081
        frontend bulk
          bind :8100 shards by-thread
          default_backend bulk
        backend bulk
          server one %s:8100
        """
            .formatted(tuning, splice, at, at, at));
    lan.start(
        name, logs.resolve(name + ".log"), List.of("haproxy", "-db", "-f", config.toString()));
  }

  private void nginx() throws IOException {
    var config = logs.resolve("nginx.conf");
    var at = lan.address("direct");
    Lan.write(
        config,
        """
        load_module /usr/lib/nginx/modules/ngx_stream_module.so;
        worker_processes 2; daemon off; pid %s/nginx.pid; error_log stderr crit;
        events { worker_connections 8192; }
        stream {
          proxy_buffer_size 64k;
          upstream web { server %s:8080; server %s:8081; }
          upstream bulk { server %s:8100; }
          upstream echo { server %s:8053; }
          server { listen 8080 reuseport backlog=4096; proxy_pass web; }
          server { listen 8100 reuseport; proxy_pass bulk; }
          server { listen 8053 udp reuseport; proxy_pass echo; proxy_timeout 30s; }
        }
        """
            .formatted(logs, at, at, at, at));
    lan.start("nginx", logs.resolve("nginx.log"), List.of("nginx", "-c", config.toString()));
  }
}
