package dev.catamaran.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SpreadTest {
  private static final Map<String, String> EAST = Map.of("zone", "east", "rack", "1");
  private static final Map<String, String> EAST_2 = Map.of("zone", "east", "rack", "2");
  private static final Map<String, String> WEST = Map.of("zone", "west", "rack", "1");

  private final Play play =
      new Play()
          .linux("e1", "28.5.2", EAST)
          .linux("e2", "28.5.2", EAST)
          .linux("e3", "28.5.2", EAST_2)
          .linux("w1", "28.5.2", WEST)
          .image("app:1", "linux/amd64");

  private String service(int replicas, String placement) {
    var id =
        play.service(
            "a",
            "{'Mode':{'Replicated':{'Replicas':"
                + replicas
                + "}},'TaskTemplate':{'Placement':{"
                + placement
                + "}}}");
    play.settles();
    return id;
  }

  private static String over(String... attributes) {
    var spreads = new StringBuilder();
    for (var attribute : attributes) {
      spreads.append(spreads.isEmpty() ? "" : ",");
      spreads.append("{'Spread':{'SpreadDescriptor':'").append(attribute).append("'}}");
    }
    return "'Preferences':[" + spreads + "]";
  }

  @Test
  void tasksGoToTheValueThatHasFewest() {
    assertThat(play.nodesOf(service(4, over("node.labels.zone"))))
        .containsExactlyInAnyOrder("e1", "w1", "e2", "w1");
  }

  @Test
  void aSecondAttributeSpreadsWithinTheFirst() {
    assertThat(play.nodesOf(service(4, over("node.labels.zone", "node.labels.rack"))))
        .containsExactlyInAnyOrder("e1", "w1", "e3", "w1");
  }

  @Test
  void aBranchWithoutRoomIsPassedOver() {
    assertThat(play.nodesOf(service(4, over("node.labels.zone") + ",'MaxReplicas':1")))
        .containsExactlyInAnyOrder("e1", "w1", "e2", "e3");
  }

  @Test
  void onlyLabelsCanBeSpreadOver() {
    assertThat(play.nodesOf(service(4, over("node.hostname", "engine.labels.rack"))))
        .containsExactlyInAnyOrder("e1", "e2", "e3", "w1");
  }
}
