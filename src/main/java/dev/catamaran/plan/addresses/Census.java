package dev.catamaran.plan.addresses;

import java.util.ArrayList;
import java.util.List;

/**
 * What takes addresses of one network.
 *
 * @param tasks one address each
 * @param virtualIps one for each service that is found by one
 * @param balancers one for each node that carries the network, at most
 * @param updates tasks that run beside the old ones while they are replaced
 */
record Census(long tasks, long virtualIps, long balancers, long updates) {
  /** What the network must have, whatever happens. */
  long least() {
    return tasks + virtualIps;
  }

  /** What it takes when everything runs and the largest update is under way. */
  long most() {
    return least() + balancers + updates;
  }

  List<String> words() {
    var words = new ArrayList<String>();
    words.add(tasks + " for tasks, one each");
    if (virtualIps > 0) {
      words.add(virtualIps + " for virtual IPs, one for each service found by vip");
    }
    if (balancers > 0) {
      words.add("up to " + balancers + " for the load balancers of the nodes, one each");
    }
    if (updates > 0) {
      words.add(updates + " for tasks that updates start first");
    }
    return words;
  }
}
