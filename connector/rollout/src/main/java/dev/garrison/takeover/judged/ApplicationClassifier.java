package dev.garrison.takeover.judged;

import dev.garrison.language.Text;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Content;
import dev.garrison.mecm.application.model.RegistryClause;
import dev.garrison.takeover.seen.SeenApplication;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Classifies an application by the files that it runs and by its detection method. The state that
 * the sensor itself writes proves onboarding; names of Microsoft's files make it likely; a script
 * called install.ps1 may be anyone's.
 *
 * @see <a href="https://learn.microsoft.com/defender-endpoint/onboard-server">Onboard Windows
 *     servers to the Microsoft Defender for Endpoint service</a>
 */
public final class ApplicationClassifier {
  private static final String STATUS = "windows advanced threat protection\\status";
  private static final Pattern PACKED_PRODUCT =
      Pattern.compile("installer\\\\(?:userdata\\\\[^\\\\]+\\\\)?products\\\\[0-9a-f]{32}");
  private static final Pattern ONBOARDING_SCRIPT =
      Pattern.compile(
          "windowsdefenderatp(?:local)?onboardingscript|windowsdefenderatp\\.onboarding");
  private static final Pattern OFFBOARDING_SCRIPT =
      Pattern.compile("windowsdefenderatpoffboardingscript|windowsdefenderatp\\.offboarding");

  /** Values that identify an application that only writes settings; it detects one of them. */
  private static final List<String> SETTINGS =
      List.of("AllowSampleCollection", "TelemetryProxyServer");

  private final SeenApplication seen;
  private final String words;
  private final List<RegistryClause> detection;
  private final List<Text> why = new ArrayList<>();

  private ApplicationClassifier(SeenApplication seen) {
    this.seen = seen;
    this.words = words(seen);
    this.detection =
        seen.model().map(model -> model.deploymentType().detection()).orElse(List.of());
  }

  /** The classified application; empty for an application of another kind. */
  public static Optional<JudgedApplication> of(SeenApplication seen) {
    return new ApplicationClassifier(seen).judged();
  }

  /** Text with the names of files and keys, in lower case. */
  private static String words(SeenApplication seen) {
    String digest = seen.digest().toLowerCase(Locale.ROOT);
    return seen.model()
        .map(model -> digest + " " + files(model).toLowerCase(Locale.ROOT))
        .orElse(digest);
  }

  private static String files(Application model) {
    return model.deploymentType().content().files().stream()
        .map(Content.ContentFile::name)
        .collect(Collectors.joining(" "));
  }

  private Optional<JudgedApplication> judged() {
    if (detects("OnboardingState", "1")) {
      why.add(Text.of("takeover-evidence.onboarded"));
      tenant().ifPresent(orgId -> why.add(Text.of("takeover-evidence.tenant", "orgId", orgId)));
      return verdict(Purpose.ONBOARDS, Confidence.CERTAIN);
    }
    if (tenant().isPresent()) {
      why.add(Text.of("takeover-evidence.tenant", "orgId", tenant().get()));
      return verdict(Purpose.ONBOARDS, Confidence.CERTAIN);
    }
    if (OFFBOARDING_SCRIPT.matcher(words).find()) {
      why.add(Text.of("takeover-evidence.offboarding-script"));
      return verdict(Purpose.OFFBOARDS, Confidence.LIKELY);
    }
    Optional<RegistryClause> mode = clause("ForceDefenderPassiveMode");
    if (mode.isPresent()) {
      why.add(value("ForceDefenderPassiveMode", mode.get()));
      return verdict(Purpose.ANTIVIRUS_MODE, Confidence.CERTAIN);
    }
    Optional<RegistryClause> settings =
        SETTINGS.stream().flatMap(name -> clause(name).stream()).findFirst();
    if (settings.isPresent()) {
      why.add(value(settings.get().valueName(), settings.get()));
      return verdict(Purpose.SETTINGS, Confidence.CERTAIN);
    }
    return byNames();
  }

  private Optional<JudgedApplication> byNames() {
    boolean script = ONBOARDING_SCRIPT.matcher(words).find();
    boolean installer = words.contains("md4ws.msi");
    boolean service = words.contains("currentcontrolset\\services\\sense");
    boolean packed = PACKED_PRODUCT.matcher(words).find();
    note(script, Text.of("takeover-evidence.onboarding-script"));
    note(installer, Text.verbatim("md4ws.msi"));
    note(words.contains("install.ps1"), Text.verbatim("install.ps1"));
    note(service, Text.of("takeover-evidence.service"));
    note(packed, Text.of("takeover-evidence.product-code"));
    if (script || installer || service) {
      return verdict(Purpose.ONBOARDS, Confidence.LIKELY);
    }
    boolean titled = seen.title().toLowerCase(Locale.ROOT).contains("defender");
    return titled && !why.isEmpty()
        ? verdict(Purpose.ONBOARDS, Confidence.POSSIBLE)
        : Optional.empty();
  }

  private static Text value(String name, RegistryClause clause) {
    return Text.of("takeover-evidence.value", "name", name, "value", clause.constant());
  }

  private void note(boolean holds, Text what) {
    if (holds) {
      why.add(what);
    }
  }

  private Optional<JudgedApplication> verdict(Purpose purpose, Confidence sureness) {
    return Optional.of(new JudgedApplication(seen, purpose, sureness, why, tenant(), systems()));
  }

  private Optional<RegistryClause> clause(String valueName) {
    return detection.stream()
        .filter(each -> each.valueName().equalsIgnoreCase(valueName))
        .filter(each -> each.operator() == RegistryClause.Operator.Equals)
        .findFirst();
  }

  private boolean detects(String valueName, String constant) {
    return clause(valueName)
        .filter(each -> each.key().toLowerCase(Locale.ROOT).endsWith(STATUS))
        .filter(each -> each.constant().equals(constant))
        .isPresent();
  }

  private Optional<String> tenant() {
    return clause("OrgId")
        .filter(each -> each.key().toLowerCase(Locale.ROOT).endsWith(STATUS))
        .map(each -> each.constant().toLowerCase(Locale.ROOT));
  }

  /** Systems by the platform names, such as All_x64_Windows_Server_2019_and_higher. */
  private Set<OperatingSystem> systems() {
    Set<OperatingSystem> systems = EnumSet.noneOf(OperatingSystem.class);
    for (String platform :
        seen.model()
            .map(model -> model.deploymentType().operatingSystems())
            .orElseGet(TreeSet::new)) {
      Arrays.stream(OperatingSystem.values())
          .filter(system -> platform.contains("Windows_Server_" + system.title().replace(' ', '_')))
          .forEach(systems::add);
    }
    return systems;
  }
}
