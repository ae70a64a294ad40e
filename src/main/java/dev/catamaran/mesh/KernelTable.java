package dev.catamaran.mesh;

import dev.catamaran.model.Protocol;
import dev.catamaran.netfilter.Batch;
import dev.catamaran.netfilter.Batch.Hook;
import dev.catamaran.netfilter.Concat;
import dev.catamaran.netfilter.Element;
import dev.catamaran.netfilter.KernelRefusal;
import dev.catamaran.netfilter.Netfilter;
import dev.catamaran.netfilter.Rule;
import dev.catamaran.route.RoutingTable.ListenKey;
import dev.catamaran.route.Spread;
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
 * that occurs, and each way to spread. However many ports there are, a new connection costs three
 * look-ups and a change only the elements it changes.
 *
 * <p>{@code ports} leads from protocol and port to how many endpoints there are; {@code spreads}
 * from that to a chain; the chain {@code any-3} draws a number below three; {@code endpoints} leads
 * from protocol, port and number to an address and port. That ports lead to a number and not to the
 * chain itself is for the kernel's sake: whenever an element with a chain is added it looks at
 * every such element of the table again.
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
  private final Map<ListenKey, Lead> inForce = new HashMap<>();
  private final Set<Way> ways = new HashSet<>();
  private OptionalLong handle = OptionalLong.empty();
  private int generation;

  /** A task's own address and port. */
  record Endpoint(Inet4Address address, int port) {}

  /** Where a port leads to. */
  record Lead(List<Endpoint> endpoints, Spread spread) {
    static final Lead NOWHERE = new Lead(List.of(), Spread.ANY);

    Lead {
      endpoints = List.copyOf(endpoints);
    }

    boolean isNowhere() {
      return endpoints.isEmpty();
    }

    Way way() {
      return new Way(endpoints.size(), spread);
    }
  }

  /** What leads that are spread the same way over as many endpoints share: a chain. */
  record Way(int count, Spread spread) {
    /** Above every count. */
    private static final int BY_CLIENT = 1 << 16;

    int number() {
      return switch (spread) {
        case ANY -> count;
        case BY_CLIENT -> BY_CLIENT | count;
      };
    }

    String chain() {
      return switch (spread) {
        case ANY -> "any-" + count;
        case BY_CLIENT -> "client-" + count;
      };
    }

    void loadSlot(Rule rule) {
      switch (spread) {
        case ANY -> rule.loadRandom(2, count);
        case BY_CLIENT -> rule.loadClientHash(2, count, ClientHash.SEED);
      }
    }
  }

  KernelTable(Netfilter netfilter) {
    this.netfilter = netfilter;
  }

  /** Has the kernel make all we need of it, and take it back in the same transaction. */
  static void tryOut(Netfilter netfilter) {
    var batch = new Batch(TRIAL).table();
    skeleton(batch);
    for (var spread : Spread.values()) {
      chain(batch, new Way(2, spread));
    }
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

  /** Where that port leads to now; nowhere, if the kernel does not carry it. */
  Lead lead(ListenKey key) {
    return inForce.getOrDefault(key, Lead.NOWHERE);
  }

  /** Changes some ports, all at once; a port that leads nowhere is taken out. */
  void change(Map<ListenKey, Lead> changes) {
    if (handle.isEmpty()) {
      remember(changes);
      replace();
      return;
    }
    var batch = new Batch(NAME);
    var fresh = new HashSet<Way>();
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
    ways.addAll(fresh);
    remember(changes);
    generation = netfilter.generation();
  }

  private void remember(Map<ListenKey, Lead> changes) {
    changes.forEach((key, next) -> {
      if (next.isNowhere()) {
        inForce.remove(key);
      } else {
        inForce.put(key, next);
      }
    });
  }

  private void change(Batch batch, ListenKey key, Lead next, Set<Way> fresh) {
    var before = lead(key);
    if (before.equals(next)) {
      return;
    }
    boolean sameWay = before.way().equals(next.way());
    if (!next.isNowhere() && !ways.contains(next.way()) && fresh.add(next.way())) {
      chain(batch, next.way());
    }
    if (!before.isNowhere() && !sameWay) {
      batch.delete(PORTS, List.of(port(key, before)));
    }
    changeEndpoints(batch, key, before.endpoints(), next.endpoints());
    if (!next.isNowhere() && !sameWay) {
      batch.add(PORTS, List.of(port(key, next)));
    }
  }

  private static void changeEndpoints(
      Batch batch, ListenKey key, List<Endpoint> before, List<Endpoint> next) {
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
  }

  /** Puts the whole table in the place of whatever is there under our name. */
  void replace() {
    var batch = new Batch(NAME);
    if (netfilter.handle(NAME).isPresent()) {
      batch.deleteTable();
    }
    batch.table();
    skeleton(batch);
    ways.clear();
    inForce.values().forEach(lead -> ways.add(lead.way()));
    ways.forEach(way -> chain(batch, way));
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
    inForce.forEach((key, lead) -> elements.add(port(key, lead)));
    return elements;
  }

  private List<Element> endpointElements() {
    var elements = new ArrayList<Element>();
    inForce.forEach((key, lead) -> {
      var endpoints = lead.endpoints();
      for (int i = 0; i < endpoints.size(); i++) {
        elements.add(endpoint(key, i, endpoints.get(i)));
      }
    });
    return elements;
  }

  private static Element port(ListenKey key, Lead lead) {
    return new Element(
        Concat.protocolPort(number(key.protocol()), key.port().number()),
        new Element.Value(Concat.number(lead.way().number())));
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

  private static void chain(Batch batch, Way way) {
    var name = way.chain();
    batch
        .chain(name)
        .rule(name, rule -> rule.clearNote().markConnection(MARK, MARK_MASK))
        .rule(
            name,
            rule -> {
              way.loadSlot(rule.loadProtocolPort(0));
              rule.translate(0, ENDPOINTS, ENDPOINTS_ID).dnat(0);
            })
        .add(SPREADS, List.of(new Element(Concat.number(way.number()), new Element.Chain(name))));
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
