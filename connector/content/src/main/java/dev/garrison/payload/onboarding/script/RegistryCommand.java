package dev.garrison.payload.onboarding.script;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Registry changes and queries that the portal's scripts contain. */
final class RegistryCommand {
  private static final String ONBOARDING = "onboardinginfo";
  private static final String OFFBOARDING = "696c1fa1-4030-4fa4-8713-faf9b2ea7c0a";
  private static final String POLICY =
      "hklm\\software\\policies\\microsoft\\windows advanced threat protection";
  private static final String STATUS =
      "hklm\\software\\microsoft\\windows advanced threat protection\\status";

  /** Added values by key; the data if it is always the same. */
  private static final Map<String, Map<String, String>> ADDED =
      Map.of(
          POLICY,
          Map.of(ONBOARDING, "", OFFBOARDING, "", "latency", "demo"),
          "hklm\\system\\currentcontrolset\\control\\wmi\\security",
          Map.of(
              "14f8138e-3b61-580b-544b-2609378ae460",
              "%sdbin%",
              "cb2ff72d-d4e4-585d-33f9-f3a395c40be7",
              "%sdbin%"),
          "hklm\\software\\policies\\microsoft\\windows\\datacollection",
          Map.of("disableenterpriseauthproxy", "1"));

  private RegistryCommand() {}

  static boolean known(String command) {
    return CommandLine.parse(command)
        .map(words -> words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList())
        .filter(words -> words.size() >= 5 && words.get(3).equals("/v"))
        .filter(RegistryCommand::known)
        .isPresent();
  }

  private static boolean known(List<String> words) {
    String key = words.get(2);
    String value = words.get(4);
    return switch (words.get(1)) {
      case "query" -> Set.of(POLICY, STATUS).contains(key);
      case "delete" -> key.equals(POLICY) && Set.of(ONBOARDING, OFFBOARDING).contains(value);
      case "add" -> {
        String data = ADDED.getOrDefault(key, Map.of()).get(value);
        int at = words.indexOf("/d");
        yield data != null
            && at > 0
            && at + 1 < words.size()
            && (data.isEmpty() || data.equals(words.get(at + 1)));
      }
      default -> false;
    };
  }
}
