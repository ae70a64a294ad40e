package dev.catamaran.agent;

/**
 * What every duty of one agent works with.
 *
 * @param epoch names this run of the agent
 */
record Station(
    LocalEngine engine, Course course, Journal journal, AgentSettings settings, String epoch) {}
