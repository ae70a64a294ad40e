package dev.catamaran.cli;

import dev.catamaran.cluster.Cluster;
import dev.catamaran.cluster.Node;
import dev.catamaran.json.Json;
import dev.catamaran.ledger.Holding;
import dev.catamaran.ledger.Ledger;
import dev.catamaran.ledger.Ledger.Excluded;
import dev.catamaran.ledger.Owner;
import dev.catamaran.model.NodeName;
import dev.catamaran.route.RoutingTable.ListenKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lines of the ledger, as a table and as JSON.
 *
 * @param asked the one port the user asks for
 */
record PortsView(
    Cluster cluster, List<Holding> lines, List<Excluded> ranges, Optional<ListenKey> asked) {
  private static final String EVERY_NODE = "every node";

  String table() {
    var table = new Table("PORT", "NODE", "HELD BY", "NAME", "TARGET");
    lines.forEach(h ->
        table.row(
            h.key().toString(),
            h.node().map(NodeName::text).orElse(EVERY_NODE),
            h.owner().kind().word(),
            h.owner().name(),
            h.target().map(Object::toString).orElse("")));
    ranges.forEach(e ->
        table.row(
            e.range() + "/" + e.protocol(),
            e.node().text(),
            Owner.Kind.EXCLUDED.word(),
            "the system's excluded port ranges",
            ""));
    return lines.isEmpty() && ranges.isEmpty() && asked.isPresent() ? "" : table.text();
  }

  /** Where the asked port is free, in words. */
  List<String> answer() {
    return asked.stream().flatMap(this::answer).toList();
  }

  private Stream<String> answer(ListenKey key) {
    var free = free(key);
    var outgoing =
        cluster.nodes().stream()
            .filter(n -> n.ports().outgoing(n.facts().windows()).contains(key.port()))
            .map(n -> n.name().text())
            .toList();
    var answer = new ArrayList<String>();
    answer.add(key + " is " + where(free));
    if (!outgoing.isEmpty()) {
      answer.add("outgoing connections may have it for a while on " + String.join(", ", outgoing));
    }
    return answer.stream();
  }

  private String where(List<String> free) {
    if (free.isEmpty()) {
      return "free on no node";
    }
    return "free on "
        + (free.size() == cluster.nodes().size() ? EVERY_NODE : String.join(", ", free));
  }

  private List<String> free(ListenKey key) {
    var holdings = Ledger.of(cluster).at(key);
    return cluster.nodes().stream()
        .map(Node::name)
        .filter(n -> holdings.stream().noneMatch(h -> h.on(n)))
        .map(NodeName::text)
        .toList();
  }

  /** How far to trust it: what nobody told is not in it. */
  String known() {
    var reporting = reporting();
    return "plain containers are known of "
        + asking().orElse("no node")
        + (asking().isPresent() ? " only" : "")
        + "; other processes of "
        + (reporting.isEmpty() ? "no node: no agent reports them" : String.join(", ", reporting));
  }

  private Optional<String> asking() {
    return cluster.asked().nodeId().flatMap(cluster::nodeById).map(n -> n.name().text());
  }

  private List<String> reporting() {
    return cluster.nodes().stream()
        .filter(n -> n.ports().listening().isPresent())
        .map(n -> n.name().text())
        .toList();
  }

  Json.Obj json() {
    var all = new ArrayList<Json>();
    lines.forEach(h -> all.add(json(h)));
    ranges.forEach(e -> all.add(json(e)));
    var document =
        FindingJson.versioned()
            .with("ports", Json.array(all))
            .with(
                "known",
                Json.object()
                    .with("containers", Json.Arr.ofTexts(asking().stream().toList()))
                    .with("processes", Json.Arr.ofTexts(reporting())));
    return document.withOptional(
        "asked",
        asked.map(key ->
            Json.object()
                .with("port", key.port().number())
                .with("protocol", key.protocol().word())
                .with("free", Json.Arr.ofTexts(free(key)))));
  }

  private static Json.Obj json(Holding holding) {
    return Json.object()
        .with("port", holding.key().port().number())
        .with("protocol", holding.key().protocol().word())
        .with("node", FindingJson.textOrNull(holding.node().map(NodeName::text)))
        .with("owner", owner(holding.owner().kind(), holding.owner().name()))
        .with(
            "target",
            holding.target().<Json>map(t -> Json.Num.of(t.number())).orElse(Json.Null.NULL));
  }

  private static Json.Obj json(Excluded excluded) {
    return Json.object()
        .with("port", excluded.range().first().number())
        .with("lastPort", excluded.range().last().number())
        .with("protocol", excluded.protocol().word())
        .with("node", excluded.node().text())
        .with("owner", owner(Owner.Kind.EXCLUDED, "excluded port ranges"))
        .with("target", Json.Null.NULL);
  }

  private static Json.Obj owner(Owner.Kind kind, String name) {
    return Json.object().with("kind", kind.word()).with("name", name);
  }
}
