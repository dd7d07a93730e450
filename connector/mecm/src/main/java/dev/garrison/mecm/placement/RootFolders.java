package dev.garrison.mecm.placement;

import dev.garrison.diagnostic.NearestWord;
import dev.garrison.mecm.adminservice.AdminService;
import java.util.Optional;
import java.util.Set;

/**
 * Folders at the root of the console. A missing one is created, so that a mistyped name makes a
 * second folder instead of an error.
 */
public record RootFolders(Set<String> names) {
  public RootFolders {
    names = Set.copyOf(names);
  }

  /** Reads the folders; none where the site does not offer them. */
  public static RootFolders read(AdminService site) {
    return new RootFolders(
        site.capabilities().offers(ConsoleNodes.CLASS)
            ? ConsoleNodes.read(site).namesAtRoot()
            : Set.of());
  }

  /** Whether the folder exists; the site compares names without case. */
  public boolean has(String folder) {
    return names.stream().anyMatch(folder::equalsIgnoreCase);
  }

  /** The existing folder that a name may mean; empty if it exists, or if none is similar. */
  public Optional<String> meantBy(String folder) {
    return has(folder) ? Optional.empty() : NearestWord.to(folder, names);
  }
}
