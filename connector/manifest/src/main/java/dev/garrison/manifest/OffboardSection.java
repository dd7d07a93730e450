package dev.garrison.manifest;

import dev.garrison.diagnostic.Worded;
import dev.garrison.manifest.value.RelativeDeadline;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Servers that leave Defender for Endpoint: an entry of {@code offboard}.
 *
 * @param collection the existing collection that holds them, by name or id; absent: they are named
 * @param servers their names; empty if there is a collection
 * @param packageFile the offboarding package; absent: the servers are kept out of the rings, and
 *     nothing is deployed to them
 * @param deadline counted from the first server that may be offboarded
 * @param shortDeadline whether a deadline less than 24 hours after that is accepted
 * @param maxDevices the limit of the number of servers
 * @param uninstall whether the agent of Windows Server 2012 R2 and 2016 is uninstalled as well; the
 *     older key for {@link AfterOffboarding#UNINSTALL_AGENT}, which is no answer for servers in
 *     passive mode
 * @param afterOffboarding the answer for the antivirus of servers in passive mode, which
 *     offboarding ends
 * @param withoutAntivirus names of servers that may be left without any antivirus
 * @param reason the reason, shown to people
 */
public record OffboardSection(
    String name,
    Optional<String> collection,
    List<String> servers,
    Optional<Path> packageFile,
    RelativeDeadline deadline,
    boolean shortDeadline,
    int maxDevices,
    boolean uninstall,
    Optional<AfterOffboarding> afterOffboarding,
    List<String> withoutAntivirus,
    String reason) {
  /** Default of {@code maxDevices}: a person does not check more servers one by one. */
  public static final int MOST_DEVICES = 25;

  /**
   * State of Microsoft Defender Antivirus after offboarding, which ends passive mode.
   *
   * @see <a
   *     href="https://learn.microsoft.com/defender-endpoint/microsoft-defender-antivirus-compatibility">
   *     Microsoft Defender Antivirus compatibility with other security products</a>
   */
  public enum AfterOffboarding implements Worded {
    /** The other antivirus stays, and Defender becomes active next to it. */
    KEEP_OTHER("keep-other"),
    /** The feature of Defender is removed, with a restart. */
    DISABLE("disable"),
    /**
     * The agent of 2012 R2 and 2016 is uninstalled. Where passive mode ends, the feature of later
     * releases and of 2016 is removed too.
     */
    UNINSTALL_AGENT("uninstall-agent");

    private final String word;

    AfterOffboarding(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  public OffboardSection {
    servers = List.copyOf(servers);
    withoutAntivirus = List.copyOf(withoutAntivirus);
    if (maxDevices < 1) {
      throw new IllegalArgumentException("an entry holds at least one device");
    }
  }

  /** The action after offboarding; empty: the agent and the antivirus stay. */
  public Optional<AfterOffboarding> after() {
    return uninstall ? Optional.of(AfterOffboarding.UNINSTALL_AGENT) : afterOffboarding;
  }

  /** Whether the entry confirms that a server may be left without any antivirus. */
  public boolean confirms(String server) {
    String label = firstLabel(server);
    return withoutAntivirus.stream().anyMatch(name -> firstLabel(name).equals(label));
  }

  /** Names of the servers as the site has them: upper case, without a domain. */
  public Set<String> computers() {
    return servers.stream()
        .map(name -> firstLabel(name).toUpperCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String firstLabel(String server) {
    int dot = server.indexOf('.');
    return (dot < 0 ? server : server.substring(0, dot)).toLowerCase(Locale.ROOT);
  }

  /** Copies the entry and replaces the name or id of its collection. */
  OffboardSection withCollection(UnaryOperator<String> words) {
    return new OffboardSection(
        name,
        collection.map(words),
        servers,
        packageFile,
        deadline,
        shortDeadline,
        maxDevices,
        uninstall,
        afterOffboarding,
        withoutAntivirus,
        reason);
  }
}
