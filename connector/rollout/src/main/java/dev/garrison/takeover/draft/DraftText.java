package dev.garrison.takeover.draft;

import dev.garrison.diagnostic.VisibleText;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.NamingSection;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A draft as the manifest's text, with a comment wherever a person should check. */
public final class DraftText {
  private static final int EXCEPTIONS_HOLD = 30;
  private static final int WIDTH = 96;

  private final Draft draft;
  private final LocalDate today;
  private final List<String> lines = new ArrayList<>();

  private DraftText(Draft draft, LocalDate today) {
    this.draft = draft;
    this.today = today;
  }

  /**
   * The text.
   *
   * @param today the day from which the validity of exceptions counts
   */
  public static String of(Draft draft, LocalDate today) {
    DraftText text = new DraftText(draft, today);
    text.head();
    text.tenantAndPackages();
    text.objects();
    text.rollout();
    text.rings();
    text.end();
    return String.join("\n", text.lines) + "\n";
  }

  private void head() {
    comment(
        "", "The desired state, for Garrison. docs/manifest.md of the program explains every key.");
    comment(
        "",
        "Imported from site "
            + draft.siteCode()
            + ". Read each comment: comments show what is uncertain.");
    lines.add("apiVersion: " + Manifest.API_VERSION);
    gap();
    comments("", draft.notes());
    lines.add("name: " + Yaml.quoted(draft.name()));
    gap();
    lines.add("site:");
    draft.access().lines(draft.siteCode()).forEach(line -> lines.add("  " + line));
    gap();
    lines.add("content:");
    key("  ", "publishTo", draft.publishTo());
    key("  ", "contentSource", draft.contentSource());
    gap();
  }

  private void tenantAndPackages() {
    lines.add("tenant:");
    key("  ", "orgId", draft.orgId());
    gap();
    comment(
        "",
        "Copy Microsoft's files to these paths, or correct the paths. They are relative to this file.");
    lines.add("packages:");
    boolean installs = draft.systems().value().stream().anyMatch(OperatingSystem::needsInstaller);
    if (installs && !draft.clientSettings()) {
      lines.add("  installer: packages/md4ws.msi");
      lines.add("  installScript: packages/install.ps1");
      if (draft.systems().value().stream().anyMatch(OperatingSystem::needsPlatformUpdate)) {
        lines.add("  platformUpdate: packages/UpdatePlatform.exe");
      }
    }
    lines.add("  onboarding: packages/WindowsDefenderATPOnboardingPackage.zip");
    gap();
    comments("", draft.systems().notes());
    lines.add(
        draft.systems().value().stream()
            .sorted()
            .map(OperatingSystem::word)
            .collect(Collectors.joining(", ", "operatingSystems: [", "]")));
    gap();
  }

  private void objects() {
    draft.naming().ifPresent(this::naming);
    draft.folder().ifPresent(folder -> lines.add("consoleFolder: " + Yaml.quoted(folder)));
    if (!draft.scopes().isEmpty()) {
      lines.add("securityScopes: " + Yaml.list(draft.scopes()));
    }
    key("", "limitingCollection", draft.limitingCollection());
    gap();
    comments("", draft.groups().notes());
    if (!draft.groups().value().isEmpty()) {
      lines.add("distribution:");
      lines.add("  groups: " + Yaml.list(draft.groups().value()));
      gap();
    }
  }

  private void naming(NamingSection naming) {
    lines.add("naming:");
    lines.add("  application: " + Yaml.quoted(naming.application()));
    lines.add("  collection: " + Yaml.quoted(naming.collection()));
    lines.add("  deployment: " + Yaml.quoted(naming.deployment()));
    gap();
  }

  /** Adds the rollout section; a key whose value is not sure enough is written as a comment. */
  private void rollout() {
    if (draft.rollout().isEmpty()) {
      return;
    }
    lines.add("rollout:");
    draft.rollout().forEach((key, said) -> key("  ", key, said));
    gap();
  }

  private void rings() {
    comment("", "In deployment order.");
    lines.add("rings:");
    for (DraftRing ring : draft.rings()) {
      comments("  ", ring.notes());
      lines.add("  - name: " + Yaml.quoted(ring.name()));
      lines.add("    collections: " + Yaml.list(ring.collections()));
      if (!ring.exclude().isEmpty()) {
        lines.add("    exclude: " + Yaml.list(ring.exclude()));
      }
      comments("    ", ring.maxDevices().notes());
      lines.add("    maxDevices: " + ring.maxDevices().value());
      comments("    ", ring.deadline().notes());
      lines.add("    deadline: " + Yaml.quoted(ring.deadline().value().text()));
      if (ring.deadline().value().value().canBeShort(ring.localTime())) {
        comment(
            "    ",
            "Less than 24 hours, as on the site. Remove this line if you set a later deadline.");
        lines.add("    shortDeadline: true");
      }
      if (!ring.localTime()) {
        lines.add("    localTime: false");
      }
      lines.add("    antivirus: " + ring.antivirus());
      proxy(ring);
    }
    comment("  ", "A site doesn't store gates: the defaults apply (docs/manifest.md, gate).");
    gap();
  }

  private void proxy(DraftRing ring) {
    if (ring.sensorProxy().isPresent() || ring.antivirusProxy().isPresent()) {
      lines.add("    proxy:");
      ring.sensorProxy().ifPresent(server -> lines.add("      sensor: " + Yaml.quoted(server)));
      ring.antivirusProxy()
          .ifPresent(server -> lines.add("      antivirus: " + Yaml.quoted(server)));
    }
  }

  private void end() {
    comment("", "Whether servers can send suspicious files to Microsoft.");
    key("", "sampleSharing", draft.sampleSharing());
    if (draft.exceptions().isEmpty()) {
      return;
    }
    gap();
    comment("", "A site doesn't store reason, owner, and end date: correct all three.");
    lines.add("exceptions:");
    for (String server : draft.exceptions()) {
      lines.add("  - server: " + Yaml.quoted(server));
      lines.add("    reason: 'imported: the reason is not on the site'");
      lines.add("    owner: 'unknown'");
      lines.add("    until: " + today.plusDays(EXCEPTIONS_HOLD));
    }
  }

  private void key(String indent, String key, DraftValue<String> said) {
    comments(indent, said.notes());
    if (!key.startsWith("#") && isNumber(said.value())) {
      lines.add(indent + key + ": " + said.value());
    } else {
      lines.add(
          indent + key + ": " + (key.startsWith("#") ? said.value() : Yaml.quoted(said.value())));
    }
  }

  private static boolean isNumber(String text) {
    return text.matches("[0-9]{1,3}");
  }

  private void comments(String indent, List<String> notes) {
    notes.forEach(note -> comment(indent, note));
  }

  /** Adds a comment, broken between words. */
  private void comment(String indent, String note) {
    StringBuilder line = new StringBuilder();
    for (String word : VisibleText.line(Yaml.oneLine(note)).split(" ", -1)) {
      if (!line.isEmpty() && line.length() + word.length() > WIDTH) {
        lines.add(indent + "# " + line);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(indent + "# " + line);
  }

  private void gap() {
    lines.add("");
  }
}
