package dev.garrison.lab.adminservice.digest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes a digest as Microsoft's library does after reading it. Empty parts and defaults are left
 * out, the parts of CustomData come in their defined order without unknown ones, and actions are
 * created again. Rules are kept unchanged.
 */
final class LibraryForm {
  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("Enabled", "true"),
          Map.entry("Recommended", "false"),
          Map.entry("AutoInstall", "false"),
          Map.entry("DisplaySupersedes", "false"),
          Map.entry("AutoDistribute", "false"),
          Map.entry("DownloadDelta", "false"),
          Map.entry("SendToProtectedDP", "false"),
          Map.entry("IsMigrated", "false"),
          Map.entry("PinOnClient", "false"),
          Map.entry("PeerCache", "false"),
          Map.entry("FallbackToUnprotectedDP", "false"),
          Map.entry("AllowUninstall", "false"),
          Map.entry("RedirectCommandLine", "false"),
          Map.entry("RequiresElevatedRights", "false"),
          Map.entry("RequiresUserInteraction", "false"),
          Map.entry("RequiresReboot", "false"),
          Map.entry("HighPriority", "2"),
          Map.entry("ExecutionContext", "Any"),
          Map.entry("ExecuteTime", "0"),
          Map.entry("MaxExecuteTime", "120"),
          Map.entry("UserInteractionMode", "Normal"),
          Map.entry("PostInstallBehavior", "BasedOnExitCode"));

  /** Rules, which the library passes on, and elements that stay if they are empty. */
  private static final Set<String> KEPT =
      Set.of(
          "Requirements",
          "Dependencies",
          "Supersedes",
          "EnhancedDetectionMethod",
          "InstallProcessDetection",
          "Title",
          "ExitCodes");

  private final Grammar grammar;

  LibraryForm(Grammar grammar) {
    this.grammar = grammar;
  }

  /** Default of an element or argument, if it has one. */
  static Optional<String> defaultOf(String name) {
    return Optional.ofNullable(DEFAULTS.get(name));
  }

  XmlElement of(XmlElement root) {
    return root.withChildren(
        root.children().stream()
            .map(child -> child.name().equals("DeploymentType") ? kind(child) : tidy(child))
            .toList());
  }

  private XmlElement kind(XmlElement kind) {
    XmlElement installer = kind.at("Installer");
    XmlElement data = customData(installer.at("CustomData"));
    XmlElement tidied =
        tidy(
            installer.withChildren(
                installer.children().stream()
                    .filter(child ->
                        !child.name().endsWith("Action") && !child.name().equals("CustomData"))
                    .toList()));
    List<XmlElement> actions = new Actions(tidied, data).all();
    XmlElement whole =
        tidied.withChildren(
            Stream.of(tidied.children(), actions, List.of(data)).flatMap(List::stream).toList());
    return kind.withChildren(
        kind.children().stream()
            .filter(child -> !isNothing(child))
            .map(child -> child.name().equals("Installer") ? whole : tidy(child))
            .toList());
  }

  private XmlElement customData(XmlElement data) {
    return tidy(grammar.written(data, "CustomData"));
  }

  private static XmlElement tidy(XmlElement element) {
    return KEPT.contains(element.name())
        ? element
        : element.withChildren(
            element.children().stream()
                .filter(child -> !isNothing(child))
                .map(LibraryForm::tidy)
                .toList());
  }

  private static boolean isNothing(XmlElement element) {
    boolean bare =
        element.children().isEmpty()
            && element.attributes().keySet().stream().allMatch("ResourceId"::equals);
    boolean empty = element.text().isEmpty() && !KEPT.contains(element.name());
    return bare && (empty || isDefault(element));
  }

  private static boolean isDefault(XmlElement element) {
    String text = element.text().strip();
    return defaultOf(element.name())
        .filter(value -> value.equals(text) || value.equals(plain(text)))
        .isPresent();
  }

  private static String plain(String text) {
    return switch (text) {
      case "0" -> "false";
      case "1" -> "true";
      default -> text;
    };
  }
}
