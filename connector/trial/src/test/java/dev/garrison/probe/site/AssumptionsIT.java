package dev.garrison.probe.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.json.Json;
import dev.garrison.lab.ServedRequest;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.trial.TrialSite;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a probe compares with a site's metadata is what Garrison really sends there. */
final class AssumptionsIT {
  private static final Pattern PATH =
      Pattern.compile("/wmi/([A-Za-z0-9_]+)(?:\\(.*?\\))?(?:[./](?:AdminService\\.)?([A-Za-z]+))?");
  private static final Pattern COMPARED =
      Pattern.compile("([A-Za-z_]\\w*) (?:eq|ge)|(?:startswith|contains)\\(([A-Za-z_]\\w*)");

  @TempDir private Path folder;

  private static Set<String> assumed() {
    return Feature.all().stream()
        .map(Feature::assumption)
        .flatMap(AssumptionsIT::members)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> members(Assumption assumption) {
    return Stream.of(
            assumption.read().stream(),
            assumption.called().stream(),
            assumption.optional().keySet().stream())
        .flatMap(each -> each);
  }

  private static Set<String> sent(ServedRequest request) {
    Set<String> members = new TreeSet<>();
    String address = URLDecoder.decode(request.path(), StandardCharsets.UTF_8);
    String[] parts = address.split("\\?", 2);
    if (parts[0].endsWith("$metadata")) {
      return members;
    }
    Matcher path = PATH.matcher(parts[0]);
    assertThat(path.matches()).as(address).isTrue();
    members.add(path.group(1));
    if (path.group(2) != null) {
      members.add(path.group(1) + "." + path.group(2));
    } else if (!request.body().isBlank()) {
      JsonNode body = new Json().parse(request.body());
      body.fieldNames().forEachRemaining(name -> members.add(path.group(1) + "." + name));
    }
    for (String option : parts.length < 2 ? new String[0] : parts[1].split("&", -1)) {
      if (option.startsWith("$select=")) {
        for (String name : option.substring("$select=".length()).split(",", -1)) {
          members.add(path.group(1) + "." + name);
        }
      } else if (option.startsWith("$filter=")) {
        COMPARED
            .matcher(option)
            .results()
            .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
            .forEach(name -> members.add(path.group(1) + "." + name));
      }
    }
    return members;
  }

  @Test
  void everythingThatIsSentToASiteIsAssumedOfIt() {
    for (String version : new String[] {"2107-rollup", "2207"}) {
      try (TrialSite site = new TrialSite(version, folder.resolve(version))) {
        site.manifest()
            .replace(
                "limitingCollection: All Servers",
                "consoleFolder: Defender here\nsecurityScopes: [Default]\nlimitingCollection: All Servers");
        assertThat(site.converge()).isEmpty();
        if (version.equals("2207")) {
          site.manifest().replace("sampleSharing: none", "sampleSharing: all");
          site.manifest().replace("groups: [Europe DPs]", "groups: [Americas DPs]");
          assertThat(site.converge()).isEmpty();
        }
        Set<String> sent =
            site.lab().requests().all().stream()
                .flatMap(request -> sent(request).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(sent).hasSizeGreaterThan(90);
        assertThat(assumed()).containsAll(sent);
      }
    }
  }
}
