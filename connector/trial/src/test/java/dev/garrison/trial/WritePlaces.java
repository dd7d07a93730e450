package dev.garrison.trial;

import dev.garrison.lab.ServedRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** At which of a run's writes something goes wrong. */
public final class WritePlaces {
  private WritePlaces() {}

  /**
   * The first of each kind, counted from 1; with {@code -Dcampaign.full=true} every one.
   *
   * @param writes of a run that went well
   */
  public static Stream<Named<Integer>> of(List<ServedRequest> writes) {
    Set<String> kinds = new TreeSet<>();
    return IntStream.rangeClosed(1, writes.size())
        .filter(number ->
            kinds.add(kind(writes.get(number - 1))) || Boolean.getBoolean("campaign.full"))
        .mapToObj(number -> Named.of(number + " " + writes.get(number - 1), number));
  }

  /** What is asked for, without of which object. */
  private static String kind(ServedRequest write) {
    return write.method() + " " + write.path().replaceAll("\\([^)]*\\)|\\?.*", "");
  }
}
