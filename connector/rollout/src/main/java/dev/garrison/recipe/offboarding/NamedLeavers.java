package dev.garrison.recipe.offboarding;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.NearestWord;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.OffboardSection;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Servers that an entry of {@code offboard} names. A command that writes the entry refuses a name
 * that the site does not have, because the name may be mistyped. Pure.
 *
 * @param path the entry in the manifest
 * @param servers the names, in upper case and without a domain
 */
public record NamedLeavers(ManifestResult read, String path, Set<String> servers) {
  public NamedLeavers {
    servers = Set.copyOf(servers);
  }

  /** The servers that the entry of this name names; none where it has a collection. */
  public static NamedLeavers of(ManifestResult read, String entry) {
    List<OffboardSection> entries = read.manifest().offboard();
    List<String> names = entries.stream().map(OffboardSection::name).toList();
    int index = names.indexOf(entry);
    return new NamedLeavers(
        read, "offboard[" + index + "].servers", entries.get(index).computers());
  }

  /** Servers that are not among those that the site has. */
  public Set<String> missing(Collection<String> there) {
    Set<String> missing = new TreeSet<>(servers);
    there.forEach(server -> missing.remove(server.toUpperCase(Locale.ROOT)));
    return missing;
  }

  /**
   * Refusal of names that the site does not have.
   *
   * @param known all servers of the limiting collection
   */
  public RefusalException unknown(Set<String> missing, Collection<String> known) {
    return new RefusalException(missing.stream().map(server -> unknown(server, known)).toList());
  }

  private Diagnostic unknown(String server, Collection<String> known) {
    Stream<Text> fixes =
        NearestWord.to(server, known).stream()
            .map(nearest -> Text.of("offboard-entry.server-meant", "meant", nearest));
    return Diagnostic.error(
        OffboardCode.OFFBOARD_SERVER_UNKNOWN,
        read.where(path),
        new Message(
            Text.of(
                "offboard-entry.server-unknown",
                "server",
                server,
                "collection",
                read.manifest().limitingCollection()),
            fixes.findFirst().orElseGet(() -> Text.of("offboard-entry.server-correct"))));
  }
}
