package dev.catamaran.mesh;

import dev.catamaran.model.Protocol;
import dev.catamaran.netfilter.Batch;
import dev.catamaran.netfilter.Batch.Hook;
import dev.catamaran.netfilter.Concat;
import dev.catamaran.netfilter.Element;
import dev.catamaran.netfilter.KernelRefusal;
import dev.catamaran.netfilter.Netfilter;
import dev.catamaran.route.RoutingTable.ListenKey;
import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Our table in the kernel's packet filter: three maps, and one chain for each number of endpoints
 * that occurs. However many ports there are, a new connection costs three look-ups and a change
 * only the elements it changes.
 *
 * <p>{@code ports} leads from protocol and port to how many endpoints there are; {@code spreads}
 * from that to a chain; the chain {@code any-3} draws a number below three; {@code endpoints} leads
 * from protocol, port and number to an address and port. That ports lead to a number and not to the
 * chain itself is for the kernel's sake: whenever an element with a chain is added it looks at every
 * such element of the table again.
 */
final class KernelTable {
  static final String NAME = "catamaran";

  /** Marks our connections, so that Docker's FORWARD chain can be told to let them through. */
  static final int MARK = 0x4d00_0000;

  static final int MARK_MASK = 0xff00_0000;

  private static final String TRIAL = "catamaran-trial";
  private static final String PORTS = "ports";
  private static final int PORTS_ID = 1;
  private static final String SPREADS = "spreads";
  private static final int SPREADS_ID = 2;
  private static final String ENDPOINTS = "endpoints";
  private static final int ENDPOINTS_ID = 3;

  /** Just before Docker's own chains, which stand at -100 and 100. */
  private static final int BEFORE_DOCKER_IN = -105;

  private static final int BEFORE_DOCKER_OUT = 95;

  private final Netfilter netfilter;
  private final Map<ListenKey, List<Endpoint>> inForce = new HashMap<>();
  private final Set<Integer> counts = new HashSet<>();
  private OptionalLong handle = OptionalLong.empty();
  private int generation;

  /** Where a port leads to. */
  record Endpoint(Inet4Address address, int port) {}

  KernelTable(Netfilter netfilter) {
    this.netfilter = netfilter;
  }

  /** Has the kernel make all we need of it, and take it back in the same transaction. */
  static void tryOut(Netfilter netfilter) {
    var batch = new Batch(TRIAL).table();
    skeleton(batch);
    chain(batch, 2);
    netfilter.commit(batch.deleteTable());
  }

  /** Removes what an agent left; true where there was something. */
  static boolean remove(Netfilter netfilter) {
    if (netfilter.handle(NAME).isEmpty()) {
      return false;
    }
    netfilter.commit(new Batch(NAME).deleteTable());
    return true;
  }

  /** Where that port leads to now; empty where the kernel does not carry it. */
  List<Endpoint> endpoints(ListenKey key) {
    return inForce.getOrDefault(key, List.of());
  }

  /** Changes some ports, all at once; a port without endpoints is taken out. */
  void change(Map<ListenKey, List<Endpoint>> changes) {
    if (handle.isEmpty()) {
      remember(changes);
      replace();
      return;
    }
    var batch = new Batch(NAME);
    var fresh = new HashSet<Integer>();
    changes.forEach((key, next) -> change(batch, key, next, fresh));
    try {
      netfilter.commit(batch);
    } catch (KernelRefusal e) {
      if (intact()) {
        throw e;
      }
      remember(changes);
      replace();
      return;
    }
    counts.addAll(fresh);
    remember(changes);
    generation = netfilter.generation();
  }

  private void remember(Map<ListenKey, List<Endpoint>> changes) {
    changes.forEach((key, next) -> {
      if (next.isEmpty()) {
        inForce.remove(key);
      } else {
        inForce.put(key, List.copyOf(next));
      }
    });
  }

  private void change(Batch batch, ListenKey key, List<Endpoint> next, Set<Integer> fresh) {
    var before = endpoints(key);
    if (before.equals(next)) {
      return;
    }
    boolean sameCount = before.size() == next.size();
    if (!next.isEmpty() && !counts.contains(next.size()) && fresh.add(next.size())) {
      chain(batch, next.size());
    }
    if (!before.isEmpty() && !sameCount) {
      batch.delete(PORTS, List.of(port(key, before.size())));
    }
    var old = new ArrayList<Element>();
    var made = new ArrayList<Element>();
    for (int i = 0; i < Math.max(before.size(), next.size()); i++) {
      boolean was = i < before.size();
      boolean is = i < next.size();
      if (was && is && before.get(i).equals(next.get(i))) {
        continue;
      }
      if (was) {
        old.add(endpoint(key, i, before.get(i)));
      }
      if (is) {
        made.add(endpoint(key, i, next.get(i)));
      }
    }
    batch.delete(ENDPOINTS, old).add(ENDPOINTS, made);
    if (!next.isEmpty() && !sameCount) {
      batch.add(PORTS, List.of(port(key, next.size())));
    }
  }

  /** Puts the whole table in the place of whatever is there under our name. */
  void replace() {
    var batch = new Batch(NAME);
    if (netfilter.handle(NAME).isPresent()) {
      batch.deleteTable();
    }
    batch.table();
    skeleton(batch);
    counts.clear();
    inForce.values().forEach(endpoints -> counts.add(endpoints.size()));
    counts.forEach(count -> chain(batch, count));
    netfilter.commit(batch.add(ENDPOINTS, endpointElements()).add(PORTS, portElements()));
    handle = netfilter.handle(NAME);
    generation = netfilter.generation();
  }

  /**
   * Puts right what somebody else did to our table; asks no more than one number of the kernel
   * where nobody changed any rules.
   *
   * @return whether something was wrong
   */
  boolean mend() {
    if (handle.isEmpty() || netfilter.generation() == generation) {
      return false;
    }
    generation = netfilter.generation();
    if (intact()) {
      return false;
    }
    replace();
    return true;
  }

  private boolean intact() {
    return netfilter.handle(NAME).equals(handle)
        && netfilter.elements(NAME, PORTS).equals(new HashSet<>(portElements()))
        && netfilter.elements(NAME, ENDPOINTS).equals(new HashSet<>(endpointElements()));
  }

  private List<Element> portElements() {
    var elements = new ArrayList<Element>(inForce.size());
    inForce.forEach((key, endpoints) -> elements.add(port(key, endpoints.size())));
    return elements;
  }

  private List<Element> endpointElements() {
    var elements = new ArrayList<Element>();
    inForce.forEach((key, endpoints) -> {
      for (int i = 0; i < endpoints.size(); i++) {
        elements.add(endpoint(key, i, endpoints.get(i)));
      }
    });
    return elements;
  }

  private static Element port(ListenKey key, int count) {
    return new Element(
        Concat.protocolPort(number(key.protocol()), key.port().number()),
        new Element.Value(Concat.number(count)));
  }

  private static Element endpoint(ListenKey key, int index, Endpoint endpoint) {
    return new Element(
        Concat.protocolPortNumber(number(key.protocol()), key.port().number(), index),
        new Element.Value(Concat.addressPort(endpoint.address(), endpoint.port())));
  }

  private static void skeleton(Batch batch) {
    batch
        .numberMap(PORTS, PORTS_ID)
        .chainMap(SPREADS, SPREADS_ID)
        .addressMap(ENDPOINTS, ENDPOINTS_ID);
    gate(batch.natChain("arriving", Hook.PREROUTING, BEFORE_DOCKER_IN), "arriving");
    gate(batch.natChain("local", Hook.OUTPUT, BEFORE_DOCKER_IN), "local");
    batch
        .natChain("leaving", Hook.POSTROUTING, BEFORE_DOCKER_OUT)
        .rule(
            "leaving",
            rule -> rule.whereMarked(MARK, MARK_MASK).whereTranslated().toOthers().masquerade());
  }

  private static void gate(Batch batch, String chain) {
    batch.rule(
        chain,
        rule ->
            rule.toThisHost()
                .loadProtocolPort(0)
                .translate(0, PORTS, PORTS_ID)
                // The nft command cannot print one look-up within another.
                .note(0)
                .loadNote(0)
                .dispatch(0, SPREADS, SPREADS_ID));
  }

  private static void chain(Batch batch, int count) {
    var name = chainFor(count);
    batch
        .chain(name)
        .rule(name, rule -> rule.clearNote().markConnection(MARK, MARK_MASK))
        .rule(
            name,
            rule ->
                rule.loadProtocolPort(0)
                    .loadRandom(2, count)
                    .translate(0, ENDPOINTS, ENDPOINTS_ID)
                    .dnat(0))
        .add(
            SPREADS, List.of(new Element(Concat.number(count), new Element.Chain(name))));
  }

  private static String chainFor(int count) {
    return "any-" + count;
  }

  /** As the Internet Protocol numbers them. */
  static int number(Protocol protocol) {
    return switch (protocol) {
      case TCP -> 6;
      case UDP -> 17;
      case SCTP -> 132;
    };
  }
}
