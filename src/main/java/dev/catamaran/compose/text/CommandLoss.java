package dev.catamaran.compose.text;

import dev.catamaran.finding.Code;
import dev.catamaran.finding.Finding;
import dev.catamaran.model.Where;
import java.util.List;
import java.util.stream.Collectors;

/** What Docker takes from a command that is written as one text, in words for its author. */
public final class CommandLoss {
  private CommandLoss() {}

  /** Backslashes, most often those of a Windows path. */
  public static Finding ofBackslashes(List<String> words, Where where) {
    return Finding.warning(
            Code.COMMAND_BACKSLASH,
            "a command in one text loses its backslashes: it runs as " + words)
        .at(where)
        .tryThis("write a list: [\"powershell\", 'C:\\app\\run.ps1']");
  }

  /** All that stands behind an operator of a shell. */
  public static Finding ofTail(List<String> words, Where where) {
    var quoted = words.stream().map(w -> '"' + w + '"').collect(Collectors.joining(", ", "[", "]"));
    return Finding.warning(
            Code.VALUE_INVALID,
            "no shell runs this command: what stands behind ; & | < or > is gone, and "
                + quoted
                + " is left")
        .at(where)
        .tryThis("write [\"sh\", \"-c\", \"...\"]");
  }
}
